"""Passages that tell of a time long gone: where they begin, and which sentences are back in the present.

A text that tells a day of another year before it tells of its own stays there until it says that it is
back; so does a passage inside a report when it tells an anniversary. Elsewhere a passage keeps its year
through paragraphs, but what may just have happened is of the present.
"""

from __future__ import annotations

from datetime import timedelta

from service.domain.dates import calendar as cal
from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Anchor,
    CalendarDay,
    Expression,
    Near,
    Numbered,
    Related,
    Season,
    Shifted,
    Weekday,
)
from service.domain.dates.french.spans import is_quoted
from service.domain.dates.french.tense import is_aside, is_before
from service.domain.dates.french.words import NAMED_BY_DAY, THESE
from service.domain.dates.scene import Scene
from service.domain.dates.traits import dated, year_in
from service.domain.model import Span
from service.domain.text import Words

_LONG_GONE = 2  # years
_SOON = timedelta(days=60)
_SURELY_AHEAD = 2  # direction
_ANNIVERSARY = timedelta(days=15)  # how near to publication a day comes back


def present_sentences(words: Words, spoken: list[tuple[Span, Expression]]) -> frozenset[int]:
    """Where the sentences begin that count from the day of publication."""
    return frozenset(words.sentence(span.start).start for span, said in spoken if _returns(words, span, said))


def _returns(words: Words, span: Span, said: Expression) -> bool:
    """*ce mardi*, *hier*, *le mois dernier*; neither *le mardi*, *à la fin du mois* nor *il y a dix ans*."""
    match dated(said):
        case Weekday(anchor=Anchor.NOW):
            return words.before(span.start, 1)[-1:] == () or words.before(span.start, 1)[-1].folded != "le"
        case Shifted(amount, sign, Anchor.NOW):
            return sign > 0 or amount.parts[0].unit < Grain.YEAR or (amount.parts[0].count or 0) < _LONG_GONE
        case Near(unit, step, Anchor.NOW):
            return bool(step) or unit is Grain.DAY or any(word.folded in THESE for word in words.within(span))
        case Numbered(step=step) | Season(step=step):
            return step is not None
        case _:
            return False


def is_of_today(said: Expression, scene: Scene) -> bool:
    """Whether it tells, outside a passage, of the year of publication or of the one before."""
    day = dated(said)
    if not isinstance(day, CalendarDay | Numbered) or scene.frame:
        return False
    year = year_in(day)
    return year is None or (scene.published is not None and scene.published.year - year < _LONG_GONE)


def is_coming(said: Expression, scene: Scene) -> bool:
    """*le jugement sera rendu le 3 avril*: told of what lies ahead, and soon after publication."""
    day = dated(said)
    if not scene.published or scene.direction < _SURELY_AHEAD or not isinstance(day, CalendarDay):
        return False
    if day.year or not day.month:
        return False
    on = cal.possible_day(scene.published.year, day.month, day.day)
    return on is not None and timedelta(0) <= on - scene.published <= _SOON


def begins(words: Words, span: Span, said: Expression, scene: Scene) -> bool:
    """Whether a passage of long ago begins with a day told in full, not one that names or looks back."""
    day = dated(said)
    if not scene.published or not isinstance(day, CalendarDay) or not day.year or isinstance(said, Related):
        return False
    if scene.published.year - day.year < _LONG_GONE or scene.direction > 1:
        return False
    before = words.before(span.start, 2)
    if any(word.folded in NAMED_BY_DAY for word in before):
        return False
    return not (is_aside(words, span) or is_before(words, span) or is_quoted(words, span))


def is_anniversary(said: Expression, scene: Scene) -> bool:
    day = dated(said)
    if not scene.published or not isinstance(day, CalendarDay) or not day.month:
        return False
    years = (scene.published.year - 1, scene.published.year, scene.published.year + 1)
    days = (cal.possible_day(year, day.month, day.day) for year in years)
    return any(on and abs(on - scene.published) <= _ANNIVERSARY for on in days)
