"""Turns cities of GeoNames and reviewed facts into the rows of the gazetteer file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from service.adapters import ranking
from service.adapters.gazetteer_file import (
    GEONAMES,
    PRECISIONS,
    SEPARATOR,
    TYPES,
    UNITS_OF_PROMINENCE,
    UNITS_PER_DEGREE,
    Quality,
    cell,
)
from service.adapters.lineages import Divisions, Lineages
from service.adapters.place_facts import Exonym, Merger, PlaceFact, damaged
from service.adapters.prominence import prominence
from service.adapters.spellings import graded_names
from service.domain.model import PlaceType, Point, Precision
from service.domain.places.variants import romanised, skeleton_of
from service.domain.text import fold, name_key

MISSPELT_ALTERNATES_FROM = 4.7  # prominence of some 50,000 inhabitants: an alternate name may be misspelt
HEADWORDS_FROM = 4.2  # prominence of some 15,000 inhabitants: found by its first letter

_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The rows of each table, in the order of its primary key (which makes the file small)."""

    tables: Mapping[str, list[_Row]]


def compile_rows(
    facts: Iterable[PlaceFact],
    exonyms: Iterable[Exonym],
    mergers: Iterable[Merger],
    stop_words: frozenset[str],
    cities: Iterable[Mapping[str, Any]],
) -> Compiled:
    """All rows. Raises `DamagedData` for a fact that names a place that is not there."""
    reviewed = {fact.id: fact for fact in facts}
    french = {exonym.id: exonym for exonym in exonyms}
    divisions, lineages = Divisions(reviewed.values()), Lineages()
    compiler = _Compiler(stop_words, lineages)
    for city in cities:
        place_id = f"{GEONAMES}{city['geonameid']}"
        exonym, fact = french.pop(place_id, None), reviewed.pop(place_id, None)
        name = exonym.name if exonym else city["name"]
        admin1, parents = divisions.of(city["countrycode"], city["admin1code"])
        place = PlaceFact(
            id=place_id,
            name=name,
            type=PlaceType.CITY,
            country=city["countrycode"],
            admin1=admin1,
            admin1_code=None,
            point=Point(city["latitude"], city["longitude"]),
            bbox=None,
            precision=Precision.CITY,
            population=city["population"],
            parents=parents,
            names=(city["name"],),
            geonames=city["geonameid"],
            source="",
            where="",
        )
        compiler.add(_merged(fact, place) if fact else place, city["alternatenames"])
    for fact in sorted(reviewed.values(), key=lambda fact: fact.id):
        exonym = french.pop(fact.id, None)
        compiler.add(replace(fact, names=(*fact.names, exonym.name)) if exonym else fact, ())
    if french:
        exonym = next(iter(french.values()))
        raise damaged(exonym.where, f"there is no place {exonym.id}")
    compiler.check_parents()
    return compiler.compiled(mergers)


def _merged(fact: PlaceFact, city: PlaceFact) -> PlaceFact:
    """The reviewed fact, completed by what GeoNames knows of the place."""
    return replace(
        fact,
        country=fact.country or city.country,
        admin1=fact.admin1 or city.admin1,
        point=fact.point or city.point,
        population=fact.population or city.population,
        parents=fact.parents or city.parents,
        names=(*fact.names, city.name, *city.names),
    )


class _Compiler:
    def __init__(self, stop_words: frozenset[str], lineages: Lineages) -> None:
        self._stop_words = stop_words
        self._lineages = lineages
        self._places: list[_Row] = []
        self._names: dict[tuple[str, int, str], Quality] = {}
        self._headwords: set[tuple[str, int]] = set()
        self._spellings: dict[tuple[str, str, int], Quality] = {}
        self._wanted: dict[str, str] = {}  # parent id → where it is named
        self._ids: set[str] = set()

    def add(self, place: PlaceFact, alternates: Iterable[str]) -> None:
        number, size = self._number(place.id), prominence(place.type, place.population)
        kept = graded_names((place.name, *place.names), alternates, self._stop_words)
        for name, quality in kept.items():
            self._file(name, number, quality, size)
        self._ids.add(place.id)
        if place.where:
            self._wanted.update(dict.fromkeys(place.parents, place.where))
        self._places.append(_place_row(number, place, kept, self._lineages))

    def check_parents(self) -> None:
        for parent, where in self._wanted.items():
            if parent not in self._ids:
                raise damaged(where, f"there is no place {parent} to be a parent")

    def compiled(self, mergers: Iterable[Merger]) -> Compiled:
        return Compiled(
            {
                "lineage": self._lineages.rows(),
                "place": sorted(self._places),
                "name": sorted((*key, quality) for key, quality in self._names.items()),
                "headword": sorted(self._headwords),
                "spelling": sorted((*key, quality) for key, quality in self._spellings.items()),
                "merged": sorted(map(self._merger, mergers)),
            }
        )

    def _merger(self, merger: Merger) -> _Row:
        if merger.id in self._ids:
            raise damaged(merger.where, f"the id {merger.id} is still that of a place")
        if merger.into not in self._ids:
            raise damaged(merger.where, f"there is no place {merger.into}")
        return merger.id, merger.into

    def _number(self, id: str) -> int:
        if id.startswith(GEONAMES):
            return int(id.removeprefix(GEONAMES))
        return -1 - len(self._ids)

    def _file(self, name: str, number: int, quality: Quality, size: float) -> None:
        key, folded = name_key(name), fold(name)
        if not key:
            return
        entry = key, number, ranking.lead(folded, key)
        self._names[entry] = min(quality, self._names.get(entry, quality))
        if quality is Quality.MAIN and size >= HEADWORDS_FROM:
            self._headwords.add((key, number))
        aimed = quality is Quality.MAIN or (quality is Quality.ALTERNATE and size >= MISSPELT_ALTERNATES_FROM)
        if aimed and key.isascii() and len(key) > 2:
            form = romanised(name)
            spelling = skeleton_of(form), form, number
            self._spellings[spelling] = min(quality, self._spellings.get(spelling, quality))


def _place_row(number: int, place: PlaceFact, names: Iterable[str], lineages: Lineages) -> _Row:
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
        SEPARATOR.join(names),
        place.source or None,
        round(prominence(place.type, place.population) * UNITS_OF_PROMINENCE),
        cell(point.latitude, point.longitude) if point else None,
    )
