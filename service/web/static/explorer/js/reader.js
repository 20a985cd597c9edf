// The text with its mentions. One stop of the Tab key; the arrows lead from mention to mention.
import { h, stillness } from "./dom.js";
import { word } from "./i18n.js";
import { blockEnds, cut } from "./segments.js";
import { describe } from "./sentences.js";

/**
 * Makes the text readable. `hooks` are called with a mark's spans and its element: `near` when it is pointed at
 * or has the focus, `away`, `pick` when it is clicked or entered.
 */
export function makeReader(container, hooks) {
  let shown = { marks: [], byKey: new Map() };
  listen(container, () => shown.marks, hooks);
  return {
    show: (reading) => { shown = showText(container, reading); },
    /** Lights up the mentions of the entity with this key, none for null; goes to the first if `scroll`. */
    light: (key, scroll) => light(container, shown.byKey, key, scroll),
  };
}

function showText(container, reading) {
  const marks = [];
  const byKey = new Map();
  const zones = reading.zones.map((zone) => ({ start: zone.start, end: zone.end, zone }));
  const ends = blockEnds(reading.text);
  const segments = cut(reading.text.length, [...reading.spans, ...zones], ends);
  let at = 0;
  const blocks = ends.map((end) => {
    const block = h("p", {});
    for (; at < segments.length && segments[at].end <= end; at += 1) {
      block.append(piece(reading.text, segments[at], segments[at - 1], marks, byKey));
    }
    return block;
  });
  container.replaceChildren(...blocks);
  marks[0]?.element.setAttribute("tabindex", "0");
  return { marks, byKey };
}

function piece(text, { start, end, spans }, before, marks, byKey) {
  const words = text.slice(start, end);
  const mentions = spans.filter((span) => span.entity);
  const zone = spans.find((span) => span.zone)?.zone;
  if (!mentions.length) {
    return zone ? h("span", { class: "zone", title: word("zone", zone.kind) }, words) : document.createTextNode(words);
  }
  const goesOn = before?.spans.some((span) => span.entity && mentions.includes(span)) && before.end === start;
  const element = h("span", {
    class: ["mark", ...classes(mentions), goesOn && "goes-on", zone && "zone"].filter(Boolean).join(" "),
    role: "button",
    tabindex: "-1",
    "aria-haspopup": "dialog",
    "aria-label": `${words} – ${mentions.map(describe).join(" ; ")}`,
    data: { mark: String(marks.length) },
  }, words);
  marks.push({ element, spans: mentions });
  for (const { entity } of mentions) push(byKey, entity.key, element);
  return element;
}

function classes(mentions) {
  const kinds = new Set(mentions.map(({ entity }) => entity.kind));
  const metonymic = mentions.some(({ mention }) => mention.usage === "metonymic");
  return [...kinds, metonymic ? "metonymic" : ""];
}

function listen(container, marksNow, hooks) {
  const on = (name, heard) => container.addEventListener(name, (event) => {
    const element = event.target.closest?.("[data-mark]");
    if (element) heard(marksNow()[Number(element.dataset.mark)], event);
  });
  const call = (hook) => (mark, event) => hook(mark.spans, mark.element, event);
  on("pointerover", (mark, event) => event.pointerType === "mouse" && call(hooks.near)(mark, event));
  on("pointerout", call(hooks.away));
  on("focusout", call(hooks.away));
  on("click", call(hooks.pick));
  on("focusin", (mark, event) => {
    container.querySelector('[tabindex="0"]')?.setAttribute("tabindex", "-1");
    mark.element.setAttribute("tabindex", "0");
    if (mark.element.matches(":focus-visible")) call(hooks.near)(mark, event);
  });
  on("keydown", (mark, event) => {
    const [here, last] = [Number(mark.element.dataset.mark), marksNow().length - 1];
    const steps = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: last };
    if (event.key === "Enter" || event.key === " ") call(hooks.pick)(mark, event);
    else if (event.key in steps) marksNow()[Math.max(0, Math.min(steps[event.key], last))].element.focus();
    else return;
    event.preventDefault();
  });
}

function light(container, byKey, key, scroll) {
  for (const element of container.querySelectorAll(".lit")) element.classList.remove("lit");
  container.classList.toggle("dim", Boolean(key));
  const elements = byKey.get(key) ?? [];
  for (const element of elements) element.classList.add("lit");
  if (scroll && elements[0]) goTo(container, elements[0]);
}

/** Scrolls the text, and the page only as far as it takes to show the text. */
export function goTo(container, element) {
  const box = container.getBoundingClientRect();
  const top = element.getBoundingClientRect().top - box.top + container.scrollTop - box.height / 3;
  container.scrollTo({ top, behavior: stillness() ? "auto" : "smooth" });
}

function push(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}
