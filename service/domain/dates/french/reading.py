"""From the words of a French text to items that the grammar can read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from service.domain.dates.french.figures import possible_readings, read_figures
from service.domain.dates.french.lexicon import lexicon
from service.domain.dates.french.numbers import LONGEST_NUMBER, roman, spelled
from service.domain.dates.french.words import CARDINALS
from service.domain.dates.grammar import Item
from service.domain.text import APOSTROPHES, HYPHENS, Word, Words

# Words that lose their meaning with their accent: *a* and *à*, *des* and *dès*, *ou* and *où*.
_ACCENTED = {"à": "à", "À": "à", "dès": "dès", "Dès": "dès", "où": "", "Où": ""}
_ROMAN_LETTERS = frozenset("IVXLC")


@lru_cache(maxsize=1)
def vocabulary() -> tuple[dict[str, dict[str, Any]], dict[str, tuple[tuple[str, ...], ...]]]:
    """The lexicon, and its phrases by first word, longest first."""
    entries = lexicon()
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        parts = tuple(entry.split())
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append(parts)
    return entries, {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}


def read_items(words: Words) -> Iterator[list[Item]]:
    """Runs of neighbouring items; an unknown word, a full stop or a line break ends a run."""
    run: list[Item] = []
    tokens = _tokens(words)
    at = 0
    while at < len(tokens):
        if run and "\n" in words.text[run[-1].end : tokens[at].start]:
            yield run
            run = []
        items, at = _read(words.text, tokens, at)
        if items:
            run.extend(items)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _tokens(words: Words) -> list[Word]:
    """The words without the apostrophes and hyphens that join letters."""
    text, kept = words.text, []
    for word in words.words:
        char = word.text
        if len(char) == 1 and (char in APOSTROPHES or char in HYPHENS) and _joins(text, word.start):
            continue
        kept.append(word)
    return kept


def _joins(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in APOSTROPHES:
        return before.isalpha()
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _read(text: str, tokens: list[Word], at: int) -> tuple[list[Item], int]:
    """The items that begin at the token, and the token after them; no item when it is unknown."""
    word = tokens[at]
    if word.text[0].isdecimal():
        return _read_figures(text, tokens, at)
    entries, phrases = vocabulary()
    key = _ACCENTED.get(word.text, word.folded or word.text)
    for phrase in phrases.get(word.folded, ()):
        if all(at + i < len(tokens) and tokens[at + i].folded == part for i, part in enumerate(phrase)):
            last = tokens[at + len(phrase) - 1]
            return [Item(word.start, last.end, entries[" ".join(phrase)])], at + len(phrase)
    number = spelled([token.folded for token in tokens[at : at + LONGEST_NUMBER]])
    if number:
        items, after = _read_number(tokens, at, *number, entries.get(key, {}))
        return _with_dot(items, tokens, after)
    if key in entries:
        return _with_dot([Item(word.start, word.end, entries[key])], tokens, at + 1)
    if word.text[0] in _ROMAN_LETTERS and (value := roman(word.text)):
        return [Item(word.start, word.end, {"ordinal": value, "roman": None})], at + 1
    return [], at + 1


def _read_figures(text: str, tokens: list[Word], at: int) -> tuple[list[Item], int]:
    items, end = read_figures(text, tokens[at].start, vocabulary()[0])
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
    if 1000 <= value < 2200 and used > 1:
        readings["year"] = value
    return [Item(first.start, last.end, readings)], at + used


def _with_dot(items: list[Item], tokens: list[Word], at: int) -> tuple[list[Item], int]:
    """The items, and the full stop of an abbreviation."""
    last = items[-1]
    if at < len(tokens) and last.readings.keys() & {"short_month", "short_weekday"}:
        stop = tokens[at]
        if stop.text == "." and stop.start == last.end:
            return [*items, Item(stop.start, stop.end, {"dot": None})], at + 1
    return items, at


def known_kinds() -> set[frozenset[str]]:
    """Every set of kinds that an item can have before the grammar rewrites it: its closed alphabet."""
    entries, _ = vocabulary()
    kinds = {frozenset(readings) for readings in entries.values()} | possible_readings()
    spoken = [*range(101), 200, 1000, 2016, 3000]
    for value in spoken:
        for used in (1, 2):
            tokens = [Word(0, 1, "", "")] * used
            kinds.add(frozenset(_read_number(tokens, 0, value, used, {})[0][0].readings))
    for word, value in CARDINALS.items():
        token = [Word(0, 1, word, word)]
        kinds.add(frozenset(_read_number(token, 0, value, 1, entries.get(word, {}))[0][0].readings))
    return kinds | {frozenset(("ordinal", "roman")), frozenset(("dot",))}
