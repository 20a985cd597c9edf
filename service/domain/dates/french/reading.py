"""From the words of a French text to items that the grammar can read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.domain.dates.french.figures import possible_readings, read_figures
from service.domain.dates.french.numbers import LONGEST_NUMBER, roman, spelled
from service.domain.dates.french.vocabulary import DOTTED, TELLING, Vocabulary, vocabulary
from service.domain.dates.french.words import CARDINALS
from service.domain.dates.rules import Item
from service.domain.text import APOSTROPHES, HYPHENS, Word, Words

# Words that lose their meaning with their accent: *a* and *à*, *des* and *dès*, *ou* and *où*.
_ACCENTED = {"à": "à", "À": "à", "dès": "dès", "Dès": "dès", "où": "", "Où": "", "là": "là"}
_ELIDED = frozenset("smjtnc")  # *s'est* has no seconds
_APOSTROPHES = frozenset(APOSTROPHES)
_ORDINAL_ENDINGS = frozenset(("e", "è", "er", "ème"))
_ROMAN_LETTERS = frozenset("IVXLC")
_JOINTS = frozenset(APOSTROPHES + HYPHENS)
_FIGURES = frozenset("0123456789")
_FIRST_LETTERS = frozenset("IVXLC0123456789-–—‑‐")  # of items that no list of words holds
_CLUSTER_SIGNS = frozenset(".,:/’'+%")  # between or after figures


def read_items(words: Words) -> Iterator[list[Item]]:
    """Runs of neighbouring items; an unknown word, a full stop or a line break ends a run.

    Runs without any word of time are left out.
    """
    known = vocabulary()
    tokens = _tokens(words)
    for first, end in _stretches(tokens, known):
        yield from _runs(words.text, tokens, first, end, known)


def _stretches(tokens: list[Word], known: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where known words stand in a row and one of them can tell a time: first token, end. Most of a text
    is passed over here."""
    telling = known.telling
    after = 0
    for at in [i for i, token in enumerate(tokens) if token.folded in telling or token.text[0] in _FIGURES]:
        if at < after:
            continue
        first = at
        while first > after and _is_known(tokens, first - 1, known):
            first -= 1
        after = at + 1
        while after < len(tokens) and _is_known(tokens, after, known):
            after += 1
        yield first, after


def _is_known(tokens: list[Word], at: int, known: Vocabulary) -> bool:
    """Whether the token may be part of a time expression, for itself or after the one before it."""
    token = tokens[at]
    if token.folded in known.all_words or token.text[0] in _FIRST_LETTERS:
        return True
    previous = tokens[at - 1].folded if at else ""
    return (token.folded == "." and previous in known.dotted) or (
        token.text in _CLUSTER_SIGNS and previous[-1:].isdigit()
    )


def _runs(text: str, tokens: list[Word], at: int, end: int, known: Vocabulary) -> Iterator[list[Item]]:
    run: list[Item] = []
    telling = False
    while at < end:
        token = tokens[at]
        if run and "\n" in text[run[-1].end : token.start]:
            if telling:
                yield run
            run, telling = [], False
        items: list[Item] = []
        if token.folded in known.first_words or token.text[0] in _FIRST_LETTERS:
            items, at = _read(text, tokens, at, known)
        else:
            at += 1
        if items:
            run += items
            telling = telling or not TELLING.isdisjoint(items[0].readings) or len(items) > 1
        elif run:
            if telling:
                yield run
            run, telling = [], False
    if telling:
        yield run


def _tokens(words: Words) -> list[Word]:
    """The words without the apostrophes and hyphens that join letters."""
    text = words.text
    return [word for word in words.words if word.text not in _JOINTS or not _joins(text, word.start)]


