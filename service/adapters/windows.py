"""Long texts in pieces, each read with a little of what stands before and behind it.

What a model needs grows with what it reads at once (some 2.5 kB for each character), so that a book would
take gigabytes. Cut where lines end, with a margin that is wider than the model sees, the pieces give the
names that the whole would give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LENGTH = 20_000  # code points read at once, margins not counted
MARGIN = 400  # code points on each side; the model sees four words on each side of one
_LINE = 2_000  # how far before the end of a piece the end of a line is looked for


@dataclass(frozen=True, slots=True)
class Window:
    """`begin` to `end` of a text are read; names count that begin from `first` on and before `last`."""

    begin: int
    end: int
    first: int
    last: int


def windows(text: str) -> Iterator[Window]:
    """The pieces, in order; the whole text when it is short. A run without white space is never cut."""
    first, size = 0, len(text)
    while first < size or first == 0:
        last = size if size - first <= LENGTH else _end_of_piece(text, first + LENGTH)
        begin = _word_start(text, max(0, first - MARGIN)) if first else 0
        yield Window(begin, _word_start(text, min(size, last + MARGIN)), first, last)
        if last == size:
            return
        first = last


def _end_of_piece(text: str, most: int) -> int:
    """A word's start near `most`: the first of a line if one ends close before it."""
    line = text.rfind("\n", most - _LINE, most)
    return _word_start(text, most if line < 0 else line)


def _word_start(text: str, place: int) -> int:
    """The first start of a word at `place` or behind it: white space stays with the word before."""
    size = len(text)
    while 0 < place < size and not text[place - 1].isspace():
        place += 1
    while 0 < place < size and text[place].isspace():
        place += 1
    return place
