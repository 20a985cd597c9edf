"""The words of a text without quotes, hyphens and apostrophes, by number: what the rules walk over."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from service.domain.text import Word, Words

_FINAL_ACCENTED = ("é", "ée", "és", "ées", "É", "ÉE", "ÉS", "ÉES")
_PARTICIPLES = (
    "u",
    "ue",
    "us",
    "ues",
    "i",
    "ie",
    "is",
    "ies",
    "ise",
    "ises",
    "it",
    "ite",
    "its",
    "ert",
    "erte",
    "int",
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """`folded[i]` is the folded form of `words[i]`, which begins at `starts[i]`."""

    text: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]

    def index(self, offset: int) -> int:
        """The number of the first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def at(self, index: int) -> str:
        """The folded word of a number, empty outside the text."""
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def sentence(self, index: int) -> tuple[int, int]:
        """The numbers of the first word of the sentence around a word, and of the first after it."""
        offset = self.starts[index] if index < len(self.starts) else len(self.text)
        after = bisect_left(self.breaks, offset + 1)
        end = self.index(self.breaks[after]) if after < len(self.breaks) else len(self.words)
        return self.index(self.breaks[after - 1]), end

    def accented(self, index: int, letters: str) -> bool:
        """Whether the word has one of the letters: *à* is no verb."""
        return any(letter in self.words[index].text for letter in letters)

    def ends_accented(self, index: int) -> bool:
        """Whether the word ends like a participle of the first group: *accusé*, *frappées*."""
        return self.words[index].text.endswith(_FINAL_ACCENTED)

    def participle(self, index: int) -> bool:
        """Whether the word has the shape of a past participle."""
        return self.ends_accented(index) or self.folded[index].endswith(_PARTICIPLES)

    def between(self, index: int) -> str:
        """The characters between a word and the one before it."""
        return (
            self.text[self.words[index - 1].end : self.words[index].start]
            if 0 < index < len(self.words)
            else ""
        )


def read_tokens(words: Words) -> Tokens:
    kept = tuple([word for word in words.words if word.folded])
    return Tokens(
        text=words.text,
        words=kept,
        folded=tuple([word.folded for word in kept]),
        starts=tuple([word.start for word in kept]),
        breaks=words.breaks,
    )
