"""ISO 8601 and TIMEX3 forms of amounts and clock times."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import Amount, Clock

_DATE_LETTERS = {Grain.YEAR: "Y", Grain.MONTH: "M", Grain.WEEK: "W", Grain.DAY: "D"}
_TIME_LETTERS = {Grain.HOUR: "H", Grain.MINUTE: "M", Grain.SECOND: "S"}


def iso_duration(amount: Amount) -> str:
    """ISO 8601 duration; `X` for a number that is not told."""
    days, times = "", ""
    for part in amount.parts:
        count = "X" if part.count is None else f"{part.count:g}"
        if part.unit in _TIME_LETTERS:
            times += count + _TIME_LETTERS[part.unit]
        elif part.unit in _DATE_LETTERS:
            days += count + _DATE_LETTERS[part.unit]
        elif part.unit is Grain.WEEKEND:
            days += count + "WE"
        elif part.count is None:
            days += count + {Grain.DECADE: "DE", Grain.CENTURY: "CE"}.get(part.unit, "M")
        else:
            days += f"{part.count * {Grain.DECADE: 10, Grain.CENTURY: 100}.get(part.unit, 1):g}Y"
    return f"P{days}" + (f"T{times}" if times else "")


def iso_clock(clock: Clock | str) -> str:
    if isinstance(clock, str):
        return f"T{clock}"
    minute = "" if clock.minute is None else f":{clock.minute:02}"
    second = "" if clock.second is None else f":{clock.second:02}"
    return f"T{clock.hour % 24:02}{minute}{second}"
