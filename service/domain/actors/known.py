"""Tells whether a name of the text is an actor of the book.

Long, because the ways to believe a bare surname follow one upon another, the surest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from service.domain.actors.person_names import PersonName
from service.domain.actors.spelling import alike
from service.domain.model import ActorType, KnownActor, Office
from service.domain.nations import Nations
from service.domain.ports import ActorBook
from service.domain.text import fold
from service.errors import Merged, NotFound

_ROLES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "finance_minister")
_HIGH = frozenset({"head_of_state", "head_of_government", "pope", "supreme_leader"})
_FEMININE = ("présidente", "première", "chancelière", "reine", "impératrice", "cheffe")  # titles of women
_COUNTRIES = 6  # most frequent countries of a text whose office holders a bare surname is compared with
_SURNAME = 4  # letters of a surname that is believed alone
_SHORT = 4  # letters; acronyms up to this length mean different bodies in different countries


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The book, and what of the article decides between its namesakes: its day and its countries."""

    book: ActorBook
    nations: Nations
    day: date | None
    countries: tuple[str, ...]  # most often told first
    home: str | None = None  # the country that the article is about, when one is told more than all others
    sport: bool = False
    _found: dict[str, tuple[KnownActor, ...]] = field(default_factory=dict)

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        """As the book's; every name is asked once for an article."""
        if name not in self._found:
            self._found[name] = self.book.lookup(name)
        return self._found[name]

    def by_id(self, id: str) -> KnownActor | None:
        try:
            return self.book.get(id)
        except Merged as moved:
            return self.by_id(moved.into)
        except NotFound:
            return None

    def holders(self, role: str, country: str) -> tuple[KnownActor, ...]:
        return self.book.holders(role, country, self.day)

    def organisation(self, names: Iterable[str]) -> KnownActor | None:
        """The known organisation of the first of its names that has one, the fullest first.

        An acronym counts only if the body that bears it could have the full names of the text:
        the *CDC* of an article may be another than the one of the book.
        """
        full: list[str] = []
        for name in names:
            found = [known for known in self.lookup(name) if known.type is not ActorType.PERSON]
            known = self._fitting(found, strict=False)
            if known and (len(name) > _SHORT or self._is_at_home(known)) and _could_be(known, full):
                return known
            if " " in name:
                full.append(name)
        return None

    def identify(self, name: str) -> str | None:
        """The id of the organisation of that name."""
        known = self.organisation([name])
        return known.id if known else None

    def _is_at_home(self, known: KnownActor) -> bool:
        """Short names of parties and companies mean another body in an article about other countries."""
        local = known.type in {ActorType.PARTY, ActorType.COMPANY, ActorType.ORGANISATION}
        return not local or known.country is None or not self.countries or known.country in self.countries

    def person(self, mentions: Iterable[PersonName]) -> KnownActor | None:
        """By full name; by a surname only when the person's country or office is told in the article."""
        mentions = tuple(mentions)
        for text in dict.fromkeys(mention.name.text for mention in mentions if mention.is_full):
            people = self._people(text)
            if known := self._fitting(people, strict=len(people) > 1):
                return known
        if any(mention.is_full for mention in mentions):
            return None
        for mention in mentions:
            if known := self._by_office(mention):
                return known
        return (
            self._fitting(self._people(mentions[0].name.text), strict=True)
            or self._well_known(mentions)
            or self._in_high_office(mentions)
        )

    def _in_high_office(self, mentions: tuple[PersonName, ...]) -> KnownActor | None:
        """*Macron*, *le président Macron* where no country is told: the one holder of a high office on the
        day of the article who has that surname, if nobody else in the book has it.

        Not in a report of sport, nor for somebody whose function or sex is said to be another.
        """
        surname, told = mentions[0].words[-1], [m.function for m in mentions if m.function]
        if self.day is None or self.sport or len(surname) < _SURNAME:
            return None
        if all(mention.is_described for mention in mentions):
            return None
        bearers = self.book.by_surname(surname)
        found = [(known, office) for known in bearers for office in known.offices if self._is_high(office)]
        roles = {function.role for function in told if function.role}
        if roles:
            found = [(known, office) for known, office in found if office.role in roles]
        elif any(function.tells for function in told) or not self._stands_out(found, bearers):
            return None
        women = any(mention.gender == "f" for mention in mentions)
        fitting = {
            known.id: known for known, office in found if not women or office.title.startswith(_FEMININE)
        }
        countries = {function.country for function in told if function.country}
        chosen = [known for known in fitting.values() if not countries or known.country in countries]
        return chosen[0] if len(chosen) == 1 else None

    def _stands_out(self, found: list[tuple[KnownActor, Office]], bearers: tuple[KnownActor, ...]) -> bool:
        """Whether no namesake held an office, nor is there any where only other countries are told."""
        holders = {known.id for known, _ in found}
        abroad = bool(self.countries) and not any(known.country in self.countries for known, _ in found)
        return not any((abroad or known.offices) and known.id not in holders for known in bearers)

    def _is_high(self, office: Office) -> bool:
        """Whether an office is of the first of a state, and held on the day of the article."""
        return (
            office.role in _HIGH
            and self.day is not None
            and self._began(office)
            and office.since is not None
            and (office.until is None or self.day < office.until)
        )

    def _well_known(self, mentions: tuple[PersonName, ...]) -> KnownActor | None:
        """*Juppé* alone: the only person of that surname who fits the article, or the only one of
        them who held an office; nobody when several did.

        A function that is no office of state (*l'entraîneur Kaya*) tells of somebody else, and so does
        the country of another.
        """
        told = [mention.function for mention in mentions if mention.function]
        if self.sport or any(function.tells and not function.role for function in told):
            return None
        countries = {function.country for function in told if function.country}
        found = self.namesakes(mentions[0].words[-1])
        fitting = [known for known in found if not countries or known.country in countries]
        chosen = [known for known in fitting if known.offices] if len(fitting) > 1 else fitting
        return chosen[0] if len(chosen) == 1 else None

    def namesakes(self, surname: str) -> list[KnownActor]:
        """The persons of the book with that surname whose country is told, and who had been heard of."""
        if len(surname) < _SURNAME:
            return []
        countries = self.countries[:_COUNTRIES]
        found = [known for known in self.book.by_surname(surname) if known.country in countries]
        return [known for known in found if not known.offices or any(map(self._began, known.offices))]

    def _began(self, office: Office) -> bool:
        return self.day is None or office.since is None or office.since <= self.day

    def _people(self, name: str) -> list[KnownActor]:
        return [known for known in self.lookup(name) if known.type is ActorType.PERSON]

    def _by_office(self, mention: PersonName) -> KnownActor | None:
        """The holder of an office, told or of a country of the text, who bears the surname."""
        function = mention.function
        roles = (function.role,) if function and function.role else _ROLES
        told = function.country if function else None
        found: dict[str, KnownActor] = {}
        for country in (told,) if told else self.countries[:_COUNTRIES]:
            for role in roles:
                for known in self.holders(role, country):
                    if _bears(known, mention.words[-1]):
                        found[known.id] = known
        return next(iter(found.values())) if len(found) == 1 else None

    def _fitting(self, found: list[KnownActor], strict: bool) -> KnownActor | None:
        """The only candidate, or the one of the country told most; `strict` asks for that country."""
        if len(found) == 1 and not strict:
            return found[0]
        ranked = [known for country in self.countries for known in found if known.country == country]
        if ranked:
            return ranked[0]
        loose = [known for known in found if known.country is None or not self.countries]
        return (
            loose[0]
            if len(loose) == 1 or (loose and not strict)
            else (found[0] if found and not strict else None)
        )


def _could_be(known: KnownActor, full: list[str]) -> bool:
    """Whether a full name shares half of its words with one of the actor's, if both sides have such."""
    theirs = [_main_words(name) for name in (known.name, *known.aliases) if " " in name]
    ours = [_main_words(name) for name in full]
    if not theirs or not ours:
        return True
    return any(2 * len(one & other) >= min(len(one), len(other)) for one in ours for other in theirs)


def _main_words(name: str) -> set[str]:
    return {word for word in fold(name).split() if len(word) > 3}


def _bears(known: KnownActor, surname: str) -> bool:
    words = fold(known.name).split()
    return surname in words[-2:] or (len(surname) > 4 and alike(words[-1], surname))
