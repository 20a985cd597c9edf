// The very call and its answer, to copy: curl, JSON, GeoJSON.
import { askText, GEOJSON } from "./api.js";
import { curlOf } from "./curl.js";
import { byId, h } from "./dom.js";
import { t } from "./i18n.js";
import { showFault } from "./problem.js";
import { number } from "./wording.js";

const SHOWN = 200_000; // characters; more in one element makes browsers slow
const PATIENCE = 2000; // milliseconds that “copied” stays

/** Fills the three panels. The GeoJSON is asked for when its panel is first opened: `openGeojson`. */
export function showCall(call, answer) {
  fill("panel-curl", curlOf(call), null);
  fill("panel-json", JSON.stringify(answer, null, 2), { name: "analysis.json", type: "application/json" });
  byId("panel-geojson").replaceChildren();
  let asked = null;
  return {
    openGeojson: () => {
      asked ??= askText(call, { accept: GEOJSON }).then((text) => {
        const pretty = JSON.stringify(JSON.parse(text), null, 2);
        fill("panel-geojson", pretty, { name: "places.geojson", type: GEOJSON }, curlOf(call, GEOJSON));
      }).catch((error) => {
        asked = null;
        showFault(error);
      });
      return asked;
    },
  };
}

function fill(panel, text, file, line) {
  const shown = text.length > SHOWN ? text.slice(0, SHOWN) : text;
  byId(panel).replaceChildren(
    h("div", { class: "acts" }, copyButton(text), file ? saveButton(text, file) : null),
    line ? block(line, "curl") : "",
    block(shown, panel),
    shown.length < text.length ? h("p", { class: "note" }, t("call.cut", number(shown.length), number(text.length))) : "",
  );
}

const block = (text, name) => h("pre", { tabindex: "0", role: "region", "aria-label": name.replace("panel-", "") }, h("code", {}, text));

function copyButton(text) {
  const button = h("button", { type: "button", class: "quiet small copy", onclick: () => copy(text, button) }, t("call.copy"));
  return button;
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = t("call.copied");
  } catch {
    button.textContent = copyByHand(text) ? t("call.copied") : t("call.refused");
  }
  byId("status").textContent = button.textContent;
  setTimeout(() => { button.textContent = t("call.copy"); }, PATIENCE);
}

/** Where the page is not served over TLS, browsers have no clipboard but this one. */
function copyByHand(text) {
  const area = h("textarea", { class: "away", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

function saveButton(text, { name, type }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), PATIENCE);
  };
  return h("button", { type: "button", class: "quiet small", onclick: save }, t("call.save"));
}
