"""Where an amount of time leads to, and how exactly it tells."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain.dates import calendar as cal
from service.domain.dates.calendar import Grain, Period
from service.domain.dates.expressions import Amount

_DAYS = {Grain.WEEK: 7, Grain.MONTH: 30, Grain.YEAR: 365}  # of the broken part of an amount only


def shift(start: Period, amount: Amount, sign: int, *, exact: bool) -> Period:
    """The period an amount after (or before) the beginning of another; to the day when `exact`."""
    on = _stepped(start.begin, amount, sign)
    return cal.day(on) if exact else cal.containing(max(_grain(amount), _known(start)), on)


def _known(start: Period) -> Grain:
    return Grain.DAY if start.grain is Grain.SPAN else start.grain


def _stepped(on: date, amount: Amount, sign: int) -> date:
    for part in amount.parts:
        if part.unit >= Grain.DAY and part.count:
            whole = int(part.count)
            on = cal.step(on, part.unit, sign * whole)
            on += timedelta(days=sign * round((part.count - whole) * _DAYS.get(part.unit, 1)))
    return on


def _grain(amount: Amount) -> Grain:
    """How exact the day is that an amount leads to: *il y a un an* tells a month, *il y a dix ans* a year."""
    finest = min(part.unit for part in amount.parts)
    if finest <= Grain.WEEKEND:
        return Grain.DAY
    if finest is Grain.YEAR and (len(amount.parts) > 1 or (amount.parts[0].count or 0) < 2):
        return Grain.MONTH
    return finest
