// The dates on a line, the day of publication as its mark; what has no day stands below.
import { byId, h } from "./dom.js";
import { t, word } from "./i18n.js";
import { dayNumber, makeScale, rows, ticks } from "./timescale.js";
import { dateWords, day } from "./wording.js";

const LETTER = 7.2; // pixels, width of a letter, roughly
const LEAST = 10; // pixels, width of one day's bar
const TICK = 74; // pixels between ticks
const MARGIN = 150; // pixels kept free on the right for labels
const ROW = 34; // pixels
const ROOM = 22; // pixels around the label
const LONGEST = 260; // pixels of a label; timeline's style has the same

export function makeTimeline({ choose }) {
  const box = byId("timeline");
  let reading = null;
  let width = 0;
  let chosen = null;
  new ResizeObserver(([entry]) => {
    if (reading && Math.abs(entry.contentRect.width - width) > 4) draw();
  }).observe(box);

  function show(next) {
    reading = next;
    chosen = null;
    draw();
  }

  function draw() {
    width = box.clientWidth || 800;
    const dated = reading.dates.filter(({ data }) => data.begin);
    const open = reading.dates.filter(({ data }) => !data.begin);
    byId("time-note").textContent = dated.length ? t("time.scale") : "";
    box.replaceChildren(...[dated.length ? line(dated) : null, open.length ? undated(open) : null].filter(Boolean));
    if (!reading.dates.length) box.append(h("p", { class: "note" }, t("time.none")));
    light(chosen);
  }

  function line(dated) {
    const published = reading.answer.article.published_at;
    const days = dated.flatMap(({ data }) => [dayNumber(data.begin), dayNumber(data.end ?? data.begin)]);
    const reference = published ? dayNumber(published) : median(days);
    const bare = makeScale(Math.min(...days, reference) - 1, Math.max(...days, reference) + 1, reference);
    const margin = Math.min(MARGIN / width, 0.3);
    const scale = { ...bare, x: (at) => bare.x(at) * (1 - margin) };
    const items = dated.map((entity) => itemOf(entity, scale)).sort((a, b) => a.from - b.from);
    const places = rows(items);
    const chart = h("div", { class: "chart" });
    chart.style.height = `${(Math.max(...places) + 1) * ROW + 8}px`;
    chart.append(...axis(scale, published), ...items.map((item, at) => bar(item, places[at])));
    return h("div", { class: "chart-frame" }, chart);
  }

  function axis(scale, published) {
    const at = (x, name, text) => {
      const tick = h("span", { class: name }, h("span", {}, text));
      tick.style.left = `${100 * x}%`;
      return tick;
    };
    const told = published ? `${t("time.published")} · ${day(published, "short")}` : t("time.reference");
    const reference = at(scale.x(scale.reference), "tick reference", told);
    reference.classList.toggle("to-left", scale.x(scale.reference) > 0.8);
    reference.classList.toggle("to-right", scale.x(scale.reference) < 0.2);
    return [...ticks(scale, TICK / width).map((one) => at(one.at, "tick", t(`time.${one.unit}`, one.count))), reference];
  }

  function itemOf(entity, scale) {
    const { data, mentions } = entity;
    const text = [data.relation && word("relation", data.relation), mentions[0].text].filter(Boolean).join(" · ");
    // What holds since or until a day reaches to the day of publication.
    const first = data.relation === "until" ? Math.min(dayNumber(data.begin), scale.reference) : dayNumber(data.begin);
    const last = dayNumber(data.end ?? data.begin) + 1;
    const begin = scale.x(first);
    const end = Math.max(scale.x(data.relation === "since" ? Math.max(last, scale.reference) : last), begin + LEAST / width);
    const wide = end - begin + Math.min(text.length * LETTER + ROOM, LONGEST) / width;
    const left = begin + wide > 1 && end > 1 - begin; // the label stands on the side that has more room
    const most = left ? end : 1 - begin;
    const from = left ? end - Math.min(wide, most) : begin;
    return { entity, text, begin, end, from, to: Math.max(end, from + Math.min(wide, most)), left, most };
  }

  function bar({ entity, text, begin, end, left, most }, row) {
    const { data, mentions } = entity;
    const stroke = h("span", { class: `stroke ${data.relation ?? ""} ${(data.mod ?? "").toLowerCase()}` });
    const button = h("button", {
      type: "button", class: `when-item ${left ? "left" : ""}`, data: { key: entity.key },
      "aria-label": `${mentions[0].text} : ${dateWords(data)}`, title: dateWords(data), onclick: () => choose(entity),
    }, stroke, h("span", { class: "when-text", lang: "fr" }, text, mentions.length > 1 ? h("small", {}, ` ×${mentions.length}`) : null));
    stroke.style.width = `${Math.max(LEAST, (end - begin) * width)}px`;
    button.style.maxWidth = `${100 * most}%`;
    button.style.top = `${row * ROW + 4}px`;
    if (left) button.style.right = `${100 * Math.max(0, 1 - end)}%`;
    else button.style.left = `${100 * begin}%`;
    return button;
  }

  function undated(entities) {
    const chips = entities.map((entity) => h("li", {}, h("button", { type: "button", class: "chip", data: { key: entity.key }, onclick: () => choose(entity) },
      h("span", { lang: "fr" }, entity.mentions[0].text), h("code", {}, entity.data.value ?? word("date", entity.data.type)),
      entity.mentions.length > 1 ? h("small", {}, `×${entity.mentions.length}`) : null)));
    return h("div", { class: "undated" }, h("h4", {}, t("time.undated")), h("ul", {}, chips));
  }

  function light(key) {
    chosen = key;
    for (const one of box.querySelectorAll("[data-key]")) one.classList.toggle("lit", one.dataset.key === key);
  }

  return { show, light };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
