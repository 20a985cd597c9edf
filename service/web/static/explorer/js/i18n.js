// The languages of the page. The articles are French whatever language the page speaks.
import { en } from "./messages-en.js";
import { fr } from "./messages-fr.js";
import { keep, kept } from "./storage.js";
import { h } from "./dom.js";

const MESSAGES = { fr, en };
const NAMES = { fr: "Français", en: "English" };

let language = first();

function first() {
  const wished = [kept("language"), ...navigator.languages.map((one) => one.slice(0, 2))];
  return wished.find((one) => one in MESSAGES) ?? "en";
}

export const locale = () => language;

/** The message of this key; those with parameters are functions. A missing key shows itself. */
export function t(key, ...parameters) {
  const message = MESSAGES[language][key] ?? key;
  return typeof message === "function" ? message(...parameters) : message;
}

/** The word for one of the contract's values, or the value itself where it is new. */
export function word(list, value) {
  return MESSAGES[language][`${list}.${value}`] ?? String(value).replaceAll("_", " ");
}

/** Puts the messages into the marked elements: `data-t`, `data-t-label`, `data-t-placeholder`, `data-t-title`. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = t(one.dataset.t);
  for (const one of document.querySelectorAll("[data-t-label]")) one.setAttribute("aria-label", t(one.dataset.tLabel));
  for (const one of document.querySelectorAll("[data-t-title]")) one.title = t(one.dataset.tTitle);
  for (const one of document.querySelectorAll("[data-t-placeholder]")) one.placeholder = t(one.dataset.tPlaceholder);
}

/** Fills the group of buttons; `changed` is called after another language was chosen. */
export function showLanguages(group, changed) {
  const buttons = Object.keys(MESSAGES).map((one) =>
    h("button", {
      type: "button",
      lang: one,
      "aria-label": NAMES[one],
      title: NAMES[one],
      "aria-pressed": String(one === language),
      onclick: () => {
        language = one;
        keep("language", one);
        buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.lang === one)));
        changed();
      },
    }, one.toUpperCase()),
  );
  group.replaceChildren(...buttons);
}
