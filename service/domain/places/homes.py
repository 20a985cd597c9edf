"""The town that a street, a building or a quarter stands in when no gazetteer knows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from service.domain.model import GazetteerEntry, PlaceType
from service.domain.places.reading import Toponym
from service.domain.text import Words, fold

# Between a site and its town: la rue de Brest, à Lyon; l'hôpital Nasser de Khan Younès; Kahler (Zurich).
_TOLD = frozenset(
    {
        "a",
        ", a",
        "entre",
        ", entre",
        "de",
        "d",
        "du",
        "(",
        "au coeur de",
        "dans le centre de",
        ", dans le centre de",
    }
    | {
        ", au coeur de",
        ", pres de",
        "pres de",
        ", au sud de",
        ", au nord de",
        ", a l est de",
        ", a l ouest de",
    }
)
_LONGEST = max(map(len, _TOLD)) + 2
_AT = frozenset({"a", "dans", "("})
_OF = frozenset({"de", "d", "vers", "depuis", "au", "du"})
_EARLY = 300  # characters: the headline and the dateline
_LINE = "\n"


class Tie(StrEnum):
    """How the words before a town tie it to what is told: at it, of it, or not at all (*Paris refuse*)."""

    AT = "at"  # à Lyon; RENNES (AFP) –
    OF = "of"  # venus de Lyon
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Town:
    """A town as it is named at an offset."""

    start: int
    entry: GazetteerEntry
    tie: Tie


@dataclass(frozen=True, slots=True)
class Homes:
    """The towns of a text in order."""

    words: Words
    towns: tuple[Town, ...]

    @classmethod
    def of(cls, words: Words, read: Iterable[tuple[Toponym, GazetteerEntry]]) -> Homes:
        """From the toponyms that are read as towns."""
        towns = (Town(toponym.start, entry, _tie(words, toponym)) for toponym, entry in read)
        return cls(words, tuple(sorted(towns, key=lambda town: town.start)))

    def told(self, toponym: Toponym, *, behind_comma: bool = False) -> GazetteerEntry | None:
        """The town right behind the name: *la rue de Brest, à Lyon*."""
        behind = next((town for town in self.towns if town.start >= toponym.end), None)
        if behind is None or behind.start - toponym.end > _LONGEST:
            return None
        gap = self.words.text[toponym.end : behind.start]
        told = {", a"} if behind_comma else _TOLD
        return behind.entry if _LINE not in gap and fold(gap) in told else None

    def nearest(self, toponym: Toponym) -> GazetteerEntry | None:
        """The town that a place without a point is put at: the one told behind it, before it in its sentence,
        at which its sentence or the one before plays, or the one that the text names most.
        """
        here = self.words.sentence(toponym.start)
        before = self.words.sentence(here.start - 1) if here.start else here
        if _LINE in self.words.text[max(before.start, here.start - 2) : here.start]:
            before = here
        return (
            self.told(toponym)
            or self._last(here.start, toponym.start, (Tie.AT, Tie.OF))
            or self._last(toponym.end, here.end, (Tie.AT,))
            or self._last(before.start, here.start, (Tie.AT,))
            or self.main()
        )

    def main(self) -> GazetteerEntry | None:
        """The town that the text names most as a place, the first ones counted twice."""
        counts: dict[str, float] = defaultdict(float)
        entries = {}
        for town in self.towns:
            entries[town.entry.id] = town.entry
            counts[town.entry.id] += _COUNTS[town.tie] * (2.0 if town.start < _EARLY else 1.0)
        return entries[max(counts, key=lambda city: counts[city])] if counts else None

    def _last(self, start: int, end: int, ties: tuple[Tie, ...]) -> GazetteerEntry | None:
        found = (t.entry for t in reversed(self.towns) if t.tie in ties and start <= t.start < end)
        return next(found, None)


_COUNTS = {Tie.AT: 1.0, Tie.OF: 0.7, Tie.NONE: 0.4}


def is_town(toponym: Toponym, entry: GazetteerEntry) -> bool:
    """Whether a toponym names a town itself, not a site or a quarter of it."""
    called = toponym.cue and not toponym.part and PlaceType.CITY not in toponym.cue
    return not called and entry.type is PlaceType.CITY


def _tie(words: Words, toponym: Toponym) -> Tie:
    before = [word for word in words.before(toponym.start, 3) if word.folded or word.text == "("]
    while before and before[-1].folded in ("la", "le", "les", "l"):
        before.pop()
    behind = words.after(toponym.end, 1)
    opens = words.sentence(toponym.start).start == toponym.start
    if opens and behind and behind[0].text in "(,–—.:":
        return Tie.AT
    word = (before[-1].folded or before[-1].text) if before else ""
    return Tie.AT if word in _AT else Tie.OF if word in _OF else Tie.NONE
