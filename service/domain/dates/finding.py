"""Finds the time expressions of a text and values them one after the other, as a reader does."""

from __future__ import annotations

from datetime import date, datetime

from service.domain.dates.anchoring import place
from service.domain.dates.expressions import CalendarDay, Expression, TimeOfDay, Weekday, core
from service.domain.dates.french.reading import read_items
from service.domain.dates.french.shapes import WANTED, grammar
from service.domain.dates.french.spans import narrow, settle, trim
from service.domain.dates.french.tense import direction, is_before, is_intended, is_up_to_now
from service.domain.dates.french.traps import is_trap
from service.domain.dates.french.usage import localise, weekly
from service.domain.dates.passages import begins, is_anniversary, is_coming, is_of_today, present_sentences
from service.domain.dates.scene import Scene
from service.domain.dates.telling import tell
from service.domain.dates.traits import counts_from_now, dated, is_since
from service.domain.dates.values import evaluate
from service.domain.model import DateMention, Span, Zone
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
    scene.reports = scene.news = any(counts_from_now(said) or _is_current(said, scene) for _, said in spoken)
    _name_weekdays(spoken, scene)
    scene.latest = None if scene.published else _latest(spoken, scene)
    present = present_sentences(words, spoken)
    today_told = False
    mentions = []
    line_end = sentence_end = 0
    sentence = Span(0, 0)
    for span, said in spoken:
        if span.start >= sentence_end:
            scene.told_in_sentence, scene.framed_in_sentence = None, False
            sentence = words.sentence(span.start)
            sentence_end = sentence.end
            today_told = today_told or sentence.start in present
            if scene.passage and sentence.start in present:
                scene.leave()
        if span.start >= line_end:
            scene.frame = None if scene.news and not scene.passage else scene.frame
            scene.told_in_line = None
            line_end = words.text.find("\n", span.start) % (len(words.text) + 1)
        scene.direction = _direction(words, span, said)
        scene.behind = isinstance(dated(said), Weekday) and is_before(words, span)
        scene.before = is_before(words, span)
        today_told = today_told or is_of_today(said, scene)
        if scene.frame and is_coming(said, scene):
            scene.leave()
        value, period = evaluate(said, scene)
        mentions.append(DateMention(span.start, span.end, words.text[span.start : span.end], value))
        if period:
            tell(words, span, said, period, scene)
        if sentence.start not in present and begins(words, span, said, scene):
            scene.enter(wholly=not today_told or is_anniversary(said, scene))
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
            said = weekly(words, span, said)
            if not any(zone.overlaps(span) for zone in zones) and not is_trap(words, span, kind, said):
                found.append((span, said))
    return localise(words, found)


def _name_weekdays(spoken: list[tuple[Span, Expression]], scene: Scene) -> None:
    """*samedi 15 octobre* somewhere in the text tells which *samedi* is meant elsewhere."""
    for _, said in spoken:
        day = dated(said)
        if isinstance(day, CalendarDay) and day.month and (period := place(day, scene)):
            scene.named.setdefault(period.begin.weekday(), set()).add(period.begin)


def _latest(spoken: list[tuple[Span, Expression]], scene: Scene) -> date | None:
    """The last day told in full: with its weekday, as news do, or any."""
    days = [day for _, said in spoken if isinstance(day := dated(said), CalendarDay) and day.year]
    named = [day for day in days if day.weekday is not None] or days
    return max((period.begin for day in named if (period := place(day, scene))), default=None)


def _is_current(said: Expression, scene: Scene) -> bool:
    """Whether it tells a day with its year around the day of publication."""
    day = dated(said)
    if not scene.published or not isinstance(day, CalendarDay) or not day.year:
        return False
    period = place(day, scene)
    return period is not None and abs((period.begin - scene.published).days) <= _CURRENT


def _direction(words: Words, span: Span, said: Expression) -> int:
    """The tense around the span; *devait parler à 18 heures* is set for the day of publication or later."""
    if is_since(said) and is_up_to_now(words, span):
        return -2
    told = direction(words, span)
    clock = isinstance(core(said), TimeOfDay) and dated(said) == core(said)
    return 1 if clock and not told and is_intended(words, span) else told
