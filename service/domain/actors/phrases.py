"""Finds phrases of a list at a word of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from service.domain.text import Word

V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases of folded words with a value each; the longest that begins at a word wins."""

    def __init__(self, values: Mapping[str, V]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in values.items():
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Word], here: int) -> tuple[int, V] | None:
        """Number of words and value of the longest phrase that begins at `words[here]`."""
        if not 0 <= here < len(words):
            return None
        for phrase, value in self._by_first.get(words[here].folded, ()):
            if _stands(phrase, words, here):
                return len(phrase), value
        return None

    def starts(self, words: Sequence[Word]) -> list[int]:
        """The words at which a phrase can begin: a first sieve, for lists asked at every word of a text."""
        return [place for place, word in enumerate(words) if word.folded in self._by_first]

    def skip(self, words: Sequence[Word], here: int) -> int:
        """The first word after all phrases that stand one after another from `here` on."""
        while found := self.at(words, here):
            here += found[0]
        return here


def phrase_set(phrases: Iterable[str]) -> Phrases[str]:
    """Phrases whose value is the phrase itself."""
    return Phrases({phrase: phrase for phrase in phrases})


def _stands(phrase: tuple[str, ...], words: Sequence[Word], here: int) -> bool:
    return len(phrase) <= len(words) - here and all(
        words[here + offset].folded == word for offset, word in enumerate(phrase)
    )
