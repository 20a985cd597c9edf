"""Sorts the names of an article into persons and organisations, and drafts their actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.actors.drafts import Desk, Draft
from service.domain.actors.functions import Function
from service.domain.actors.kinds import country_of, type_of
from service.domain.actors.known import Knowledge
from service.domain.actors.nominals import Nominal
from service.domain.actors.organisation_names import OrganisationName, is_acronym, read_organisation
from service.domain.actors.organisations import Organisation, defined_acronyms, gather_organisations
from service.domain.actors.person_names import PersonName, read_person
from service.domain.actors.persons import Person, gather_persons
from service.domain.actors.scene import Scene
from service.domain.model import ActorType, Label, MentionKind, Name, Span
from service.domain.places.reading import Reading
from service.domain.text import fold


@dataclass(frozen=True, slots=True)
class People:
    """The drafts of the persons of an article, by mention and by what they are said to be."""

    drafts: dict[int, Draft]  # by the offset at which a mention begins
    functions: tuple[tuple[Span, Draft], ...]  # the words that tell a function, and whose


def sort_names(
    scene: Scene,
    names: Sequence[Name],
    nominals: Sequence[Nominal],
    readings: Sequence[Reading],
    knowledge: Knowledge,
) -> tuple[tuple[PersonName, ...], tuple[OrganisationName, ...]]:
    """The persons and the organisations; places, and what the nominals and metonyms cover, are left out."""
    covered = _Covered(nominals, readings)
    persons: list[PersonName] = []
    organisations: list[OrganisationName] = []
    doubtful: list[Name] = []
    for name in names:
        if covered.hides(name):
            continue
        label = _label(name, knowledge)
        if label is Label.PERSON and (person := read_person(scene, name)):
            persons.append(person)
        elif label is Label.ORGANISATION:
            doubtful.append(name)
    surnames = {person.words[-1] for person in persons if person.is_full}
    for name in doubtful:
        if fold(name.text) in surnames and (person := read_person(scene, name)):
            persons.append(person)
        elif organisation := read_organisation(scene, name):
            organisations.append(organisation)
    persons.sort(key=lambda person: person.name.start)
    organisations.sort(key=lambda organisation: organisation.name.start)
    more = (read_organisation(scene, name) for name in defined_acronyms(scene, tuple(organisations)))
    organisations.extend(organisation for organisation in more if organisation)
    organisations.sort(key=lambda organisation: organisation.name.start)
    return tuple(persons), tuple(organisations)


def _label(name: Name, knowledge: Knowledge) -> Label:
    """What a name is taken for, corrected by the book where it knows the name for one kind only."""
    if name.label is Label.PERSON and " " in name.text:
        return name.label
    types = {known.type for known in knowledge.book.lookup(name.text)}
    if not types:
        acronym = name.label is Label.PERSON and is_acronym(name.text) and len(name.text) <= 4
        return Label.ORGANISATION if acronym else name.label
    if ActorType.PERSON not in types:
        return Label.ORGANISATION
    return Label.PERSON if len(types) == 1 and name.label is not Label.PLACE else name.label


class _Covered:
    """Spans that are spoken for: by nominals (but for the person whose force it is) and by metonyms."""

    def __init__(self, nominals: Sequence[Nominal], readings: Sequence[Reading]) -> None:
        self._whose = {nominal.whose.start for nominal in nominals if nominal.whose}
        self._ends: dict[int, int] = {}
        for span in (*nominals, *(reading.toponym for reading in readings)):
            for offset in range(span.start, span.end):
                self._ends[offset] = span.end

    def hides(self, name: Name) -> bool:
        end = self._ends.get(name.start)
        return end is not None and name.end <= end and name.start not in self._whose


# ------------------------------------------------------------------------------------------- persons


def place_persons(scene: Scene, mentions: tuple[PersonName, ...], desk: Desk) -> People:
    drafts: dict[int, Draft] = {}
    functions: list[tuple[Span, Draft]] = []
    for person in gather_persons(scene, mentions):
        draft = _person(person, desk)
        for mention in person.mentions:
            draft.add(mention.name, MentionKind.NAMED)
            drafts[mention.name.start] = draft
            if mention.function:
                functions.append((mention.function, draft))
    return People(drafts, tuple(sorted(functions, key=lambda pair: pair[0].start)))


def _person(person: Person, desk: Desk) -> Draft:
    person.mentions.sort(key=lambda mention: mention.name.start)
    known = None if person.mentions[0].several else desk.knowledge.person(person.mentions)
    draft = desk.known(known) if known else _unknown(person, desk)
    draft.explain(*(["known actor"] if known else []), *person.reasons)
    told = [mention.function for mention in person.mentions if mention.function]
    best = max(told, key=_weight, default=None)
    draft.function = draft.function or (best.text if best and best.tells else _office_now(draft, desk))
    draft.country = draft.country or next((function.country for function in told if function.country), None)
    draft.offices.update((function.role, function.country) for function in told if function.role)
    draft.confidence = min(draft.confidence, 1 - person.doubt)
    return draft


def _weight(function: Function) -> tuple[bool, bool, bool]:
    return function.tells, function.role is not None, function.country is not None


def _unknown(person: Person, desk: Desk) -> Draft:
    full = [mention for mention in person.mentions if mention.words == person.words] or person.mentions
    named = min(full, key=lambda mention: (mention.name.text.isupper(), mention.name.start))
    sure = named.is_full or any(mention.function or mention.gender for mention in person.mentions)
    key = f"person {' '.join(named.words)} {id(person)}"
    return desk.put(key, Draft(named.name.text, ActorType.PERSON, confidence=0.93 if sure else 0.8))


def _office_now(draft: Draft, desk: Desk) -> str | None:
    """The office that the book gives a known person on the day of the article."""
    day = desk.knowledge.day
    if not draft.known or not day:
        return None
    held = [
        office
        for office in draft.known.offices
        if (office.since is None or office.since <= day) and (office.until is None or day < office.until)
    ]
    return held[-1].title if held and (held[-1].since or held[-1].until) else None


# ------------------------------------------------------------------------------------- organisations


def place_organisations(scene: Scene, mentions: tuple[OrganisationName, ...], desk: Desk) -> None:
    for organisation in gather_organisations(scene, mentions):
        draft = _organisation(scene, organisation, desk)
        draft.explain(*organisation.reasons)
        draft.confidence = min(draft.confidence, 1 - organisation.doubt)
        for mention in organisation.mentions:
            draft.add(mention.name, MentionKind.NAMED)


def _organisation(scene: Scene, organisation: Organisation, desk: Desk) -> Draft:
    texts = dict.fromkeys(mention.name.text for mention in organisation.mentions)
    known = desk.knowledge.organisation(sorted(texts, key=len, reverse=True))
    if known:
        draft = desk.known(known)
        draft.explain("known actor")
        return draft
    sort, confidence, reason = type_of(scene, organisation.mentions)
    fullest = organisation.fullest
    draft = Draft(fullest.name.text, sort, country_of(scene, organisation.mentions), confidence=confidence)
    draft.explain(reason)
    return desk.put(f"organisation {' '.join(fullest.words)}", draft)
