"""The day of publication, when only the text can tell it: *Publié le …*, datelines, weekdays with their day.

A year that is not written is never guessed from the clock of the machine. A weekday with a day and a month
leaves one year in five or six. Those from the last year that the text looks back to are candidates; one
counts as told only when the text tells more than once of it or of the year before: a single year that is
named may be long past, in obituaries above all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.dates import calendar as cal
from service.domain.dates.addresses import own_addresses
from service.domain.dates.expressions import CalendarDay, Expression, Weekday
from service.domain.dates.finding import find_dates, said_dates
from service.domain.dates.french.head import (
    AGENCY,
    AGENCY_BEFORE,
    BAR_AFTER,
    BAR_BEFORE,
    COMPARING,
    DATELINE_END,
    FIELD_START,
    MODIFIED,
    PLACE_BEFORE,
    PUBLISHED,
)
from service.domain.dates.french.tense import direction
from service.domain.dates.traits import dated
from service.domain.model import DateMention, Publication, PublicationSource, Relation, Span, Zone
from service.domain.text import Words

_ONLINE_PRESS = range(1995, 2035)
_STORY = timedelta(days=31)  # how long before a full date in it a news text may tell a day without its year
_WITNESSES = 2  # times of the year or the one before that make a year sure
_OfYear = Callable[[int], date | None]  # a day, once its year is known
_HEAD = 1500  # characters in which a dateline stands


@dataclass(frozen=True, slots=True)
class _Said:
    """A day with its month, where it stands and the tense around it."""

    span: Span
    day: CalendarDay
    direction: int

    def on(self, year: int) -> date | None:
        return cal.possible_day(self.day.year or year, self.day.month or 0, self.day.day)


def day_of_publication(words: Words, zones: tuple[Zone, ...] = ()) -> Publication:
    """The day that the text itself tells, with the fair readings when the year stays open; never today.

    Lines such as *Publié le …* count even inside a zone.
    """
    spoken = said_dates(words, ())
    said = [_Said(span, day, direction(words, span)) for span, each in spoken if (day := _written_day(each))]
    for sign in (_is_stated, _is_updated, _is_dateline, _is_barred, _is_captioned):
        stated = [each for each in said if sign(words.text, each.span)]
        for each in stated:
            if each.day.year and (on := each.on(each.day.year)):
                return Publication(on, PublicationSource.TEXT)
        if stated:
            return _yearless(words, said, zones, stated[0].on)
    addressed = {day for at, day in own_addresses(words.text) if not any(zone.overlaps(at) for zone in zones)}
    if len(addressed) == 1:
        return Publication(addressed.pop(), PublicationSource.TEXT)
    outside = [each for each in said if not any(zone.overlaps(each.span) for zone in zones)]
    named = next((each for each in outside if each.day.weekday is not None and not each.day.year), None)
    if named is None:
        return Publication(None, PublicationSource.NONE)
    return _yearless(words, outside, zones, _told_on(words, named, spoken))


def _written_day(spoken: Expression) -> CalendarDay | None:
    day = dated(spoken)
    return day if isinstance(day, CalendarDay) and day.month else None


def _is_stated(text: str, span: Span) -> bool:
    return _is_labelled(PUBLISHED, text, span)


def _is_updated(text: str, span: Span) -> bool:
    return _is_labelled(MODIFIED, text, span)


def _is_labelled(label: re.Pattern[str], text: str, span: Span) -> bool:
    """Whether the words that name a day of publication open a line or a field of it, or the day ends it.

    *Selon une étude publiée le 3 mai dans une revue* tells of another publication.
    """
    before = text[_line(text, span) : span.start]
    found = label.search(before)
    if found is None:
        return False
    return bool(FIELD_START.search(before[: found.start()])) or not _rest(text, span).strip()


def _is_dateline(text: str, span: Span) -> bool:
    """Whether the date opens a line of the head, after a city at most, and a dash or the end follows."""
    before = text[_line(text, span) : span.start]
    after = _rest(text, span)
    starts = not before or bool(PLACE_BEFORE.fullmatch(before))
    return span.start < _HEAD and starts and bool(DATELINE_END.match(after))


def _is_captioned(text: str, span: Span) -> bool:
    """A picture's caption, or the text itself, signed by an agency."""
    before = text[_line(text, span) : span.start]
    return bool(AGENCY.match(_rest(text, span)) or AGENCY_BEFORE.search(before))


def _is_barred(text: str, span: Span) -> bool:
    """Whether the date stands between bars in the head."""
    before = text[_line(text, span) : span.start]
    return span.start < _HEAD and bool(BAR_BEFORE.search(before) and BAR_AFTER.match(_rest(text, span)))


def _rest(text: str, span: Span) -> str:
    """What follows in the line, at most 40 characters."""
    return text[span.end : span.end + 40].partition("\n")[0]


def _line(text: str, span: Span) -> int:
    """Where the line of the span begins, at most 60 characters before it."""
    reach = max(0, span.start - 60)
    return max(reach, text.rfind("\n", reach, span.start) + 1)


def _told_on(words: Words, named: _Said, spoken: list[tuple[Span, Expression]]) -> _OfYear:
    """How the day of publication follows from a named weekday: that day, or the last one told before it."""
    if named.direction <= 0:
        return named.on
    past = [said.weekday for span, said in spoken if isinstance(said, Weekday) and direction(words, span) < 0]

    def before(year: int) -> date | None:
        on = named.on(year)
        return cal.weekday_near(on, past[-1], -1) if on and past else None

    return before


def _yearless(
    words: Words, others: list[_Said], zones: tuple[Zone, ...], publication: _OfYear
) -> Publication:
    """The years in which every weekday of the text falls on its day."""
    constraints = [each for each in others if each.day.weekday is not None and not each.day.year]
    if not constraints:
        return Publication(None, PublicationSource.NONE)
    looked_back = _looked_back(words, zones)
    last = max(looked_back, default=date.min)
    fair = [year for year in _ONLINE_PRESS if all(_fits(each, year) for each in constraints)]
    candidates = tuple(on for year in fair if (on := publication(year)) and last - on <= _STORY)
    witnesses = [on for on in looked_back if candidates and candidates[0].year - on.year <= 1]
    if len(witnesses) >= _WITNESSES:
        return Publication(candidates[0], PublicationSource.TEXT)
    return Publication(None, PublicationSource.NONE, candidates)


def _fits(said: _Said, year: int) -> bool:
    """Whether the weekday is right in the year, or in one beside it (around New Year)."""
    near = (year,) if 2 <= (said.day.month or 0) <= 11 else (year - 1, year, year + 1)
    return any(on is not None and on.weekday() == said.day.weekday for on in map(said.on, near))


def _looked_back(words: Words, zones: tuple[Zone, ...]) -> list[date]:
    """For each dated time that the text looks back to, the first day of it, within its last year."""
    return [
        max(value.begin, date(value.end.year, 1, 1))
        for mention in find_dates(words, None, zones)
        if (value := mention.value).begin and value.end and _has_been(words, mention)
    ]


def _has_been(words: Words, said: DateMention) -> bool:
    """Whether the text looks back to it, and not from afar: *d'ici à 2030*, *jamais vu depuis 2002*."""
    relation = said.value.relation
    if relation in (Relation.BEFORE, Relation.UNTIL) or direction(words, Span(said.start, said.end)) > 0:
        return False
    begin = words.sentence(said.start).start
    before = (word.folded for word in words.before(said.start, 8) if word.start >= begin)
    return relation is not Relation.SINCE or COMPARING.isdisjoint(before)
