// Tabs after the pattern of the WAI-ARIA practices: arrows move, the chosen one alone is a stop of Tab.
import { byId } from "./dom.js";

/** Makes a tab list work. `shown(id)` is called with the id of the tab that is shown. Answers `show(id)`. */
export function makeTabs(list, shown = () => {}) {
  const tabs = [...list.querySelectorAll('[role="tab"]')];
  const show = (id) => {
    for (const tab of tabs) {
      const chosen = tab.id === id;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    shown(id);
  };
  list.addEventListener("click", (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) show(tab.id);
  });
  list.addEventListener("keydown", (event) => {
    const here = tabs.indexOf(document.activeElement);
    const steps = { ArrowRight: here + 1, ArrowLeft: here - 1 + tabs.length, Home: 0, End: tabs.length - 1 };
    if (here === -1 || !(event.key in steps)) return;
    const tab = tabs[steps[event.key] % tabs.length];
    show(tab.id);
    tab.focus();
    event.preventDefault();
  });
  show(tabs[0].id);
  return show;
}
