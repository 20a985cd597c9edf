// What is known of the mentions at one spot: who or what it is, how sure that is, why, and what else it could be.
import { h, outside } from "./dom.js";
import { t, word } from "./i18n.js";
import { country, dateWords, lies, percent, period } from "./wording.js";

/** The content of the card for the spans at one spot; `step(entity, ±1)` leads to another mention. */
export function cardOf(spans, { step, close }) {
  return [
    h("button", { type: "button", class: "card-close", "aria-label": t("card.close"), onclick: close }, "×"),
    ...spans.map(({ entity, mention }, at) => part(entity, mention, at, step)),
  ];
}

function part({ kind, data, mentions, ...entity }, mention, at, step) {
  const rest = { kind, data, mentions, ...entity };
  const body = { actor: actorFacts, place: placeFacts, date: dateFacts }[kind](data);
  return h("section", { class: `card-part ${kind}` },
    h("p", { class: "card-kind" }, t(`kind.${kind}`), ` · ${nature(kind, data, mention)}`),
    h("h4", { id: at === 0 ? "card-title" : null, lang: kind === "date" ? null : "fr" }, kind === "date" ? dateWords(data) : data.name),
    kind === "date" ? null : meter(data.confidence),
    h("dl", {}, body),
    list("card.reasons", (data.reasons ?? []).map((reason) => h("li", { lang: "en" }, reason))),
    list("card.candidates", others(kind, data)),
    mentions.length > 1 ? walk(rest, step) : null,
  );
}

function nature(kind, data, mention) {
  if (kind === "actor") return `${word("actor", data.type)}, ${word("mention", mention.kind)}`;
  if (kind === "place") return `${word("place", data.type)}, ${word("usage", mention.usage)}`;
  return word("date", data.type);
}

function meter(confidence) {
  const bar = h("span", { class: "meter", "aria-hidden": "true" }, h("span", {}));
  bar.firstChild.style.width = `${100 * confidence}%`;
  return h("p", { class: "card-sure" }, `${t("card.confidence")} ${percent(confidence)}`, bar);
}

const fact = (key, ...value) => [h("dt", {}, t(key)), h("dd", {}, ...value)];

function actorFacts(actor) {
  return [
    actor.function ? fact("card.function", h("span", { lang: "fr" }, actor.function)) : [],
    actor.country ? fact("card.country", `${country(actor.country)} (${actor.country})`) : [],
    fact("card.identity", identity(actor)),
  ].flat();
}

function placeFacts(place) {
  const point = place.latitude === null ? t("card.unlocated") : `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
  return [
    lies(place) ? fact("card.where", h("span", { lang: "fr" }, lies(place))) : [],
    fact("card.point", point, h("small", {}, word("precision", place.precision))),
    fact("card.identity", identity(place)),
  ].flat();
}

function dateFacts(date) {
  const days = period(date);
  return [
    fact("card.value", date.value ? h("code", {}, date.value) : t("date.open")),
    days && days !== dateWords(date) ? fact("card.days", days) : [],
    date.candidates.length ? fact("card.candidates", date.candidates.map((one) => h("code", {}, one))) : [],
  ].flat();
}

function identity({ id, wikidata }) {
  const item = wikidata ?? (id.startsWith("wikidata:") ? id.slice("wikidata:".length) : null);
  if (item) return outside(`https://www.wikidata.org/wiki/${encodeURIComponent(item)}`, h("code", {}, id));
  if (/^geonames:\d+$/.test(id)) return outside(`https://www.geonames.org/${id.slice("geonames:".length)}`, h("code", {}, id));
  return [h("code", {}, id), id.startsWith("text:") ? h("small", {}, t("card.own")) : null].filter(Boolean);
}

function others(kind, data) {
  if (kind === "date") return [];
  return data.candidates.filter((one) => one.id !== data.id).map((one) =>
    h("li", {}, h("span", { lang: "fr" }, one.name), " ",
      h("small", {}, [one.type && word("place", one.type), country(one.country)].filter(Boolean).join(", ")),
      h("span", { class: "score" }, percent(one.score))));
}

const list = (key, items) => (items.length ? h("details", { open: key === "card.reasons" }, h("summary", {}, t(key)), h("ul", {}, items)) : null);

function walk(entity, step) {
  return h("p", { class: "card-walk" },
    h("button", { type: "button", class: "quiet small", "aria-label": t("card.previous"), onclick: () => step(entity, -1) }, "←"),
    t("card.mentions", entity.mentions.length),
    h("button", { type: "button", class: "quiet small", "aria-label": t("card.next"), onclick: () => step(entity, 1) }, "→"));
}
