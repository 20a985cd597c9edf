// The form: what is to be read, and what is known of it.
import { analysisOf } from "./api.js";
import { byId } from "./dom.js";
import { t } from "./i18n.js";
import { makeTabs } from "./tabs.js";

// Looked for in the beginning only: what a page of HTML begins with.
const PAGE = /^\s*<(?:!doctype|!--|html|head|body|main|article|section|div|p)[\s>]/i;
const BEGINNING = 200;

/** Makes the form work. `read(call, name)` is called with the call asked for; `stored()` when that tab opens. */
export function makeComposer({ read, stored }) {
  let source = "text";
  const show = makeTabs(byId("form").querySelector('[role="tablist"]'), (id) => {
    source = id.slice("tab-".length);
    byId("known").hidden = source === "stored";
    if (source === "stored") stored();
  });
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (source !== "stored") read(analysisOf(source, byId(source).value, known()), byId("title").value.trim());
  });
  byId("form").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("form").requestSubmit();
  });
  byId("text").addEventListener("paste", () => setTimeout(() => moveHtml(show)));
  return { show: (wanted) => show(`tab-${wanted}`) };
}

const known = () => ({ title: byId("title").value.trim(), published_at: byId("published_at").value });

function moveHtml(show) {
  const text = byId("text");
  if (!PAGE.test(text.value.slice(0, BEGINNING))) return;
  byId("html").value = text.value;
  text.value = "";
  show("tab-html");
  byId("html").focus();
  byId("status").textContent = t("form.html.seen");
}

/** While an answer is on its way, it can be stopped instead of asked for again. */
export function showBusy(busy) {
  byId("send").disabled = busy;
  byId("stop").hidden = !busy;
  byId("composer").classList.toggle("busy", busy);
  byId("composer").setAttribute("aria-busy", String(busy));
}
