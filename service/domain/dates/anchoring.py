"""From what words say to the calendar: every expression is placed by what the text has told before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

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

_JUST_GONE = 30
_CERTAIN_DAYS = 60  # a day without a year that lies nearer than this is taken for the nearest one


@dataclass(slots=True)
class Scene:
    """What a reader keeps in mind at one place of the text.

    `direction` is the tense around the expression: below 0 past, above 0 future; ±2 is a sure sign.
    `told` is the last period told, `told_day` the last one of a day; `frame` is the year that the passage
    tells of when it is not the present one, `named` the weekdays whose day the text names in full. `news`:
    something in the text counts from the day of publication.
    """

    published: date | None
    moment: datetime | None = None
    direction: int = 0
    news: bool = False
    told: Period | None = None
    told_day: Period | None = None
    told_in_sentence: Period | None = None
    frame: int | None = None
    framed_in_sentence: bool = False
    named: dict[int, set[date]] = field(default_factory=dict)

    def tell(self, period: Period) -> None:
        self.told = period
        if period.grain is Grain.DAY:
            self.told_day = self.told_in_sentence = period

    def base(self, unit: Grain) -> date | None:
        """The day from which *la veille*, *l'année suivante* and their like count."""
        told = self.told_day if unit < Grain.WEEK else self.told
        if told and self.published and not self.frame and unit >= Grain.WEEK and told.begin > self.published:
            return self.published  # what is planned is no anchor in a report
        return told.begin if told else self.published


def place(expression: Expression, scene: Scene) -> Period | None:
    """The days that an expression covers, `None` when they cannot be known."""
    try:
        return _place(expression, scene)
    except (ValueError, OverflowError):  # beyond the years that the calendar has
        return None


def _place(expression: Expression, scene: Scene) -> Period | None:  # noqa: C901, PLR0911
    match expression:
        case Marked(inner) | Related(inner):
            return _place(inner, scene)
        case CalendarDay():
            return _calendar_day(expression, scene)
        case Weekday():
            return _weekday(expression, scene)
        case Near():
            return _near(expression, scene)
        case Numbered():
            return _numbered(expression, scene)
        case Season(code, year, side):
            return _yearly(lambda y: cal.season(y, code), year, side, scene)
        case Feast(name, year, side):
            return _yearly(lambda y: _feast(name, y), year, side, scene)
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


def choose(candidates: Iterable[Period | None], scene: Scene, certain: int = 0) -> Period | None:
    """The candidate that fits the tense; the nearest one without tense, or when it is very near."""
    found = [each for each in candidates if each]
    if not found or not scene.published:
        return None
    today = scene.published

    def distance(period: Period) -> int:
        return max((period.begin - today).days, (today - period.end).days, 0)

    nearest = min(found, key=lambda period: (distance(period), period.begin > today))
    if distance(nearest) <= certain or not scene.direction:
        return nearest
    if scene.direction > 0:
        fitting = [period for period in found if period.end >= today]
    else:
        fitting = [period for period in found if period.begin <= today]
    return min(fitting, key=distance) if fitting else nearest


def _years(scene: Scene, reach: int = 1) -> range:
    year = scene.published.year if scene.published else 0
    return range(year - reach, year + reach + 1)


def _calendar_day(said: CalendarDay, scene: Scene) -> Period | None:
    if said.month is None:
        return _day_of_month(said, scene)
    if said.anchor is Anchor.THEN and said.step and (base := scene.base(Grain.YEAR)):
        years = range(base.year - 1, base.year + 2)
        return _beyond((_day(y, said.month, said.day) for y in years), said.step, base)
    year = said.year or _framed_year(said, scene)
    if year:
        on = cal.possible_day(year, said.month, said.day)
        return cal.day(on) if on else None
    if not scene.published:
        return None
    if said.step:
        return _beyond((_day(y, said.month, said.day) for y in _years(scene)), said.step, scene.published)
    reach = 1 if said.weekday is None else 5
    days = [cal.possible_day(y, said.month, said.day) for y in _years(scene, reach)]
    fitting = [on for on in days if on and said.weekday in (None, on.weekday())]
    return choose(map(cal.day, fitting or filter(None, days)), scene, _CERTAIN_DAYS)


def _framed_year(said: CalendarDay, scene: Scene) -> int | None:
    """The year of the passage, unless the weekday denies it or a news text tells of a day just gone."""
    on = cal.possible_day(scene.frame, said.month or 1, said.day) if scene.frame else None
    if not on or said.weekday not in (None, on.weekday()) or (said.step and scene.published):
        return None
    if scene.published and scene.news and not scene.framed_in_sentence:
        recent = cal.possible_day(scene.published.year, said.month or 1, said.day)
        if recent and -_JUST_GONE <= (recent - scene.published).days <= _JUST_GONE:
            return None
    return scene.frame


def _day(year: int, month: int, day: int) -> Period | None:
    on = cal.possible_day(year, month, day)
    return cal.day(on) if on else None


