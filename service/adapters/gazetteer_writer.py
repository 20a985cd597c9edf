# ruff: noqa: S608 (statements are put together from our own tables; values are always bound)
"""Writes places into a gazetteer file, one by one: memory stays the same however many there are.

The keys of names are put aside in a second file and sorted at the end by SQLite, on disk, into the order of
their tables; places are to come in order of their number, as far as that can be had cheaply.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from service.adapters.fact_cells import damaged
from service.adapters.gazetteer_keys import keys_of
from service.adapters.gazetteer_layout import (
    GEONAMES,
    INDEXES,
    PRECISIONS,
    SEPARATOR,
    TABLES,
    TYPES,
    UNITS_OF_PROMINENCE,
    UNITS_PER_DEGREE,
    address_of,
    cell,
)
from service.adapters.lineages import Lineages
from service.adapters.place_facts import Merger, PlaceFact
from service.adapters.prominence import prominence
from service.adapters.spellings import GradedNames, graded_names
from service.adapters.tongues import FRENCH, OWN, AlternateName, encode, language_by_script
from service.adapters.waiting_rows import WaitingRows

_SORTED = {"name": "1, 2, 3, 4", "headword": "1, 2, 3", "spelling": "1, 2, 3, 4"}  # columns of their keys
_STAGE = """
CREATE TABLE stage.name (key, rank, place, lead, quality);
CREATE TABLE stage.headword (key, rank, place);
CREATE TABLE stage.spelling (skeleton, letters, form, place, quality, prominence);
"""

_Row = tuple[Any, ...]


class GazetteerWriter:
    """`connection` is to an empty file, or one to add to, with a `stage` attached for what is put aside."""

    def __init__(
        self, connection: sqlite3.Connection, stop_words: frozenset[str], *, empty: bool = True
    ) -> None:
        self.connection = connection
        self._stop_words = stop_words
        self._waiting = WaitingRows(connection, ("main.place", *(f"stage.{table}" for table in _SORTED)))
        self._wanted: dict[str, str] = {}  # parent id → where it is named
        self._heirs: dict[str, str | None] = {}
        self._slugs: set[str] = set()  # of our own places added here
        connection.executescript(_STAGE)
        self._empty = empty
        if empty:
            connection.executescript(TABLES)
        self._lineages = Lineages(connection.execute("SELECT max(number) FROM lineage").fetchone()[0] or 0)
        self._own = min(0, connection.execute("SELECT min(number) FROM place").fetchone()[0] or 0)
        connection.execute("BEGIN")

    def add(self, place: PlaceFact, alternates: Iterable[AlternateName] = ()) -> None:
        """Adds a place that is not there yet; its parents may come later. `alternates` lack its own names."""
        number, size = self._number(place.id), _size(place)
        kept = graded_names(_main_names(place), alternates, self._stop_words)
        for table, row in keys_of(number, place, kept.qualities, size):
            self._waiting.put(f"stage.{table}", row)
        if place.where:
            self._wanted.update(dict.fromkeys(place.parents, place.where))
        if number < 0:
            self._slugs.add(place.id)
        self._waiting.put("main.place", _place_row(number, place, kept, self._lineages, size))

    def merge(self, merger: Merger) -> None:
        """Lets an id live on under another. Raises `DamagedData` when it cannot and came from a file."""
        self._heirs[merger.id] = merger.into
        if merger.where and self.has(merger.id):
            raise damaged(merger.where, f"the id {merger.id} is still that of a place")
        if merger.where and not self.has(merger.into):
            raise damaged(merger.where, f"there is no place {merger.into}")
        row = merger.id, merger.into, merger.source
        self.connection.execute("INSERT OR IGNORE INTO merged VALUES (?, ?, ?)", row)

    def has(self, id: str) -> bool:
        """Whether a place of that id was added, or was there before."""
        if id in self._slugs:
            return True
        self._waiting.flush("main.place")
        column, value = address_of(id)
        if column == "slug" and self._empty:  # not indexed yet, and all that there are were added here
            return False
        found = self.connection.execute(f"SELECT 1 FROM place WHERE {column} = ?", (value,))
        return found.fetchone() is not None

    def remove(self, prefix: str) -> None:
        """Takes out the places whose ids have the prefix: for a file that is added to."""
        mine = "SELECT number FROM place WHERE slug > ? AND slug < ?"
        bounds = f"{prefix}:", f"{prefix};"
        for table in _SORTED:
            self.connection.execute(f"DELETE FROM {table} WHERE place IN ({mine})", bounds)
        self.connection.execute(f"DELETE FROM place WHERE number IN ({mine})", bounds)

    def parents_of(self, id: str) -> tuple[str, ...]:
        """The parents of a place of a file that is added to."""
        column, value = address_of(id)
        ((parents,),) = self.connection.execute(
            f"SELECT l.parents FROM place p JOIN lineage l ON l.number = p.lineage WHERE p.{column} = ?",
            (value,),
        ).fetchall()
        return tuple(filter(None, parents.split(SEPARATOR)))

    def division_and_country(self, id: str) -> tuple[str | None, str | None]:
        """The first-level division and the country of a place of a file that is added to."""
        column, value = address_of(id)
        ((division, country),) = self.connection.execute(
            "SELECT l.admin1, p.country FROM place p JOIN lineage l ON l.number = p.lineage "
            f"WHERE p.{column} = ?",
            (value,),
        ).fetchall()
        return division, country

    def finish(self, *, strict: bool = True) -> int:
        """Sorts what was put aside into its tables; answers how many parents of facts are not there.

        Raises `DamagedData` for the first of them when `strict`; otherwise they are left out.
        """
        for parent, where in self._wanted.items():
            if parent in self._heirs or self.has(parent):
                continue
            if strict:
                raise damaged(where, f"there is no place {parent} to be a parent")
            self._heirs[parent] = None
        self._waiting.flush("main.place")
        self.connection.executemany("INSERT INTO lineage VALUES (?, ?, ?)", self._lineages.rows(self._heirs))
        for table, order in _SORTED.items():
            self._waiting.flush(f"stage.{table}")
            sort = f"INSERT OR IGNORE INTO {table} SELECT * FROM stage.{table} ORDER BY {order}"
            self.connection.execute(sort)
            self.connection.execute(f"DELETE FROM stage.{table}")
        self.connection.execute("COMMIT")
        self.connection.executescript(INDEXES)
        return sum(heir is None for heir in self._heirs.values())

    def _number(self, id: str) -> int:
        if id.startswith(GEONAMES):
            return int(id.removeprefix(GEONAMES))
        self._own -= 1
        return self._own


def _main_names(place: PlaceFact) -> list[AlternateName]:
    """Its own names with their languages."""
    tongue = (FRENCH,) if place.french else (OWN,)
    own = {place.own_name: (OWN,)}
    others = (name for name in place.names if name != place.name)
    return [
        AlternateName(place.name, (*tongue, OWN) if place.name == place.own_name else tongue),
        *(AlternateName(name, own.get(name) or language_by_script(name, place.country)) for name in others),
    ]


def _size(place: PlaceFact) -> float:
    return prominence(place.type, place.population) if place.prominence is None else place.prominence


def _place_row(number: int, place: PlaceFact, kept: GradedNames, lineages: Lineages, size: float) -> _Row:
    point, box = place.point, place.bbox
    return (
        number,
        None if place.id.startswith(GEONAMES) else place.id,
        TYPES.index(place.type),
        place.country,
        round(point.latitude * UNITS_PER_DEGREE) if point else None,
        round(point.longitude * UNITS_PER_DEGREE) if point else None,
        f"{box.west:g} {box.south:g} {box.east:g} {box.north:g}" if box else None,
        PRECISIONS.index(place.precision),
        place.population,
        lineages.number(place.admin1, place.parents),
        SEPARATOR.join(kept.qualities),
        encode(kept.qualities, kept.languages),
        place.source or None,
        round(size * UNITS_OF_PROMINENCE),
        cell(point.latitude, point.longitude) if point else None,
    )
