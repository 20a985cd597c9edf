"""What can be asked of an expression before it is placed: which date it holds, what it counts from."""

from __future__ import annotations

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Anchor,
    Between,
    CalendarDay,
    Era,
    Expression,
    Feast,
    Near,
    Numbered,
    Related,
    Season,
    Shifted,
    TimeOfDay,
    Weekday,
    Within,
    core,
)
from service.domain.model import Relation


def dated(said: Expression) -> Expression:
    """The date inside modifiers, relations and times."""
    said = core(said)
    return core(said.on) if isinstance(said, TimeOfDay) and said.on is not None else said


def counts_from_now(said: Expression) -> bool:
    match dated(said):
        case Near(anchor=Anchor.NOW) | Shifted(origin=Anchor.NOW) | Weekday(anchor=Anchor.NOW):
            return True
        case _:
            return False


def is_beside(said: Expression) -> bool:
    """*la veille*, *au lendemain de*: counted from the day of which the text goes on to tell."""
    match core(said):
        case Near(anchor=Anchor.THEN, step=step) | Weekday(anchor=Anchor.THEN, step=step):
            return bool(step)
        case Shifted(origin=origin):
            return origin is not Anchor.NOW
        case _:
            return False


def is_since(said: Expression) -> bool:
    return isinstance(said, Related) and said.relation is Relation.SINCE


def is_past(said: Expression) -> bool:
    """*mardi dernier*."""
    return isinstance(said, Weekday) and said.step == -1 and said.anchor is Anchor.NOW


def is_night(said: Expression) -> bool:
    said = core(said)
    return isinstance(said, TimeOfDay) and said.clock == "NI"


def year_in(said: Expression) -> int | None:
    """The year that an expression names, in any part of it."""
    match said:
        case CalendarDay(year=year) | Numbered(year=year) | Season(year=year) | Feast(year=year):
            return year
        case Era(Grain.YEAR, year):
            return year
        case Within(inner, outer) | Between(outer, inner):
            return year_in(core(inner)) or year_in(core(outer))
        case Shifted(origin=origin) if not isinstance(origin, Anchor):
            return year_in(origin)
        case _:
            return None
