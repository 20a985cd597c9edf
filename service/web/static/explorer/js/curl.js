// A call as a line for the shell.
import { GEOJSON, hasKey, JSON_TYPE } from "./api.js";

/** POSIX: within single quotes everything stands for itself but the quote. */
const quote = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The command that makes this very call. A body comes from a here-document, in which nothing needs quoting and
 * which no shell cuts short: JSON of one line is never the closing word.
 */
export function curlOf({ path, body }, accept = JSON_TYPE) {
  const address = quote(new URL(path, document.baseURI).href);
  const key = hasKey() ? ` -H "Authorization: Bearer $GAZETTE_KEY"` : ""; // the key itself is not shown
  const wanted = (accept === GEOJSON ? ` -H 'Accept: ${GEOJSON}'` : "") + key;
  if (!body) return `curl -s ${address}${wanted}`;
  return `curl -s ${address}${wanted} -H 'Content-Type: ${JSON_TYPE}' --data-binary @- <<'JSON'\n${JSON.stringify(body)}\nJSON`;
}
