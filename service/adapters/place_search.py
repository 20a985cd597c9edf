# ruff: noqa: S608 (statements are put together from our own columns; values are always bound)
"""Searches the gazetteer file by name: exactly, within a whole, by the beginning, and misspelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from service.adapters import ranking
from service.adapters.gazetteer_layout import TYPES, UNITS_PER_DEGREE, degrees
from service.adapters.place_rows import PlaceRows, Query
from service.adapters.ranking import Found
from service.domain.model import GazetteerEntry, Match
from service.domain.places.variants import neighbours, romanised, skeleton_of, variants
from service.domain.ports import PlaceQuery
from service.domain.text import fold, name_key

MOST_WITHIN = 500  # of one name, when what it lies in is told too
MOST_NAMES = 12_000  # that a search by the beginning of a name looks at: more than can be paged through
MOST_FILTERED = 50_000  # … of which many are to be left out
LAST_CHARACTER = "\U0010ffff"


class PlaceSearch:
    """`query` runs a statement with its values; `places` makes entries of the rows."""

    def __init__(self, query: Query, places: PlaceRows) -> None:
        self._rows = query
        self._places = places
        self._keys = lru_cache(maxsize=2048)(self._names_of)

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        """As the port's: the groups one after another, each place in the first that has it."""
        found = chain.from_iterable(
            sorted(group(query), key=lambda one: ranking.order(one, query.near))
            for group in (self._exact, self._within, self._prominent, self._any, self._misspelt)
        )
        once = _without_repeats(found)
        return self._entries(islice(once, query.offset, query.offset + query.limit))

    def similar(self, name: str, limit: int) -> tuple[GazetteerEntry, ...]:
        """As the port's."""
        return self._entries(islice(self._similar(name), limit))

    def _entries(self, found: Iterable[Found]) -> tuple[GazetteerEntry, ...]:
        chosen = tuple(found)
        entries = self._places.by_number(one.number for one in chosen)
        return tuple(replace(entries[one.number], matched=one.match) for one in chosen)

    def _exact(self, query: PlaceQuery) -> list[Found]:
        return self._named(query, "name", "key = ?", (name_key(query.q),), Match.NAME)

    def _within(self, query: PlaceQuery) -> list[Found]:
        """*Paris, Texas*: the places of the name before the comma that lie in all that stands behind it."""
        name, *wholes = (part.strip() for part in query.q.split(","))
        wanted = {name_key(whole) for whole in wholes} - {""}
        if not wanted:
            return []
        found = self._exact(replace(query, q=name))[:MOST_WITHIN]
        places = self._places.by_number(one.number for one in found)
        return [one for one in found if wanted <= self._around(places[one.number])]

    def _around(self, place: GazetteerEntry) -> frozenset[str]:
        """The keys of the names of what a place lies in, and of the code of its country."""
        own = {name_key(one) for one in (place.country, place.admin1) if one}
        return frozenset(own).union(*(self._keys(parent.id) for parent in place.parents))

    def _names_of(self, id: str) -> frozenset[str]:
        entry = self._places.by_id(id)
        return frozenset(map(name_key, entry.names)) if entry else frozenset()

    def _prominent(self, query: PlaceQuery) -> list[Found]:
        """The prominent places whose main name begins so."""
        return self._beginning(query, "headword")

    def _any(self, query: PlaceQuery) -> list[Found]:
        """All places of which some name begins so; for a letter or two there would be far too many."""
        return self._beginning(query, "name") if len(name_key(query.q)) > 2 else []

    def _beginning(self, query: PlaceQuery, table: str) -> list[Found]:
        return [
            found
            for key in dict.fromkeys((name_key(query.q), fold(query.q)))
            if key
            for found in self._named(
                query, table, "key > ? AND key < ?", (key, key + LAST_CHARACTER), Match.PREFIX
            )
        ]

    def _named(
        self, query: PlaceQuery, table: str, condition: str, values: tuple[str, ...], match: Match
    ) -> list[Found]:
        """The places of the names under the condition, the likeliest of them."""
        filters, wanted = _filters(query)
        others = "quality, lead" if table == "name" else "0 AS quality, '' AS lead"
        names = f"SELECT place, {others}, rank FROM {table} WHERE {condition} ORDER BY rank, place LIMIT ?"
        located = bool(filters or query.near)
        rows = self._rows(
            f"SELECT n.place, n.quality, n.lead, n.rank, p.latitude, p.longitude FROM ({names}) n "
            f"CROSS JOIN place p ON p.number = n.place WHERE TRUE{filters}"
            if located
            else f"SELECT place, quality, lead, rank, NULL, NULL FROM ({names})",
            (*values, MOST_FILTERED if located else MOST_NAMES, *wanted),
        )
        lead = ranking.lead(fold(query.q), name_key(query.q))
        return [ranking.found(row, match, lead) for row in rows]

    def _misspelt(self, query: PlaceQuery) -> list[Found]:
        close = {found.number: found for found in self._similar(query.q)}
        filters, wanted = _filters(query)
        marks = ",".join("?" * len(close))
        rows = self._rows(
            f"SELECT p.number, p.latitude, p.longitude FROM place p WHERE p.number IN ({marks}){filters}",
            (*close, *wanted),
        )
        return [close[number].at(degrees(*point)) for number, *point in rows]

    def _similar(self, name: str) -> list[Found]:
        """The places whose names are spelt much alike, nearest first; exact matches are among them."""
        form = romanised(name)
        if len(form) < 3 or not form.isascii():
            return []
        found = ranking.alike(form, self._spelt(variants(name), form))
        if len(form) >= 5 and not any(one.close for one in found):
            found += ranking.alike(form, self._spelt(neighbours(skeleton_of(form)), form))
        return list(_without_repeats(sorted(found, key=lambda one: (-one.score, one.number))))

    def _spelt(self, skeletons: Iterable[str], form: str) -> list[tuple[str, int, int, int]]:
        """Spellings of about that length: `(form, place, quality, prominence)`."""
        wanted = tuple(skeletons)
        return self._rows(
            "SELECT form, place, quality, prominence FROM spelling "
            f"WHERE skeleton IN ({','.join('?' * len(wanted))}) AND letters BETWEEN ? AND ?",
            (*wanted, len(form) - 2, len(form) + 2),
        )


def _filters(query: PlaceQuery) -> tuple[str, list[Any]]:
    """What a query leaves out, as SQL to put after other conditions, and its values."""
    conditions, values = [""], list[Any]()
    kinds = tuple(map(TYPES.index, query.types))
    for column, wanted in (("p.country", query.countries), ("p.type", kinds)):
        if wanted:
            conditions.append(f"{column} IN ({','.join('?' * len(wanted))})")
            values += wanted
    if box := query.bbox:
        sides = "OR" if box.west > box.east else "AND"
        conditions.append(f"p.latitude BETWEEN ? AND ? AND (p.longitude >= ? {sides} p.longitude <= ?)")
        values += [round(side * UNITS_PER_DEGREE) for side in (box.south, box.north, box.west, box.east)]
    return " AND ".join(conditions), values


def _without_repeats(found: Iterable[Found]) -> Iterator[Found]:
    seen: set[int] = set()
    for one in found:
        if one.number not in seen:
            seen.add(one.number)
            yield one
