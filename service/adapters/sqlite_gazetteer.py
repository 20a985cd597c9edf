# ruff: noqa: S608 (statements are put together from our own columns; values are always bound)
"""Reads the compiled gazetteer file: the first `Gazetteer`.

The file is opened when first asked, once for each process and thread, read-only: safe after a fork and for
threads. A process holds little of it, since its pages are mapped and shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from service.adapters import gazetteer_file, nearby, ranking
from service.adapters.connections import Connections
from service.adapters.gazetteer_layout import (
    RANKS_OF_A_STANDING,
    TYPES,
    UNITS_PER_DEGREE,
    Standing,
    degrees,
    prominence_of,
)
from service.adapters.place_rows import COLUMNS, PlaceRows
from service.adapters.ranking import Found
from service.domain.model import (
    GazetteerEntry,
    Match,
    PlaceType,
    Point,
    TaggedName,
)
from service.domain.places.variants import neighbours, romanised, skeleton_of, variants
from service.domain.ports import Attribution, Nearby, PlaceQuery
from service.domain.text import fold, name_key
from service.errors import Merged, NotFound

MOST_KNOWN, MOST_MINOR = 160, 16  # places that a look-up by name answers: no name of a known place has more
MOST_WITHIN = 500  # of one name, when what it lies in is told too
MOST_NAMES = 12_000  # that a search by the beginning of a name looks at: more than can be paged through
MOST_FILTERED = 50_000  # … of which many are to be left out
_BAND = (
    f"SELECT n.quality, n.lead, n.rank, {COLUMNS} FROM "
    "(SELECT * FROM name WHERE key = ? AND rank BETWEEN {0} AND {1} ORDER BY rank, place LIMIT {2}) n "
    "CROSS JOIN place p ON p.number = n.place"
)
_LOOKUP = " UNION ALL ".join(
    _BAND.format(band * RANKS_OF_A_STANDING, (band + 1) * RANKS_OF_A_STANDING - 1, most)
    for band, most in ((Standing.KNOWN, MOST_KNOWN), (Standing.MINOR, MOST_MINOR))
)
LAST_CHARACTER = "\U0010ffff"


class SqliteGazetteer:
    """Raises `DamagedData` at once when the file is absent, damaged or of another schema.

    To tell, it reads the file through once: make it before the fork.
    """

    def __init__(self, path: Path) -> None:
        self._info = gazetteer_file.verify(path)
        self._connections = Connections(path)
        self._rows = self._connections.rows
        self._places = PlaceRows(self._rows)
        self._keys = lru_cache(maxsize=2048)(self._names_of)

    @property
    def version(self) -> str:
        return self._info.version

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return self._info.attribution

    def close(self) -> None:
        self._connections.close()

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        key = name_key(name)
        lead = ranking.lead(fold(name), key)
        scored = [
            (-ranking.score(quality, found == lead, prominence_of(rank, quality)), row[0], quality, row)
            for quality, found, rank, *row in self._rows(_LOOKUP, (key, key))
        ]
        best: dict[int, GazetteerEntry] = {}
        for _, number, quality, row in sorted(scored, key=lambda one: one[:2]):
            if number not in best:
                best[number] = self._places.entry(row, ranking.MATCHES[quality])
        return tuple(best.values())

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        return self._places.tagged_names(id)

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        return self._entries(islice(self._similar(name), limit))

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        found = chain.from_iterable(
            sorted(group(query), key=lambda one: ranking.order(one, query.near))
            for group in (self._exact, self._within, self._prominent, self._any, self._misspelt)
        )
        once = _without_repeats(found)
        return self._entries(islice(once, query.offset, query.offset + query.limit))

    def get(self, id: str) -> GazetteerEntry:
        if found := self._places.by_id(id):
            return found
        merged = self._rows("SELECT target FROM merged WHERE id = ?", (id,))
        if merged:
            raise Merged("place", id, merged[0][0])
        raise NotFound("place", id)

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        numbers = nearby.find(self._rows, point, limit, radius_km, types)
        entries = self._places.by_number(number for number, _ in numbers)
        return tuple(Nearby(entries[number], round(distance, 3)) for number, distance in numbers)

    def _entries(self, found: Iterable[Found]) -> tuple[GazetteerEntry, ...]:
        chosen = tuple(found)
        entries = self._places.by_number(one.number for one in chosen)
        return tuple(replace(entries[one.number], matched=one.match) for one in chosen)

    # ------------------------------------------------------------------ searching

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
