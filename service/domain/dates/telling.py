"""What a reader keeps in mind of a time just read."""

from __future__ import annotations

from service.domain.dates.calendar import Period
from service.domain.dates.expressions import Era, Expression, Related
from service.domain.dates.french.spans import is_quoted
from service.domain.dates.french.tense import is_aside, is_before
from service.domain.dates.scene import Scene
from service.domain.dates.traits import (
    counts_from_now,
    dated,
    is_beside,
    is_night,
    is_past,
    is_since,
    year_in,
)
from service.domain.model import Span
from service.domain.text import Words

_NEAR = 7  # days


def tell(words: Words, span: Span, said: Expression, period: Period, scene: Scene) -> None:
    """Keeps in mind what is told, unless somebody says it in a quotation or it is only looked back to."""
    quoted = scene.event is not None and is_quoted(words, span)
    passing = scene.told_in_sentence is not None and is_past(dated(said))
    if quoted or passing:
        scene.told = period
    else:
        beside = (
            is_beside(said)
            or scene.direction > 0
            or is_since(said)
            or _is_any(words, span)
            or scene.behind
            or _is_long_before(period, scene)
            or is_before(words, span)
        )
        scene.tell(period, beside=beside, night=is_night(said))
    if not is_aside(words, span):
        _reframe(said, period, scene)


def _is_any(words: Words, span: Span) -> bool:
    """*un dimanche sanglant*: told for comparison."""
    return words.before(span.start, 1)[-1:] != () and words.before(span.start, 1)[-1].folded == "un"


def _is_long_before(period: Period, scene: Scene) -> bool:
    """In a report of an event, days of other years are told in passing."""
    event, today = scene.event, scene.published
    if not scene.news or not event or not today:
        return False
    return abs((event.begin - today).days) < _NEAR < (today - period.begin).days


def _reframe(said: Expression, period: Period, scene: Scene) -> None:
    """A year named once serves the dates after it in the passage; what counts from now ends it.

    *Ce soir-là* takes the passage up again.
    """
    if is_since(said) or (isinstance(said, Related) and isinstance(dated(said), Era)):
        return  # *depuis 2013* is told in passing, and reaches to the present
    if year := year_in(dated(said)):
        scene.frame = None if scene.published and year >= scene.published.year else year
        scene.framed_in_sentence = True
        if scene.frame is None:
            scene.leave()
    elif counts_from_now(said):
        scene.frame = scene.frame if scene.passage else None
    elif scene.frame and period.year == scene.frame + 1 and not (is_beside(said) or scene.before):
        scene.frame = _gone_on(period.year, scene)
    elif is_beside(said) and scene.published and period.year < scene.published.year:
        scene.frame = period.year


def _gone_on(year: int, scene: Scene) -> int | None:
    """The year into which a passage goes on: *le 20 novembre 1953 … le 13 mars*."""
    return year if not scene.published or year < scene.published.year else scene.frame
