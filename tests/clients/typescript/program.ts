// Asks a running service, whose address is the last argument, through the types of the contract.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

declare const process: { argv: string[] };

type Mention = components["schemas"]["PlaceMention"];

const baseUrl = process.argv.at(-1) ?? "";
const client = createClient<paths>({ baseUrl });
const text = "Mardi 😀, Moscou a annoncé une trêve à Alep, dans le quartier de Sakhour.";

function make_sure(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const read = await client.POST("/v1/analyze", {
  body: { text, published_at: "2016-10-11", language: "fr", offset_unit: "utf16", candidates: 2 },
});
make_sure(read.data !== undefined && "article" in read.data, `An analysis: ${JSON.stringify(read.error)}`);
const mentions: Mention[] = (read.data.places ?? []).flatMap((place) => place.mentions);
make_sure(mentions.length > 0, "Places are mentioned.");
make_sure(
  mentions.every((mention) => text.slice(mention.start, mention.end) === mention.text),
  "Offsets count as JavaScript does.",
);

const refused = await client.POST("/v1/analyze", { body: { text: "", published_at: "hier" } });
const problem: components["schemas"]["Problem"] | undefined = refused.error;
make_sure(refused.response.status === 422, "An empty text is refused.");
make_sure(problem?.errors?.["text"] !== undefined, "The field is named.");

const found = await client.GET("/v1/places", { params: { query: { q: "Alep", countrycode: ["SY"], limit: 1 } } });
make_sure(found.data !== undefined && "places" in found.data, "Places, not GeoJSON.");
const place = found.data.places[0];
make_sure(place?.country === "SY", "Aleppo is found.");
const one = await client.GET("/v1/places/{id}", { params: { path: { id: place.id } } });
make_sure(one.data !== undefined && "name" in one.data && one.data.name === place.name, "It is the same by its id.");

const page = await client.GET("/v1/articles", { params: { query: { limit: 2 } } });
const article = page.data?.articles[0];
make_sure(article !== undefined, "Articles are stored.");
const stored = await client.GET("/v1/articles/{id}/analysis", { params: { path: { id: article.id } } });
make_sure(
  stored.data !== undefined && "article" in stored.data && typeof stored.data.article.text === "string",
  "The text comes with the analysis of a stored article.",
);

const lines = await client.POST("/v1/analyze/batch", {
  body: [{ id: "a", text }, { id: "b" }].map((line) => JSON.stringify(line)).join("\n"),
  bodySerializer: (body) => body,
  headers: { "Content-Type": "application/x-ndjson" },
  parseAs: "text",
});
const ids = (lines.data ?? "").trim().split("\n").map((line) => JSON.parse(line).id);
make_sure(ids.join() === "a,b", "Each line has its answer.");
console.log(`${mentions.length} mentions, ${ids.length} lines`);
