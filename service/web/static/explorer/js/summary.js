// The answer at a glance: what it is about, when it was published, how much was found.
import { byId, h } from "./dom.js";
import { t, word } from "./i18n.js";
import { country, day, number } from "./wording.js";

export function showSummary(reading, title) {
  const { article, focus, meta } = reading.answer;
  byId("headline").textContent = title || t("reading.untitled");
  const about = [focus?.place?.name, country(focus?.country)].filter((name, at, all) => name && all.indexOf(name) === at);
  const open = article.published_at_candidates.slice(0, 3).map((one) => day(one, "short"));
  byId("summary").replaceChildren(
    ...fact("summary.focus", about.join(", ") || t("summary.unknown")),
    ...fact("summary.published", day(article.published_at) || t("summary.unknown"),
      article.published_at ? word("source", article.published_at_source) : null,
      open.length ? t("summary.candidates", open.join(", ")) : null),
    ...fact("summary.found", t("summary.counts", reading.actors.length, reading.places.length, reading.dates.length)),
    ...fact("summary.length", t("summary.characters", number(article.characters))),
    ...(meta.degraded.length ? [h("div", { class: "degraded" }, h("dt", {}, "⚠"), h("dd", {}, t("summary.degraded", meta.degraded.join(", "))))] : []),
  );
}

function fact(key, value, ...notes) {
  const told = notes.filter(Boolean);
  return [h("div", {}, h("dt", {}, t(key)), h("dd", {}, value, told.length ? h("small", {}, told.join(" · ")) : null))];
}

export function showLegend() {
  const kinds = [
    ["actor", "mark actor"], ["literal", "mark place"], ["metonymic", "mark actor place metonymic"], ["date", "mark date"], ["zone", "zone"],
  ];
  byId("legend").replaceChildren(...kinds.map(([key, look]) => h("li", {}, h("span", { class: `${look} sample` }, t(`legend.${key}`)))));
}

/** The credits that go with the data, and the versions that gave the answer. */
export function showCredits(meta) {
  byId("credits").replaceChildren(
    h("p", {}, h("strong", {}, t("credits.data")), " ", [...meta.attribution, t("map.credit")].map((line) => h("span", { class: "credit" }, line))),
    h("p", {}, h("strong", {}, t("credits.versions")), ` Gazette ${meta.service} · ${meta.model} · ${meta.gazetteer} · ${meta.rules}`),
  );
}
