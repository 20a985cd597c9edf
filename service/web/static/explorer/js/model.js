// An answer made ready to be shown: entities with keys, and the stretches of text that belong to them.

const LISTS = { actor: "actors", place: "places", date: "dates" };

/**
 * `entities` are `{key, kind, data, mentions}` in the order of the answer; `spans` are `{start, end, entity,
 * mention}`, in UTF-16 units of `text`.
 */
export function readAnswer(answer, text) {
  const entities = Object.entries(LISTS).flatMap(([kind, list]) =>
    (answer[list] ?? []).map((data, at) => ({ key: `${kind}-${at}`, kind, data, mentions: data.mentions })),
  );
  const spans = entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ start: mention.start, end: mention.end, entity, mention })),
  );
  return {
    answer,
    text,
    entities,
    spans,
    zones: answer.article.boilerplate,
    actors: entities.filter((one) => one.kind === "actor"),
    places: entities.filter((one) => one.kind === "place"),
    dates: entities.filter((one) => one.kind === "date"),
  };
}

/** What a place name stands for throughout: `literal`, `metonymic`, or `both`. */
export function usageOf(place) {
  const usages = new Set(place.mentions.map((mention) => mention.usage));
  return usages.size > 1 ? "both" : [...usages][0] ?? "literal";
}

export const isLocated = (place) => place.data.latitude !== null && place.data.latitude !== undefined;
