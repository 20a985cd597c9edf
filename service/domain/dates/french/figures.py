"""What French writes in figures: numbers, clock times, dates. A cluster is read whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from service.domain.dates.french.data_lines import read_compact
from service.domain.dates.french.figure_forms import full_year, integer, ordinal_figure, read_figure
from service.domain.dates.rules import Item
from service.domain.text import fold

_CLUSTER = re.compile(r"\d\w*(?:[.,:/’'+-]\d\w*)*")
_GROUPED = re.compile(r"\d{1,3}(?:[  .]\d{3}| \d{3}(?! ?(?:h|:)\b))+(?:,\d+)?(?![\d])")
_MONEY = re.compile(r"[\s]?[%‰€$£¥°]")
_SPLIT_ORDINAL = re.compile(r"(\d{1,2}) (?:er|re|ère|e|è|ème)\b")
_CLIPPED_YEAR = re.compile(r"(?:[\s(]|^)['’‘](\d\d)")  # '98
_FIGURE_WORD = re.compile(r"(\d+)([^\W\d_]+)")
_SEASON = re.compile(r"([12]\d{3})([/-])([12]\d{3}|\d{2})")
_RANGE = re.compile(r"([\w/:.]+)-([\w/:.]+)")


def read_figures(text: str, start: int, entries: Mapping[str, Mapping[str, Any]]) -> tuple[list[Item], int]:
    """The items of the cluster of figures at the offset and where it ends; none when it is something else.

    Sums of money, percentages, telephone numbers, scores and codes are something else.
    """
    if compact := read_compact(text, start):
        return [compact], compact.end
    grouped = _GROUPED.match(text, start)
    cluster = grouped or _CLUSTER.match(text, start)
    if cluster is None:
        raise ValueError(f"No figure stands at {start}.")
    end = cluster.end()
    if year := _CLIPPED_YEAR.fullmatch(text, max(0, start - 2), end):
        return [Item(start - 1, end, dict.fromkeys(("year", "bare_year"), full_year(int(year[1]))))], end
    if _attached(text, start) or _MONEY.match(text, end):
        return [], end
    if split := _SPLIT_ORDINAL.match(text, start):
        return [Item(start, split.end(), ordinal_figure(split))], split.end()
    if grouped:
        value = float(re.sub(r"[^\d,]", "", cluster.group()).replace(",", "."))
        return [Item(start, end, {"number": value})], end
    return _read_cluster(cluster.group(), start, entries), end


def _attached(text: str, start: int) -> bool:
    """Whether the figures hang on a word or a sign before them: `A-380`, `n°12`, `+33`."""
    if text[max(0, start - 3) : start].lower() in ("mi-", "mi‑"):
        return False
    before = text[max(0, start - 2) : start]
    return before[-1:] in ("+", "°", "$", "€", "£", "#", "@", "_", "=") or (
        before[-1:] in ("-", "/", ".", ":", "‑") and before[:1].isalnum()
    )


def _read_cluster(cluster: str, start: int, entries: Mapping[str, Mapping[str, Any]]) -> list[Item]:
    readings = read_figure(cluster)
    if readings:
        return [Item(start, start + len(cluster), readings)]
    if match := _FIGURE_WORD.fullmatch(cluster):
        word = entries.get(fold(match[2]), {})
        if not word.keys() & {"month", "short_month", "unit"}:
            return []
        middle = start + len(match[1])
        return [Item(start, middle, integer(match[1])), Item(middle, start + len(cluster), word)]
    if match := _SEASON.fullmatch(cluster):
        return _read_season(match, start)
    if match := _RANGE.fullmatch(cluster):
        return _read_range(match, start)
    return []


def _read_season(match: re.Match[str], start: int) -> list[Item]:
    """*2015-2016*, *2015/16*: two years in a row; *1914-1918* may be as far apart as it likes."""
    first, last = int(match[1]), int(match[3])
    if len(match[3]) == 2:
        last += first // 100 * 100
    if (match[2] == "/" or len(match[3]) == 2) and last != first + 1:
        return []
    middle = start + len(match[1])
    ends = ({"number": year, "year": year, "bare_year": year} for year in (first, last))
    return [
        Item(start, middle, next(ends)),
        Item(middle, middle + 1, {"dash": None}),
        Item(middle + 1, start + match.end(), next(ends)),
    ]


def _read_range(match: re.Match[str], start: int) -> list[Item]:
    left, right = read_figure(match[1]), read_figure(match[2])
    if not left or not right:
        return []
    same = left.keys() & right.keys() & {"day", "year", "clock", "slashed"}
    if not same:
        return []
    middle = start + len(match[1])
    return [
        Item(start, middle, left),
        Item(middle, middle + 1, {"dash": None}),
        Item(middle + 1, start + match.end(), right),
    ]


def possible_readings() -> set[frozenset[str]]:
    """Every set of kinds that figures and spelled numbers can have (for the grammar's closed alphabet)."""
    texts = (
        [str(i) for i in range(100)]
        + [f"{i:02}" for i in range(100)]
        + ["100", "1000", "2016", "9999", "12345"]
    )
    texts += [
        "1er",
        "45e",
        "14h",
        "14h30",
        "14:30",
        "3,5",
        "4pm",
        "12/11",
        "12/2016",
        "12/11/2016",
        "30/02/2016",
    ]
    texts += ["2016-11-12T10:00", "14h00"]
    return {frozenset(read_figure(text)) for text in texts} | {
        frozenset({"number"}),
        frozenset({"year", "bare_year"}),
    }
