// The stored articles, page by page. Each is a link to its own address.
import { ask, storedArticles } from "./api.js";
import { byId, h } from "./dom.js";
import { t } from "./i18n.js";
import { day, number } from "./wording.js";

export const addressOf = (id) => `./?article=${encodeURIComponent(id)}`;

export function makeStored({ open, failed }) {
  const known = [];
  let cursor = null;
  let begun = false;

  async function more() {
    begun = true;
    byId("more").disabled = true;
    try {
      const page = await ask(storedArticles(cursor));
      known.push(...page.articles);
      cursor = page.next_cursor;
      show();
    } catch (error) {
      begun = known.length > 0;
      failed(error);
    }
    byId("more").disabled = false;
  }

  function show() {
    const items = known.map((article) => h("li", {}, link(article, open)));
    byId("stored").replaceChildren(...items);
    if (begun && !known.length && !cursor) byId("stored").append(h("li", { class: "note" }, t("form.none")));
    byId("more").hidden = !cursor;
  }

  byId("more").addEventListener("click", more);
  return { begin: () => begun || more(), show };
}

function link(article, open) {
  return h("a", {
    href: addressOf(article.id),
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(article.id);
    },
  },
  h("span", { class: "stored-title", lang: article.language }, article.title ?? article.id),
  h("span", { class: "stored-note" }, [day(article.published_at), t("summary.characters", number(article.characters))].filter(Boolean).join(" · ")));
}
