"""From what words say to the calendar: every expression is placed by what the text has told before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeGuard

from service.domain.dates import calendar as cal
from service.domain.dates.calendar import DAY, Grain, Period
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    CalendarDay,
    Era,
    Expression,
    Feast,
    Marked,
    Near,
    Nth,
    Numbered,
    Related,
    Season,
    Shifted,
    Weekday,
    Within,
)
from service.domain.dates.feasts import feast
from service.domain.dates.scene import Scene
from service.domain.dates.shifting import shift
from service.domain.dates.yearless import calendar_day, day_in, yearly

_DAYS_IN_A_ROW = 92


def place(expression: Expression, scene: Scene) -> Period | None:
    """The days that an expression covers, `None` when they cannot be known."""
    try:
        return _place(expression, scene)
    except (ValueError, OverflowError):  # beyond the years that the calendar has
        return None


def _place(  # noqa: C901, PLR0911 — one case for each kind
    expression: Expression, scene: Scene
) -> Period | None:
    match expression:
        case Marked(inner) | Related(inner):
            return _place(inner, scene)
        case CalendarDay():
            return calendar_day(expression, scene)
        case Weekday():
            return _weekday(expression, scene)
        case Near():
            return _near(expression, scene)
        case Numbered():
            return _numbered(expression, scene)
        case Season(code, year, side):
            return yearly(lambda y: cal.season(y, code), year, side, scene)
        case Feast(name, year, side):
            return yearly(lambda y: _feast(name, y), year, side, scene)
        case Era(unit, number):
            return {Grain.YEAR: cal.year_of, Grain.DECADE: cal.decade}.get(unit, cal.century)(number)
        case Shifted(amount, sign, origin):
            return _shifted(amount, sign, origin, scene)
        case Nth():
            return _nth(expression, scene)
        case Within(inner, outer):
            return _within(inner, outer, scene)
        case _:
            return None


def _feast(name: str, year: int) -> Period | None:
    days = feast(name, year)
    return cal.span(cal.day(days[0]), cal.day(days[1])) if days else None


def _base(anchor: Anchor, unit: Grain, scene: Scene) -> date | None:
    if anchor is Anchor.NOW:
        return scene.published
    return told.begin if (told := scene.last(unit)) else None


def _weekday(said: Weekday, scene: Scene) -> Period | None:  # noqa: PLR0911 — one return for each reading
    base = _base(said.anchor, Grain.DAY, scene)
    if not base:
        return None
    if said.weeks:
        return cal.day(cal.weekday_near(base, said.weekday, 1) + 7 * said.weeks * DAY)
    if said.step:
        return cal.day(cal.weekday_near(base + said.step * DAY, said.weekday, said.step))
    if scene.told_day and scene.frame == scene.told_day.year and said.step != 0:
        return cal.day(cal.weekday_near(scene.told_day.begin, said.weekday, 1))
    if scene.behind and scene.event and scene.event.begin < base and base.weekday() == said.weekday:
        return cal.day(base - 7 * DAY)  # what the event looks back to is not of today
    before, after = (cal.weekday_near(base, said.weekday, sign) for sign in (-1, 1))
    named = scene.named.get(said.weekday, set()) & {before, after}
    if len(named) == 1 and abs(scene.direction) < 2:
        return cal.day(named.pop())
    if said.step == 0 and not scene.direction:  # *ce jeudi* is the nearest one
        return cal.day(after if (after - base) < (base - before) else before)
    if not scene.direction and scene.told_in_line and scene.told_in_line.begin > base:
        return cal.day(cal.weekday_near(scene.told_in_line.begin, said.weekday, 1))  # a programme
    told = scene.told_in_sentence
    if scene.direction > 0 and after == base and told and told.begin > base:
        after += 7 * DAY  # *lundi et mardi* said on a Tuesday
    return cal.day(after if scene.direction > 0 else before)


def _near(said: Near, scene: Scene) -> Period | None:
    going_on = scene.passage and not said.step and said.unit > Grain.DAY  # *à la fin de l'année*, long ago
    base = _base(Anchor.THEN if going_on else said.anchor, said.unit, scene)
    if not base:
        return None
    told = scene.told
    if said.anchor is Anchor.THEN and said.unit is Grain.DAY and said.step and _is_span(told):
        base = told.end if said.step > 0 else told.begin  # *du 3 au 5 mai … le lendemain*
    if said.unit is Grain.WEEKEND:
        return _weekend(said.step, base, scene.direction)
    return cal.neighbour(said.unit, base, said.step or 0)


def _is_span(told: Period | None) -> TypeGuard[Period]:
    """Whether several days in a row were told last."""
    return told is not None and told.grain is Grain.SPAN and (told.end - told.begin).days < _DAYS_IN_A_ROW


def _weekend(side: int | None, base: date, direction: int) -> Period:
    """*Le week-end* is the one that goes on, or the past or coming one; *prochain* is the coming one."""
    coming = cal.weekend(base)
    if side and side > 0:
        return coming if base < coming.begin else cal.weekend(base + 7 * DAY)
    if side or (base < coming.begin and direction <= 0):
        return cal.weekend(base - 7 * DAY)
    return coming


def _numbered(said: Numbered, scene: Scene) -> Period | None:
    make = {Grain.MONTH: cal.month, Grain.QUARTER: cal.quarter, Grain.HALF: cal.half}[said.unit]
    return yearly(lambda year: make(year, said.number), said.year, said.step, scene)


def _shifted(amount: Amount, sign: int, origin: Anchor | Expression, scene: Scene) -> Period | None:
    """Days lead to a day, weeks to a week, months to a month, several years to a year.

    Counted from a day that is told, all lead to a day: *deux semaines après le 3 mai*.
    """
    start = _start(amount, sign, origin, scene)
    if not start or any(part.count is None for part in amount.parts):
        return None
    exact = not isinstance(origin, Anchor) and start.grain is Grain.DAY
    return shift(start, amount, sign, exact=exact)


def _start(amount: Amount, sign: int, origin: Anchor | Expression, scene: Scene) -> Period | None:
    today = cal.day(scene.published) if scene.published else None
    if not isinstance(origin, Anchor):
        return _place(origin, scene)
    told = scene.last(amount.parts[-1].unit) if origin is Anchor.THEN else today
    if origin is Anchor.THEN and told is scene.told_day and scene.tells_elsewhere:
        return None
    if origin is Anchor.THEN and not scene.told and sign > 0 > scene.direction:
        return None  # *on le trouva deux jours après*: after what has not been told
    planned = told and today and not scene.frame and sign < 0 and told.begin > today.begin
    return today if planned else told  # what is planned is no anchor for what has been


def _nth(said: Nth, scene: Scene) -> Period | None:
    outer = _place(said.within, scene)
    if not outer:
        return None
    if said.weekday is not None:
        on = cal.nth_weekday(said.weekday, said.count, outer)
        return cal.day(on) if on else None
    if said.unit is Grain.FORTNIGHT and outer.grain is Grain.MONTH:
        middle = outer.begin.replace(day=15)
        first = cal.span(cal.day(outer.begin), cal.day(middle))
        return first if said.count == 1 else cal.span(cal.day(middle + DAY), cal.day(outer.end))
    return cal.nth(said.unit, said.count, outer) if said.unit else None


def _within(inner: Expression, outer: Expression, scene: Scene) -> Period | None:
    frame = _place(outer, scene)
    if not frame:
        return None
    match inner:
        case Weekday(weekday):
            on = cal.nth_weekday(weekday, 1, frame) if frame.grain <= Grain.WEEK else None
            return cal.day(on) if on else frame  # *un dimanche de novembre*
        case Near(unit):
            return cal.containing(unit, frame.begin)
        case CalendarDay(month=None, day=day):
            return day_in(frame.begin.year, frame.begin.month, day)
        case CalendarDay() | Numbered() | Season() | Feast():
            return _place(replace(inner, year=frame.year), scene)
        case _:
            return _place(inner, scene)
