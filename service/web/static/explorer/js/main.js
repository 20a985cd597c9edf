// The page put together: the form asks, the answer is shown in every view, a choice in one is seen in all.
import { analysisOfStored, ask, Problem, storedArticle } from "./api.js";
import { lightActor, showActors } from "./actors.js";
import { showCall } from "./call.js";
import { makeComposer, showBusy, showComposer } from "./composer.js";
import { byId } from "./dom.js";
import { showLanguages, t, translatePage } from "./i18n.js";
import { makeMap } from "./map.js";
import { readAnswer } from "./model.js";
import { lightPlace, showPlaces } from "./places.js";
import { makePopover } from "./popover.js";
import { clearProblem, showFault, showProblem } from "./problem.js";
import { goTo, makeReader } from "./reader.js";
import { makeSelection } from "./selection.js";
import { addressOf, makeStored } from "./stored.js";
import { showCredits, showLegend, showSummary } from "./summary.js";
import { makeTabs } from "./tabs.js";
import { showThemes } from "./theme.js";
import { makeTimeline } from "./timeline.js";

const selection = makeSelection();
const view = { reading: null, title: "", call: null, map: null, panels: null, running: null };
const choose = (origin) => (entity) => selection.toggle(entity, origin);
const popover = makePopover({ step: stepMention });
const reader = makeReader(byId("reader"), { near: (spans, mark) => popover.show(spans, mark, false), away: popover.leave, pick });
const timeline = makeTimeline({ choose: choose("timeline") });
const stored = makeStored({ open: (id) => openStored(id, true), failed: (error) => tell(error, () => { clearProblem(); stored.begin(); }) });
const showPanel = makeTabs(byId("call-title").parentElement.querySelector('[role="tablist"]'), (id) => id === "tab-geojson" && view.panels?.openGeojson());

function readPasted(call, title) {
  history.replaceState(null, "", "./");
  return read(call, async () => ({ title, text: call.body.text }));
}

function openStored(id, push) {
  if (push) history.pushState(null, "", addressOf(id));
  return read(analysisOfStored(id), async (signal) => ask(storedArticle(id), { signal }));
}

/** Makes the call and shows its answer; `known` gives title and text where the answer has none. */
async function read(call, known) {
  view.running?.abort();
  const running = new AbortController();
  view.running = running;
  clearProblem();
  showBusy(true);
  byId("status").classList.remove("away");
  byId("status").textContent = t("status.reading");
  try {
    const [answer, article] = await Promise.all([ask(call, { signal: running.signal }), known(running.signal)]);
    view.reading = readAnswer(answer, answer.article.text ?? article.text);
    Object.assign(view, { call, title: article.title });
    showReading(true);
  } catch (error) {
    if (view.running === running) tell(error, () => read(call, known));
  } finally {
    if (view.running === running) showBusy(false);
  }
}

function tell(error, again = null) {
  byId("status").textContent = "";
  if (error.name === "AbortError") byId("status").textContent = t("status.stopped");
  else if (error instanceof Problem) showProblem(error, again);
  else showFault(error);
}

/** Shows the answer in every view; when it is not `fresh`, only the language has changed. */
function showReading(fresh) {
  const { reading, title, call } = view;
  byId("result").hidden = false;
  document.body.classList.add("has-result");
  popover.close(false);
  showSummary(reading, title);
  showLegend();
  reader.show(reading);
  view.map ??= makeMap({ choose: choose("map") });
  if (fresh) view.map.show(reading);
  else view.map.redraw();
  showPlaces(reading, choose("places"));
  timeline.show(reading);
  showActors(reading, choose("actors"));
  view.panels = showCall(call, reading.answer);
  if (fresh) showPanel("tab-curl");
  showCredits(reading.answer.meta);
  byId("status").classList.add("away"); // it stands in the summary; here it is for those who hear the page
  byId("status").textContent = t("status.done", reading.actors.length, reading.places.length, reading.dates.length);
  selection.choose(fresh ? null : selection.get(), "page");
  if (!fresh) return;
  showComposer(false);
  byId("reader").scrollTop = 0;
  byId("headline").focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
}

function pick(spans, mark, event) {
  popover.show(spans, mark, true);
  const place = spans.find(({ entity }) => entity.kind === "place");
  selection.choose((place ?? spans[0]).entity, "text");
  if (event.type === "keydown") popover.enter();
}

/** From a mention of the entity to the next or the one before, in the text. */
function stepMention(entity, step) {
  const marks = [...byId("reader").querySelectorAll(".mark")];
  selection.choose(view.reading.entities.find((one) => one.key === entity.key), "text");
  const lit = [...byId("reader").querySelectorAll(".mark.lit:not(.goes-on)")];
  const current = lit.findIndex((one) => one.classList.contains("current"));
  marks.forEach((one) => one.classList.remove("current"));
  const next = lit[(current + step + lit.length) % lit.length];
  next.classList.add("current");
  goTo(byId("reader"), next);
}

selection.follow((entity, origin) => {
  const key = entity?.key ?? null;
  reader.light(key, origin !== "text" && origin !== "page");
  timeline.light(key);
  lightActor(key);
  lightPlace(key);
  if (origin !== "page") view.map.goTo(entity);
});

function showPage() {
  translatePage();
  showThemes(byId("themes"));
  stored.show();
  if (view.reading) showReading(false);
}

function openAddress() {
  const id = new URLSearchParams(location.search).get("article");
  if (id) openStored(id, false);
  else if (view.reading) {
    byId("result").hidden = true;
    popover.close(false);
    showComposer(true);
  }
}

byId("stop").addEventListener("click", () => view.running?.abort());
byId("map-focus").addEventListener("click", () => view.map.showSubject());
byId("map-all").addEventListener("click", () => view.map.showAll());
byId("geojson").addEventListener("click", () => showPanel("tab-geojson"));
addEventListener("popstate", openAddress);
addEventListener("keydown", (event) => event.key === "Escape" && byId("card").hidden && view.reading && selection.choose(null, "page"));
showLanguages(byId("languages"), showPage);
makeComposer({ read: readPasted });
showPage();
stored.begin();
openAddress();
