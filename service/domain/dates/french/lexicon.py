"""All French words of time with all their readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.domain.dates.expressions import Every, Near, Vague
from service.domain.dates.french import marks, words
from service.domain.dates.french.feast_names import FEASTS


def lexicon() -> dict[str, dict[str, Any]]:
    """Folded word or phrase → kind → value."""
    entries: dict[str, dict[str, Any]] = {}
    for kind, value, row in _rows():
        for word in row.split(", "):
            for form in _contracted(word):
                entries.setdefault(form, {})[kind] = value
    entries[","] = {"comma": None}
    return entries


def _contracted(phrase: str) -> tuple[str, ...]:
    """*à partir de* also stands as *à partir du*, *d'* and *des*."""
    stem, _, last = phrase.rpartition(" ")
    return (
        tuple(f"{stem} {form}" for form in ("de", "d", "du", "des")) if stem and last == "de" else (phrase,)
    )


def _rows() -> Iterator[tuple[str, Any, str]]:
    """Kind, value and a row of words, apart by commas."""
    for kind, row in marks.PLAIN.items():
        yield kind, None, row
    for kind, table in marks.VALUED.items():
        for value, row in table.items():
            yield kind, value, row
    for kind, rows in _TABLES.items():
        for value, row in rows.items():
            yield kind, value, row
    for value, row in words.PERIODICALS.items():
        yield "periodical", Every(value), row
    for ref, row in words.VAGUE.items():
        yield "vague", Vague(ref), row
    for row, near in words.NEAR.items():
        yield "near", Near(*near), row


_TABLES: dict[str, dict[Any, str]] = {
    "weekday": dict(enumerate(words.WEEKDAYS)),
    "weekdays": {index: f"{word}s" for index, word in enumerate(words.WEEKDAYS)},
    "short_weekday": dict(enumerate(words.SHORT_WEEKDAYS)),
    "month": dict(enumerate(words.MONTHS, 1)),
    "short_month": words.SHORT_MONTHS,
    "season": {code: word for word, code in words.SEASONS.items()},
    "unit": words.UNITS,
    "part": words.PARTS,
    "parts": words.PARTS_PLURAL,
    "ordinal": words.ORDINALS,
    "first": {1: "premier"},
    "dozen": {number: word for word, number in words.COLLECTIVES.items()},
    "feast": FEASTS,
}
