// The card's place on the page: beside its mark, or along the lower edge of a narrow window.
import { cardOf } from "./card.js";
import { byId } from "./dom.js";

const GAP = 8; // pixels between mark, card and window
const NARROW = 640; // pixels; card.css has the same
const WAIT = 220; // milliseconds in which the pointer may cross over to the card

export function makePopover({ step }) {
  const card = byId("card");
  let anchor = null;
  let pinned = false;
  let leaving = 0;
  let returning = false;

  function show(spans, element, pin) {
    clearTimeout(leaving);
    if (returning || (pinned && !pin)) return;
    [anchor, pinned] = [element, pin];
    card.replaceChildren(...cardOf(spans, { step, close: () => close(true) }));
    card.classList.toggle("pinned", pin);
    card.hidden = false;
    card.scrollTop = 0;
    place();
  }

  function place() {
    if (card.hidden || !anchor) return;
    const narrow = innerWidth <= NARROW;
    card.classList.toggle("sheet", narrow);
    if (narrow) {
      card.style.left = card.style.top = "";
      return;
    }
    const mark = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const below = mark.bottom + GAP;
    const top = below + height <= innerHeight ? below : Math.max(GAP, mark.top - GAP - height);
    card.style.top = `${top}px`;
    const edge = Math.min(innerWidth - GAP, byId("reader").getBoundingClientRect().right); // the map stays in sight
    card.style.left = `${Math.max(GAP, Math.min(mark.left, edge - width))}px`;
  }

  function close(back) {
    clearTimeout(leaving);
    const had = card.contains(document.activeElement);
    card.hidden = true;
    pinned = false;
    const mark = anchor;
    anchor = null;
    if (!back || !had) return;
    returning = true; // the mark gets the focus back, and must not open the card again
    mark?.focus({ preventScroll: true });
    returning = false;
  }

  function leave() {
    clearTimeout(leaving);
    if (!pinned) leaving = setTimeout(() => close(false), WAIT);
  }

  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", leave);
  addEventListener("keydown", (event) => event.key === "Escape" && close(true));
  addEventListener("resize", place);
  addEventListener("scroll", (event) => event.target !== card && place(), true);
  document.addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && !event.target.closest?.("[data-mark]")) close(false);
  });
  return { show, leave, close, enter: () => card.querySelector("button")?.focus() };
}
