"""French shapes of times of day: *mardi en début de soirée*, *à 8 heures ce soir*, *de 14h à 16h*."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    CalendarDay,
    Clock,
    Every,
    Expression,
    Marked,
    Near,
    Quantity,
    Related,
    Shifted,
    TimeOfDay,
)
from service.domain.dates.french.amounts import ClockSpan, amount_of, in_part
from service.domain.dates.iso import iso_clock
from service.domain.dates.rules import rule
from service.domain.model import Modifier

_ONE_DAY = Amount((Quantity(1, Grain.DAY),))
_AT = "(comma? (au|mod=around|au mod=around|de|_=before|_=after|_=relation|until|dans)?)"
_BEFORE_CLOCK = "(au|until|is|mod=around|au mod=around|until mod=around)"
_OF = "(comma|le|de le?|comma le)?"


def edged(inner: Expression, edge: Modifier | None = None) -> Expression:
    return Marked(inner, edge) if edge else inner


def _pod(part: str, this: int | None = None, edge: Modifier | None = None) -> Expression:
    """A part of the day: of today with *ce*, else of a day to be found."""
    return edged(TimeOfDay(part, None if this is None else Near(Grain.DAY, this)), edge)


def _pod_then(part: str) -> TimeOfDay:
    """*ce soir-là*, *la même nuit*."""
    return TimeOfDay(part, Near(Grain.DAY, 0, Anchor.THEN))


def _on(on: Expression, pod: Expression) -> Expression:
    """A part of a day, on a day; modifiers of either stay."""
    if isinstance(pod, Marked):
        return Marked(_on(on, pod.inner), pod.mod)
    if isinstance(on, Marked | Related):
        return replace(on, inner=_on(on.inner, pod))
    return replace(pod, on=on) if isinstance(pod, TimeOfDay) else pod


def _on_part(on: Expression, part: str) -> Expression:
    return _on(on, TimeOfDay(part))


def _night(on: Expression, part: str = "NI", pod: Expression | None = None) -> Expression:
    """*dans la nuit de vendredi à samedi* is the night of Friday."""
    return _on(on, pod or TimeOfDay(part))


def _in_night(first: Expression, last: Expression, clock: Clock, mod: Modifier | None = None) -> Expression:
    """*dans la nuit de mardi à mercredi vers 3 heures* is on Wednesday."""
    return _at(clock, last if clock.hour < 12 else first, mod=mod)


def _night_before(last: Expression, part: str = "NI", pod: Expression | None = None) -> Expression:
    """*dans la nuit du 1er au 2 janvier*."""
    return _night(Shifted(_ONE_DAY, -1, last), part, pod)


def _at(
    clock: Clock,
    on: Expression | None = None,
    pod: Expression | None = None,
    part: str = "",
    mod: Modifier | None = None,
) -> Expression:
    """A clock time, on a day or in a part of one: *8 heures ce soir* is 20:00."""
    inner = pod.inner if isinstance(pod, Marked) else pod
    if isinstance(inner, TimeOfDay):
        part, on = str(inner.clock), on or inner.on
    return edged(TimeOfDay(in_part(clock, part), on), mod)


def _during(clocks: ClockSpan, on: Expression | None = None) -> TimeOfDay:
    return TimeOfDay(clocks.begin, on, clocks.end)


def _on_figure(figure: int, clock: Clock, mod: Modifier | None = None) -> Expression | None:
    return _at(clock, CalendarDay(figure), mod=mod) if 0 < figure <= 31 else None


def _pod_on_figure(figure: int, pod: Expression) -> Expression | None:
    return _on(CalendarDay(figure), pod) if 0 < figure <= 31 else None


def _every_clock(set: Every, clock: Clock) -> Every:
    """*tous les soirs à 19h30*."""
    day, _, _ = set.value.partition("T")
    return replace(set, value=day + iso_clock(clock)) if day.startswith("X") else set


def _spelled_hours(hours: Clock) -> TimeOfDay | None:
    """*trois heures* last, *vingt heures* strike."""
    return TimeOfDay(hours) if hours.hour > 12 and hours.hour != 24 else None


def _on_midday(on: Expression, midday: Clock) -> Expression:
    """*jeudi midi* is a part of the day, *jeudi à midi* and *jeudi minuit* are hours."""
    return _on(on, TimeOfDay("MI" if midday.hour else midday))


PARTS = (
    rule("pod", "(le|en|au|dans le?|during le?|au le|_=relation le?) part", _pod),
    rule("pod", "(dans|en|during)? this part", _pod),
    rule("pod", "(en|au|au le|dans le|le|comma)? edge=(edge|early) (de le?|le)? part", _pod),
    rule(
        "pod", "(en|au|au le|dans le|le|comma)? edge (de le?)? daytime", lambda edge: _pod("DT", None, edge)
    ),
    rule("pod", "(en|dans le) daytime", lambda: _pod("DT")),
    rule("date", "_=this daytime", lambda: Near(Grain.DAY, 0, Anchor.THEN)),
    rule("pod", "(dans|en|during)? _=this part there", _pod_then),
    rule("pod", "(dans|during)? le same part", _pod_then),
    rule("pod", "during le? part=lunch", _pod),
    rule("time", "le? part side=(last|next)", lambda part, side: TimeOfDay(part, Near(Grain.DAY, side))),
)
TIMES = (
    rule("time", "on=date comma? pod", _on),
    rule("time", "on=date part", _on_part),
    rule("time", "on=date midday", _on_midday),
    rule("time", "pod de? le? on=date", _on),
    rule("time", "part de le? on=date", _on_part),
    rule("time", "(pod|le? part) de le? on=date (au|until) le? _=date", _night),
    rule("time", f"(_=pod|le? _=part) de le? first=date (au|until) le? last=date {_AT} clock", _in_night),
    rule("time", "(pod|le? part) de le? _=day (au|until) le? last=date", _night_before),
    rule("time", f"on=date {_AT}? clock", _at),
    rule("time", f"on=date comma? pod {_AT}? clock", _at),
    rule("time", f"on=date part {_AT}? clock", _at),
    rule("time", f"{_BEFORE_CLOCK}? clock {_OF} on=date", _at),
    rule("time", f"{_BEFORE_CLOCK}? clock {_OF} on=date (pod|part)", _at),
    rule("time", f"{_BEFORE_CLOCK}? clock comma? pod", _at),
    rule("time", f"pod {_AT}? clock", _at),
    rule("time", "on=date comma? clocks", _during),
    rule("time", "on=date comma? _=pod clocks", _during),
    rule("time", f"clocks {_OF} on=date", _during),
    rule("time", "clocks", _during),
    rule("time", f"{_BEFORE_CLOCK} clock", _at),
    rule("time", "(_=before|_=after) clock !de", _at),
    rule("time", "since=from clock", lambda clock, since: Related(TimeOfDay(clock), since)),
    rule("time", "pod", lambda pod: pod),
    rule("time", "pod au hour", lambda pod, hour: _at(Clock(hour), None, pod)),
    rule("time", "part au hour", lambda part, hour: _at(Clock(hour), None, None, part)),
    rule("time", f"masculine figure {_AT} clock", _on_figure),
    rule("time", "masculine figure pod", _pod_on_figure),
    rule("set", "set comma? au clock", _every_clock),
)
LONE_TIMES = (
    rule("time", "clock=hm", TimeOfDay),
    rule("time", "clock=short_h", TimeOfDay),
    rule("time", "hours", _spelled_hours),
    rule("amount", "amount", lambda amount: amount),
    rule("time", "clock", TimeOfDay),
    rule("amount", "de unit", lambda unit: amount_of(None, unit)),  # *des mois*; traps weigh it
)
