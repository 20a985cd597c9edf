"""French shapes in which one date tells of another: *le premier mercredi de mai*, *la veille de Noël*."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Between,
    CalendarDay,
    Expression,
    Near,
    Nth,
    Quantity,
    Shifted,
    Within,
)
from service.domain.dates.rules import rule

_SHORTEST = (Grain.WEEK, Grain.FORTNIGHT, Grain.WEEKEND, Grain.MONTH, Grain.YEAR)


def _nth(nth: tuple[int, Grain] | tuple[int, Grain, int], within: Expression) -> Expression:
    """*la dernière semaine d'août*; *les trois premiers mois de 2016* are a range."""
    place, unit = nth[:2]
    if len(nth) == 2 or nth[2] == 1:
        return Nth(place, unit, None, within)
    count = nth[2]
    first, last = (1, count) if place > 0 else (-count, -1)
    return Between(Nth(first, unit, None, within), Nth(last, unit, None, within))


def _nth_weekday(nthday: tuple[int, int], within: Expression) -> Nth:
    return Nth(nthday[0], None, nthday[1], within)


def _around(unit: Grain, on: Expression) -> Within | None:
    """*la semaine du 10 avril*."""
    return Within(Near(unit, 0), on) if unit in _SHORTEST else None


def _beside(near: Near, on: Expression) -> Shifted | None:
    """*la veille de Noël*, *le lendemain du 13*."""
    if not near.step:
        return None
    return Shifted(Amount((Quantity(abs(near.step), Grain.DAY),)), near.step, on)


def _beside_day(near: Near, figure: int) -> Shifted | None:
    return _beside(near, CalendarDay(figure)) if 0 < figure <= 31 else None


def _after(offset: tuple[Amount, int], on: Expression) -> Shifted:
    return Shifted(*offset, on)


NESTED = (
    rule("range period", "nth de le? within=(period|bare)", lambda nth, within: (_nth(nth, within),) * 2),
    rule("range period", "nth de le unit", lambda nth, unit: (_nth(nth, Near(unit, 0)),) * 2),
    rule("range period", "nth masculine unit", lambda nth, unit: (_nth(nth, Near(unit, 0)),) * 2),
    rule("period", "nth within=(period|bare)", _nth),
    rule("date", "nthday (masculine|de le) unit", lambda nthday, unit: _nth_weekday(nthday, Near(unit, 0))),
    rule("date", "nthday (de le?)? within=period", _nth_weekday),
    rule("date", "nthday de within=bare", _nth_weekday),
    rule("set", "_=nthday de every=set", lambda every: every),
    rule("period", "unit de le? on=date", _around),
    rule("date", "inner=date de? le? outer=period", Within),
    rule("date", "inner=date comma? open? le outer=period", Within),
    rule("period", "inner=period de? le? outer=period", Within),
    rule("date", "near de le? on=(date|period)", _beside),
    rule("date", "near de le? figure", _beside_day),
    rule("date", "offset le? on=date", _after),
    rule("date", "daytime de le? on=date", lambda on: on),
)
