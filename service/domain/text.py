"""Words, sentences and folded forms of a text. Nothing here edits a text: offsets are those received."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from service.domain.model import Span

APOSTROPHES = "'’‘ʼ´`′"
HYPHENS = "-‐‑‒–—"
QUOTES = '"«»“”„‟'

# A word is a run of letters and digits; a hyphen or apostrophe inside it ends a word of its own right
# (`l’Élysée` is two words, `Saint-Pair` is two): rules look at words, names are compared folded.
_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# Possessive, and begun only where a run of marks begins, so that no run is scanned twice.
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"»”’')\]]*+(?:\s++[»”])?+\s++(?=[\"«“‘'(\[—–-]*+\s*+[A-ZÀ-ÖØ-Þ0-9])|(?<!\n)\n++"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:MM?|Mme|Mlle|Dr|Me|Mgr|St|Ste|av|bd|janv|févr|sept|oct|nov|déc)|\b[A-Z])\.\s*$"
)
_ARTICLE = re.compile(r"^(?:al|el|as|ach|ash|ad|ar|an|at|az|es|ech|ed|er|en|et|ez)[ ](?=\S)")
_SAINT = re.compile(r"\b(?:saint|st)(e?)\b\.?")


class Word(NamedTuple):
    """A word or a single punctuation mark. `folded` is what rules compare.

    A tuple and no dataclass, since there are hundreds in a text and a tuple is made in a third of the time.
    """

    start: int
    end: int
    text: str
    folded: str
    capitalised: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order, found by offset. One pass, shared by every room."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]
    breaks: tuple[int, ...]  # offsets at which a sentence begins, the first is 0

    def within(self, span: Span) -> tuple[Word, ...]:
        """The words that begin in the span."""
        return self.words[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def before(self, offset: int, count: int) -> tuple[Word, ...]:
        """Up to `count` words that begin before the offset, in text order."""
        here = bisect_left(self.starts, offset)
        return self.words[max(0, here - count) : here]

    def after(self, offset: int, count: int) -> tuple[Word, ...]:
        """Up to `count` words from the offset on."""
        here = bisect_left(self.starts, offset)
        return self.words[here : here + count]

    def sentence(self, offset: int) -> Span:
        """The sentence, or line, around the offset."""
        here = bisect_left(self.breaks, offset + 1)
        end = self.breaks[here] if here < len(self.breaks) else len(self.text)
        return Span(self.breaks[here - 1], end)


def read_words(text: str) -> Words:
    """Splits a text into words and sentences, in time linear in its length."""
    words = tuple(
        Word(match.start(), match.end(), word := match.group(), fold(word), word[0].isupper())
        for match in _WORD.finditer(text)
    )
    return Words(text, words, tuple(word.start for word in words), _sentence_starts(text))


def _sentence_starts(text: str) -> tuple[int, ...]:
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        head = text[max(0, match.start() - 8) : match.start() + 1]
        if match.group().startswith("\n") or not _ABBREVIATION.search(head):
            starts.append(match.end())
    return tuple(starts)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A form for comparison: no accents, no case; hyphens, apostrophes, quotes and any space are one space.

    >>> fold("L’Élysée\\u00a0-  Œuvre")
    'l elysee oeuvre'
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("œ", "oe").replace("æ", "ae"))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.translate(_LETTERS).split())


# Marks that count as a space, and letters that decomposition leaves alone (Turkish, Polish, Nordic,
# Vietnamese, transliteration marks).
_LETTERS = str.maketrans(
    dict.fromkeys(APOSTROPHES + HYPHENS + QUOTES, " ")
    | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ʿ": None, "ʾ": None, "ʻ": None}
)


def name_key(name: str) -> str:
    """A folded name without what spellings differ by: `al-`, `el-`, `as-` …, *saint/st*, *sainte/ste*.

    >>> name_key("Al-Sakhour"), name_key("St-Étienne")
    ('sakhour', 'saint etienne')
    """
    key = fold(name)
    if " " in key:
        key = _ARTICLE.sub("", key)
    return _SAINT.sub(r"saint\1", key) if "st" in key or "saint" in key else key