def _day_of_month(said: CalendarDay, scene: Scene) -> Period | None:
    told = scene.told_in_sentence or (scene.told_day if scene.frame or not scene.published else None)
    base = told.begin if told else scene.published
    if not base:
        return None
    reach = 6 if said.weekday is not None else 1
    months = (cal.add_months(base.replace(day=1), count) for count in range(-reach, reach + 1))
    days = [cal.possible_day(first.year, first.month, said.day) for first in months]
    fitting = [on for on in days if on and said.weekday in (None, on.weekday())]
    return choose(map(cal.day, fitting), replace(scene, published=base), 10)


def _weekday(said: Weekday, scene: Scene) -> Period | None:
    base = scene.base(Grain.DAY) if said.anchor is Anchor.THEN else scene.published
    if not base:
        return None
    if said.weeks:
        return cal.day(cal.weekday_near(base, said.weekday, 1) + 7 * said.weeks * DAY)
    if said.step:
        return cal.day(cal.weekday_near(base + said.step * DAY, said.weekday, said.step))
    if scene.frame and scene.told_day and said.step != 0:
        return cal.day(cal.weekday_near(scene.told_day.begin, said.weekday, 1))
    before, after = (cal.weekday_near(base, said.weekday, sign) for sign in (-1, 1))
    named = scene.named.get(said.weekday, set()) & {before, after}
    if len(named) == 1 and abs(scene.direction) < 2:
        return cal.day(named.pop())
    if said.step == 0 and abs(scene.direction) < 2:  # *ce jeudi* is the nearest one
        return cal.day(after if (after - base) < (base - before) else before)
    told = scene.told_in_sentence
    if scene.direction > 0 and after == base and told and told.begin > base:
        after += 7 * DAY  # *lundi et mardi* said on a Tuesday
    return cal.day(after if scene.direction > 0 else before)


def _near(said: Near, scene: Scene) -> Period | None:
    base = scene.base(said.unit) if said.anchor is Anchor.THEN else scene.published
    if not base:
        return None
    if said.unit is Grain.WEEKEND:
        return _weekend(said.step, base, scene.direction)
    return cal.neighbour(said.unit, base, said.step or 0)


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
    return _yearly(lambda year: make(year, said.number), said.year, said.step, scene)


def _yearly(make, year: int | None, side: int | None, scene: Scene) -> Period | None:  # type: ignore[no-untyped-def]
    """One of the periods that come back each year."""
    if year := year or (scene.frame if not side else None):
        return make(year)  # type: ignore[no-any-return]
    if not scene.published:
        return None
    candidates = [make(y) for y in _years(scene)]
    if side:
        return _beyond(candidates, side, scene.published)
    return choose(candidates, scene)


def _beyond(candidates: Iterable[Period | None], side: int, today: date) -> Period | None:
    """The nearest candidate that lies wholly before or after today."""
    if side < 0:
        return max((p for p in candidates if p and p.end < today), key=lambda p: p.begin, default=None)
    return min((p for p in candidates if p and p.begin > today), key=lambda p: p.begin, default=None)


def _shifted(amount: Amount, sign: int, origin: Anchor | Expression, scene: Scene) -> Period | None:
    """Days and weeks lead to a day; months to a month, several years to a year, unless counted from a day."""
    if isinstance(origin, Anchor):
        base, exact = (scene.base(amount.parts[-1].unit) if origin is Anchor.THEN else scene.published), False
    else:
        found = _place(origin, scene)
        base, exact = (found.begin if found else None), found is not None and found.grain is Grain.DAY
    if not base or any(part.count is None for part in amount.parts):
        return None
    on = base
    for part in amount.parts:
        if part.unit < Grain.DAY:
            continue
        whole = int(part.count or 0)
        on = cal.step(on, part.unit, sign * whole)
        on += timedelta(days=sign * round(((part.count or 0) - whole) * _DAYS.get(part.unit, 1)))
    finest = min(part.unit for part in amount.parts)
    if exact or finest <= Grain.WEEKEND:
        return cal.day(on)
    years = amount.parts[0].count if len(amount.parts) == 1 and finest is Grain.YEAR else 1
    if finest is Grain.YEAR and years and years < 2:
        finest = Grain.MONTH
    return cal.containing(finest, on)


_DAYS = {Grain.WEEK: 7, Grain.MONTH: 30, Grain.YEAR: 365}


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
            on = cal.nth_weekday(weekday, 1, frame)
            return cal.day(on) if on and frame.grain <= Grain.WEEK else _place(inner, scene)
        case Near(unit):
            return cal.containing(unit, frame.begin)
        case CalendarDay(month=None, day=day):
            return _day(frame.begin.year, frame.begin.month, day)
        case CalendarDay() | Numbered() | Season() | Feast():
            return _place(replace(inner, year=frame.year), scene)
        case _:
            return _place(inner, scene)
