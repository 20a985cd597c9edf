// Which names stand on the map: those that matter most first, none upon another.

const LINE = 16; // pixels, height of a name
const LETTER = 6.6; // pixels, width of a letter, roughly
const AIR = 4; // pixels around a name

/**
 * Of `wishes` (`{x, y, text, gap}` in pixels, the most wanted first, `gap` from the point to the name), those
 * that find room, with `side` -1 (left) or 1 (right), or 0 (over the point) when `gap` is null.
 */
export function placeLabels(wishes, width, height) {
  const taken = [];
  const placed = [];
  for (const wish of wishes) {
    if (wish.gap !== null) taken.push(box(wish.x - wish.gap / 2, wish.y - wish.gap / 2, wish.gap, wish.gap));
    const wide = wish.text.length * LETTER + AIR;
    const sides = wish.gap === null ? [0] : [1, -1];
    for (const side of sides) {
      const left = side === 0 ? wish.x - wide / 2 : side === 1 ? wish.x + wish.gap : wish.x - wish.gap - wide;
      const room = box(left, wish.y - LINE / 2, wide, LINE);
      const free = room.left >= 0 && room.right <= width && room.top >= 0 && room.bottom <= height;
      if (!free || taken.some((other) => meets(room, other))) continue;
      taken.push(room);
      placed.push({ ...wish, side });
      break;
    }
  }
  return placed;
}

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
