// A problem document as it is said: title, detail, and what is wrong at each field.
import { useKey } from "./api.js";
import { byId, h } from "./dom.js";
import { t } from "./i18n.js";

const KEY_WANTED = 401;

export function clearProblem() {
  byId("problem").hidden = true;
  byId("problem").replaceChildren();
  for (const note of document.querySelectorAll(".field .wrong")) note.remove();
  for (const input of document.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  }
}

/** Shows a `Problem`. Fields of the form get their messages beside them; others are listed. `again` asks anew. */
export function showProblem({ told, retryAfter }, again = null) {
  const box = byId("problem");
  const ours = told.unreachable;
  const rest = Object.entries(told.errors ?? {}).filter(([field, messages]) => !showAtField(field, messages));
  box.replaceChildren(...[
    h("p", { class: "problem-title", lang: ours ? null : "en" },
      told.status ? h("span", { class: "code" }, String(told.status)) : null,
      ours ? t("problem.unreachable") : told.title),
    h("p", { lang: ours ? null : "en" }, ours ? t("problem.unreachable.detail") : told.detail),
    rest.length ? h("ul", { lang: "en" }, rest.map(([field, messages]) => h("li", {}, h("code", {}, field), ` ${messages.join(" ")}`))) : null,
    retryAfter ? h("p", {}, t("problem.retry", retryAfter)) : null,
    told.status === KEY_WANTED && again ? keyForm(again) : null,
    told.type?.startsWith("/problems/") ? h("a", { href: told.type.slice(1) }, t("problem.more")) : null,
  ].filter(Boolean));
  box.hidden = false;
  (document.querySelector("[aria-invalid]") ?? box).scrollIntoView({ block: "nearest" });
}

function keyForm(again) {
  const input = h("input", { type: "password", id: "key", autocomplete: "off" });
  return h("form", { class: "key-form", onsubmit: (event) => {
    event.preventDefault();
    useKey(input.value.trim() || null);
    again();
  } }, h("label", { for: "key" }, t("problem.key")), input, h("button", { type: "submit", class: "primary" }, t("problem.use")));
}

/** A fault of the page itself, told rather than swallowed. */
export function showFault(error) {
  showProblem({ told: { title: t("problem.unexpected"), detail: String(error) }, retryAfter: null });
}

function showAtField(field, messages) {
  const holder = document.querySelector(`.field[data-field="${CSS.escape(field)}"]`);
  if (!holder || holder.closest("[hidden]")) return false; // folded away, nobody would see it
  const input = holder.querySelector("input, textarea");
  const note = h("p", { class: "wrong", id: `wrong-${field}`, lang: "en" }, messages.join(" "));
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", note.id);
  holder.append(note);
  return true;
}
