"""Turns cities of GeoNames and reviewed facts into the rows of the gazetteer file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from service.adapters import ranking
from service.adapters.gazetteer_file import (
    DIVISION_DISCOUNT,
    GEONAMES,
    PRECISIONS,
    PROMINENCE,
    SEPARATOR,
    TYPES,
    UNITS_OF_PROMINENCE,
    UNITS_PER_DEGREE,
    Quality,
    cell,
)
from service.adapters.place_facts import Exonym, PlaceFact, damaged
from service.domain.model import PlaceType, Point, Precision
from service.domain.places.variants import romanised, skeleton_of
from service.domain.text import fold, name_key

MISSPELT_ALTERNATES_FROM = 4.7  # prominence of some 50,000 inhabitants: an alternate name may be misspelt
HEADWORDS_FROM = 4.2  # prominence of some 15,000 inhabitants: found by its first letter

_DIVISIONS = {PlaceType.REGION, PlaceType.DEPARTMENT}
_Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The rows of each table, in the order of its primary key (which makes the file small)."""

    tables: Mapping[str, list[_Row]]


@dataclass(frozen=True, slots=True)
class _Lineages:
    """Numbers the (admin1, parents) that many places share."""

    numbers: dict[tuple[str | None, tuple[str, ...]], int] = field(default_factory=dict)

    def number(self, admin1: str | None, parents: tuple[str, ...]) -> int:
        return self.numbers.setdefault((admin1, parents), len(self.numbers) + 1)

    def rows(self) -> list[_Row]:
        return [(number, admin1, SEPARATOR.join(ids)) for (admin1, ids), number in self.numbers.items()]


class _Divisions:
    """Finds the country and the first-level division that a GeoNames city belongs to."""

    def __init__(self, facts: Iterable[PlaceFact]) -> None:
        self._regions: dict[str, PlaceFact] = {}
        self._countries: dict[str, PlaceFact] = {}
        for fact in facts:
            if fact.admin1_code:
                self._regions[fact.admin1_code] = fact
            if fact.country and fact.type is PlaceType.COUNTRY:
                self._countries[fact.country] = fact
            elif fact.country and fact.type is PlaceType.TERRITORY:
                self._countries.setdefault(fact.country, fact)

    def of(self, country: str, code: str) -> tuple[str | None, tuple[str, ...]]:
        """The name of the division, and all parents from the nearest outwards."""
        region, nation = self._regions.get(f"{country}.{code}"), self._countries.get(country)
        own = tuple(fact.id for fact in (region, nation) if fact)
        return region.name if region else None, own + (nation.parents if nation else ())


def compile_rows(
    facts: Iterable[PlaceFact],
    exonyms: Iterable[Exonym],
    stop_words: frozenset[str],
    cities: Iterable[Mapping[str, Any]],
) -> Compiled:
    """All rows. Raises `DamagedData` for a fact that names a place that is not there."""
    reviewed = {fact.id: fact for fact in facts}
    french = {exonym.id: exonym for exonym in exonyms}
    divisions, lineages = _Divisions(reviewed.values()), _Lineages()
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
    return compiler.compiled()


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


def prominence(type: PlaceType, population: int) -> float:
    """See `gazetteer_file.PROMINENCE`."""
    size = math.log10(population + 1)
    if population and type in _DIVISIONS:
        return size - DIVISION_DISCOUNT
    return max(PROMINENCE[type], size)


class _Compiler:
    def __init__(self, stop_words: frozenset[str], lineages: _Lineages) -> None:
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
        kept = self._qualities(place, alternates)
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

    def compiled(self) -> Compiled:
        return Compiled(
            {
                "lineage": self._lineages.rows(),
                "place": sorted(self._places),
                "name": sorted((*key, quality) for key, quality in self._names.items()),
                "headword": sorted(self._headwords),
                "spelling": sorted((*key, quality) for key, quality in self._spellings.items()),
                "merged": [],
            }
        )

    def _number(self, id: str) -> int:
        if id.startswith(GEONAMES):
            return int(id.removeprefix(GEONAMES))
        return -1 - len(self._ids)

    def _qualities(self, place: PlaceFact, alternates: Iterable[str]) -> dict[str, Quality]:
        """Its names, the reviewed ones first; those left out would be found in ordinary French words."""
        kept = dict.fromkeys((place.name, *place.names), Quality.MAIN)
        folded = {fold(name) for name in kept}
        for name in alternates:
            quality = alternate_quality(name, self._stop_words)
            if quality is not None and (form := fold(name)) not in folded:
                folded.add(form)
                kept[name] = quality
        return kept

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


def alternate_quality(name: str, stop_words: frozenset[str]) -> Quality | None:
    """How good an alternate name of GeoNames is; `None` when it is to be dropped.

    Dropped: names of one or two Latin letters (*LA*), French function words (*Par*, *Sur*), transcriptions
    made by machine, which alone are written all in lower case (*a lei po*, *hlb*), and what has our
    separator in it.
    """
    if SEPARATOR in name or name.islower():
        return None
    if name.isascii():
        letters = sum(map(str.isalpha, name))
        latin = True
    else:
        found = [letter for letter in name if letter.isalpha()]
        letters = len(found)
        latin = all(letter < "ɐ" or "Ḁ" <= letter <= "ỿ" for letter in found)
    if not letters or (latin and (letters < 3 or fold(name) in stop_words)):
        return None
    return Quality.CODE if len(name) == 3 and name.isascii() and name.isupper() else Quality.ALTERNATE


def _place_row(number: int, place: PlaceFact, names: Iterable[str], lineages: _Lineages) -> _Row:
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
