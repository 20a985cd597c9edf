"""A text with all that is known of it before a place is read: words, names, and the gazetteer to ask."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from service.domain.model import GazetteerEntry, Label, Name, PlaceType, Span
from service.domain.places import french
from service.domain.places.extent import Extent, before_link, read_extent
from service.domain.places.french import Role
from service.domain.places.parents import told_parents
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
_FAMOUS = 100_000  # inhabitants of a town whose place in the world is spoken of


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


def located(known: Known, first: int, last: int) -> bool:
    """Whether the words around a name speak of a place, whatever the name: *à X*, *dans le X*, *près de X*,
    *village de X*, *X (Drôme)*, *en Syrie et à X*.
    """
    words = known.all
    if extent_of(known, first, last).role is not None or told_parents(words, last):
        return True
    before = known.before(first)
    while before and before[-1] in french.ARTICLES:
        before.pop()
        if before and before[-1] in ("dans", "vers", "depuis"):
            return True
    if not before or before[-1] in ("et", ",", "ou"):
        return first >= 2 and first - 2 in known.places
    if before[-1] in ("de", "du", "d", "des"):
        return not french.NEAR_OR_SECTOR.isdisjoint(before[:-1])
    towards = before[-1] in ("en", "jusqu", "dans") or before[-1] in french.TOWARDS
    return towards or words[first - 1].text in ("à", "À", "A")


def extent_of(known: Known, first: int, last: int) -> Extent:
    """How far the mention reaches; but *la place de la France dans le monde* is no square."""
    found = known.extents.get((first, last))
    if found is None:
        found = known.extents[first, last] = _extent_of(known, first, last)
    return found


def _extent_of(known: Known, first: int, last: int) -> Extent:
    extent = read_extent(known.all, first)
    if extent.role is None and extent.part is None:
        return _listed(known, first) or extent
    if known.all[extent.first].folded != "place" or extent.first == first:
        return extent
    if known.all[first].folded in known.persons and extent.linked:
        return Extent(first)
    instead = [word.folded for word in known.all[max(0, extent.first - 2) : extent.first]] == ["a", "la"]
    if instead and extent.linked and first - extent.first == 2:
        return Extent(first)  # nommé à la place de X
    famous = known.lookup(known.text_of(first, last))[:1]
    broad = any(entry.type is PlaceType.COUNTRY or entry.population >= _FAMOUS for entry in famous)
    return Extent(first) if broad else extent


_FARTHEST = 24  # words back to the noun of a list


def _listed(known: Known, first: int) -> Extent | None:
    """*Les provinces d'Idlib et de Hama*: the kind that a plural noun gives to the names behind the first."""
    words = known.all
    link = before_link(words, first)
    at = first - 1 if link is None else link
    if at < 1 or words[at].text not in (",", "et", "ou"):
        return None
    while at > max(0, first - _FARTHEST):
        word = words[at]
        small = word.folded in french.INNER or word.text in (",", "ou", "et") or not word.folded
        if not (small or word.capitalised or words[at - 1].text in HYPHENS):
            break
        if word.text in ".;:!?()":
            return None
        at -= 1
    noun = french.NOUNS.get(words[at].folded)
    if noun is None or words[at].folded not in french.PLURALS or words[at].capitalised:
        return None
    if noun.role is Role.SECTION:
        return Extent(first, french.TOWN_OR_QUARTER, Role.DISTRICT, linked=True)
    return Extent(first, noun.types, noun.role, linked=True)


def of_another_name(known: Known, first: int, last: int) -> bool:
    """Whether the place is part of a longer name: *Tour de France*, *traité de Lisbonne*, *France Inter*."""
    words = known.all
    if last < len(words) and last not in known.covered and known.goes_on(last) and last - first == 1:
        return any(entry.type is PlaceType.COUNTRY for entry in known.lookup(words[first].text)[:1])
    if first >= 2 and words[first - 2].folded == "parti" and known.opens_sentence(first - 2):
        return False  # Parti de Sorgues, le peloton …
    link = before_link(words, first)
    if link is None:
        return False
    head = link
    while head > link - 3 and head > 0 and not words[head].capitalised and words[head].text.isalpha():
        if words[head].folded in french.TREATIES:
            return True
        head -= 1
    return head >= 0 and words[head].capitalised and words[head].folded in french.NAMES_OF_OTHERS
