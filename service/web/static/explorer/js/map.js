// The map: outlines of the world, a marker for each located place, names where there is room.
import { byId, h, stillness } from "./dom.js";
import { t } from "./i18n.js";
import { makeSurroundings } from "./surroundings.js";
import { placeLabels } from "./labels.js";
import { isLocated, usageOf } from "./model.js";
import { country } from "./wording.js";
import { loadWorld } from "./world.js";

const L = globalThis.L;
const HOME = { center: [30, 15], zoom: 2 };
const DETAIL_ZOOM = 10; // from here on districts, streets and buildings stand apart from their town
const DETAILS = new Set(["district", "exact", "part"]);
const WIDE = new Set(["country", "region", "continent", "water", "terrain"]);
const GOAL_ZOOM = { exact: 13, district: 13, part: 12, city: 9, region: 7, country: 5, continent: 3, water: 6, terrain: 7 };

/** The town that a district, a street or a building lies in, if that is told. */
const townOf = (place) => (DETAILS.has(place.precision) && place.parents[0]?.type === "city" ? place.parents[0] : null);

/** Makes the map; `choose(entity)` is called when a marker is chosen. */
export function makeMap({ choose }) {
  const map = L.map(byId("map"), {
    ...HOME, minZoom: 1, maxZoom: 15, zoomSnap: 0.5, zoomControl: false, attributionControl: false,
    renderer: L.svg({ padding: 0.6 }), worldCopyJump: false, maxBounds: [[-86, -220], [86, 230]], maxBoundsViscosity: 0.6,
  });
  const zoom = L.control.zoom({ zoomInTitle: t("map.in"), zoomOutTitle: t("map.out") }).addTo(map);
  const layers = { labels: L.layerGroup().addTo(map), markers: L.layerGroup().addTo(map) };
  const surroundings = makeSurroundings(map, () => drawLabels());
  const state = { places: [], markers: new Map(), countries: [], focus: null, chosen: null };

  loadWorld().then((countries) => {
    state.countries = countries.map((one) => ({ ...one, shape: L.polygon(one.polygons, { className: "land", interactive: false, smoothFactor: 0.8, weight: 0.7 }).addTo(map) }));
    tint();
    drawLabels();
    byId("map").dataset.ready = "true";
  });
  map.on("zoomend moveend resize", drawLabels);
  map.on("zoomend", showDetails);

  function show(reading) {
    state.places = reading.places.filter(isLocated);
    state.focus = reading.answer.focus;
    state.chosen = null;
    layers.markers.clearLayers();
    state.markers = new Map(state.places.map((entity) => [entity.key, marker(entity)]));
    zoom._zoomInButton.title = t("map.in");
    zoom._zoomOutButton.title = t("map.out");
    map.invalidateSize();
    tint();
    showDetails();
    showSubject(false);
  }

  function marker(entity) {
    const { data, mentions } = entity;
    const size = Math.min(40, 10 + 6 * Math.sqrt(mentions.length));
    const dot = h("span", { class: "dot" });
    dot.style.width = dot.style.height = `${size}px`;
    const focus = state.focus?.place?.id === data.id;
    const look = ["place-marker", usageOf(entity), WIDE.has(data.precision) && "wide", focus && "focus"];
    const name = t("map.marker", data.name, mentions.length);
    const icon = L.divIcon({ html: dot, className: look.filter(Boolean).join(" "), iconSize: [Math.max(size, 24), Math.max(size, 24)] });
    const made = L.marker([data.latitude, data.longitude], { icon, keyboard: true, title: name, alt: name, zIndexOffset: -20 * size });
    made.entity = entity;
    made.size = size;
    return made.on("click", () => choose(entity)).on("add", () => made.getElement().setAttribute("aria-label", name));
  }

  /** Districts come out when the map is near enough; the one chosen is always there. */
  function showDetails() {
    const near = map.getZoom() >= DETAIL_ZOOM;
    byId("map").classList.toggle("near", near);
    for (const [key, one] of state.markers) {
      const wanted = near || key === state.chosen || standsForTown(one.entity);
      if (wanted) layers.markers.addLayer(one);
      else layers.markers.removeLayer(one);
    }
    mark();
  }

  /** From afar, the first of a town's districts stands for all of them, unless the town is there itself. */
  function standsForTown({ key, data }) {
    const town = townOf(data);
    const sibling = state.places.find((one) => townOf(one.data)?.id === town?.id);
    return !town || (!state.places.some((one) => one.data.id === town.id) && sibling.key === key);
  }

  function mark() {
    for (const [key, one] of state.markers) one.getElement()?.classList.toggle("chosen", key === state.chosen);
  }

  function tint() {
    for (const { code, shape } of state.countries) shape.getElement()?.classList.toggle("focus", Boolean(code) && code === state.focus?.country);
  }

  function drawLabels() {
    const { x: width, y: height } = map.getSize();
    const bounds = map.getBounds().pad(0.05);
    const point = (place) => map.latLngToContainerPoint(place);
    const shown = [...state.markers.values()].filter((one) => layers.markers.hasLayer(one) && bounds.contains(one.getLatLng()));
    const standsOut = ({ entity }) => entity.key === state.chosen || entity.data.id === state.focus?.place?.id;
    const order = (one) => (one.entity.key === state.chosen ? 2e6 : standsOut(one) ? 1e6 : 0) + one.entity.mentions.length;
    const wishes = shown.sort((a, b) => order(b) - order(a)).map((one) => {
      const { x, y } = point(one.getLatLng());
      const must = standsOut(one);
      return { x, y, at: one.getLatLng(), text: nameOf(one.entity), gap: one.size / 2 + (must ? 7 : 3), must, look: "named" };
    });
    const named = new Set(shown.map((one) => one.entity.data.name));
    const told = new Set(shown.filter(({ entity }) => entity.data.type === "country").map(({ entity }) => entity.data.country));
    const scale = 256 * 2 ** map.getZoom() / 360; // pixels a degree
    for (const { code, label, area } of state.countries) {
      const text = country(code);
      if (!text || told.has(code) || named.has(text) || !bounds.contains(label) || Math.sqrt(area) * scale < text.length * 5) continue;
      const { x, y } = point(label);
      wishes.push({ x, y, at: label, text, gap: null, look: "country" });
    }
    for (const { name, latitude, longitude } of surroundings.around()) {
      if (named.has(name) || !bounds.contains([latitude, longitude])) continue;
      const { x, y } = point([latitude, longitude]);
      wishes.push({ x, y, at: [latitude, longitude], text: name, gap: 5, look: "around" });
    }
    layers.labels.clearLayers();
    for (const label of placeLabels(wishes, width, height)) layers.labels.addLayer(labelOf(label));
  }

  function nameOf({ key, data }) {
    const afar = map.getZoom() < DETAIL_ZOOM && key !== state.chosen;
    return (afar && townOf(data)?.name) || data.name;
  }

  function showSubject(animate = true) {
    const literal = state.places.filter((one) => usageOf(one) !== "metonymic" && one.data.precision !== "continent");
    const subject = state.places.find((one) => one.data.id === state.focus?.place?.id);
    const near = literal.filter((one) => !state.focus?.country || one.data.country === state.focus.country);
    fit(near.length ? [...near, ...(subject ? [subject] : [])] : literal.length ? literal : state.places, animate);
  }

  function fit(places, animate = true) {
    if (!places.length) map.setView(HOME.center, HOME.zoom, { animate: false });
    else map.fitBounds(places.map(({ data }) => [data.latitude, data.longitude]), { padding: [48, 40], maxZoom: 9, animate: animate && !stillness() });
  }

  function goTo(entity) {
    state.chosen = entity?.key ?? null;
    showDetails();
    drawLabels();
    if (entity?.kind !== "place" || !isLocated(entity)) return;
    const { latitude, longitude, precision } = entity.data;
    const goal = DETAILS.has(precision) ? GOAL_ZOOM[precision] : Math.max(Math.min(map.getZoom(), GOAL_ZOOM[precision] + 2), GOAL_ZOOM[precision] - 2);
    map.setView([latitude, longitude], goal, { animate: !stillness() });
  }

  return { show, goTo, showSubject, showAll: () => fit(state.places), redraw: drawLabels };
}

function labelOf({ at, text, side, gap, look }) {
  const name = h("span", { class: `label ${look} ${["left", "over", "right"][side + 1]}`, lang: look === "country" ? null : "fr" }, text);
  name.style.setProperty("--gap", `${gap ?? 0}px`);
  return L.marker(at, { icon: L.divIcon({ html: name, className: "label-anchor", iconSize: [0, 0] }), interactive: false, keyboard: false, zIndexOffset: 5000 });
}
