"""Finds the time expressions of a text and values them one after the other, as a reader does."""

from __future__ import annotations

import re
from datetime import date, datetime

from service.domain.dates.anchoring import Scene, place
from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    CalendarDay,
    Era,
    Expression,
    Marked,
    Numbered,
    Related,
    TimeOfDay,
)
from service.domain.dates.french.reading import read_items
from service.domain.dates.french.shapes import WANTED, grammar
from service.domain.dates.french.tense import direction
from service.domain.dates.french.traps import is_trap
from service.domain.dates.grammar import Item
from service.domain.dates.values import evaluate
from service.domain.model import DateMention, Span, Zone
from service.domain.text import Words

_LEAD = re.compile(
    r"(?:(?:le|la|les|du|des|de|au|aux|à|en|dès|depuis|entre|avant|après|jusqu['’]au|jusqu['’]à|jusqu['’]en|comme|il est|c['’]est|pour|vers)\s+"
    r"|à partir (?:du|de la|de|d['’])\s*|à compter (?:du|de)\s+|[ld]['’]|[\s,(])",
    re.IGNORECASE,
)
_KEEPS_LEAD = frozenset(("shift", "range", "duration"))


def find_dates(
    words: Words, published: date | datetime | None, zones: tuple[Zone, ...] = ()
) -> tuple[DateMention, ...]:
    """The time expressions in order of the text, not overlapping, none inside a zone.

    Relative expressions count from `published`; when it is `None` they keep `XXXX-10-15`, `T14:30` or no
    value at all.
    """
    moment = published if isinstance(published, datetime) else None
    today = published.date() if isinstance(published, datetime) else published
    scene = Scene(today, moment)
    spoken = list(_spoken(words, zones))
    if today:
        _name_weekdays(spoken, scene)
    mentions = []
    line_end = sentence_end = 0
    for span, expression in spoken:
        if span.start >= sentence_end:
            scene.told_in_sentence = None
            sentence_end = words.sentence(span.start).end
        if span.start >= line_end:
            scene.frame = None
            line_end = words.text.find("\n", span.start) % (len(words.text) + 1)
        scene.direction = direction(words, span)
        value, period = evaluate(expression, scene)
        mentions.append(DateMention(span.start, span.end, words.text[span.start : span.end], value))
        if period:
            scene.told = period
            if period.grain is Grain.DAY:
                scene.told_in_sentence = period
            _reframe(expression, scene)
    return tuple(mentions)


def _spoken(words: Words, zones: tuple[Zone, ...]) -> list[tuple[Span, Expression]]:
    """What the text says about time, where, without traps and without what lies in a zone."""
    found = []
    for run in read_items(words):
        if not any(item.readings.keys() - _FUNCTION for item in run):
            continue
        for item in grammar().parse(run):
            kind = next((kind for kind in WANTED if kind in item.readings), None)
            if kind is None:
                continue
            span = _trim(words.text, item, kind)
            expression = item.readings[kind]
            if any(zone.overlaps(span) for zone in zones) or is_trap(words, span, kind, expression):
                continue
            found.append((span, expression))
    return found


_FUNCTION = frozenset(
    "le de au en dans this these un et ou comma dash slash dot open close minus until between after before relation all par".split()
)


def _trim(text: str, item: Item, kind: str) -> Span:
    start = item.start
    if kind not in _KEEPS_LEAD:
        while (match := _LEAD.match(text, start, item.end)) and match.end() < item.end:
            start = match.end()
    end = item.end
    while text[end - 1] in " ,;(":
        end -= 1
    return Span(start, end)


def _name_weekdays(spoken: list[tuple[Span, Expression]], scene: Scene) -> None:
    """Weekdays that the text names with their day: *samedi 15 octobre* tells which *samedi* is meant."""
    for _, said in spoken:
        core = said
        while isinstance(core, Marked | Related):
            core = core.inner
        if isinstance(core, TimeOfDay) and core.on is not None:
            core = core.on
        if isinstance(core, CalendarDay) and core.month and (period := place(core, scene)):
            scene.named.setdefault(period.begin.weekday(), set()).add(period.begin)


def _reframe(said: Expression, scene: Scene) -> None:
    """A year named once serves the dates after it in the paragraph; the present ends it."""
    core = said
    while isinstance(core, Marked | Related):
        core = core.inner
    if isinstance(core, TimeOfDay) and core.on is not None:
        core = core.on
    year = None
    if isinstance(core, CalendarDay | Numbered):
        year = core.year
    elif isinstance(core, Era) and core.unit is Grain.YEAR:
        year = core.number
    if year:
        scene.frame = year if not scene.published or year != scene.published.year else None
