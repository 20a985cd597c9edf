# ruff: noqa: S608 (statements are put together from our own columns; values are always bound)
"""Reads the compiled gazetteer file: the first `Gazetteer`.

The file is opened when first asked, once for each process and thread, read-only: safe after a fork and for
threads. A process holds little of it, since its pages are mapped and shared.
"""

from __future__ import annotations

from pathlib import Path

from service.adapters import gazetteer_file, nearby, ranking
from service.adapters.connections import Connections
from service.adapters.gazetteer_layout import (
    RANKS_OF_A_STANDING,
    Standing,
    prominence_of,
)
from service.adapters.place_rows import COLUMNS, PlaceRows
from service.adapters.place_search import PlaceSearch
from service.domain.model import (
    GazetteerEntry,
    PlaceType,
    Point,
    TaggedName,
)
from service.domain.ports import Attribution, Nearby, PlaceQuery
from service.domain.text import fold, name_key
from service.errors import Merged, NotFound

MOST_KNOWN, MOST_MINOR = 160, 16  # places that a look-up by name answers: no name of a known place has more
_BAND = (
    f"SELECT n.quality, n.lead, n.rank, {COLUMNS} FROM "
    "(SELECT * FROM name WHERE key = ? AND rank BETWEEN {0} AND {1} ORDER BY rank, place LIMIT {2}) n "
    "CROSS JOIN place p ON p.number = n.place"
)
_LOOKUP = " UNION ALL ".join(
    _BAND.format(band * RANKS_OF_A_STANDING, (band + 1) * RANKS_OF_A_STANDING - 1, most)
    for band, most in ((Standing.KNOWN, MOST_KNOWN), (Standing.MINOR, MOST_MINOR))
)


class SqliteGazetteer:
    """Raises `DamagedData` at once when the file is absent, damaged or of another schema.

    To tell, it reads the file through once: make it before the fork.
    """

    def __init__(self, path: Path) -> None:
        self._info = gazetteer_file.verify(path)
        self._connections = Connections(path)
        self._rows = self._connections.rows
        self._places = PlaceRows(self._rows)
        self._search = PlaceSearch(self._rows, self._places)

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
        return self._search.similar(name, limit)

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        return self._search.search(query)

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
