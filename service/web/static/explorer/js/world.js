// The outlines of the countries, from TopoJSON to corners that Leaflet draws.

/** `[{code, polygons, label, area}]`; `code` may be null, `polygons` are rings of `[latitude, longitude]`. */
export async function loadWorld() {
  const address = new URL("../world/world.json", import.meta.url);
  const topology = await (await fetch(address)).json();
  const arcs = topology.arcs.map((arc) => degreesOf(arc, topology.transform));
  return topology.objects.countries.geometries.map(({ id, type, arcs: parts, properties }) => ({
    code: id,
    polygons: (type === "Polygon" ? [parts] : parts).map((polygon) => polygon.map((ring) => cornersOf(ring, arcs))),
    label: [properties.label[1], properties.label[0]],
    area: properties.area,
  }));
}

/** Points are told as whole steps from the one before (TopoJSON 2.1.3). */
function degreesOf(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [(y += dy) * scale[1] + translate[1], (x += dx) * scale[0] + translate[0]]);
}

/** A ring joined from its arcs; a negative index is the arc `~index` backwards. */
function cornersOf(ring, arcs) {
  const corners = ring.flatMap((index, at) => {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    return at ? arc.slice(1) : arc;
  });
  return roundThePole(unrolled(corners));
}

/** Past the antimeridian longitudes go on counting, so that no line runs back across the map. */
function unrolled(corners) {
  let turns = 0;
  return corners.map(([latitude, longitude], at) => {
    if (at) turns -= 360 * Math.round((longitude - corners[at - 1][1]) / 360);
    return [latitude, longitude + turns];
  });
}

/** A ring that goes once round the Earth (Antarctica) is closed along the lower edge of the map. */
function roundThePole(corners) {
  const [first, last] = [corners[0], corners.at(-1)];
  if (Math.abs(last[1] - first[1]) < 300) return corners;
  return [...corners, [-85, last[1]], [-85, first[1]]];
}
