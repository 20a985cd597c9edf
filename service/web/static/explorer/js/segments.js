// Overlapping spans cut into stretches that do not overlap. Pure; offsets are UTF-16 units.

/**
 * The text from 0 to `length` as `{start, end, spans}`, without gaps, cut wherever a span begins or ends and at
 * each of `breaks`. Time n log n in the spans; empty spans are left out.
 */
export function cut(length, spans, breaks = []) {
  const real = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start || b.end - a.end);
  const edges = new Set([0, length, ...breaks]);
  for (const { start, end } of real) edges.add(start).add(end);
  const points = [...edges].filter((edge) => edge >= 0 && edge <= length).sort((a, b) => a - b);
  const segments = [];
  let open = [];
  let next = 0;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const [start, end] = [points[at], points[at + 1]];
    open = open.filter((span) => span.end > start);
    while (next < real.length && real[next].start <= start) open.push(real[next++]);
    segments.push({ start, end, spans: open.slice() });
  }
  return segments;
}

/** The ends of the blocks of a text: after each run of line breaks, and the end. A block keeps its breaks. */
export function blockEnds(text) {
  const ends = [];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at)) {
    while (text[at] === "\n") at += 1;
    ends.push(at);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}
