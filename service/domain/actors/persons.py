"""Gathers the names of persons: a surname joins the full name, spellings join, namesakes stay apart.

Full names are joined first, longest first; then bare surnames and given names look for the full name that
they shorten. Every look-up goes through an index by word, so the time is linear in the number of names.

Long, because joining full names, renamed ones and bare surnames works on one index of people.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field

from service.domain.actors import french
from service.domain.actors.links import Link, link_between
from service.domain.actors.person_names import PersonName
from service.domain.actors.same_person import same_person
from service.domain.actors.scene import Scene
from service.domain.actors.spelling import alike, sound

_BUCKET = 12  # namesakes looked at for one word; keeps a list of one family's members linear


@dataclass(slots=True)
class Person:
    """The mentions of one person while they are gathered; `words` is the fullest name."""

    words: tuple[str, ...]
    mentions: list[PersonName] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    doubt: float = 0.0  # how likely the weakest join is wrong

    @property
    def genders(self) -> set[str]:
        return {mention.gender for mention in self.mentions if mention.gender}

    def add(self, mentions: list[PersonName], reason: str = "", doubt: float = 0.0) -> None:
        self.mentions.extend(mentions)
        if reason and reason not in self.reasons:
            self.reasons.append(reason)
        self.doubt = max(self.doubt, doubt)


def gather_persons(scene: Scene, mentions: tuple[PersonName, ...]) -> list[Person]:
    """Every mention in exactly one person."""
    forms: dict[tuple[tuple[str, ...], str], list[PersonName]] = defaultdict(list)
    single: list[PersonName] = []
    several: dict[tuple[str, ...], Person] = {}
    for mention in mentions:
        if mention.several:
            several.setdefault(mention.words, Person(mention.words, reasons=["family or couple"])).add(
                [mention]
            )
        elif mention.is_full:
            forms[mention.words, mention.generation].append(mention)
        else:
            single.append(mention)
    people = _People()
    for (words, _), found in sorted(forms.items(), key=lambda form: -len(form[0][0])):
        people.place_full(words, found)
    _join_renamed(scene, mentions, people)
    for mention in single:
        people.place_single(mention)
    return [*people.everybody(), *several.values()]


def _join_renamed(scene: Scene, mentions: tuple[PersonName, ...], people: _People) -> None:
    for one, other in itertools.pairwise(mentions):
        if link_between(scene, one.name, other.name) is Link.RENAMED:
            people.join(one, other, "named so in the text")


class _People:
    def __init__(self) -> None:
        self._all: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_sound: dict[str, list[Person]] = defaultdict(list)
        self._singles: dict[str, Person] = {}
        self._of: dict[PersonName, Person] = {}

    def everybody(self) -> list[Person]:
        return [person for person in self._all if person.mentions]

    def place_full(self, words: tuple[str, ...], mentions: list[PersonName]) -> None:
        for person in self._candidates(words):
            reason = same_person(words, person.words)
            if reason and not _are_two(person, mentions):
                self._put(person, mentions, reason, 0.03)
                self._file(words, person)
                return
        person = Person(words)
        self._all.append(person)
        self._put(person, mentions)
        self._file(words, person)

    def place_single(self, mention: PersonName) -> None:
        """A surname or given name, put to the person that it shortens, else to a person of its own."""
        word = mention.words[-1]
        candidates, reason, doubt = self._shortened(word)
        fitting = [person for person in candidates if not _conflict(person, mention)] or (
            candidates if not mention.gender else []
        )
        if fitting:
            person = _nearest(fitting, mention)
            more = len(fitting) > 1
            self._put(
                person,
                [mention],
                f"{reason}, last named of {len(fitting)}" if more else reason,
                0.3 if more else doubt,
            )
            return
        key = f"{word} {mention.gender}" if candidates else word
        if key not in self._singles:
            self._singles[key] = Person(mention.words)
            self._all.append(self._singles[key])
        self._put(self._singles[key], [mention])

    def join(self, one: PersonName, other: PersonName, reason: str) -> None:
        keeper, leaver = self._of.get(one), self._of.get(other)
        if keeper and leaver and keeper is not leaver:
            self._put(keeper, leaver.mentions, reason)
            for word in leaver.words:
                self._by_word[word].append(keeper)
            leaver.mentions = []

    def _shortened(self, word: str) -> tuple[list[Person], str, float]:
        found = [person for person in self._by_word.get(word, ()) if person.mentions]
        surnames = [person for person in found if _is_surname(word, person)]
        if surnames:
            return _unique(surnames), "surname of a full name", 0.02
        if found:
            return _unique(found), "part of a full name", 0.08
        if len(word) >= 5:
            heard = [
                person for person in self._by_sound.get(sound(word), ()) if alike(word, person.words[-1])
            ]
            return _unique(heard), "spelling variant of a surname", 0.08
        return [], "", 0.0

    def _candidates(self, words: tuple[str, ...]) -> list[Person]:
        found: dict[int, Person] = {}
        for word in words:
            found.update((id(person), person) for person in self._by_word.get(word, ())[-_BUCKET:])
        found.update((id(person), person) for person in self._by_sound.get(sound(words[-1]), ())[-_BUCKET:])
        return [person for person in found.values() if person.mentions]

    def _file(self, words: tuple[str, ...], person: Person) -> None:
        for word in words:
            self._by_word[word].append(person)
        self._by_sound[sound(words[-1])].append(person)

    def _put(self, person: Person, mentions: list[PersonName], reason: str = "", doubt: float = 0.0) -> None:
        person.add(mentions, reason, doubt)
        self._of.update((mention, person) for mention in mentions)


def _is_surname(word: str, person: Person) -> bool:
    return any(word == mention.words[-1] for mention in person.mentions if mention.is_full)


def _are_two(person: Person, mentions: list[PersonName]) -> bool:
    """Names alike of two people: *Mohammed V* and *Mohammed VI*, a man and a woman."""
    generations = {mention.generation for mention in (*mentions, *person.mentions)} - {""}
    if len(person.words) == 1 and any(not mention.generation for mention in mentions):
        return True
    return len(generations) > 1 or len({*person.genders, *_genders(mentions)}) > 1


def _genders(mentions: list[PersonName]) -> set[str]:
    return {mention.gender for mention in mentions if mention.gender}


def _conflict(person: Person, mention: PersonName) -> bool:
    """Another sex, or another function of the same kind."""
    return bool(mention.gender and person.genders and mention.gender not in person.genders)


def _nearest(people: list[Person], mention: PersonName) -> Person:
    """Of several namesakes the one whose role is told, else the last named before, else the first after."""
    role = mention.function.role if mention.function else None
    if role:
        for person in people:
            if any(other.function and other.function.role == role for other in person.mentions):
                return person
    at = mention.name.start

    def distance(person: Person) -> tuple[bool, bool, int]:
        before = [other.name.start for other in person.mentions if other.name.start < at]
        odd = bool(mention.gender) and _sounds_feminine(person) != (mention.gender == "f")
        return (odd, not before, at - max(before) if before else min(o.name.start for o in person.mentions))

    return min(people, key=distance)


def _sounds_feminine(person: Person) -> bool:
    """A guess from the given name, for namesakes whom nothing else tells apart."""
    given = person.words[0]
    return given.endswith(("a", "e", "ie", "ine")) and not given.endswith(french.MASCULINE_ENDINGS)


def _unique(people: list[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())
