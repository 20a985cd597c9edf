"""What French writes in figures: numbers, clock times, dates. A cluster is read whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from service.domain.dates.calendar import Grain, possible_day
from service.domain.dates.expressions import (
    Amount,
    CalendarDay,
    Clock,
    Numbered,
    Quantity,
    TimeOfDay,
    Unplaceable,
)
from service.domain.dates.grammar import Item
from service.domain.text import fold

_CLUSTER = re.compile(r"\d\w*(?:[.,:/’'+-]\d\w*)*")
_GROUPED = re.compile(r"\d{1,3}(?:[  .]\d{3}| \d{3}(?! ?(?:h|:)\b))+(?:,\d+)?(?![\d])")
_MONEY = re.compile(r"[\s]?[%‰€$£¥°]")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_CLOCK = re.compile(r"([01]?\d|2[0-4])(?:[hH]([0-5]\d)?(?:mi?n?)?(?:([0-5]\d)s?)?|:([0-5]\d)(?::([0-5]\d))?)")
_HALFDAY = re.compile(r"(1[0-2]|0?[1-9])(?::?([0-5]\d))?([ap])m", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_MONTH_DAY = re.compile(
    r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:T(\d\d):(\d\d)(?::(\d\d))?(?:[Z]|[+-]\d\d:?\d\d)?)?"
)
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
_ORDINAL = re.compile(r"(\d{1,3})(?:er|re|ère|e|è|ème|eme|ième|nd|nde)")
_SPLIT_ORDINAL = re.compile(r"(\d{1,2}) (?:er|re|ère|e|è|ème)\b")
_CLIPPED_YEAR = re.compile(r"(?:[\s(]|^)['’‘](\d\d)")  # '98
_FIGURE_WORD = re.compile(r"(\d+)([^\W\d_]+)")
_SEASON = re.compile(r"([12]\d{3})([/-])([12]\d{3}|\d{2})")
_RANGE = re.compile(r"([\w/:.]+)-([\w/:.]+)")


def full_year(two_figures: int) -> int:
    """The year that two figures stand for: 1950-2049."""
    return two_figures + (2000 if two_figures < 50 else 1900)


def read_figures(text: str, start: int, entries: Mapping[str, Mapping[str, Any]]) -> tuple[list[Item], int]:
    """The items of the cluster of figures at the offset and where it ends; none when it is something else.

    Sums of money, percentages, telephone numbers, scores and codes are something else.
    """
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
        return [Item(start, split.end(), _ordinal(split))], split.end()
    if grouped:
        value = float(re.sub(r"[^\d,]", "", cluster.group()).replace(",", "."))
        return [Item(start, end, {"number": value})], end
    return _read_cluster(cluster.group(), start, entries), end


def _attached(text: str, start: int) -> bool:
    """Whether the figures hang on a word or a sign before them: `A-380`, `n°12`, `+33`."""
    before = text[max(0, start - 2) : start]
    return before[-1:] in ("+", "°", "$", "€", "£", "#", "@", "_", "=") or (
        before[-1:] in ("-", "/", ".", ":", "‑") and before[:1].isalnum()
    )


def _read_cluster(cluster: str, start: int, entries: Mapping[str, Mapping[str, Any]]) -> list[Item]:
    readings = _read_one(cluster)
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
    left, right = _read_one(match[1]), _read_one(match[2])
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


def _read_one(text: str) -> dict[str, Any]:
    """How one figure can be read, nothing when it cannot."""
    if text.isdecimal():
        return integer(text)
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return read(match)
    return {}


def integer(text: str) -> dict[str, Any]:
    value = int(text) if len(text) < 10 else 10**10
    readings: dict[str, Any] = {"number": value}
    if len(text) <= 2:
        readings["figure"] = value
        if 1 <= value <= 31:
            readings["day"] = value
        if value <= 24:
            readings["hour"] = value
        if len(text) == 2:
            readings["yy"] = full_year(value)
            if value <= 59:
                readings["minute"] = value
    elif len(text) == 4 and 1000 <= value < 2200:
        readings["year"] = readings["bare_year"] = value
    return readings


def _numeric_day(year: int, month: int, day: int) -> dict[str, Any]:
    if possible_day(year, month, day):
        return {"date": CalendarDay(day, month, year)}
    return {"date": Unplaceable()} if 1 <= month <= 12 and 1 <= day <= 31 else {}


def _day_month_year(match: re.Match[str]) -> dict[str, Any]:
    year = int(match[4])
    return _numeric_day(year if len(match[4]) == 4 else full_year(year), int(match[3]), int(match[1]))


def _year_month_day(match: re.Match[str]) -> dict[str, Any]:
    day = _numeric_day(int(match[1]), int(match[3]), int(match[4]))
    if match[5] is None or not day:
        return day
    clock = Clock(int(match[5]), int(match[6]), int(match[7]) if match[7] else None)
    return {"time": TimeOfDay(clock, day["date"])}


def _day_month(match: re.Match[str]) -> dict[str, Any]:
    day, month = int(match[1]), int(match[2])
    return {"slashed": CalendarDay(day, month)} if possible_day(2000, month, day) else {}


def _month_year(match: re.Match[str]) -> dict[str, Any]:
    month, year = int(match[1]), int(match[2])
    fair = 1 <= month <= 12 and 1900 <= year < 2100
    return {"slashed_month": Numbered(Grain.MONTH, month, year)} if fair else {}


def _clock(match: re.Match[str]) -> dict[str, Any]:
    minute, second = match[2] or match[4], match[3] or match[5]
    hour = int(match[1])
    clock = Clock(hour, int(minute) if minute else None, int(second) if second else None)
    if match[4]:
        return {"clock": clock}
    parts = [Quantity(hour, Grain.HOUR)]
    parts += [Quantity(int(minute), Grain.MINUTE)] if minute and int(minute) else []
    return {"clock": clock, "amount": Amount(tuple(parts)), "hm" if minute else "short_h": clock}


def _halfday(match: re.Match[str]) -> dict[str, Any]:
    hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
    return {"clock": Clock(hour, int(match[2]) if match[2] else None)}


def _ordinal(match: re.Match[str]) -> dict[str, Any]:
    value = int(match[1])
    return {"ordinal": value, "day": value} if 1 <= value <= 31 else {"ordinal": value}


def _decimal(match: re.Match[str]) -> dict[str, Any]:
    return {"number": float(match[0].replace(",", ".")), "decimal": None}


_FORMS = (
    (_DAY_MONTH_YEAR, _day_month_year),
    (_YEAR_MONTH_DAY, _year_month_day),
    (_MONTH_YEAR, _month_year),
    (_DAY_MONTH, _day_month),
    (_CLOCK, _clock),
    (_HALFDAY, _halfday),
    (_ORDINAL, _ordinal),
    (_DECIMAL, _decimal),
)


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
    return {frozenset(_read_one(text)) for text in texts} | {
        frozenset({"number"}),
        frozenset({"year", "bare_year"}),
    }
