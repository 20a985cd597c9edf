// Values of the contract in words: countries, days, numbers, in the language of the page.
import { locale, t, word } from "./i18n.js";

const SIZES = { day: 10, month: 7 };

/** The name of a country by its ISO code; the code itself where the browser knows none. */
export function country(code) {
  if (!code) return "";
  try {
    return new Intl.DisplayNames([locale()], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const number = (value) => new Intl.NumberFormat(locale()).format(value);

export const percent = (value) =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: value > 0 && value < 0.01 ? 1 : 0 }).format(value);

/** A day in words; `iso` is `2016-10-11` or a date-time, of which the day is told as written there. */
export function day(iso, month = "long") {
  if (!iso) return "";
  const at = new Date(`${iso.slice(0, SIZES.day)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month, year: "numeric", timeZone: "UTC" }).format(at);
}

/** The days that a date covers, in words, or null. */
export function period({ begin, end }) {
  if (!begin) return null;
  if (!end || begin === end) return day(begin);
  return `${day(begin)} – ${day(end)}`;
}

/** A date's value with what modifies it, or what kind of expression it is. */
export function dateWords(date) {
  const told = period(date) ?? date.value ?? t("date.open");
  return [date.relation && word("relation", date.relation), date.mod && word("mod", date.mod), told].filter(Boolean).join(" ");
}

/** Where a place lies: its parents, the nearest first, or its country. */
export function lies(place) {
  const parents = (place.parents ?? []).map((parent) => parent.name);
  return parents.length ? parents.join(", ") : country(place.country);
}
