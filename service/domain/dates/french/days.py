"""French shapes of days, months, years and their relatives: *samedi 15 octobre*, *les 5 et 6 août*, *la veille*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    CalendarDay,
    Era,
    Expression,
    Feast,
    Near,
    Numbered,
    Quantity,
    Season,
    Shifted,
    Stretch,
    Weekday,
)
from service.domain.dates.grammar import Item, rule

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBERED = {Grain.QUARTER: 4, Grain.HALF: 2}
_MONTH = "(month|month=short_month dot?)"
_DAY = "(day|day=first)"
_WEEKDAY = "(weekday comma? le?|weekday=short_weekday dot?)"
_SIDE = "(side=last|side=next)"
_YEAR = "(year|year=bare_year)"


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


def _days(items: list[Item]) -> tuple[Item, ...]:
    """*les 5, 6 et 11 août 2016*: one day each, the month, year and side of the last for all."""
    shared: dict[str, int] = {}
    for item in items:
        for kind, name in _SHARED:
            if kind in item.readings and "day" not in item.readings:
                shared[name] = item.readings[kind]
    days = [item for item in items if "day" in item.readings]
    if any(item.readings["day"] > _LONGEST_MONTHS[shared["month"] - 1] for item in days):
        return ()
    ends = [item.end for item in days[:-1]] + [items[-1].end]
    return tuple(
        Item(item.start, end, {"date": CalendarDay(item.readings["day"], **shared)})
        for item, end in zip(days, ends, strict=True)
    )


_SHARED = (("month", "month"), ("short_month", "month"), ("year", "year"), ("last", "step"), ("next", "step"))


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
        return Era(unit, ordinal) if ordinal <= 30 and year is None else None
    return Numbered(unit, ordinal, year) if 1 <= ordinal <= _NUMBERED.get(unit, 0) else None


def _near(unit: Grain, side: int, anchor: Anchor = Anchor.NOW) -> Expression | None:
    if unit < Grain.DAY:
        return None
    return Near(unit, side, anchor)


def _then(unit: Grain, side: int) -> Expression | None:
    return _near(unit, side, Anchor.THEN)


def _side_of_named(named: Expression, side: int) -> Expression:
    return replace(named, step=side)  # type: ignore[type-var, call-arg]


def _stretch(unit: Grain, side: int, number: float | None = None) -> Stretch:
    return Stretch(Amount((Quantity(number, unit),)), side)


def _in_weeks(weekday: int, number: int) -> Weekday | None:
    """*lundi en huit*, *mardi en quinze*."""
    weeks = {8: 1, 15: 2}.get(number)
    return Weekday(weekday, 1, weeks=weeks) if weeks else None


def _shift(amount: Amount, sign: int) -> Shifted:
    return Shifted(replace(amount, mod=None), sign)


ATOMS = (
    rule("date", f"{_WEEKDAY}? {_DAY} {_MONTH} (de? year|comma year|year=yy)?", _day),
    rule("date", f"{_WEEKDAY}? {_DAY} {_MONTH} (step=last|step=next)", _day),
    rule("date", f"{_WEEKDAY} date", lambda weekday, date: date),
    rule("date", "(weekday le?|weekday=short_weekday dot?) day", _day),
    rule("date", f"{_WEEKDAY} slashed", lambda weekday, slashed: replace(slashed, weekday=weekday)),
    rule("date", "le slashed", lambda slashed: slashed),
    rule(
        "date",
        f"day ((comma|et|ou|comma et) le? day){{1,6}} {_MONTH} (de? year|last|next)?",
        _days,
        whole=True,
    ),
    rule("period", f"monthly? {_MONTH} (comma? year|de year)?", _month),
    rule("period", f"monthly? {_MONTH} {_SIDE}", _month),
    rule("period", f"this monthly? {_MONTH}", lambda this, month: _month(month, None, this)),
    rule("period", f"monthly? {_MONTH} year=yy", _short_year),
    rule("period", "slashed_month", lambda slashed_month: slashed_month),
    rule("period", "era (number|number=year)", _decade),
    rule("period", "ordinal unit (de? year)?", _ordinal_unit),
    rule("period", "code=season de? year", Season),
    rule("period", "(le|en|edge de?) season", lambda season, edge=None: Season(season)),
    rule("period", "this season", lambda this, season: Season(season, None, this)),
    rule("period", f"le? season {_SIDE}", lambda season, side: Season(season, None, side)),
    rule("period", "(anno|en) year", lambda year: Era(Grain.YEAR, year)),
    rule("bare", "bare_year", lambda bare_year: Era(Grain.YEAR, bare_year)),
    rule("date", "name=feast (de? year)?", Feast),
    rule("date", "name=feast (step=last|step=next)", Feast),
    rule("date near", "near", lambda near: (near, near)),
    rule("date", "that", lambda: Near(Grain.DAY, 0, Anchor.THEN)),
    rule("date", "weekday", Weekday),
    rule("date", "weekday (step=last|step=next)", Weekday),
    rule("date", "this weekday", lambda this, weekday: Weekday(weekday, this)),
    rule("date", "weekday following", lambda weekday, following: Weekday(weekday, 1, Anchor.THEN)),
    rule("date", "weekday preceding", lambda weekday, preceding: Weekday(weekday, -1, Anchor.THEN)),
    rule("date", "weekday en (number=day)", _in_weeks),
    rule("period", f"(le|un) unit {_SIDE}", _near),
    rule("period", f"unit {_SIDE}", _near),
    rule("period", f"le {_SIDE} unit", _near),
    rule("period", "unit (side=following|side=preceding)", _then),
    rule("period", "this unit", lambda this, unit: _near(unit, this)),
    rule("period", "le same unit", lambda unit: _near(unit, 0, Anchor.THEN)),
    rule("period", f"number {_SIDE} unit", _stretch),
    rule("period", f"(le|these) {_SIDE} (number|several) unit", _stretch),
    rule("period", f"these {_SIDE} unit", _stretch),
    rule("period", f"le amount {_SIDE}", lambda amount, side: Stretch(amount, side)),
    rule("shift", "ago about? bound? amount", lambda amount, about=None, bound=None: _shift(amount, -1)),
    rule("shift", "dans about? amount", lambda amount, about=None: _shift(amount, 1)),
    rule("shift", "(by|dans le) amount", lambda amount: _shift(amount, 1)),
    rule("then", "amount (sign=later|sign=earlier)", lambda amount, sign: Shifted(amount, sign, Anchor.THEN)),
    rule("then", "amount (sign=after|sign=before)", lambda amount, sign: Shifted(amount, sign, Anchor.THEN)),
)
