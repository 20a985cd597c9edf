"""Answers as rows of tables. `article` is the id of the document; offsets count as in the answer."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

Answer = dict[str, Any]
Row = dict[str, Any]

MENTION_COLUMNS = (
    "article", "kind", "start", "end", "text", "said", "id", "name", "type", "country",
    "latitude", "longitude", "precision", "value", "first_day", "last_day", "confidence",
)  # fmt: skip
_KINDS = (("actors", "actor"), ("places", "place"), ("dates", "date"))
_ACTOR = ("id", "name", "type", "country", "function", "wikidata", "confidence", "mentions")
_PLACE = (
    "id", "name", "type", "country", "admin1", "latitude", "longitude", "precision", "confidence", "mentions",
)  # fmt: skip
_DATE = ("type", "value", "mod", "relation", "quant", "freq", "begin", "end", "mentions")


def mention_rows(article: str, answer: Answer) -> Iterator[Row]:
    """One row for each mention, in order of the text; `said` is how: by name, literally, as a metonym …"""
    rows = [
        _mention_row(article, kind, entity, mention)
        for key, kind in _KINDS
        for entity in answer.get(key, ())
        for mention in entity["mentions"]
    ]
    yield from sorted(rows, key=lambda row: (row["start"], row["end"], row["kind"]))


def _mention_row(article: str, kind: str, entity: Row, mention: Row) -> Row:
    told = {"article": article, "kind": kind, "said": mention.get("kind") or mention.get("usage")}
    told |= {name: mention[name] for name in ("start", "end", "text")}
    told |= {"first_day": entity.get("begin"), "last_day": entity.get("end")} if kind == "date" else {}
    return {name: told[name] if name in told else entity.get(name) for name in MENTION_COLUMNS}


def article_row(article: str, answer: Answer) -> Row:
    read, focus, meta = answer["article"], answer["focus"] or {}, answer["meta"]
    return {
        "article": article,
        **{name: read[name] for name in ("language", "published_at", "published_at_source", "characters")},
        "focus_country": focus.get("country"),
        "focus_place": (focus.get("place") or {}).get("id"),
        **{name: meta[name] for name in ("service", "model", "gazetteer", "rules")},
    }


def actor_rows(article: str, answer: Answer) -> list[Row]:
    return [_row(article, actor, _ACTOR) for actor in answer.get("actors", ())]


def place_rows(article: str, answer: Answer) -> list[Row]:
    """With the point as `geometry` (WKB), null for a place without one."""
    places = answer.get("places", ())
    return [_row(article, place, _PLACE) | {"geometry": _point(place)} for place in places]


def date_rows(article: str, answer: Answer) -> list[Row]:
    return [_row(article, date, _DATE) for date in answer.get("dates", ())]


def _row(article: str, entity: Row, names: tuple[str, ...]) -> Row:
    return {"article": article, **{name: entity[name] for name in names}}


def _point(place: Row) -> bytes | None:
    """Well-known binary of a point: little-endian, type 1, longitude before latitude."""
    if place["latitude"] is None:
        return None
    return struct.pack("<BIdd", 1, 1, place["longitude"], place["latitude"])
