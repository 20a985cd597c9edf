// Elements are made here, and only here. Data gets in as text, never as markup.

/** The element with this id. It is there: index.html says so. */
export const byId = (id) => document.getElementById(id);

/**
 * An element. `props` are attributes, but for `on…` (listeners), `class` (null leaves it out) and
 * `data` (an object); `null`, `undefined` and `false` leave an attribute out, `true` sets it empty.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

/** An outside address in a window of its own. Nothing is fetched before somebody follows it. */
export function outside(address, ...children) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

export const stillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
