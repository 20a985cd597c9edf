// The calls to the service, the same that any other program makes. A call is a plain value, so that it can be
// shown as a curl line: `{method, path, body}`, the path relative to the service, the body a value or null.

export const GEOJSON = "application/geo+json";
export const JSON_TYPE = "application/json";

/** Offsets in the unit of this language's strings; reasons and readings to show with each mention. */
const OPTIONS = { explain: true, candidates: 5, offset_unit: "utf16" };

let key = null;

/** Sends this key with every call from now on; it is kept nowhere else. */
export function useKey(given) {
  key = given;
}

export const hasKey = () => key !== null;

/** A problem document (RFC 9457) as it came, or `{title, detail}` of our own making when none came. */
export class Problem extends Error {
  constructor(told, retryAfter = null) {
    super(told.detail ?? told.title);
    this.told = told;
    this.retryAfter = retryAfter;
  }
}

/** Reads what was pasted; `known` may hold `title` and `published_at`. */
export function analysisOf(source, content, known) {
  const told = Object.fromEntries(Object.entries(known).filter(([, value]) => value));
  return { method: "POST", path: "v1/analyze", body: { [source]: content, ...told, ...OPTIONS } };
}

export function analysisOfStored(id) {
  const query = new URLSearchParams(OPTIONS);
  return { method: "GET", path: `v1/articles/${encodeURIComponent(id)}/analysis?${query}`, body: null };
}

export const storedArticle = (id) => ({ method: "GET", path: `v1/articles/${encodeURIComponent(id)}`, body: null });

export function storedArticles(cursor) {
  const query = new URLSearchParams({ limit: "24", ...(cursor ? { cursor } : {}) });
  return { method: "GET", path: `v1/articles?${query}`, body: null };
}

export function placesAround(latitude, longitude, radius) {
  const query = new URLSearchParams({ lat: latitude.toFixed(4), lon: longitude.toFixed(4), radius_km: radius, limit: "40" });
  return { method: "GET", path: `v1/places/reverse?${query}`, body: null };
}

/** The answer's text. Raises `Problem`, or an `AbortError` when the signal says so. */
export async function askText(call, { accept = JSON_TYPE, signal } = {}) {
  const response = await send(call, accept, signal);
  const text = await response.text();
  if (response.ok) return text;
  throw new Problem(problemOf(text, response), response.headers.get("Retry-After"));
}

/** The answer as a value. */
export async function ask(call, options) {
  return JSON.parse(await askText(call, options));
}

async function send({ method, path, body }, accept, signal) {
  const headers = { Accept: accept, ...(body && { "Content-Type": JSON_TYPE }), ...(key && { Authorization: `Bearer ${key}` }) };
  try {
    return await fetch(path, { method, headers, body: body ? JSON.stringify(body) : undefined, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ unreachable: true, detail: error.message });
  }
}

function problemOf(text, response) {
  try {
    return JSON.parse(text);
  } catch {
    return { status: response.status, title: response.statusText || String(response.status), detail: text.slice(0, 500) };
  }
}
