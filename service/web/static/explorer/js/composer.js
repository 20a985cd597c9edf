// The form: what is to be read, and what is known of it.
import { analysisOf } from "./api.js";
import { byId } from "./dom.js";
import { t } from "./i18n.js";
import { makeTabs } from "./tabs.js";

// Looked for in the beginning only: what a page of HTML begins with.
const PAGE = /^\s*<(?:!doctype|!--|html|head|body|main|article|section|div|p)[\s>]/i;
const BEGINNING = 200;

/** Makes the form work. `read(call, title)` is called with the call asked for. */
export function makeComposer({ read }) {
  let source = "text";
  const show = makeTabs(byId("form").querySelector('[role="tablist"]'), (id) => {
    source = id.slice("tab-".length);
  });
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    read(analysisOf(source, byId(source).value, known()), byId("title").value.trim());
  });
  byId("form").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("form").requestSubmit();
  });
  byId("text").addEventListener("paste", () => setTimeout(() => moveHtml(show)));
  byId("again").addEventListener("click", () => {
    showComposer(byId("composer").hidden);
    if (!byId("composer").hidden) byId(source).focus();
  });
}

/** Opens or folds away the form and the stored articles, which stand aside once there is something to read. */
export function showComposer(open) {
  byId("composer").hidden = byId("shelf").hidden = !open;
  byId("again").setAttribute("aria-expanded", String(open));
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
  document.body.classList.toggle("busy", busy);
  byId("composer").setAttribute("aria-busy", String(busy));
}
