"""An article as the rules of this room look at it: its words, and what is known to stand at each of them."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.phrases import phrase_set
from service.domain.model import Label, Name, Usage
from service.domain.nations import Nations
from service.domain.places.reading import Reading
from service.domain.text import Word, Words

EUROPE = "EU"  # reserved by ISO 3166-1 for the European Union
_SPORT_SHARE = 0.012  # of the words of a text: about one in eighty
_CONNECTORS = phrase_set(french.CONNECTORS)


@dataclass(frozen=True, slots=True)
class Scene:
    """`words` are those that fold to something: hyphens, apostrophes and quotes are left out.

    `names` and `places` are keyed by the offset at which they begin; a place also by its bare name's;
    `person_ends` are the offsets at which persons' names end. `bearers` and `readings` are all names and
    places in order.
    """

    text: str
    words: tuple[Word, ...]
    index: dict[int, int]
    names: dict[int, Name]
    person_ends: frozenset[int]
    places: dict[int, Reading]
    nations: Nations
    bearers: tuple[Name, ...]
    readings: tuple[Reading, ...]

    def span_text(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, the latter included."""
        return self.text[self.words[first].start : self.words[last].end]

    def folded(self, here: int) -> str:
        return self.words[here].folded if 0 <= here < len(self.words) else ""

    def lower(self, here: int) -> bool:
        return 0 <= here < len(self.words) and not self.words[here].capitalised

    def person(self, here: int) -> Name | None:
        """The person whose name begins at a word."""
        name = self.names.get(self.words[here].start) if here < len(self.words) else None
        return name if name and name.label is Label.PERSON else None

    def place(self, here: int) -> Reading | None:
        return self.places.get(self.words[here].start) if here < len(self.words) else None

    def after_span(self, end: int, here: int) -> int:
        """The first word from `here` on that begins at or after the offset `end`."""
        while here < len(self.words) and self.words[here].start < end:
            here += 1
        return here

    def connector(self, here: int) -> int:
        """The word after *de, du, de la …*, or `here` when there is none."""
        found = _CONNECTORS.at(self.words, here)
        return here + found[0] if found else here

    def nationality(self, here: int) -> tuple[int, str] | None:
        """Number of words and country of the adjective at a word: *russe*, *nord-coréen*."""
        if not 0 <= here < len(self.words):
            return None
        pair = f"{self.words[here].folded} {self.folded(here + 1)}"
        if country := self.nations.of_adjective(pair):
            return 2, country
        country = self.nations.of_adjective(self.words[here].folded)
        return (1, country) if country else None

    def allegiance(self, here: int) -> tuple[int, str] | None:
        """As `nationality`, and *européen* with `EUROPE`."""
        if found := self.nationality(here):
            return found
        return (1, EUROPE) if self.folded(here) in french.EUROPEAN else None


def set_scene(
    words: Words, names: tuple[Name, ...], readings: tuple[Reading, ...], nations: Nations
) -> Scene:
    kept = tuple([word for word in words.words if word.folded])
    places = {reading.toponym.start: reading for reading in readings}
    places.update({reading.toponym.name_span.start: reading for reading in readings})
    return Scene(
        words.text,
        kept,
        {word.start: place for place, word in enumerate(kept)},
        {name.start: name for name in names},
        frozenset(name.end for name in names if name.label is Label.PERSON),
        places,
        nations,
        names,
        readings,
    )


def stands_for(reading: Reading, nations: Nations) -> str | None:
    """The country whose power a place can name after *de*: a country itself, its capital or seat."""
    seat = nations.seat(reading.entry.id)
    return seat.country if seat else None


def is_metonym(reading: Reading) -> bool:
    return reading.usage is Usage.METONYMIC


def is_sport(scene: Scene) -> bool:
    """Whether the article is about sport, where places and peoples are teams."""
    hits = len([None for word in scene.words if word.folded in french.SPORT])
    return hits > 3 and hits > _SPORT_SHARE * len(scene.words)
