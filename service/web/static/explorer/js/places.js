// The places below the map, so that each can be reached without it, and those too that have no point.
import { byId, h } from "./dom.js";
import { t, word } from "./i18n.js";
import { isLocated, usageOf } from "./model.js";
import { lies } from "./wording.js";

export function showPlaces(reading, choose) {
  byId("places").replaceChildren(...reading.places.map((entity) => h("li", {}, row(entity, choose))));
  if (!reading.places.length) byId("places").append(h("li", { class: "note" }, t("map.none")));
}

function row(entity, choose) {
  const { data, mentions } = entity;
  const usage = usageOf(entity);
  return h("button", {
    type: "button", class: "place-row", data: { key: entity.key }, "aria-pressed": "false",
    title: [word("place", data.type), lies(data)].filter(Boolean).join(", "), onclick: () => choose(entity),
  },
  h("span", { class: `key ${usage}`, "aria-hidden": "true" }),
  h("span", { lang: "fr" }, data.name),
  usage === "literal" ? null : h("span", { class: "away" }, ` (${word("usage", usage)})`),
  isLocated(entity) ? null : h("small", {}, t("map.unlocated")),
  mentions.length > 1 ? h("small", {}, `×${mentions.length}`) : null);
}

export function lightPlace(key) {
  for (const one of byId("places").querySelectorAll("[data-key]")) {
    one.classList.toggle("lit", one.dataset.key === key);
    one.setAttribute("aria-pressed", String(one.dataset.key === key));
  }
}
