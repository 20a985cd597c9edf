"""The forms of one figure: number, ordinal, clock time, numeric date."""

from __future__ import annotations

import re
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


def full_year(two_figures: int) -> int:
    """The year that two figures stand for: 1950-2049."""
    return two_figures + (2000 if two_figures < 50 else 1900)


def read_figure(text: str) -> dict[str, Any]:
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


def ordinal_figure(match: re.Match[str]) -> dict[str, Any]:
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
    (_ORDINAL, ordinal_figure),
    (_DECIMAL, _decimal),
)
