"""The French lexicon, indexed for one pass over the words of a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from service.domain.dates.french.lexicon import lexicon
from service.domain.dates.french.words import CARDINALS

# A run of items without any of these kinds tells no time.
TELLING = frozenset(
    "unit oclock weekday weekdays short_weekday month short_month season near that feast reopening part parts"
    " daytime noon clock date time year figure slashed slashed_month periodical vague dozen"
    " spoken_year".split()
)
_TENS = frozenset("cinquante soixante septante huitante octante nonante vingt".split())  # of years in words
DOTTED = frozenset(("short_month", "short_weekday"))
_SPLIT_ENDINGS = ("e", "er", "re", "ere", "eme")  # folded: *le 1 er mai*


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon, its phrases by their first two words (longest first), and what can begin an item.

    Of the words that tell a time, `telling` has each, and the longest one of each phrase; after those in
    `dotted` a full stop may belong to them.
    """

    entries: dict[str, dict[str, Any]]
    phrases: dict[tuple[str, str], tuple[tuple[str, ...], ...]]
    first_words: frozenset[str]
    all_words: frozenset[str]
    telling: frozenset[str]
    dotted: frozenset[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    entries = lexicon()
    phrases: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for entry in entries:
        first, *rest = entry.split()
        if rest:
            phrases.setdefault((first, rest[0]), []).append((first, *rest))
    ordered = {pair: tuple(sorted(found, key=len, reverse=True)) for pair, found in phrases.items()}
    first_words = frozenset((*entries, *(first for first, _ in ordered), *CARDINALS))
    telling = {max(entry.split(), key=len) for entry, kinds in entries.items() if TELLING & kinds.keys()}
    return Vocabulary(
        entries,
        ordered,
        first_words,
        first_words.union(_SPLIT_ENDINGS, *(entry.split() for entry in entries)),
        frozenset(telling) | _TENS,
        frozenset(entry for entry, kinds in entries.items() if DOTTED & kinds.keys()),
    )
