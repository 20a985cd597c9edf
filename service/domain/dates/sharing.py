"""What the ends of an interval tell each other: *du 1er au 15 août 2016*, *de mars à juin*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Period
from service.domain.dates.expressions import CalendarDay, Expression, Marked, Numbered, Season, core


def share(begin: Expression, end: Expression) -> Expression:  # noqa: PLR0911 — one case for each pair
    """The first end with what it leaves out and the second tells."""
    if isinstance(begin, Marked):
        return Marked(share(begin.inner, end), begin.mod)
    match begin, core(end):
        case CalendarDay(month=None), CalendarDay(month=month, year=year, step=step) if month:
            return replace(begin, month=month, year=year, step=step)
        case CalendarDay(month=m, day=d, year=None), CalendarDay(month=month, day=day, year=year) if (
            m and month and year
        ):
            return replace(begin, year=year - ((m, d) > (month, day)))
        case CalendarDay(month=month, year=None), Numbered(year=year) if month:
            return replace(begin, year=year)
        case Numbered(number=first, year=None), Numbered(number=number, year=year) if year:
            return replace(begin, year=year - (first > number))
        case Season(year=None), Season(year=year):
            return replace(begin, year=year)
        case _:
            return begin


def a_year_earlier(begin: Expression, period: Period) -> Expression:
    """The expression a year (or a month, for a bare day) earlier."""
    if isinstance(begin, CalendarDay) and begin.month is not None:
        return replace(begin, year=period.year - 1)
    if isinstance(begin, Numbered | Season):
        return replace(begin, year=period.year - 1)
    return begin
