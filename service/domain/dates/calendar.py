"""Calendar arithmetic without words: periods of whole days, their neighbours and their TIMEX3 values.

Months are real months, weeks are ISO 8601 weeks (Monday first), nothing asks the machine for the time.
One file, though a little long, since all of it is the same kind of arithmetic.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

DAY = timedelta(days=1)
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}  # meteorological: first and last month
FIRST_YEAR, LAST_YEAR = 1, 9998


class Grain(IntEnum):
    """Units of time from fine to coarse; the order is used."""

    SECOND = 1
    MINUTE = 2
    HOUR = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    FORTNIGHT = 7
    MONTH = 8
    QUARTER = 9
    SEASON = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    SPAN = 15  # from one day to another


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days: `begin` and `end` inclusive, `value` its TIMEX3 name."""

    grain: Grain
    begin: date
    end: date
    value: str

    @property
    def year(self) -> int:
        return self.begin.year


def day(on: date) -> Period:
    return Period(Grain.DAY, on, on, on.isoformat())


def week(on: date) -> Period:
    year, number, weekday = on.isocalendar()
    monday = on - (weekday - 1) * DAY
    return Period(Grain.WEEK, monday, monday + 6 * DAY, f"{year:04}-W{number:02}")


def weekend(on: date) -> Period:
    """Saturday and Sunday of the week of `on`."""
    of = week(on)
    return Period(Grain.WEEKEND, of.begin + 5 * DAY, of.end, f"{of.value}-WE")


def month(year: int, number: int) -> Period:
    """`number` may run past 12 or below 1: it counts on into the years beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = date(year, number, 1)
    return Period(Grain.MONTH, first, last_day(year, number), f"{year:04}-{number:02}")


def last_day(year: int, number: int) -> date:
    return date(year, number, monthrange(year, number)[1])


def quarter(year: int, number: int) -> Period:
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    end = last_day(year, 3 * number)
    return Period(Grain.QUARTER, date(year, 3 * number - 2, 1), end, f"{year:04}-Q{number}")


def half(year: int, number: int) -> Period:
    year, number = year + (number - 1) // 2, (number - 1) % 2 + 1
    end = last_day(year, 6 * number)
    return Period(Grain.HALF, date(year, 6 * number - 5, 1), end, f"{year:04}-H{number}")


def season(year: int, code: str) -> Period:
    """Winter belongs to the year in which it begins."""
    first, last = SEASONS[code]
    return Period(Grain.SEASON, date(year, first, 1), month(year, last).end, f"{year:04}-{code}")


def year_of(number: int) -> Period:
    return Period(Grain.YEAR, date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def decade(number: int) -> Period:
    """The ten years that share the year's first digits: 1994 → 1990-1999, `199`."""
    first = number - number % 10
    return Period(Grain.DECADE, date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03}")


def century(ordinal: int) -> Period:
    """The n-th century: the 19th is 1801-1900, `18`."""
    first = 100 * (ordinal - 1) + 1
    return Period(Grain.CENTURY, date(first, 1, 1), date(first + 99, 12, 31), f"{ordinal - 1:02}")


def span(begin: Period, end: Period) -> Period:
    value = begin.value if begin == end else f"{begin.value}/{end.value}"
    return Period(Grain.SPAN, begin.begin, end.end, value)


def containing(grain: Grain, on: date) -> Period:  # noqa: PLR0911 — one case for each grain
    """The period of that grain in which the day lies; finer grains than a day give the day."""
    match grain:
        case Grain.WEEKEND:
            return weekend(on)
        case Grain.WEEK | Grain.FORTNIGHT:
            return week(on)
        case Grain.MONTH:
            return month(on.year, on.month)
        case Grain.QUARTER:
            return quarter(on.year, (on.month + 2) // 3)
        case Grain.HALF:
            return half(on.year, (on.month + 5) // 6)
        case Grain.YEAR:
            return year_of(on.year)
        case Grain.DECADE:
            return decade(on.year)
        case Grain.CENTURY:
            return century((on.year + 99) // 100)
        case _:
            return day(on)


STEP = {
    Grain.WEEKEND: (0, 7),
    Grain.WEEK: (0, 7),
    Grain.FORTNIGHT: (0, 14),
    Grain.MONTH: (1, 0),
    Grain.QUARTER: (3, 0),
    Grain.SEASON: (3, 0),
    Grain.HALF: (6, 0),
    Grain.YEAR: (12, 0),
    Grain.DECADE: (120, 0),
    Grain.CENTURY: (1200, 0),
}  # months and days in one unit


def step(on: date, grain: Grain, count: int) -> date:
    """The day `count` units later (earlier when negative); the 31st becomes the last day of a short month."""
    months, days = STEP.get(grain, (0, 1))
    return add_months(on, months * count) + timedelta(days=days * count)


def add_months(on: date, count: int) -> date:
    year, index = divmod(on.year * 12 + on.month - 1 + count, 12)
    return date(year, index + 1, min(on.day, monthrange(year, index + 1)[1]))


def neighbour(grain: Grain, on: date, count: int) -> Period:
    """The period `count` further than the one in which the day lies."""
    return containing(grain, step(containing(grain, on).begin, grain, count))


def weekday_near(on: date, weekday: int, direction: int) -> date:
    """The nearest such weekday (Monday is 0) on or before the day (`direction` < 0), or on or after it."""
    if direction < 0:
        return on - ((on.weekday() - weekday) % 7) * DAY
    return on + ((weekday - on.weekday()) % 7) * DAY


def possible_day(year: int, number: int, on: int) -> date | None:
    """The day, or `None` when the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= number <= 12:
        return None
    return date(year, number, on) if 1 <= on <= monthrange(year, number)[1] else None


def nth(unit: Grain, count: int, within: Period) -> Period | None:
    """The n-th day, week, weekend … of a period; negative counts from the end. `None` when outside."""
    if unit is Grain.WEEK or unit is Grain.FORTNIGHT:
        return _nth_week(count, within)
    if unit is Grain.WEEKEND:
        saturday = nth_weekday(5, count, within)
        return weekend(saturday) if saturday else None
    edge = within.begin if count > 0 else within.end
    found = neighbour(unit, edge, count - 1 if count > 0 else count + 1)
    return found if within.begin <= found.begin <= within.end else None


def _nth_week(count: int, within: Period) -> Period:
    # the week that has its Thursday inside, as ISO 8601 does for the year
    thursday = nth_weekday(3, count, within) or within.begin
    return week(thursday)


def nth_weekday(weekday: int, count: int, within: Period) -> date | None:
    if count > 0:
        found = weekday_near(within.begin, weekday, 1) + 7 * (count - 1) * DAY
    else:
        found = weekday_near(within.end, weekday, -1) + 7 * (count + 1) * DAY
    return found if within.begin <= found <= within.end else None
