// Near the ground the outlines say little: the gazetteer names what lies around.
import { ask, placesAround } from "./api.js";

const FROM_ZOOM = 9;
const FARTHEST = 100; // kilometres
const CALM = 350; // milliseconds without a movement before the service is asked

/** Asks for the towns around when the map rests near the ground; `came()` is called when they are there. */
export function makeSurroundings(map, came) {
  let known = [];
  let waiting = 0;
  let running = null;

  async function look() {
    running?.abort();
    if (map.getZoom() < FROM_ZOOM) {
      known = [];
      return;
    }
    running = new AbortController();
    const { lat, lng } = map.getCenter().wrap();
    const radius = Math.min(FARTHEST, Math.ceil(map.distance(map.getCenter(), map.getBounds().getNorthEast()) / 1000));
    try {
      const { places } = await ask(placesAround(lat, lng, radius), { signal: running.signal });
      known = places.filter((place) => place.latitude !== null).sort((a, b) => b.population - a.population);
      came();
    } catch {
      known = []; // a map without these names is still a map
    }
  }

  map.on("moveend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, CALM);
  });
  return { around: () => known };
}
