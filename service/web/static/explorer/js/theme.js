// Light, dark, or as the system has it. colours.css does the rest.
import { h } from "./dom.js";
import { keep } from "./storage.js";
import { t } from "./i18n.js";

const THEMES = ["auto", "light", "dark"];
const SIGNS = { auto: "◐", light: "☀", dark: "☾" };

function chosen() {
  return document.documentElement.dataset.theme ?? "auto";
}

function choose(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keep("theme", theme);
}

/** Fills the group of buttons anew, in the language of the page. */
export function showThemes(group) {
  const buttons = THEMES.map((theme) =>
    h("button", {
      type: "button",
      "aria-pressed": String(theme === chosen()),
      "aria-label": t(`theme.${theme}`),
      title: t(`theme.${theme}`),
      onclick: () => {
        choose(theme);
        buttons.forEach((one, at) => one.setAttribute("aria-pressed", String(THEMES[at] === theme)));
      },
    }, h("span", { "aria-hidden": "true" }, SIGNS[theme])),
  );
  group.replaceChildren(...buttons);
}
