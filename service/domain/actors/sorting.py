"""Sorts the names of an article: persons, organisations, and what is no actor."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.actors import french
from service.domain.actors.known import Knowledge
from service.domain.actors.nominal import Nominal
from service.domain.actors.organisation_names import OrganisationName, is_acronym, read_organisation
from service.domain.actors.organisations import defined_acronyms, repeated_kinds
from service.domain.actors.person_names import PersonName, read_person
from service.domain.actors.scene import Scene
from service.domain.actors.things import actors_among, noun_before
from service.domain.model import ActorType, Label, Name, Span
from service.domain.places.reading import Reading
from service.domain.text import fold


def sort_names(
    scene: Scene,
    names: Sequence[Name],
    nominals: Sequence[Nominal],
    readings: Sequence[Reading],
    knowledge: Knowledge,
    hidden: Sequence[Span] = (),
) -> tuple[tuple[PersonName, ...], tuple[OrganisationName, ...]]:
    """The persons and the organisations, in order.

    Left out are places, what nominals and toponyms cover, and names of ships, storms, streets, laws.
    """
    covered = _Covered(nominals, readings)
    open_names = [name for name in names if not covered.hides(name)]
    bodies = _bodies(scene, open_names)
    labels = {name: _label(name, knowledge, bodies) for name in open_names}
    kept = list(actors_among(scene, open_names, knowledge))
    persons = list(filter(None, (read_person(scene, name) for name in kept if labels[name] is Label.PERSON)))
    surnames = {person.words[-1] for person in persons if person.is_full}
    organisations: list[OrganisationName] = []
    for name in kept:
        if labels[name] is not Label.ORGANISATION:
            continue
        if fold(name.text) in surnames and (person := read_person(scene, name)):
            persons.append(person)
        elif organisation := read_organisation(scene, name):
            organisations.append(organisation)
    told = tuple(organisations)
    more = (*defined_acronyms(scene, told), *repeated_kinds(scene, told))
    more = tuple(name for name in more if not covered.hides(name) and not any(map(name.overlaps, hidden)))
    organisations.extend(filter(None, (read_organisation(scene, name) for name in more)))
    return (
        tuple(sorted(persons, key=lambda person: person.name.start)),
        tuple(sorted(organisations, key=lambda organisation: organisation.name.start)),
    )


def _bodies(scene: Scene, names: Sequence[Name]) -> frozenset[str]:
    """Folded names that a noun of kind before them makes a body: *l'association Canal*."""
    return frozenset(
        fold(name.text)
        for name in names
        if name.label is Label.PERSON and noun_before(scene, name) in _nouns_of_bodies(scene, name)
    )


def _nouns_of_bodies(scene: Scene, name: Name) -> frozenset[str]:
    """Fewer before several words: *animateur de radio Ali Kaya* is a person."""
    here = scene.index.get(name.start, 0)
    if " " not in name.text:
        return french.LEADING
    return french.LEADING_NAMES if scene.folded(here - 2) in french.DEFINITE | {"une"} else frozenset()


def _label(name: Name, knowledge: Knowledge, bodies: frozenset[str]) -> Label:
    """What a name is taken for, corrected by the book where it knows the name for one kind only."""
    if name.label is Label.PERSON and " " in name.text:
        words = fold(name.text).split()
        body = words[-1] in french.CORPORATE or words[0] in french.TRADES or " ".join(words) in bodies
        return Label.ORGANISATION if body else name.label
    types = {known.type for known in knowledge.lookup(name.text)}
    if not types:
        if name.label is not Label.PERSON:
            return name.label
        acronym = is_acronym(name.text) and len(name.text) <= 4
        return Label.ORGANISATION if acronym or fold(name.text) in bodies else name.label
    if ActorType.PERSON not in types:
        return Label.ORGANISATION
    return Label.PERSON if len(types) == 1 and name.label is not Label.PLACE else name.label


class _Covered:
    """Spans that are spoken for: by nominals (but for the person whose force it is) and by toponyms."""

    def __init__(self, nominals: Sequence[Nominal], readings: Sequence[Reading]) -> None:
        self._whose = {nominal.whose.start for nominal in nominals if nominal.whose}
        self._ends: dict[int, int] = {}
        for span in (*nominals, *(reading.toponym for reading in readings)):
            for offset in range(span.start, span.end):
                self._ends[offset] = span.end

    def hides(self, name: Name) -> bool:
        end = self._ends.get(name.start)
        return end is not None and name.end <= end and name.start not in self._whose
