"""French shapes of amounts and clock times: *deux ans et demi*, *midi moins le quart*.

An item that counts hours can mean either (*trois heures*): it keeps both readings, `amount` and `clock`, and
a third that says how it is written: `hm` with minutes, `short_h` as *15h*, `hours` in full.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount, Clock, Quantity
from service.domain.dates.rules import rule
from service.domain.model import Modifier

_FINER = {Grain.HALF: (6, Grain.MONTH), Grain.QUARTER: (3, Grain.MONTH), Grain.FORTNIGHT: (15, Grain.DAY)}
_HALVES = {
    Grain.MINUTE: Quantity(30, Grain.SECOND),
    Grain.HOUR: Quantity(30, Grain.MINUTE),
    Grain.DAY: Quantity(12, Grain.HOUR),
    Grain.YEAR: Quantity(6, Grain.MONTH),
    Grain.DECADE: Quantity(5, Grain.YEAR),
    Grain.CENTURY: Quantity(50, Grain.YEAR),
}
_QUARTERS = {Grain.HOUR: (15, Grain.MINUTE), Grain.CENTURY: (25, Grain.YEAR)}


class ClockSpan(NamedTuple):
    begin: Clock
    end: Clock


def amount_of(number: float | None, unit: Grain, mod: Modifier | None = None) -> Amount:
    """A number of a unit, in a unit that ISO 8601 has."""
    factor, finer = _FINER.get(unit, (1, unit))
    return Amount((Quantity(number if number is None else number * factor, finer),), mod)


def _rough(number: float, unit: Grain) -> Amount | None:
    """*une bonne heure*, *trois longs mois*; *une bonne saison* and *un bon mois* measure nothing."""
    return amount_of(number, unit) if unit in (Grain.MINUTE, Grain.HOUR) or number > 1 else None


def _and_half(number: float, unit: Grain) -> Amount:
    if unit in (Grain.HOUR, Grain.MINUTE, Grain.YEAR):
        return Amount((Quantity(number, unit), _HALVES[unit]))
    return amount_of(number + 0.5, unit)


def _half(unit: Grain, number: float = 1) -> Amount | None:
    return Amount((_HALVES[unit],)) if unit in _HALVES and number == 1 else None


def _quarters(number: float, unit: Grain) -> Amount | None:
    if unit not in _QUARTERS or number > 3:
        return None
    count, finer = _QUARTERS[unit]
    return Amount((Quantity(number * count, finer),))


def _unknown(unit: Grain) -> Amount:
    return amount_of(None, unit)


def _either(first: float, second: float, unit: Grain) -> Amount | None:
    """*deux ou trois jours*; *de quinze à seize heures* tells clock times."""
    clock = unit is Grain.HOUR and first > 6
    return amount_of(second, unit, Modifier.APPROX) if first < second and not clock else None


def _compound(first: Amount, second: Amount) -> Amount | None:
    """*2 ans et 6 mois*: units must become finer."""
    known = first.parts[-1].count is not None and second.parts[0].count is not None
    return (
        Amount(first.parts + second.parts) if known and first.parts[-1].unit > second.parts[0].unit else None
    )


def _hours(hour: int, minute: int | None = None) -> tuple[Clock, Amount, Clock]:
    parts = (Quantity(hour, Grain.HOUR), Quantity(minute, Grain.MINUTE))
    return Clock(hour, minute), Amount(parts if minute else parts[:1]), Clock(hour, minute)


def _less(hour: int, minute: float) -> Clock | None:
    return Clock((hour - 1) % 24, 60 - int(minute)) if 0 < minute < 60 else None


def _less_quarter(hour: int) -> tuple[Clock, Amount, Clock]:
    return _hours((hour - 1) % 24, 45)


def in_part(clock: Clock, part: str) -> Clock:
    """*8 heures du soir* is 20:00; what is past noon already stays."""
    late = part in ("AF", "EV") or (part == "NI" and clock.hour >= 6)
    return replace(clock, hour=clock.hour + 12) if late and clock.hour < 12 else clock


def _half_day(clock: Clock, half: int) -> Clock:
    return replace(clock, hour=clock.hour % 12 + half) if clock.hour <= 12 else clock


def span_of(begin: Clock, end: Clock) -> ClockSpan:
    """*11h30-1h30* ends at 13:30."""
    if end.hour < begin.hour < 13 <= end.hour + 12:
        end = replace(end, hour=end.hour + 12) if end.hour + 12 > begin.hour else end
    return ClockSpan(begin, end)


AMOUNTS = (
    rule("clock amount hours", "hour oclock", _hours),
    rule("clock amount hm", "hour oclock et? minute mins? !oclock", _hours),
    rule("clock amount hours", "hour oclock et half", lambda hour: _hours(hour, 30)),
    rule("clock amount hours", "hour et half oclock", lambda hour: _hours(hour, 30)),
    rule("clock amount hours", "hour oclock et un? quarter", lambda hour: _hours(hour, 15)),
    rule("clock amount hm", "hour oclock minus le? quarter", _less_quarter),
    rule("clock", "hour oclock minus minute=number mins?", _less),
    rule("amount", "number unit", amount_of),
    rule("amount", "number _=fair unit", _rough),
    rule("amount", "number unit et half", _and_half),
    rule("amount", "number half unit", _half),
    rule("amount", "half unit", _half),
    rule("amount", "number quarter de unit", _quarters),
    rule("amount", "several (_=dozen de)? unit", _unknown),
    rule("amount", "de _=dozen de unit", _unknown),
    rule("amount", "un? dozen de unit", lambda dozen, unit: amount_of(dozen, unit, Modifier.APPROX)),
    rule("amount", "first=number (ou|au|dash) second=number unit", _either),
    rule("clock midday", "noon", lambda noon: (noon, noon)),
    rule("clock", "noon et half", lambda noon: replace(noon, minute=30)),
    rule("clock", "noon et quarter", lambda noon: replace(noon, minute=15)),
    rule("clock", "noon minute=(minute|hour)", lambda noon, minute: replace(noon, minute=minute)),
    rule("clock", "noon minus le? quarter", lambda noon: _less(noon.hour, 15)),
    rule("clock", "noon minus minute=number mins?", lambda noon, minute: _less(noon.hour, minute)),
)

COMPOUNDS = (
    rule("amount", "first=amount et? second=amount", _compound),
    rule("clock", "clock comma? zone", lambda clock: clock),
    rule("clock", "clock open zone close", lambda clock: clock),
    rule("clock", "clock de le? part zone?", in_part),
    rule("clock", "clock half=half_day", _half_day),
    rule(
        "clocks",
        "(de|between) begin=clock (until|et|dash) end=clock de le? part",
        lambda begin, end, part: ClockSpan(in_part(begin, part), in_part(end, part)),
    ),
)

CLOCK_SPANS = (
    rule("clocks", "(de|between) begin=clock (until|et|dash) end=clock zone?", span_of),
    rule("clocks", "begin=clock (dash|au|until) end=clock zone?", span_of),
    rule("clocks", "de begin=hour (au|until) end=clock", lambda begin, end: span_of(Clock(begin), end)),
    rule("clocks", "between begin=hour et end=clock", lambda begin, end: span_of(Clock(begin), end)),
)
