"""French shapes made of other shapes: a part of a day, a clock time on a day, ranges, modifiers, relations."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Between,
    CalendarDay,
    Clock,
    Every,
    Expression,
    Marked,
    Near,
    Nth,
    Quantity,
    Related,
    Shifted,
    TimeOfDay,
    Within,
)
from service.domain.dates.french.amounts import AMOUNTS, COMPOUNDS
from service.domain.dates.french.days import ATOMS
from service.domain.dates.grammar import rule
from service.domain.model import Modifier

_DESIGNATORS = {
    Grain.SECOND: "PT{}S",
    Grain.MINUTE: "PT{}M",
    Grain.HOUR: "PT{}H",
    Grain.DAY: "P{}D",
    Grain.WEEKEND: "P{}WE",
    Grain.WEEK: "P{}W",
    Grain.FORTNIGHT: "P{}W",
    Grain.MONTH: "P{}M",
    Grain.QUARTER: "P{}M",
    Grain.HALF: "P{}M",
    Grain.YEAR: "P{}Y",
    Grain.DECADE: "P{}Y",
    Grain.CENTURY: "P{}Y",
}
_FACTOR = {Grain.FORTNIGHT: 2, Grain.QUARTER: 3, Grain.HALF: 6, Grain.DECADE: 10, Grain.CENTURY: 100}
_DATE = "(on=date|on=period|on=shift)"
_OF = "(de le?|le|dash)"


def _every(unit: Grain, number: float = 1) -> Every:
    return Every(_DESIGNATORS[unit].format(int(number * _FACTOR.get(unit, 1))))


def _every_weekday(weekday: int, number: float = 1) -> Every:
    return Every(f"XXXX-WXX-{weekday + 1}")


def _every_part(part: str, weekday: int | None = None) -> Every:
    return Every(f"XXXX-XX-XXT{part}" if weekday is None else f"XXXX-WXX-{weekday + 1}T{part}")


def _times(number: float, unit: Grain) -> Every:
    return Every(_DESIGNATORS[unit].format(_FACTOR.get(unit, 1)), None, f"{int(number)}X")


def _nth(
    within: Expression,
    ordinal: int | None = None,
    last: int | None = None,
    unit: Grain | None = None,
    weekday: int | None = None,
    number: int | None = None,
) -> Expression | None:
    if unit is not None and unit < Grain.DAY:
        return None
    return Nth(last or ordinal or 1, unit, weekday, within)


def _beside(near: Near, on: Expression) -> Expression | None:
    """*la veille de Noël*, *le lendemain du 13*."""
    amount = Amount((Quantity(abs(near.step or 0), Grain.DAY),))
    return Shifted(amount, near.step or 0, on)


def _after(amount: Amount, sign: int, on: Expression) -> Shifted:
    return Shifted(amount, sign, on)


SETS = (
    rule("set", "every unit", _every),
    rule("set", "every number unit", _every),
    rule("set", "every amount", lambda amount: _every(amount.parts[0].unit, amount.parts[0].count or 1)),
    rule("set", "each unit", _every),
    rule("set", "(every|each) weekdays", lambda weekdays: _every_weekday(weekdays)),
    rule("set", "each weekday", _every_weekday),
    rule("set", "every number weekdays", lambda number, weekdays: _every_weekday(weekdays)),
    rule("set", "le weekdays", lambda weekdays: _every_weekday(weekdays)),
    rule("set", "(every|each) part", _every_part),
    rule("set", "(every|each) (weekday|weekday=weekdays) part", _every_part),
    rule("set", "each season", lambda season: Every(f"XXXX-{season}")),
    rule("set", "each month", lambda month: Every(f"XXXX-{month:02}")),
    rule("set", "number times par unit", _times),
    rule("set", "periodical", lambda periodical: periodical),
    rule("vague", "vague", lambda vague: vague),
)

NESTED = (
    rule("period", "(ordinal|last) (unit|weekday) de le? (within=period|within=bare|within=date)", _nth),
    rule("period", "(ordinal|last) (unit|weekday) (within=period)", _nth),
    rule("period", "unit de le? on=date", lambda unit, on: Within(Near(unit, 0), on)),
    rule("date", "inner=date de? le? outer=period", Within),
    rule("period", "inner=period de? le? outer=period", Within),
    rule("date", "near de le? (on=date|on=period)", _beside),
    rule(
        "date",
        "near de le? figure",
        lambda near, figure: _beside(near, CalendarDay(figure)) if 0 < figure <= 31 else None,
    ),
    rule("date", "amount (sign=after|sign=before) le? (on=date|on=period)", _after),
)


def _edged(inner: Expression, edge: Modifier | None = None) -> Expression:
    return Marked(inner, edge) if edge else inner


def _pod(part: str, this: int | None = None, edge: Modifier | None = None) -> Expression:
    on = None if this is None else Near(Grain.DAY, this)
    return _edged(TimeOfDay(part, on), edge)


def _placed(on: Expression, pod: Expression) -> Expression:
    """A part of a day, on a day."""
    if isinstance(pod, Marked):
        return Marked(_placed(on, pod.inner), pod.mod)
    if isinstance(on, Marked | Related):
        return replace(on, inner=_placed(on.inner, pod))
    return replace(pod, on=on)  # type: ignore[type-var]


def _at(clock: Clock, on: Expression | None = None, pod: Expression | None = None) -> TimeOfDay:
    """A clock time, on a day or in a part of one: *8 heures ce soir* is 20:00."""
    inner = pod.inner if isinstance(pod, Marked) else pod
    if isinstance(inner, TimeOfDay):
        part, on = inner.clock, on or inner.on
        late = part in ("AF", "EV") or (part == "NI" and clock.hour >= 6)
        if late and clock.hour < 12:
            clock = replace(clock, hour=clock.hour + 12)
    return TimeOfDay(clock, on)


def _from_to(begin: Clock, end: Clock, on: Expression | None = None) -> TimeOfDay:
    return TimeOfDay(begin, on, end)


_AT = "(comma? (au|about|au about|de|before|after|relation|until|dans)?)"
_LE = "(comma|le|de le?|comma le)?"
PARTS = (
    rule("pod", "(le|en|au|dans le?|during le?|au le) part", _pod),
    rule("pod", "(dans|en|during)? this part", _pod),
    rule("pod", "(en|au|dans le|le|comma)? edge (de le?)? part", _pod),
    rule("pod", "during le? (part=lunch)", _pod),
    rule(
        "span_of_clocks",
        "(de|between) begin=clock (until|et|dash) end=clock",
        lambda begin, end: (begin, end),
    ),
    rule("span_of_clocks", "begin=clock (dash|au|until) end=clock", lambda begin, end: (begin, end)),
    rule("span_of_clocks", "de begin=hour (au|until) end=clock", lambda begin, end: (Clock(begin), end)),
    rule("span_of_clocks", "between begin=hour et end=clock", lambda begin, end: (Clock(begin), end)),
)
TIMES = (
    rule("time", "on=date comma? pod", lambda on, pod: _placed(on, pod)),
    rule("time", "on=date part", lambda on, part: _placed(on, TimeOfDay(part))),
    rule("time", "pod de? le? on=date", lambda pod, on: _placed(on, pod)),
    rule("time", "part de le? on=date", lambda part, on: _placed(on, TimeOfDay(part))),
    rule(
        "time",
        "(pod|le? part) de le? on=date (au|until) le? last=date",
        lambda on, last, part=None, pod=None: _placed(on, pod or TimeOfDay(part)),
    ),
    rule("time", f"on=date {_AT}? clock", lambda on, clock, about=None, **_: _edged(_at(clock, on), about)),
    rule(
        "time",
        f"on=date comma? pod {_AT}? clock",
        lambda on, pod, clock, about=None, **_: _edged(_at(clock, on, pod), about),
    ),
    rule(
        "time",
        f"on=date part {_AT}? clock",
        lambda on, part, clock, about=None, **_: _edged(_at(clock, on, TimeOfDay(part)), about),
    ),
    rule("time", f"clock {_LE} on=date", lambda clock, on: _at(clock, on)),
    rule("time", f"clock {_LE} on=date pod", lambda clock, on, pod: _at(clock, on, pod)),
    rule("time", f"clock {_LE} on=date part", lambda clock, on, part: _at(clock, on, TimeOfDay(part))),
    rule("time", "clock comma? pod", lambda clock, pod: _at(clock, None, pod)),
    rule(
        "time", f"pod {_AT}? clock", lambda pod, clock, about=None, **_: _edged(_at(clock, None, pod), about)
    ),
    rule("time", f"pod {_AT}? (clock=noon)", lambda pod, clock, **_: _at(clock)),
    rule("time", "on=date comma? clocks=span_of_clocks", lambda on, clocks: _from_to(*clocks, on)),
    rule("time", f"clocks=span_of_clocks {_LE} on=date", lambda on, clocks: _from_to(*clocks, on)),
    rule("time", "clocks=span_of_clocks", lambda clocks: _from_to(*clocks)),
    rule(
        "time",
        "(au|until|before|after) about? clock",
        lambda clock, about=None, **_: _edged(TimeOfDay(clock), about),
    ),
    rule("time", "about clock", lambda clock, about: Marked(TimeOfDay(clock), about)),
    rule("time", "pod", lambda pod: pod),
)

_WHEN = "(inner=date|inner=period|inner=time|inner=bare)"
EDGES = (
    rule(
        "period",
        f"(en|au|le)? edge (de le?|le|de this)? {_WHEN}",
        lambda edge, inner, this=None: Marked(inner, edge),
    ),
    rule(
        "period",
        "(en|au|au le|le|dans le)? edge (de le?|le) unit",
        lambda edge, unit: Marked(Near(unit, 0), edge) if unit >= Grain.WEEK else None,
    ),
    rule("period", f"about le? {_WHEN}", lambda about, inner: Marked(inner, about)),
    rule(
        "period",
        "(during le|dans le|during this) unit",
        lambda unit, this=0: (
            Near(unit, None if unit is Grain.WEEKEND else 0)
            if unit in (Grain.WEEK, Grain.WEEKEND, Grain.MONTH, Grain.YEAR)
            else None
        ),
    ),
    rule("amount", "all le unit", lambda unit: Amount((Quantity(1, unit),))),
    rule("amount", "during de unit", lambda unit: Amount((Quantity(None, unit),))),
    rule("amount", "relation de unit", lambda relation, unit: Amount((Quantity(None, unit),))),
    rule("amount", "during? (mod=about|mod=bound) amount", lambda mod, amount: replace(amount, mod=mod)),
)
_BEGIN = "(begin=date|begin=period|begin=time|begin=bare)"
_END = "(end=date|end=period|end=time|end=bare)"
RANGES = (
    rule("range", f"de le? {_BEGIN} (au|until) le? {_END}", Between),
    rule("range", f"between le? {_BEGIN} et le? {_END}", Between),
    rule("range", f"{_BEGIN} (dash|au|until) le? {_END}", Between),
    rule("range", "de le? day (au|until) le? end=date", lambda day, end: Between(CalendarDay(day), end)),
    rule("range", "between le? day et le? end=date", lambda day, end: Between(CalendarDay(day), end)),
    rule("range", "day (dash|au|until) le? end=date", lambda day, end: Between(CalendarDay(day), end)),
    rule(
        "range",
        "de begin=figure au end=figure",
        lambda begin, end: Between(CalendarDay(begin), CalendarDay(end)) if 0 < begin < end <= 31 else None,
    ),
    rule("range", "de begin=slashed (au|until) end=slashed", Between),
    rule("range", "de begin=slashed (au|until) end=date", Between),
)
RELATIONS = (
    rule(
        "related",
        "relation le? (inner=date|inner=period|inner=time|inner=bare|inner=range)",
        lambda inner, relation: Related(inner, relation),
    ),
    rule("related", "relation le? slashed", lambda slashed, relation: Related(slashed, relation)),
    rule("duration", "relation amount", lambda amount, relation: Related(amount, relation)),
    rule("duration", "during amount", lambda amount: amount),
)
LONE = (rule("date", "le figure", lambda figure: CalendarDay(figure) if 0 < figure <= 31 else None),)
LAYERS = (AMOUNTS, COMPOUNDS, SETS, ATOMS, NESTED, PARTS, TIMES, EDGES, RANGES, RELATIONS, LONE)
