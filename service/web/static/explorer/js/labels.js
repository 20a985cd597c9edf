// Which names stand on the map: those that matter most first, none upon another.

const LINE = 16; // pixels, height of a name
const LETTER = 6.6; // pixels, width of a letter, roughly
const AIR = 4; // pixels around a name

/**
 * Of `wishes` (`{x, y, text, gap, must}` in pixels, the most wanted first, `gap` from the point to the name; one
 * that must stand may cover a dot), those
 * that find room, with `side` -1 (left) or 1 (right), or 0 (over the point) when `gap` is null.
 */
export function placeLabels(wishes, width, height) {
  const dots = wishes.filter((one) => one.gap !== null).map(dotOf);
  const taken = [];
  const placed = [];
  for (const wish of wishes) {
    const rooms = (wish.gap === null ? [0] : [1, -1]).map((side) => ({ side, ...roomOf(wish, side) }));
    const free = rooms.filter((room) => inside(room, width, height) && !taken.some((other) => meets(room, other)));
    const clear = free.find((room) => !dots.some((dot) => !near(dot, wish) && meets(room, dot)));
    const best = clear ?? (wish.must ? free[0] : undefined);
    if (!best) continue;
    taken.push(best);
    placed.push({ ...wish, side: best.side });
  }
  return placed;
}

const dotOf = ({ x, y, gap }) => ({ ...box(x - 0.7 * gap, y - 0.7 * gap, 1.4 * gap, 1.4 * gap), x, y });

/** Dots that lie upon one another cannot be avoided. */
const near = (dot, { x, y, gap }) => Math.abs(dot.x - x) <= (gap ?? 0) && Math.abs(dot.y - y) <= (gap ?? 0);

function roomOf({ x, y, gap, text }, side) {
  const wide = text.length * LETTER + AIR;
  const left = { 0: x - wide / 2, 1: x + gap, "-1": x - gap - wide }[side];
  return box(left, y - LINE / 2, wide, LINE);
}

const inside = ({ left, right, top, bottom }, width, height) => left >= 0 && right <= width && top >= 0 && bottom <= height;

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