def _joins(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in APOSTROPHES:
        return before.isalpha() or after.isdecimal()
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _read(  # noqa: PLR0911 — one return for each kind of word
    text: str, tokens: list[Word], at: int, known: Vocabulary
) -> tuple[list[Item], int]:
    """The items that begin at the token, and the token after them; no item when it is unknown."""
    word = tokens[at]
    if len(word.text) == 1 and word.folded in _ELIDED and text[word.end : word.end + 1] in _APOSTROPHES:
        return [], at + 1
    key = _ACCENTED.get(word.text, word.folded or word.text)
    if key not in known.first_words and word.folded not in known.first_words:
        first = word.text[0]
        if first.isdecimal():
            return _read_figures(text, tokens, at, known)
        if first in _ROMAN_LETTERS and (value := roman(word.text)):
            split = at + 1 < len(tokens) and tokens[at + 1].text in _ORDINAL_ENDINGS  # *XX e siècle*
            end = tokens[at + split].end
            return [Item(word.start, end, {"ordinal": value, "roman": None})], at + 1 + split
        return [], at + 1
    pair = (word.folded, tokens[at + 1].folded if at + 1 < len(tokens) else "")
    for phrase in known.phrases.get(pair, ()):
        end = at + len(phrase)
        if phrase == tuple([token.folded for token in tokens[at:end]]):
            return [Item(word.start, tokens[end - 1].end, known.entries[" ".join(phrase)])], end
    if word.folded in CARDINALS:
        number = spelled([token.folded for token in tokens[at : at + LONGEST_NUMBER]])
        if number:
            items, after = _read_number(tokens, at, *number, known.entries.get(key, {}))
            return _with_dot(items, tokens, after)
    readings = known.entries.get(key)
    if readings is None:
        return [], at + 1
    items = [Item(word.start, word.end, readings)]
    return (items, at + 1) if DOTTED.isdisjoint(readings) else _with_dot(items, tokens, at + 1)


def _read_figures(text: str, tokens: list[Word], at: int, known: Vocabulary) -> tuple[list[Item], int]:
    items, end = read_figures(text, tokens[at].start, known.entries)
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return items, at


def _read_number(
    tokens: list[Word], at: int, value: int, used: int, other: dict[str, Any]
) -> tuple[list[Item], int]:
    first, last = tokens[at], tokens[at + used - 1]
    readings: dict[str, Any] = {"number": value}
    if used == 1:
        readings.update(other)
    if value == 1:
        return [Item(first.start, last.end, {**readings, "hour": 1})], at + used
    if value <= 31:
        readings["day"] = value
    if value <= 24:
        readings["hour"] = value
    if value <= 59:
        readings["minute"] = value
    if 50 <= value <= 99:
        readings["spoken_year"] = 1900 + value
    if 1000 <= value < 2200 and used > 1:
        readings["year"] = value
    return [Item(first.start, last.end, readings)], at + used


def _with_dot(items: list[Item], tokens: list[Word], at: int) -> tuple[list[Item], int]:
    """The items, and the full stop of an abbreviation."""
    last = items[-1]
    if at < len(tokens) and not DOTTED.isdisjoint(last.readings):
        stop = tokens[at]
        if stop.text == "." and stop.start == last.end:
            return [*items, Item(stop.start, stop.end, {"dot": None})], at + 1
    return items, at


def known_kinds() -> set[frozenset[str]]:
    """Every set of kinds that an item can have before the grammar rewrites it: its closed alphabet."""
    entries = vocabulary().entries
    kinds = {frozenset(readings) for readings in entries.values()} | possible_readings()
    spoken = [*range(101), 200, 1000, 2016, 3000]
    for value in spoken:
        for used in (1, 2):
            tokens = [Word(0, 1, "", "", False)] * used
            kinds.add(frozenset(_read_number(tokens, 0, value, used, {})[0][0].readings))
    for word, value in CARDINALS.items():
        token = [Word(0, 1, word, word, False)]
        kinds.add(frozenset(_read_number(token, 0, value, 1, entries.get(word, {}))[0][0].readings))
    return kinds | {frozenset(("ordinal", "roman")), frozenset(("dot",))}
