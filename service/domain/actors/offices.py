"""Reads descriptions of an office with a nationality: *le ministre russe des Affaires étrangères*."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.phrases import Phrases, phrase_set
from service.domain.actors.scene import Scene, stands_for

_OFFICES = Phrases(french.OFFICES)
_QUALIFIERS = phrase_set(french.OFFICE_WORDS)
_PORTFOLIO_LINKS = phrase_set(french.PORTFOLIO_LINKS)
_LONGEST_PORTFOLIO = 14  # words: *de l'Enseignement supérieur, de la Recherche et de l'Innovation*


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words `first` to `last` (included) tell an office; `nationalities` are the words of its adjectives.

    `role` is a role of the book of actors, `None` when a holder cannot be told from the words. With
    several countries (*présidents russe et turc*) the first belongs to `first`…`nationalities[0]`.
    """

    first: int
    last: int
    head: str
    role: str | None
    countries: tuple[str, ...]
    nationalities: tuple[int, ...]
    former: bool


def office_starts(scene: Scene) -> list[int]:
    """The words at which the description of an office can begin."""
    return _OFFICES.starts(scene.words)


def read_office(scene: Scene, here: int) -> OfficePhrase | None:
    """The office whose description begins at a word, if any; with no country told it has none."""
    found = _OFFICES.at(scene.words, here)
    if not found:
        return None
    length, role = found
    head = " ".join(scene.folded(here + offset) for offset in range(length))
    reader = _Reader(scene, _QUALIFIERS.skip(scene.words, here + length))
    reader.read_nationality()
    if head in french.PORTFOLIO_HEADS:
        role = reader.read_portfolio() or role
    reader.skip_qualifiers()
    if not reader.countries:
        reader.read_nationality()
    if not reader.countries:
        reader.read_country(local=head in french.LOCAL_OFFICES)
    former = scene.folded(here - 1) in french.FORMER
    return OfficePhrase(
        here - 1 if former else here,
        reader.here - 1,
        head,
        None if former else _role(scene, reader, head, role),
        tuple(reader.countries),
        tuple(reader.nationalities),
        former,
    )


def _role(scene: Scene, reader: _Reader, head: str, role: str | None) -> str | None:
    if role == "secretary_of_state":
        return "foreign_minister" if reader.countries[:1] in (["US"], ["VA"]) else None
    if role == "head_of_state" and head.startswith("president"):
        after = scene.connector(reader.here)
        body = after > reader.here and after < len(scene.words) and scene.words[after].capitalised
        return None if body else role  # *le président français de la Fifa*
    return role


class _Reader:
    """Walks over the words after the head of an office."""

    def __init__(self, scene: Scene, here: int) -> None:
        self.scene = scene
        self.here = here
        self.countries: list[str] = []
        self.nationalities: list[int] = []

    def read_nationality(self) -> None:
        """*russe*; *russe et turc*; *syrienne, russe ou américaine*."""
        here = self.here
        while found := self.scene.allegiance(here):
            length, country = found
            self.countries.append(country)
            self.nationalities.append(here)
            self.here = here + length
            if self.scene.folded(self.here) not in {*french.COORDINATORS, ","}:
                break
            here = self.here + 1

    def read_portfolio(self) -> str | None:
        """*des Affaires étrangères*, *de l'Économie et des Finances*; the role that it calls for, if any."""
        role = None
        here, limit = self.here, self.here + _LONGEST_PORTFOLIO
        while here < limit and (link := _PORTFOLIO_LINKS.at(self.scene.words, here)):
            end = self._portfolio_words(here + link[0])
            if end == here + link[0]:
                break
            for word in self.scene.words[here:end]:
                role = role or french.PORTFOLIO_ROLES.get(word.folded)
            self.here = here = end
            if self.scene.folded(here) in {"et", ",", "chargé", "charge"}:
                here += 1
        return role

    def _portfolio_words(self, here: int) -> int:
        while here < len(self.scene.words) and self.scene.folded(here) in french.PORTFOLIOS:
            here += 1
        return here

    def skip_qualifiers(self) -> None:
        self.here = _QUALIFIERS.skip(self.scene.words, self.here)

    def read_country(self, local: bool) -> None:
        """*du Qatar*, *de la Colombie*: a place that stands for a country."""
        name = self.scene.connector(self.here)
        reading = self.scene.place(name) if name > self.here else None
        country = stands_for(reading, self.scene.nations) if reading else None
        if reading and local:
            country = country or reading.entry.country
        if reading and country:
            self.countries.append(country)
            self.here = self.scene.after_span(reading.toponym.end, name)
