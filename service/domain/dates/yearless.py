"""Days, months and seasons that the text tells without their year (or month): which one is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from service.domain.dates import calendar as cal
from service.domain.dates.calendar import Grain, Period
from service.domain.dates.expressions import Anchor, CalendarDay
from service.domain.dates.scene import Scene, beyond, choose

_JUST_GONE = 30  # days around publication in which news tell of days without naming the year
_CERTAIN_DAYS = 60  # a day without a year that lies nearer than this is taken for the nearest one
_MONTHS_LONG = 92  # days; what is told of a longer time has no month
_NEAR_IN_MONTH = 10  # the same for a day without a month
_STORY = 92  # days between what one text tells with its year and without
_WEEKDAY_REACH = 5  # years in which a weekday falls on a day again


def calendar_day(said: CalendarDay, scene: Scene) -> Period | None:
    """*samedi 15 octobre*, *le 28 avril prochain*, *le 16*."""
    if said.month is None:
        return _day_of_month(said, scene)
    if not said.year and said.weekday is not None and scene.latest:
        return _near_latest(said, scene.latest)
    if year := said.year or _framed_year(said, scene):
        return day_in(year, said.month, said.day)
    told = scene.last(Grain.YEAR) if said.anchor is Anchor.THEN else None
    base = told.begin if told else scene.published
    if base and said.step:
        years = range(base.year - 1, base.year + 2)
        return beyond((day_in(y, said.month, said.day) for y in years), said.step, base)
    if not scene.published:
        return None
    reach = 1 if said.weekday is None else _WEEKDAY_REACH
    days = [cal.possible_day(y, said.month, said.day) for y in _years(scene, reach)]
    fitting = [on for on in days if on and said.weekday in (None, on.weekday())]
    return choose(map(cal.day, fitting or filter(None, days)), scene, _CERTAIN_DAYS)


def _framed_year(said: CalendarDay, scene: Scene) -> int | None:
    """The year of the passage, unless the weekday denies it or a news text tells of a day just gone."""
    year = _going_on(scene.frame, said.month or 1, scene) if scene.frame else None
    on = cal.possible_day(year, said.month or 1, said.day) if year else None
    if scene.looks_ahead:
        return None
    if not on or said.weekday not in (None, on.weekday()) or said.step:
        return None
    if scene.published and scene.news and not scene.framed_in_sentence:
        recent = cal.possible_day(scene.published.year, said.month or 1, said.day)
        if recent and -_JUST_GONE <= (recent - scene.published).days <= _JUST_GONE:
            return None
    return year


def _near_latest(said: CalendarDay, latest: date) -> Period | None:
    """*jeudi 20 juin*, in a text without its day that tells of *mardi 11 juin 2024*."""
    around = range(latest.year - 1, latest.year + 2)
    days = [on for year in around if (on := cal.possible_day(year, said.month or 1, said.day))]
    fitting = [on for on in days if on.weekday() == said.weekday and abs(on - latest) <= _STORY * cal.DAY]
    return cal.day(min(fitting, key=lambda on: abs(on - latest))) if fitting else None


def _going_on(year: int, month: int, scene: Scene) -> int:
    """The year told, or the next one when a story goes on: *le 20 novembre 1953 … le 13 mars*."""
    told = scene.told
    if scene.before or not told or told.end.year != year or (told.end - told.begin).days > _MONTHS_LONG:
        return year
    back = told.end.month - month
    last = scene.published.year - 1 if scene.published else year + 1
    return year + 1 if back > 0 and 12 - back < back and year < last else year


def day_in(year: int, month: int, day: int) -> Period | None:
    on = cal.possible_day(year, month, day)
    return cal.day(on) if on else None


def _day_of_month(said: CalendarDay, scene: Scene) -> Period | None:
    told = scene.told_in_sentence or (scene.told_day if scene.frame or not scene.published else None)
    if scene.told and scene.told.grain is Grain.MONTH and scene.told is not told and said.weekday is None:
        month = scene.told.begin  # *en avril 1834 … du 9 au 15*
        if scene.frame == month.year or not scene.published:
            return day_in(month.year, month.month, said.day)
    base = told.begin if told else scene.published
    if not base:
        return None
    reach = 6 if said.weekday is not None else 1
    months = (cal.add_months(base.replace(day=1), count) for count in range(-reach, reach + 1))
    days = [cal.possible_day(first.year, first.month, said.day) for first in months]
    fitting = [on for on in days if on and said.weekday in (None, on.weekday())]
    return choose(map(cal.day, fitting), replace(scene, published=base), _NEAR_IN_MONTH)


def yearly(
    make: Callable[[int], Period | None], year: int | None, side: int | None, scene: Scene
) -> Period | None:
    """One of the periods that come back each year: of the year told, of the passage, or by tense."""
    if year:
        return make(year)
    candidates = [make(each) for each in _years(scene)] if scene.published else []
    if side and scene.published:
        return beyond(candidates, side, scene.published)
    if side == 0 and not scene.passage:  # *cet été*
        return choose(candidates, scene) or (make(scene.latest.year) if scene.latest else None)
    if scene.frame and not scene.looks_ahead and not _just_gone(candidates, scene):
        told = make(scene.frame)
        return told and make(_going_on(scene.frame, told.begin.month, scene))
    return choose(candidates, scene)


def _just_gone(candidates: list[Period | None], scene: Scene) -> bool:
    """Whether a news text may tell of the last months, though a sentence before names a year."""
    if not scene.news or scene.framed_in_sentence or not scene.published:
        return False
    today = scene.published
    return any(each and 0 <= (today - each.begin).days <= 3 * _JUST_GONE for each in candidates)


def _years(scene: Scene, reach: int = 1) -> range:
    year = scene.published.year if scene.published else 0
    return range(year - reach, year + reach + 1)
