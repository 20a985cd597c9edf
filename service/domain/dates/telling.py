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
            or is_before(words, span)
        )
        scene.tell(period, beside=beside, night=is_night(said))
    if not is_aside(words, span):
        _reframe(said, period, scene)


def _is_any(words: Words, span: Span) -> bool:
    """*un dimanche sanglant*: told for comparison."""
    return words.before(span.start, 1)[-1:] != () and words.before(span.start, 1)[-1].folded == "un"


def _reframe(said: Expression, period: Period, scene: Scene) -> None:
    """A year named once serves the dates after it in the passage; what counts from now ends it.

    *Ce soir-là* takes the passage up again.
    """
    if isinstance(said, Related) and isinstance(dated(said), Era):
        return  # *depuis 2013* is told in passing
    if year := year_in(dated(said)):
        scene.frame = None if scene.published and year >= scene.published.year else year
        scene.framed_in_sentence = True
    elif counts_from_now(said):
        scene.frame = None
    elif is_beside(said) and scene.published and period.year < scene.published.year:
        scene.frame = period.year
