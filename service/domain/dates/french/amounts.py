"""French shapes of amounts and clock times: *deux ans et demi*, *une quinzaine de jours*, *midi moins le quart*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount, Clock, Quantity
from service.domain.dates.grammar import rule
from service.domain.model import Modifier

_COARSER = {Grain.HALF: (6, Grain.MONTH), Grain.QUARTER: (3, Grain.MONTH), Grain.FORTNIGHT: (15, Grain.DAY)}


def _amount(number: float, unit: Grain) -> Amount:
    if unit in _COARSER:
        factor, finer = _COARSER[unit]
        return Amount((Quantity(number * factor, finer),))
    return Amount((Quantity(number, unit),))


def _and_half(number: float, unit: Grain) -> Amount:
    halves = {Grain.HOUR: (30, Grain.MINUTE), Grain.YEAR: (6, Grain.MONTH), Grain.MINUTE: (30, Grain.SECOND)}
    if unit in halves:
        return Amount((Quantity(number, unit), Quantity(*halves[unit])))
    return _amount(number + 0.5, unit)


def _half(unit: Grain) -> Amount | None:
    halves = {
        Grain.HOUR: Quantity(30, Grain.MINUTE),
        Grain.DAY: Quantity(12, Grain.HOUR),
        Grain.YEAR: Quantity(6, Grain.MONTH),
        Grain.CENTURY: Quantity(50, Grain.YEAR),
        Grain.DECADE: Quantity(5, Grain.YEAR),
    }
    return Amount((halves[unit],)) if unit in halves else None


def _quarters(number: float, unit: Grain) -> Amount | None:
    quarters = {Grain.HOUR: (15, Grain.MINUTE), Grain.CENTURY: (25, Grain.YEAR)}
    if unit not in quarters:
        return None
    count, finer = quarters[unit]
    return Amount((Quantity(number * count, finer),))


def _unknown(unit: Grain) -> Amount:
    return Amount((Quantity(None, unit),))


def _either(first: float, second: float, unit: Grain) -> Amount | None:
    return Amount(_amount(second, unit).parts, Modifier.APPROX) if first < second else None


def _compound(first: Amount, second: Amount) -> Amount | None:
    """*2 ans et 6 mois*: units must become finer."""
    fits = first.parts[-1].unit > second.parts[0].unit and None not in (
        first.parts[-1].count,
        second.parts[0].count,
    )
    return Amount(first.parts + second.parts) if fits else None


def _hour(hour: int, minute: int | None = None) -> tuple[Clock, Amount]:
    parts = (Quantity(hour, Grain.HOUR), Quantity(minute, Grain.MINUTE))
    return Clock(hour, minute), Amount(parts if minute else parts[:1])


def _less(hour: int, minute: float) -> Clock | None:
    return Clock((hour - 1) % 24, 60 - int(minute)) if 0 < minute < 60 else None


def _later_half(clock: Clock, half: int) -> Clock | None:
    """*8 heures du soir* is 20:00; what is past noon already stays."""
    return replace(clock, hour=clock.hour + half) if half and clock.hour < 12 else clock


AMOUNTS = (
    rule("clock amount h", "hour oclock", lambda hour: (*_hour(hour), None)),
    rule(
        "clock amount hm", "hour oclock et? minute mins?", lambda hour, minute: (*_hour(hour, minute), None)
    ),
    rule("clock amount hm", "hour oclock et half", lambda hour: (*_hour(hour, 30), None)),
    rule(
        "clock amount hm",
        "hour oclock et (un|number)? quarter",
        lambda hour, number=1: (*_hour(hour, 15), None),
    ),
    rule(
        "clock amount hm",
        "hour oclock minus le? quarter",
        lambda hour: (_less(hour, 15), _hour(hour - 1, 45)[1], None),
    ),
    rule("clock", "hour oclock minus minute=number mins?", _less),
    rule("amount", "number unit", _amount),
    rule("amount", "number unit et half", _and_half),
    rule("amount", "number et half unit", _and_half),
    rule(
        "amount", "(un|number=hour)? half unit", lambda unit, number=1: _half(unit) if number == 1 else None
    ),
    rule("amount", "number quarter de unit", _quarters),
    rule("amount", "several unit", _unknown),
    rule("amount", "several dozen de unit", lambda dozen, unit: _unknown(unit)),
    rule("amount", "de dozen de unit", lambda dozen, unit: _unknown(unit)),
    rule(
        "amount",
        "(un|hour)? dozen de unit",
        lambda dozen, unit, hour=1: replace(_amount(dozen, unit), mod=Modifier.APPROX),
    ),
    rule("amount", "first=number ou second=number unit", _either),
    rule("amount", "first=number au second=number unit", _either),
    rule("clock", "noon", lambda noon: noon),
    rule("clock", "noon et half", lambda noon: Clock(noon.hour, 30)),
    rule("clock", "noon et quarter", lambda noon: Clock(noon.hour, 15)),
    rule("clock", "noon (minute|minute=hour)", lambda noon, minute: Clock(noon.hour, minute)),
    rule("clock", "noon minus le? quarter", lambda noon: _less(noon.hour, 15)),
    rule("clock", "noon minus number mins?", lambda noon, number: _less(noon.hour, number)),
)

COMPOUNDS = (
    rule("amount", "first=amount (et|comma)? second=amount", _compound),
    rule("clock", "clock zone", lambda clock: clock),
    rule("clock", "clock open zone close", lambda clock: clock),
    rule("clock", "clock (half=morning|half=evening|half=night) zone?", _later_half),
)
