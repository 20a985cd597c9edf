# ruff: noqa: S608 (statements are put together from our own columns; values are always bound)
"""Rows of the gazetteer file as entries, with their parents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from service.adapters import tongues
from service.adapters.gazetteer_layout import GEONAMES, PRECISIONS, SEPARATOR, TYPES, address_of, degrees
from service.domain.model import BoundingBox, GazetteerEntry, Match, PlaceRef, TaggedName

COLUMNS = (
    "p.number, p.slug, p.type, p.country, p.latitude, p.longitude, p.bbox, p.precision, "
    "p.population, p.lineage, p.names, p.source"
)
Query = Callable[[str, tuple[Any, ...]], list[Any]]


class PlaceRows:
    """`query` runs a statement with its values."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._lineage = lru_cache(maxsize=8192)(self._read_lineage)

    def by_id(self, id: str) -> GazetteerEntry | None:
        column, value = address_of(id)
        rows = self._query(f"SELECT {COLUMNS} FROM place p WHERE p.{column} = ?", (value,))
        return self.entry(rows[0]) if rows else None

    def by_number(self, numbers: Iterable[int]) -> dict[int, GazetteerEntry]:
        wanted = tuple(numbers)
        marks = ",".join("?" * len(wanted))
        rows = self._query(f"SELECT {COLUMNS} FROM place p WHERE p.number IN ({marks})", wanted)
        return {row[0]: self.entry(row) for row in rows}

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        column, value = address_of(id)
        rows = self._query(f"SELECT names, tongues FROM place p WHERE p.{column} = ?", (value,))
        return tongues.decode(*rows[0]) if rows else ()

    def entry(self, row: Any, match: Match | None = None) -> GazetteerEntry:
        """A row of `COLUMNS`."""
        number, slug, kind, country, latitude, longitude, box, precision, population = row[:9]
        admin1, parents = self._lineage(row[9])
        names = tuple(row[10].split(SEPARATOR))
        return GazetteerEntry(
            id=slug or f"{GEONAMES}{number}",
            name=names[0],
            type=TYPES[kind],
            country=country,
            point=degrees(latitude, longitude),
            precision=PRECISIONS[precision],
            admin1=admin1,
            bbox=BoundingBox(*map(float, box.split())) if box else None,
            population=population,
            parents=parents,
            names=names,
            source=row[11] or "GeoNames",
            matched=match,
        )

    def _read_lineage(self, number: int) -> tuple[str | None, tuple[PlaceRef, ...]]:
        admin1, ids = self._query("SELECT admin1, parents FROM lineage WHERE number = ?", (number,))[0]
        return admin1, tuple(self._ref(parent) for parent in ids.split(SEPARATOR) if parent)

    def _ref(self, id: str) -> PlaceRef:
        column, value = address_of(id)
        names, kind = self._query(f"SELECT names, type FROM place p WHERE p.{column} = ?", (value,))[0]
        return PlaceRef(id, names.partition(SEPARATOR)[0], TYPES[kind])
