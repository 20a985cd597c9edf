"""Marked articles for the tests of this room, and the facts that they speak of.

`{…}` marks a mention with its actor: `{lavrov|PER Sergueï Lavrov}`. Labels: PER, ORG for names that a
recogniser proposes, LOC for a place that acts, loc for a place that does not, NOM for a nominal, and a
bare `{key|}` for what the room has to find by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from service.domain.actors import Nominal, find_nominals, gather_actors, set_scene
from service.domain.actors.scene import Scene
from service.domain.model import (
    Actor,
    ActorType,
    GazetteerEntry,
    KnownActor,
    Label,
    Mention,
    Name,
    Office,
    PlaceType,
    Precision,
    Span,
    Usage,
)
from service.domain.nations import Nation, Nations, Seat
from service.domain.places.reading import Reading, Toponym
from service.domain.text import read_words
from tests.fakes.actor_book import FakeActorBook


def nation(country: str, name: str, capital: str, adjectives: str) -> Nation:
    forms = tuple(adjectives.split())
    return Nation(country, name, f"x:{name}", f"x:{capital}", forms, tuple(f.capitalize() for f in forms))


NATIONS = Nations(
    (
        nation("RU", "Russie", "Moscou", "russe russes"),
        nation("US", "États-Unis", "Washington", "américain américaine américains américaines"),
        nation("SY", "Syrie", "Damas", "syrien syrienne syriens syriennes"),
        nation("FR", "France", "Paris", "français française françaises"),
        nation("TR", "Turquie", "Ankara", "turc turque turcs turques"),
        nation("KP", "Corée du Nord", "Pyongyang", "nord-coréen nord-coréenne nord-coréens"),
        nation("JP", "Japon", "Tokyo", "japonais japonaise japonaises"),
        nation("IL", "Israël", "Jérusalem", "israélien israélienne israéliens israéliennes"),
        nation("BE", "Belgique", "Bruxelles", "belge belges"),
        nation("CO", "Colombie", "Bogota", "colombien colombienne"),
        nation("QA", "Qatar", "Doha", "qatari qatarie"),
        nation("CA", "Canada", "Ottawa", "canadien canadienne canadiens canadiennes"),
    ),
    (Seat("x:Kremlin", "RU"), Seat("x:Bruxelles", None, "gazette:ue")),
)


def office(title: str, role: str, country: str, since: int, until: int) -> Office:
    return Office(title, country, role, date(since, 1, 1), date(until, 1, 1))


BOOK = FakeActorBook(
    KnownActor("wikidata:Q1", "Vladimir Poutine", ActorType.PERSON, "RU", "Q1", ("Vladimir Putin",),
               (office("président russe", "head_of_state", "RU", 2012, 2024),)),
    KnownActor("wikidata:Q2", "François Hollande", ActorType.PERSON, "FR", "Q2", (),
               (office("président français", "head_of_state", "FR", 2012, 2017),)),
    KnownActor("wikidata:Q3", "Bachar el-Assad", ActorType.PERSON, "SY", "Q3", (),
               (office("président syrien", "head_of_state", "SY", 2000, 2024),)),
    KnownActor("gazette:ue", "Union européenne", ActorType.IGO, None, None, ("UE",)),
    KnownActor("gazette:onu", "ONU", ActorType.IGO, None, None, ("Nations unies", "UN")),
    KnownActor("gazette:ps", "PS", ActorType.PARTY, "FR", None, ("Parti socialiste",)),
)  # fmt: skip

_MARK = re.compile(r"\{([^|{}]*)\|(?:(PER|ORG|LOC|loc|NOM) ?)?([^{}]*)\}")
_LABELS = {"PER": Label.PERSON, "ORG": Label.ORGANISATION}
_CITIES = {"Alep", "Marseille", "Nanterre", "Chicago", "Lyon"}


@dataclass(frozen=True)
class Marked:
    """An article without its marks, what is proposed for it, and the key of each marked mention."""

    text: str
    names: tuple[Name, ...]
    readings: tuple[Reading, ...]
    expected: tuple[tuple[str, Mention], ...]

    def scene(self) -> Scene:
        return set_scene(read_words(self.text), self.names, self.readings, NATIONS)

    def nominals(self) -> tuple[Nominal, ...]:
        return find_nominals(self.scene())

    def actors(self, day: date | None = date(2016, 10, 11), candidates: int = 0) -> tuple[Actor, ...]:
        return gather_actors(self.scene(), self.nominals(), BOOK, day, candidates)


def marked(sentence: str) -> Marked:
    text, names, readings, expected = "", [], [], []
    last = 0
    for mark in _MARK.finditer(sentence):
        text += sentence[last : mark.start()]
        key, label, words = mark.groups()
        mention = Mention(len(text), len(text) + len(words), words)
        text += words
        last = mark.end()
        if label in _LABELS:
            names.append(Name(mention.start, mention.end, words, _LABELS[label]))
        if label in {"LOC", "loc"}:
            readings.append(_reading(mention, Usage.METONYMIC if label == "LOC" else Usage.LITERAL))
        if key:
            expected.append((key, mention))
    return Marked(text + sentence[last:], tuple(names), tuple(readings), tuple(expected))


def _reading(mention: Mention, usage: Usage) -> Reading:
    city = mention.text in _CITIES
    entry = GazetteerEntry(
        f"x:{mention.text}",
        mention.text,
        PlaceType.CITY if city else PlaceType.COUNTRY,
        "FR" if city else NATIONS.of_name(mention.text.lower()),
        None,
        Precision.CITY,
    )
    span = Span(mention.start, mention.end)
    return Reading(Toponym(span.start, span.end, mention.text, mention.text, span), entry, 0.9, usage=usage)
