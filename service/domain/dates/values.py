"""From placed expressions to TIMEX3 values.

A little long: one function for each kind of expression, and they are read side by side.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from service.domain.dates import calendar as cal
from service.domain.dates.anchoring import place
from service.domain.dates.calendar import Grain, Period
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    Between,
    CalendarDay,
    Clock,
    Every,
    Expression,
    Marked,
    Numbered,
    Related,
    Shifted,
    Stretch,
    TimeOfDay,
    Vague,
    Weekday,
    core,
)
from service.domain.dates.iso import iso_clock, iso_duration
from service.domain.dates.scene import Scene
from service.domain.dates.sharing import a_year_earlier, share
from service.domain.model import DateType, Relation, TimeValue

_NEAR = 7  # days
_DAWN = 8  # the hour until which a night lasts
_SECONDS = {Grain.SECOND: 1, Grain.MINUTE: 60, Grain.HOUR: 3600, Grain.DAY: 86400}


def evaluate(expression: Expression, scene: Scene) -> tuple[TimeValue, Period | None]:
    """The value of an expression at its place in the text, and the days that it tells."""
    try:
        return _evaluate(expression, scene)
    except (ValueError, OverflowError):  # beyond the years that the calendar has
        return TimeValue(DateType.DATE, None), None


def _evaluate(  # noqa: C901, PLR0911, PLR0912 — one case for each kind
    expression: Expression, scene: Scene
) -> tuple[TimeValue, Period | None]:
    match expression:
        case Marked(inner, mod):
            value, period = _evaluate(inner, scene)
            return replace(value, mod=mod), period
        case Related(inner, relation):
            month = isinstance(core(inner), Numbered) and relation is Relation.UNTIL  # the nearest one
            value, period = _evaluate(inner, scene if month else _leaning(relation, scene))
            return replace(value, relation=relation), period
        case Amount():
            return TimeValue(DateType.DURATION, iso_duration(expression), expression.mod), None
        case Stretch():
            return _stretch(expression, scene), None
        case Every(every, quant, freq):
            return TimeValue(DateType.SET, every, quant=quant, freq=freq), None
        case Vague(ref):
            return TimeValue(DateType.DATE, ref), None
        case TimeOfDay():
            return _time(expression, scene)
        case Between(begin, end):
            return _between(begin, end, scene)
        case Shifted(amount, sign, Anchor.NOW) if amount.parts[0].count is None:
            return TimeValue(DateType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF"), None
        case Shifted(amount, sign, Anchor.NOW) if amount.parts[-1].unit < Grain.DAY:
            return _moment(amount, sign, scene)
        case Shifted(amount, _, Anchor.THEN) if place(expression, scene) is None:
            return _evaluate(amount, scene)  # nothing is told from which it counts
        case Shifted(amount, 1, Anchor.THEN) if _is_beyond(expression, amount, scene):
            return _evaluate(amount, scene)
        case _:
            return _date(expression, scene)


def _is_beyond(expression: Shifted, amount: Amount, scene: Scene) -> bool:
    """*dix ans après, la friche est à vendre*: years from what is told cannot lead past publication."""
    period = place(expression, scene) if amount.parts[0].unit is Grain.YEAR else None
    today = scene.published
    return period is not None and today is not None and scene.direction <= 0 and period.begin > today


def _leaning(relation: Relation, scene: Scene) -> Scene:
    """*jusqu'à dimanche* looks ahead and *depuis dimanche* back, when the tense does not tell."""
    if scene.direction:
        return scene
    return replace(scene, direction=-1 if relation is Relation.SINCE else 2)


def _stretch(said: Stretch, scene: Scene) -> TimeValue:
    """*les trois prochains jours*: a duration; the days themselves are a candidate."""
    value = TimeValue(DateType.DURATION, iso_duration(said.amount), said.amount.mod)
    part = said.amount.parts[0]
    if not scene.published or not part.count or part.unit < Grain.DAY or part.count % 1:
        return value
    try:
        ends = [cal.neighbour(part.unit, scene.published, said.sign * int(n)) for n in (1, part.count)]
    except (ValueError, OverflowError):
        return value
    first, last = sorted(ends, key=lambda period: period.begin)
    return replace(value, candidates=(cal.span(first, last).value,))


def _date(expression: Expression, scene: Scene) -> tuple[TimeValue, Period | None]:
    period = place(expression, scene)
    if period:
        return TimeValue(DateType.DATE, period.value, begin=period.begin, end=period.end), period
    return TimeValue(DateType.DATE, _undated(expression)), None


def _undated(expression: Expression) -> str | None:
    if isinstance(expression, CalendarDay) and expression.month and not expression.year:
        return f"XXXX-{expression.month:02}-{expression.day:02}"
    if isinstance(expression, Numbered) and expression.unit is Grain.MONTH and not expression.step:
        return f"XXXX-{expression.number:02}"
    return None


