"""Reads the reviewed facts about places: `data/places/*.csv`, French names of cities, merged ids.

Strict: a row that cannot be understood is refused with its file and line, so that no fact is lost in silence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.adapters.fact_cells import damaged, read_box, read_kind, read_list, read_point, read_whole
from service.adapters.gazetteer_layout import Standing
from service.domain.model import BoundingBox, PlaceType, Point, Precision

COLUMNS = (
    "id,name,type,country,admin1,latitude,longitude,bbox,precision,population,parents,names,geonames,source"
).split(",")
OPTIONAL_COLUMNS = frozenset({"admin1_code"})


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """One reviewed place. `parents` are ids, nearest first; `names` do not repeat `name`.

    `geonames` is the number of the GeoNames entry that the row stands for; `admin1_code` the GeoNames code
    of a first-level division, `SY.09`. `where` is `file:line`, for messages. `own_name` is the one that
    GeoNames gives the place, `french` whether `name` is French; `prominence` is `None` where the kind and the
    inhabitants tell it.
    """

    id: str
    name: str
    type: PlaceType
    country: str | None
    admin1: str | None
    admin1_code: str | None
    point: Point | None
    bbox: BoundingBox | None
    precision: Precision
    population: int
    parents: tuple[str, ...]
    names: tuple[str, ...]
    geonames: int | None
    source: str
    where: str
    own_name: str = ""
    french: bool = True
    prominence: float | None = None
    standing: Standing = Standing.KNOWN


@dataclass(frozen=True, slots=True)
class Exonym:
    """The French name of a city that GeoNames lists under another."""

    id: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Merger:
    """An id that lives on under another."""

    id: str
    into: str
    where: str
    source: str


@dataclass(frozen=True, slots=True)
class NameFact:
    """The name of a place in a language other than French."""

    id: str
    language: str
    name: str
    where: str


def read_place_facts(folder: Path) -> tuple[PlaceFact, ...]:
    """All rows of all files, files in order of name. Raises `DamagedData` for the first bad row."""
    facts: dict[str, PlaceFact] = {}
    for path in sorted(folder.glob("*.csv")):
        for where, row in _rows(path, COLUMNS, OPTIONAL_COLUMNS):
            fact = place_fact(where, row)
            if fact.id in facts:
                raise damaged(where, f"the id {fact.id} is already given at {facts[fact.id].where}")
            facts[fact.id] = fact
    return tuple(facts.values())


def read_exonyms(path: Path) -> tuple[Exonym, ...]:
    """The rows `id,name,source`. Raises `DamagedData` for the first bad row."""
    exonyms: dict[str, Exonym] = {}
    for where, row in _rows(path, ("id", "name", "source"), frozenset()):
        if not row["id"].startswith("geonames:") or not row["name"] or not row["source"]:
            raise damaged(where, "a row is an id (geonames:…), a French name and a source")
        if row["id"] in exonyms:
            raise damaged(where, f"the id {row['id']} is already given at {exonyms[row['id']].where}")
        exonyms[row["id"]] = Exonym(row["id"], row["name"], where)
    return tuple(exonyms.values())


def read_mergers(path: Path) -> tuple[Merger, ...]:
    """The rows `id,into,source`."""
    return tuple(
        Merger(row["id"], row["into"], where, row["source"])
        for where, row in _rows(path, ("id", "into", "source"), frozenset())
    )


def read_name_facts(path: Path) -> tuple[NameFact, ...]:
    """The rows `id,language,name,source`. Raises `DamagedData` for the first bad row."""
    facts = []
    for where, row in _rows(path, ("id", "language", "name", "source"), frozenset()):
        if not all(row.values()):
            raise damaged(where, "a row is an id, a language, a name and a source")
        facts.append(NameFact(row["id"], row["language"], row["name"], where))
    return tuple(facts)


def _rows(
    path: Path, columns: tuple[str, ...] | list[str], optional: frozenset[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        header = reader.fieldnames or ()
        if not set(columns) <= set(header) <= set(columns) | optional:
            raise damaged(f"{path.name}:1", f"the columns are to be {','.join(columns)}")
        for row in reader:
            where = f"{path.name}:{reader.line_num}"
            if None in row or None in row.values():
                raise damaged(where, f"a row has {len(header)} columns")
            yield where, {column: value.strip() for column, value in row.items()}


def place_fact(where: str, row: dict[str, str]) -> PlaceFact:
    """A row of `COLUMNS`. Raises `DamagedData` when it cannot be understood."""
    if ":" not in row["id"] or not row["name"] or not row["source"]:
        raise damaged(where, "a row has a typed id (gazette:…, geonames:…), a name and a source")
    geonames = read_whole(where, "geonames", row["geonames"])
    if geonames is not None and row["id"] != f"geonames:{geonames}":
        raise damaged(
            where, f"a row with geonames {geonames} has the id geonames:{geonames}, not {row['id']}"
        )
    country = row["country"] or None
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise damaged(where, f"country {country!r} is not an ISO 3166-1 alpha-2 code")
    names = read_list(row["names"])
    return PlaceFact(
        id=row["id"],
        name=row["name"],
        type=read_kind(where, PlaceType, row["type"]),
        country=country,
        admin1=row["admin1"] or None,
        admin1_code=row.get("admin1_code") or None,
        point=read_point(where, row["latitude"], row["longitude"]),
        bbox=read_box(where, row["bbox"]),
        precision=read_kind(where, Precision, row["precision"]),
        population=read_whole(where, "population", row["population"]) or 0,
        parents=read_list(row["parents"]),
        names=tuple(name for name in names if name != row["name"]),
        geonames=geonames,
        source=row["source"],
        where=where,
    )
