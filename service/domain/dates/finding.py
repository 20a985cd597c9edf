"""Finds the time expressions of a text and values them one after the other, as a reader does."""

from __future__ import annotations

from datetime import date, datetime

from service.domain.dates.anchoring import place
from service.domain.dates.calendar import Grain, Period
from service.domain.dates.expressions import (
    Anchor,
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
from service.domain.dates.french.reading import read_items
from service.domain.dates.french.shapes import WANTED, grammar
from service.domain.dates.french.spans import is_quoted, narrow, settle, trim
from service.domain.dates.french.tense import direction, is_aside, is_before, is_intended, is_up_to_now
from service.domain.dates.french.traps import is_trap
from service.domain.dates.scene import Scene
from service.domain.dates.values import evaluate
from service.domain.model import DateMention, Relation, Span, Zone
from service.domain.text import Words

_CURRENT = 10  # days around publication whose telling makes a report


def find_dates(
    words: Words, published: date | datetime | None, zones: tuple[Zone, ...] = ()
) -> tuple[DateMention, ...]:
    """The time expressions in order of the text, not overlapping, none inside a zone.

    Relative expressions count from `published`; when it is `None` they keep `XXXX-10-15`, `T14:30` or no
    value at all.
    """
    moment = published if isinstance(published, datetime) else None
    scene = Scene(published.date() if isinstance(published, datetime) else published, moment)
    spoken = said_dates(words, zones)
    scene.news = any(counts_from_now(said) or _is_current(said, scene) for _, said in spoken)
    _name_weekdays(spoken, scene)
    mentions = []
    line_end = sentence_end = 0
    for span, said in spoken:
        if span.start >= sentence_end:
            scene.told_in_sentence, scene.framed_in_sentence = None, False
            sentence_end = words.sentence(span.start).end
        if span.start >= line_end:
            scene.frame = None if scene.news else scene.frame
            scene.told_in_line = None
            line_end = words.text.find("\n", span.start) % (len(words.text) + 1)
        scene.direction = _direction(words, span, said)
        value, period = evaluate(said, scene)
        mentions.append(DateMention(span.start, span.end, words.text[span.start : span.end], value))
        if period:
            _tell(words, span, said, period, scene)
    return tuple(mentions)


def said_dates(words: Words, zones: tuple[Zone, ...]) -> list[tuple[Span, Expression]]:
    """What the text says about time, where, without traps and without what lies in a zone."""
    found = []
    for run in read_items(words):
        for item in grammar().parse(run):
            kind = next((kind for kind in WANTED if kind in item.readings), None)
            if kind is None:
                continue
            span = trim(words.text, item, kind)
            span, said = narrow(words, span, settle(words, span, item.readings[kind]))
            if not any(zone.overlaps(span) for zone in zones) and not is_trap(words, span, kind, said):
                found.append((span, said))
    return found


def _name_weekdays(spoken: list[tuple[Span, Expression]], scene: Scene) -> None:
    """*samedi 15 octobre* somewhere in the text tells which *samedi* is meant elsewhere."""
    for _, said in spoken:
        day = dated(said)
        if isinstance(day, CalendarDay) and day.month and (period := place(day, scene)):
            scene.named.setdefault(period.begin.weekday(), set()).add(period.begin)


def dated(said: Expression) -> Expression:
    """The date inside modifiers, relations and times."""
    said = core(said)
    return core(said.on) if isinstance(said, TimeOfDay) and said.on is not None else said


def _is_current(said: Expression, scene: Scene) -> bool:
    """Whether it tells a day with its year around the day of publication."""
    day = dated(said)
    if not scene.published or not isinstance(day, CalendarDay) or not day.year:
        return False
    period = place(day, scene)
    return period is not None and abs((period.begin - scene.published).days) <= _CURRENT


def counts_from_now(said: Expression) -> bool:
    match dated(said):
        case Near(anchor=Anchor.NOW) | Shifted(origin=Anchor.NOW) | Weekday(anchor=Anchor.NOW):
            return True
        case _:
            return False


def _is_beside(said: Expression) -> bool:
    """*la veille*, *au lendemain de*: counted from the day of which the text goes on to tell."""
    match core(said):
        case Near(anchor=Anchor.THEN, step=step) | Weekday(anchor=Anchor.THEN, step=step):
            return bool(step)
        case Shifted(origin=origin):
            return origin is not Anchor.NOW
        case _:
            return False


def _direction(words: Words, span: Span, said: Expression) -> int:
    """The tense around the span; *devait parler à 18 heures* is set for the day of publication or later."""
    if _is_since(said) and is_up_to_now(words, span):
        return -2
    told = direction(words, span)
    clock = isinstance(core(said), TimeOfDay) and dated(said) == core(said)
    return 1 if clock and not told and is_intended(words, span) else told


def _tell(words: Words, span: Span, said: Expression, period: Period, scene: Scene) -> None:
    """Keeps in mind what is told, unless somebody says it in a quotation or it is only looked back to."""
    quoted = scene.event is not None and is_quoted(words, span)
    passing = scene.told_in_sentence is not None and _is_past(dated(said))
    if quoted or passing:
        scene.told = period
    else:
        beside = (
            _is_beside(said)
            or scene.direction > 0
            or _is_since(said)
            or _is_any(words, span)
            or is_before(words, span)
        )
        scene.tell(period, beside=beside, night=_is_night(said))
    if not is_aside(words, span):
        _reframe(said, period, scene)


def _is_since(said: Expression) -> bool:
    return isinstance(said, Related) and said.relation is Relation.SINCE


def _is_past(said: Expression) -> bool:
    """*mardi dernier*."""
    return isinstance(said, Weekday) and said.step == -1 and said.anchor is Anchor.NOW


def _is_any(words: Words, span: Span) -> bool:
    """*un dimanche sanglant*: told for comparison."""
    return words.before(span.start, 1)[-1:] != () and words.before(span.start, 1)[-1].folded == "un"


def _is_night(said: Expression) -> bool:
    said = core(said)
    return isinstance(said, TimeOfDay) and said.clock == "NI"


def _year_in(said: Expression) -> int | None:
    """The year that an expression names, in any part of it."""
    match said:
        case CalendarDay(year=year) | Numbered(year=year) | Season(year=year) | Feast(year=year):
            return year
        case Era(Grain.YEAR, year):
            return year
        case Within(inner, outer):
            return _year_in(inner) or _year_in(outer)
        case Shifted(origin=origin) if not isinstance(origin, Anchor):
            return _year_in(origin)
        case _:
            return None


def _reframe(said: Expression, period: Period, scene: Scene) -> None:
    """A year named once serves the dates after it in the passage; what counts from now ends it.

    *Ce soir-là* takes the passage up again.
    """
    if isinstance(said, Related) and isinstance(dated(said), Era):
        return  # *depuis 2013* is told in passing
    if year := _year_in(dated(said)):
        scene.frame = None if scene.published and year >= scene.published.year else year
        scene.framed_in_sentence = True
    elif counts_from_now(said):
        scene.frame = None
    elif _is_beside(said) and scene.published and period.year < scene.published.year:
        scene.frame = period.year