def _time(said: TimeOfDay, scene: Scene) -> tuple[TimeValue, Period | None]:
    day = _day_of(said, scene)
    prefix = day.value if day else (_undated(said.on) if said.on else None) or ""
    value = prefix + iso_clock(said.clock)
    if said.end and isinstance(said.clock, Clock):
        overnight = day is not None and said.end.hour < said.clock.hour
        last = cal.day(day.begin + cal.DAY).value if day and overnight else prefix
        value += "/" + last + iso_clock(said.end)
    return TimeValue(
        DateType.TIME, value, begin=day.begin if day else None, end=day.end if day else None
    ), day


def _day_of(said: TimeOfDay, scene: Scene) -> Period | None:
    """The day told with a time, else in its sentence, else in the passage, else that of publication."""
    if said.on is not None:
        day = place(said.on, scene)
    elif scene.told_in_sentence or not scene.published:
        day = scene.told_in_sentence or (scene.told_day if scene.frame else None)
    else:
        if said.clock == "NI" and scene.event and scene.told_in_line == cal.day(scene.event.begin - cal.DAY):
            return scene.told_in_line  # *parti la veille … cherché toute la nuit*
        today = cal.day(scene.published)
        told = (scene.event if scene.told_in_line else None, scene.told_in_line, scene.event, scene.told_day)
        hours = said.end is not None and scene.direction >= 0  # *ouvert de 9 h à 17 h*: from today on
        fitting = [each for each in told if each and _fits(each, scene)]
        day = next((each for each in fitting if not hours or each.begin >= today.begin), today)
    small_hours = isinstance(said.clock, Clock) and said.clock.hour < _DAWN and scene.night
    if day and said.on is None and day is scene.told_day and small_hours:
        return cal.day(day.begin + cal.DAY)
    return cal.day(day.begin) if day else None


def _fits(day: Period | None, scene: Scene) -> bool:
    """Whether a day told before may be the sentence's: on the side of its tense, or near."""
    if not day or not scene.published:
        return False
    away = (day.begin - scene.published).days
    return away * scene.direction >= 0 and (day is scene.told_in_line or abs(away) < _NEAR)


def _moment(amount: Amount, sign: int, scene: Scene) -> tuple[TimeValue, Period | None]:
    """*il y a deux heures*: a moment when that of publication is known, else whole days or a mere length."""
    length = timedelta(seconds=sum((part.count or 0) * _SECONDS.get(part.unit, 0) for part in amount.parts))
    if not scene.moment:
        if scene.published and not length % cal.DAY:
            return _valued(cal.day(scene.published + sign * length))
        return TimeValue(DateType.DURATION, iso_duration(amount), amount.mod), None
    at = scene.moment + sign * length
    day = cal.day(at.date())
    fine = any(part.unit is Grain.SECOND for part in amount.parts)
    value = at.strftime("%Y-%m-%dT%H:%M:%S" if fine else "%Y-%m-%dT%H:%M")
    return TimeValue(DateType.TIME, value, begin=day.begin, end=day.end), day


def _valued(period: Period) -> tuple[TimeValue, Period]:
    return _of(period), period


def _between(begin: Expression, end: Expression, scene: Scene) -> tuple[TimeValue, Period | None]:
    begin = share(begin, end)
    last_value, last = _evaluate(end, scene)
    if isinstance(end, TimeOfDay) and isinstance(end.on, Weekday):
        end = end.on
    if isinstance(end, Weekday) and isinstance(core(begin), Weekday):
        first = place(begin, scene)
        last = first and cal.day(cal.weekday_near(first.begin, end.weekday, 1))
        first_value, last_value = _evaluate(begin, scene)[0], _of(last) if last else last_value
    else:
        first_value, first = _evaluate(begin, scene)
    if first and last and first.begin > last.end:
        first = place(a_year_earlier(begin, first), scene) or first
        first_value = _of(first)
    timed = DateType.TIME in (first_value.type, last_value.type)
    kind = DateType.TIME if timed else DateType.DATE
    if first_value.value is None or last_value.value is None:
        return TimeValue(kind, None), None
    if first and last and first.begin > last.end:  # *entre 1914 et 1909*: no stretch of time runs backwards
        return TimeValue(kind, None), None
    value = f"{first_value.value}/{last_value.value}"
    period = cal.span(first, last) if first and last else None
    return TimeValue(
        kind, value, begin=first.begin if first else None, end=last.end if last else None
    ), period


def _of(period: Period) -> TimeValue:
    return TimeValue(DateType.DATE, period.value, begin=period.begin, end=period.end)
