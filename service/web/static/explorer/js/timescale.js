// A scale of days that is wide around the day of publication and narrow far from it. Pure.

const DAY = 86_400_000; // milliseconds
const WIDE = 4; // days on each side of the reference that are nearly to scale

/** The day as a count of days, UTC. */
export const dayNumber = (iso) => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY);

const bend = (days) => Math.sign(days) * Math.log1p(Math.abs(days) / WIDE);

/** `x(day)` in 0–1 over the days from `first` to `last`, with `reference` between or beside them. */
export function makeScale(first, last, reference) {
  const low = bend(first - reference);
  const high = bend(last + 1 - reference);
  const wide = Math.max(high - low, 1e-9);
  return { x: (day) => (bend(day - reference) - low) / wide, first, last, reference };
}

const STEPS = [
  ["day", 1, 1], ["day", 3, 3], ["week", 1, 7], ["month", 1, 30.4], ["month", 3, 91.3], ["month", 6, 182.6], ["year", 1, 365.25],
  ["year", 2, 730.5], ["year", 5, 1826], ["year", 10, 3652], ["year", 20, 7305], ["year", 50, 18262], ["year", 100, 36525], ["year", 500, 182622],
];

/** Ticks `{unit, count, at}` at least `gap` (0–1) from one another, and farther from the reference: its name is long. */
export function ticks(scale, gap) {
  const all = STEPS.flatMap(([unit, count, days]) => [-1, 1].map((sign) => ({ unit, count: sign * count, day: scale.reference + sign * days })));
  const inside = all.filter(({ day }) => day >= scale.first && day <= scale.last + 1);
  const placed = [];
  const reference = scale.x(scale.reference);
  const busy = [];
  for (const tick of inside) {
    const at = scale.x(tick.day);
    if (at > 1 - gap / 3 || at < gap / 3 || Math.abs(at - reference) < 1.35 * gap || busy.some((other) => Math.abs(other - at) < gap)) continue;
    busy.push(at);
    placed.push({ ...tick, at });
  }
  return placed;
}

/** The first row free for each item (`{from, to}` in 0–1, in order of `from`). */
export function rows(items) {
  const ends = [];
  return items.map(({ from, to }) => {
    let row = ends.findIndex((end) => end <= from);
    if (row === -1) row = ends.length;
    ends[row] = to;
    return row;
  });
}
