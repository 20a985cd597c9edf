// The actors, gathered by the country they belong to: who, what, in which function, how often.
import { byId, h } from "./dom.js";
import { t, word } from "./i18n.js";
import { country, percent } from "./wording.js";

export function showActors(reading, choose) {
  const groups = byCountry(reading.actors);
  byId("actors").replaceChildren(...groups.map(([code, actors]) => group(code, actors, choose)));
  if (!groups.length) byId("actors").append(h("p", { class: "note" }, t("actors.none")));
}

/** Countries with the most mentions first; those without a country last. */
function byCountry(actors) {
  const groups = new Map();
  for (const actor of actors) {
    const code = actor.data.country ?? "";
    groups.set(code, [...(groups.get(code) ?? []), actor]);
  }
  const weight = (list) => list.reduce((sum, actor) => sum + actor.mentions.length, 0);
  return [...groups].sort(([a, one], [b, other]) => (a === "") - (b === "") || weight(other) - weight(one));
}

function group(code, actors, choose) {
  const name = code ? country(code) : t("actors.nowhere");
  const heading = h("h4", {}, code ? h("span", { class: "code", "aria-hidden": "true" }, code) : null, name);
  return h("section", { class: "country" }, heading, h("ul", {}, actors.map((actor) => row(actor, choose))));
}

function row(entity, choose) {
  const { data, mentions } = entity;
  const kinds = [...new Set(mentions.map((mention) => word("mention", mention.kind)))];
  return h("li", {}, h("button", { type: "button", class: "actor-row", data: { key: entity.key }, "aria-pressed": "false", onclick: () => choose(entity) },
    h("span", { class: "actor-name", lang: "fr" }, data.name),
    h("span", { class: "actor-count", title: kinds.join(", ") }, h("span", { class: "away" }, `${t("actors.mentions")} : `), String(mentions.length)),
    h("span", { class: "actor-note" }, word("actor", data.type),
      data.function ? [" · ", h("span", { lang: "fr" }, data.function)] : null),
    h("span", { class: "sure", title: t("actors.confidence") }, h("span", { class: "away" }, `${t("actors.confidence")} : `), percent(data.confidence))));
}

export function lightActor(key) {
  for (const one of byId("actors").querySelectorAll("[data-key]")) {
    one.classList.toggle("lit", one.dataset.key === key);
    one.setAttribute("aria-pressed", String(one.dataset.key === key));
  }
}
