// What a mention is, in a few words: for those who hear the page.
import { t, word } from "./i18n.js";
import { country, dateWords } from "./wording.js";

export function describe({ entity, mention }) {
  const { kind, data } = entity;
  if (kind === "date") return `${t("kind.date")} : ${dateWords(data)}`;
  if (kind === "place") {
    return `${t("kind.place")} (${word("usage", mention.usage)}) : ${data.name}, ${word("place", data.type)}`;
  }
  return [`${t("kind.actor")} : ${data.name}`, word("actor", data.type), country(data.country)].filter(Boolean).join(", ");
}
