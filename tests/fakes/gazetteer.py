"""A gazetteer for tests, simple enough to be right by reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from geopy.distance import geodesic

from service.domain.model import BoundingBox, GazetteerEntry, Match, PlaceType, Point, Precision, TaggedName
from service.domain.places.variants import romanised
from service.domain.ports import Attribution, Nearby, PlaceQuery
from service.domain.text import name_key
from service.errors import Merged, NotFound

_WIDE = {PlaceType.CONTINENT, PlaceType.COUNTRY, PlaceType.SUPRAREGION}
_SPOTS = {Precision.EXACT, Precision.DISTRICT, Precision.PART, Precision.CITY}


class FakeGazetteer:
    """`Gazetteer` over the entries given. `merged` tells under which id an id lives on."""

    version = "fake"
    attribution = (Attribution("tests", "MIT", "https://example.org/"),)

    def __init__(self, entries: Iterable[GazetteerEntry], merged: dict[str, str] | None = None) -> None:
        self._entries = sorted(entries, key=lambda one: (-_size(one), one.id))
        self._merged = merged or {}

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        wanted = name_key(name)
        return self._those(lambda entry: _exact(entry, wanted))

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        likeness = {entry.id: _likeness(entry, romanised(name)) for entry in self._entries}
        near = sorted(
            (entry for entry in self._entries if likeness[entry.id] >= 0.85), key=lambda e: -likeness[e.id]
        )
        return tuple(replace(entry, matched=Match.SIMILAR) for entry in near[:limit])

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        wanted = name_key(query.q)
        if not wanted:
            return ()
        exact = self._ranked(self.lookup(query.q), query.near)
        beginning = self._ranked(self._those(lambda entry: _begins(entry, wanted)), query.near)
        found = (*exact, *beginning, *self.similar(query.q))
        kept: dict[str, GazetteerEntry] = {}
        for entry in found:
            if _wanted(entry, query):
                kept.setdefault(entry.id, entry)
        return tuple(kept.values())[query.offset :][: query.limit]

    def get(self, id: str) -> GazetteerEntry:
        if id in self._merged:
            raise Merged("place", id, self._merged[id])
        for entry in self._entries:
            if entry.id == id:
                return entry
        raise NotFound("place", id)

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        return tuple(
            TaggedName(name, "fr") for entry in self._entries if entry.id == id for name in entry.names[:1]
        )

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        around = (
            Nearby(entry, round(_distance(point, entry.point), 3))
            for entry in self._entries
            if entry.point and (entry.type in types if types else entry.precision in _SPOTS)
        )
        near = sorted((one for one in around if one.distance_km <= radius_km), key=lambda n: n.distance_km)
        return tuple(near[:limit])

    def _those(self, match: Callable[[GazetteerEntry], Match | None]) -> tuple[GazetteerEntry, ...]:
        return tuple(replace(entry, matched=how) for entry in self._entries if (how := match(entry)))

    def _ranked(self, entries: Iterable[GazetteerEntry], near: Point | None) -> list[GazetteerEntry]:
        if near is None:
            return list(entries)
        return sorted(entries, key=lambda one: _distance(near, one.point) if one.point else 1e9)


def _size(entry: GazetteerEntry) -> int:
    return 10**10 if entry.type in _WIDE else entry.population


def _exact(entry: GazetteerEntry, wanted: str) -> Match | None:
    if name_key(entry.name) == wanted:
        return Match.NAME
    return Match.ALTERNATE if wanted in map(name_key, entry.names) else None


def _begins(entry: GazetteerEntry, wanted: str) -> Match | None:
    return Match.PREFIX if any(name_key(name).startswith(wanted) for name in entry.names) else None


def _likeness(entry: GazetteerEntry, form: str) -> float:
    return max(SequenceMatcher(None, romanised(name), form).ratio() for name in entry.names)


def _distance(one: Point, other: Point) -> float:
    return float(geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km)


def _wanted(entry: GazetteerEntry, query: PlaceQuery) -> bool:
    return (
        (not query.countries or entry.country in query.countries)
        and (not query.types or entry.type in query.types)
        and (query.bbox is None or (entry.point is not None and _inside(entry.point, query.bbox)))
    )


def _inside(point: Point, box: BoundingBox) -> bool:
    east, west = point.longitude <= box.east, point.longitude >= box.west
    across = (east or west) if box.west > box.east else (east and west)
    return across and box.south <= point.latitude <= box.north
