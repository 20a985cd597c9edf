"""Finds the row of a dump that is the same place as one of our own that bears no GeoNames number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from service.adapters.nearby import great_circle
from service.adapters.place_facts import PlaceFact
from service.domain.model import PlaceType, Point
from service.domain.text import name_key

# How far apart, in km, two points of the same thing may lie: that of a sea is anywhere in its middle.
_FARTHEST_KM: dict[PlaceType, float] = {
    PlaceType.CITY: 15,
    PlaceType.DISTRICT: 10,
    PlaceType.BUILDING: 5,
    PlaceType.AIRPORT: 10,
    PlaceType.CAMP: 10,
    PlaceType.STREET: 5,
    PlaceType.MOUNTAIN: 60,
    PlaceType.ISLAND: 60,
    PlaceType.LAKE: 60,
    PlaceType.PENINSULA: 300,
    PlaceType.STRAIT: 200,
    PlaceType.RIVER: 600,
    PlaceType.DESERT: 600,
    PlaceType.AREA: 250,
    PlaceType.REGION: 400,
    PlaceType.DEPARTMENT: 100,
    PlaceType.TERRITORY: 400,
    PlaceType.SEA: 1500,
}


class Twins:
    """Our own places by the keys of their names."""

    def __init__(self, facts: Iterable[PlaceFact]) -> None:
        self._by_key: dict[str, list[PlaceFact]] = defaultdict(list)
        self._by_code: dict[str, PlaceFact] = {}
        for fact in facts:
            if fact.admin1_code:
                self._by_code[fact.admin1_code] = fact
            if fact.geonames is None and not fact.id.startswith("geonames:"):
                for key in {name_key(name) for name in (fact.name, *fact.names)}:
                    self._by_key[key].append(fact)

    def of_code(self, code: str) -> PlaceFact | None:
        """Our row for a first-level division, `FR.84`."""
        return self._by_code.get(code)

    def of(self, place: PlaceFact, names: Iterable[str]) -> tuple[PlaceFact, float] | None:
        """The place of ours of the same kind, country and name that is near enough, and how far it is."""
        found = {
            fact.id: (fact, great_circle(fact.point, place.point))
            for key in dict.fromkeys(map(name_key, (place.name, *names)))
            for fact in self._by_key.get(key, ())
            if fact.type is place.type
            and fact.point is not None
            and place.point is not None
            and (fact.country is None or fact.country == place.country)
            and _near(fact.point, place.point, fact.type)
        }
        return min(found.values(), key=lambda one: (one[1], one[0].id), default=None)


def _near(one: Point, other: Point, kind: PlaceType) -> bool:
    return great_circle(one, other) <= _FARTHEST_KM.get(kind, 0.0)
