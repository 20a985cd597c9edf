"""Lays the reviewed facts over the rows of a dump, and gives all of it to the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from service.adapters import gazetteer_rows
from service.adapters.gazetteer_dump import CODES, DumpRow
from service.adapters.gazetteer_features import Feature
from service.adapters.gazetteer_layout import GEONAMES
from service.adapters.gazetteer_rows import Facts
from service.adapters.gazetteer_stage import Stage
from service.adapters.gazetteer_twins import Twins
from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.lineages import Divisions
from service.adapters.place_facts import Merger, PlaceFact
from service.adapters.tongues import FRENCH, OWN, AlternateName, language_by_script
from service.domain.model import PlaceType

_TOWNS = frozenset({PlaceType.CITY, PlaceType.DISTRICT})
_NATIONS = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY})
# Where the own name is French already: another is shown only when GeoNames prefers it.
_FRENCH_COUNTRIES = frozenset("FR MC GP MQ GF RE YT NC PF PM WF BL MF TF".split())
_NUMBER = re.compile(r"\b[0-9]{4,8}\b")
_HISTORIC = 2  # priority of names that are colloquial or historic

_Names = list[tuple[str, str, int]]


@dataclass(slots=True)
class Layers:
    """`merged` counts the rows that are places of ours; `notes` say what else was done, for people.

    `needed` are the ids of GeoNames that the facts speak of, `countries` those that they tell.
    """

    writer: GazetteerWriter
    facts: Facts
    merged: int = 0
    notes: list[str] = field(default_factory=list)
    needed: frozenset[str] = field(init=False)
    countries: frozenset[str] = field(init=False)
    divisions: Divisions = field(init=False)
    _twins: Twins = field(init=False)

    def __post_init__(self) -> None:
        parents = {parent for fact in self.facts.places.values() for parent in fact.parents}
        self.countries = frozenset(
            fact.country for fact in self.facts.places.values() if fact.country and fact.type in _NATIONS
        )
        self.needed = frozenset(parents | set(self.facts.exonyms))
        self.divisions = Divisions(self.facts.places.values())
        self._twins = Twins(self.facts.places.values())

    # ------------------------------------------------------------------ divisions

    def note_division(self, row: DumpRow) -> None:
        """Remembers a division by its code, which the rows of its places tell."""
        if row.code == "A.ADM1" and row.admin1:
            self.divisions.tell(f"{row.country}.{row.admin1}", row.name, row.number)
        elif row.code == "A.ADM2" and row.admin2:
            self.divisions.tell(f"{row.country}.{row.admin1}.{row.admin2}", row.name, row.number)

    def tell_division(self, code: str, name: str, number: int | None) -> None:
        """A division of the tables of codes; `number` is `None` when the dump has no row for it."""
        self.divisions.tell(code, name, number)

    def name_divisions(self, stage: Stage) -> None:
        """Gives the divisions their French names."""
        self.divisions.rename(stage.french_names(self.divisions.numbers()))

    # ------------------------------------------------------------------ places

    def add(self, row: DumpRow, feature: Feature, names: _Names, towns: list[int]) -> None:
        alternates = _alternates(row, names)
        place = self._place(row, feature, names, towns, alternates)
        if twin := self._twin(row, place, alternates):
            fact, why = twin
            self.facts.added[fact.id] += [
                replace(one, searched=fact.type not in _TOWNS)
                for one in (AlternateName(place.name), *alternates)
            ]
            self.writer.merge(Merger(place.id, fact.id, "", why))
            self.merged += 1
            return
        reviewed = place.id in self.facts.places
        laid = self.facts.laid_over(place)
        if reviewed and laid.type not in _TOWNS:  # Lebanon is no name of Liban in a French text
            own = AlternateName(row.name, (OWN,), searched=True)
            alternates = [own, *(replace(one, searched=True) for one in alternates)]
        self.writer.add(laid, (*self.facts.tongues_of(place.id), *alternates))

    def _twin(
        self, row: DumpRow, place: PlaceFact, alternates: list[AlternateName]
    ) -> tuple[PlaceFact, str] | None:
        if place.id in self.facts.places:
            return None
        if row.code == "A.ADM1" and (fact := self._twins.of_code(f"{row.country}.{row.admin1}")):
            return (fact, "the same first-level code") if fact.id != place.id else None
        found = self._twins.of(place, (row.name, *(one.name for one in alternates)))
        return (found[0], f"same name, kind and country, {found[1]:.0f} km apart") if found else None

    def _place(
        self, row: DumpRow, feature: Feature, names: _Names, towns: list[int], alternates: list[AlternateName]
    ) -> PlaceFact:
        admin1, parents = self.divisions.of(row.country, row.admin1, row.admin2, own=row.number)
        languages = len({language for language, *_ in names}) or len(alternates) // 2
        french = _french_name(row, names)
        return PlaceFact(
            id=f"{GEONAMES}{row.number}",
            name=french or row.name,
            type=feature.type,
            country=row.country or None,
            admin1=admin1,
            admin1_code=None,
            point=row.point,
            bbox=None,
            precision=feature.precision,
            population=row.population,
            parents=(*(f"{GEONAMES}{town}" for town in towns), *parents),
            names=(row.name,) if french else (),
            geonames=row.number,
            source="",
            where="",
            own_name=row.name,
            french=bool(french),
            prominence=feature.prominence_of(row.population, languages),
            standing=feature.standing(row.population, languages),
        )

    # ------------------------------------------------------------------ the rest

    def finish(self) -> None:
        """Adds the facts that are left; what speaks of a place that is not there is left out, and told."""
        absent = [one for one in self.facts.exonyms if one not in self.facts.places]
        for one in absent:
            del self.facts.exonyms[one]
        if absent:
            self.notes.append(f"French names without their place: {len(absent)}")
        gazetteer_rows.write_facts(self.writer, self.facts)

    def delete(self, number: int, comment: str, file: str) -> None:
        """An id that GeoNames gave up lives on under the one that its comment names."""
        heirs = (f"{GEONAMES}{found}" for found in _NUMBER.findall(comment))
        heir = next((one for one in heirs if self.writer.has(one)), None)
        if heir:
            self.writer.merge(Merger(f"{GEONAMES}{number}", heir, "", f"GeoNames {file}: {comment[:100]}"))
            self.merged += 1


def _alternates(row: DumpRow, names: _Names) -> list[AlternateName]:
    """The other names, those with a language first; historic and colloquial ones are not told by language."""
    tagged = [
        AlternateName(
            name,
            (language,) if language and language not in CODES and priority < _HISTORIC else (),
            searched=language in CODES,
        )
        for language, name, priority in names
    ]
    others = (name.strip() for name in row.alternates.split(","))
    return tagged + [AlternateName(name, language_by_script(name, row.country)) for name in others if name]


def _french_name(row: DumpRow, names: _Names) -> str | None:
    """The French name to show: the preferred one, or the own name if it is French, or the first."""
    french = [
        (priority, name) for language, name, priority in names if language == FRENCH and priority < _HISTORIC
    ]
    preferred = next((name for priority, name in french if priority == 0), None)
    if preferred or not french:
        return preferred
    if any(name == row.name for _, name in french):
        return row.name
    return None if row.country in _FRENCH_COUNTRIES else french[0][1]
