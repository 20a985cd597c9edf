"""A text with all that is known of it before a place is read: words, names, and the gazetteer to ask."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from service.domain.model import GazetteerEntry, Label, Name, PlaceType, Span
from service.domain.places import french
from service.domain.places.extent import Extent
from service.domain.ports import Gazetteer
from service.domain.text import APOSTROPHES, HYPHENS, Word, Words

BROAD = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY, PlaceType.CONTINENT, PlaceType.SUPRAREGION})
LARGE = BROAD | {
    PlaceType.REGION,
    PlaceType.DEPARTMENT,
    PlaceType.AREA,
    PlaceType.SEA,
    PlaceType.RIVER,
    PlaceType.MOUNTAIN,
    PlaceType.ISLAND,
    PlaceType.PENINSULA,
    PlaceType.DESERT,
    PlaceType.STRAIT,
    PlaceType.LAKE,
}


@dataclass(frozen=True, slots=True)
class Known:
    """A text with what is known of it: its words, the words that names cover, the gazetteer."""

    words: Words
    all: tuple[Word, ...]
    covered: frozenset[int]  # indices of words inside any name, or hidden
    places: frozenset[int]  # those inside a place's
    persons: frozenset[str]  # folded words of persons' names
    counts: Counter[str]
    openings: frozenset[int]  # offsets at which a sentence begins
    lookup: Callable[[str], tuple[GazetteerEntry, ...]]
    extents: dict[tuple[int, int], Extent] = field(default_factory=dict)  # asked for several times each

    @classmethod
    def of(
        cls, words: Words, names: tuple[Name, ...], hidden: tuple[Span, ...], gazetteer: Gazetteer
    ) -> Known:
        every = words.words
        covered = _indices(words, (*names, *hidden))
        places = _indices(words, [name for name in names if name.label is Label.PLACE])
        persons = frozenset(
            word.folded for name in names if name.label is Label.PERSON for word in words.within(name)
        )
        counts = Counter([word.folded for word in every if word.capitalised])
        lookup = lru_cache(maxsize=None)(gazetteer.lookup)  # for this text alone: quicker than a shared one
        return cls(words, every, covered, places, persons, counts, frozenset(words.breaks), lookup)

    def index(self, offset: int) -> int:
        """The index of the first word that begins at the offset or behind it."""
        return bisect_left(self.words.starts, offset)

    def inside(self, span: Span) -> set[int]:
        """The indices of the words of a span."""
        return set(range(self.index(span.start), self.index(span.end)))

    def text_of(self, first: int, last: int) -> str:
        return self.words.text[self.all[first].start : self.all[last - 1].end]

    def opens_sentence(self, index: int) -> bool:
        """Whether a capital says nothing at this word: behind a full stop, a colon or an opening quote."""
        if not index or self.all[index].start in self.openings:
            return True
        before = self.all[index - 1].text
        return (
            not before[-1].isalnum()
            and before not in APOSTROPHES
            and before not in HYPHENS
            and before not in ",()"
        )

    def free(self, index: int) -> bool:
        """Whether a word belongs to no person, organisation or hidden span."""
        return index not in self.covered or index in self.places

    def before(self, first: int) -> list[str]:
        """Up to four folded words or marks before the word, apostrophes left out."""
        words = self.all[max(0, first - 5) : first]
        return [word.folded or word.text for word in words if word.text not in APOSTROPHES][-4:]

    def entries(self, first: int, last: int) -> tuple[GazetteerEntry, ...]:
        """The places of that name, the article before it taken for its own where it must be: *au Caire*."""
        text = self.text_of(first, last)
        before = self.all[first - 1].folded if first else ""
        bare = self.lookup(text)
        if bare and before not in french.CONTRACTED:
            return bare
        own = french.OWN_ARTICLES.get(before)
        return (*self.lookup(f"{own} {text}"), *bare) if own else bare

    def goes_on(self, last: int) -> bool:
        """Whether a name that ends here only begins a longer one: *Paris* in *Paris Match*."""
        if last >= len(self.all):
            return False
        word = self.all[last]
        gap = self.words.text[self.all[last - 1].end : word.start]
        if not gap:
            behind = self.all[min(last + 1, len(self.all) - 1)]
            return word.text in HYPHENS and behind.folded not in french.COMPASS
        return gap == " " and word.capitalised and word.text[0].isalpha()


def _indices(words: Words, spans: Iterable[Span]) -> frozenset[int]:
    """Of the words that begin inside the spans."""
    found: set[int] = set()
    for span in spans:
        found.update(range(bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)))
    return frozenset(found)
