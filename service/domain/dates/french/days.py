"""French shapes of days, months and years: *samedi 15 octobre*, *les 5 et 6 août*, *la veille*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Anchor,
    Between,
    CalendarDay,
    Era,
    Feast,
    Numbered,
    Season,
)
from service.domain.dates.rules import Item, rule

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBERED = {Grain.QUARTER: 4, Grain.HALF: 2}
_SHARED = (("month", "month"), ("short_month", "month"), ("year", "year"), ("last", "step"), ("next", "step"))
_MONTH = "(month|month=short_month dot?)"
_DAY = "day=(day|first)"
_WEEKDAY = "(weekday comma? le?|weekday=short_weekday dot?)"
_ANY_WEEKDAY = "(_=weekday comma? le?|_=short_weekday dot?)"
_SIDE = "side=(last|next)"
_STEP = "step=(last|next)"


def _day(
    day: int,
    month: int | None = None,
    year: int | None = None,
    weekday: int | None = None,
    step: int | None = None,
) -> CalendarDay | None:
    if month and day > _LONGEST_MONTHS[month - 1]:
        return None
    return CalendarDay(day, month, year, weekday, step)


def _day_from_then(day: int, month: int, step: int) -> CalendarDay:
    """*le 2 avril suivant*."""
    return CalendarDay(day, month, step=step, anchor=Anchor.THEN)


def _days(items: list[Item]) -> tuple[Item, ...]:
    """*les 5, 6 et 11 août 2016*: one day each, the month, year and side of the last for all."""
    days = [item.readings["day"] for item in items if "day" in item.readings]
    places = [item for item in items if "day" in item.readings]
    shared = {
        name: item.readings[kind]
        for item in items
        for kind, name in _SHARED
        if kind in item.readings and "day" not in item.readings
    }
    if any(day > _LONGEST_MONTHS[shared["month"] - 1] for day in days):
        return ()
    ends = [item.end for item in places[:-1]] + [items[-1].end]
    return tuple(
        Item(item.start, end, {"date": CalendarDay(day, **shared)})
        for item, end, day in zip(places, ends, days, strict=True)
    )


def _between_days(first: int, last: int, month: int, year: int | None = None) -> Between:
    return Between(CalendarDay(first, month, year), CalendarDay(last, month, year))


def _month(month: int, year: int | None = None, side: int | None = None) -> Numbered:
    return Numbered(Grain.MONTH, month, year, side)


def _short_year(month: int, year: int) -> Numbered | None:
    return _month(month, year) if year < 2000 else None


def _decade(number: int) -> Era | None:
    """*les années 1990*, *les années 90*; *les années 10* are those of this century."""
    year = number if number >= 1000 else 1900 + number if number >= 20 else 2000 + number
    fair = not number % 10 and (number >= 1000 or 10 <= number <= 90)
    return Era(Grain.DECADE, year) if fair else None


def _ordinal_unit(ordinal: int, unit: Grain, year: int | None = None) -> Numbered | Era | None:
    """*XIXe siècle*, *3e trimestre 2016*, *second semestre*."""
    if unit is Grain.CENTURY:
        return Era(unit, ordinal) if 0 < ordinal <= 30 and year is None else None
    return Numbered(unit, ordinal, year) if 1 <= ordinal <= _NUMBERED.get(unit, 0) else None


def _coded(coded: tuple[Grain, int], year: int) -> Numbered:
    """*T3 2016*."""
    unit, number = coded
    return Numbered(unit, number, year)


DAYS = (
    rule("date", f"_=this? {_WEEKDAY}? {_DAY} {_MONTH} (de? year|comma year|year=yy)?", _day),
    rule("date", f"weekday _=(last|next) {_DAY} {_MONTH} year?", _day),
    rule("date", f"{_WEEKDAY}? {_DAY} {_MONTH} {_STEP}", _day),
    rule("date", f"{_DAY} {_MONTH} step=(following|preceding)", _day_from_then),
    rule("date", f"{_ANY_WEEKDAY} date", lambda date: date),
    rule("date", "(weekday le?|weekday=short_weekday dot?) day", _day),
    rule("date", f"{_WEEKDAY} slashed", lambda weekday, slashed: replace(slashed, weekday=weekday)),
    rule("date", "le slashed", lambda slashed: slashed),
    rule(
        "date",
        f"day ((comma|et|ou|comma et) le? day){{1,6}} {_MONTH} (de? year|last|next)?",
        _days,
        whole=True,
    ),
    rule("range", f"between le? first=day et le? last=day {_MONTH} (de? year)?", _between_days),
    rule("period", "(monthly de)? month (comma? year|de year)?", _month),
    rule("period", f"(monthly de)? {_MONTH} (comma? year|de year)", _month),
    rule("period", "(en|monthly de) month=short_month dot (de? year)?", _month),
    rule("period", f"(monthly de)? {_MONTH} {_SIDE}", _month),
    rule("period", f"this (monthly de)? {_MONTH}", lambda this, month: _month(month, None, this)),
    rule("period", f"(monthly de)? {_MONTH} year=yy", _short_year),
    rule("period", "slashed_month", lambda slashed_month: slashed_month),
    rule("period", "era number=(number|year)", _decade),
    rule("period", "ordinal unit (de? year)?", _ordinal_unit),
    rule("period", "coded de? year", _coded),
    rule("period", "(le|au|en)? code=season de? year", Season),
    rule("period", "(le|au|en)? code=season year dash _=year", Season),
    rule("period", "(le|en|au|_=edge de?) code=season", Season),
    rule("period", "this code=season", lambda this, code: Season(code, None, this)),
    rule("period", "_=this code=season there", Season),
    rule("period", f"(le|au)? code=season {_STEP}", Season),
    rule("period", "(anno|en) year", lambda year: Era(Grain.YEAR, year)),
    rule("bare", "en spoken_year", lambda spoken_year: Era(Grain.YEAR, spoken_year)),
    rule("bare", "bare_year", lambda bare_year: Era(Grain.YEAR, bare_year)),
    rule("period", "le reopening", lambda: _month(9)),
    rule("period", "le? reopening de? year", lambda year: _month(9, year)),
    rule("period", "this reopening", lambda this: _month(9, None, this)),
    rule("date", "name=feast (de? year)?", Feast),
    rule("date", f"name=feast {_STEP}", Feast),
)
