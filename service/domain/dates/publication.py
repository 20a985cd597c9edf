"""The day of publication, when only the text can tell it: *Publié le …*, datelines, weekdays with their day.

A year that is not written is never guessed from the clock of the machine. A weekday with a day and a month
leaves one year in five or six; when the text names years, only such are fair as follow soon on the last of
them, for a text names the years of its story. When none is named, all years of the online press are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from service.domain.dates import calendar as cal
from service.domain.dates.expressions import CalendarDay, Expression, Weekday
from service.domain.dates.finding import dated, find_dates, said_dates
from service.domain.dates.french.head import (
    AGENCY,
    AGENCY_BEFORE,
    BAR_AFTER,
    BAR_BEFORE,
    COMPARING,
    DATELINE_END,
    PLACE_BEFORE,
    PUBLISHED,
)
from service.domain.dates.french.tense import direction
from service.domain.model import DateMention, Publication, PublicationSource, Relation, Span, Zone
from service.domain.text import Words

_YEARS_AFTER = 5  # how long after the last year that it names a text may have been written
_ONLINE_PRESS = range(1995, 2035)
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
    for sign in (_is_stated, _is_dateline, _is_barred, _is_captioned):
        stated = [each for each in said if sign(words.text, each.span)]
        for each in stated:
            if each.day.year and (on := each.on(each.day.year)):
                return Publication(on, PublicationSource.TEXT)
        if stated:
            return _yearless(words, said, zones, stated[0].on)
    outside = [each for each in said if not any(zone.overlaps(each.span) for zone in zones)]
    named = next((each for each in outside if each.day.weekday is not None and not each.day.year), None)
    if named is None:
        return Publication(None, PublicationSource.NONE)
    return _yearless(words, outside, zones, _told_on(words, named, spoken))


def _written_day(spoken: Expression) -> CalendarDay | None:
    day = dated(spoken)
    return day if isinstance(day, CalendarDay) and day.month else None


def _is_stated(text: str, span: Span) -> bool:
    return bool(PUBLISHED.search(text[_line(text, span) : span.start]))


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
    return max(text.rfind("\n", 0, span.start) + 1, span.start - 60)


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
    years = _named_years(words, zones)
    fair = [year for year in years or _ONLINE_PRESS if all(_fits(each, year) for each in constraints)]
    candidates = [on for year in fair if (on := publication(year))]
    if len(candidates) == 1 and years:
        return Publication(candidates[0], PublicationSource.TEXT)
    return Publication(None, PublicationSource.NONE, tuple(candidates) if constraints else ())


def _fits(said: _Said, year: int) -> bool:
    """Whether the weekday is right in the year, or in one beside it (around New Year)."""
    near = (year,) if 2 <= (said.day.month or 0) <= 11 else (year - 1, year, year + 1)
    return any(on is not None and on.weekday() == said.day.weekday for on in map(said.on, near))


def _named_years(words: Words, zones: tuple[Zone, ...]) -> range | None:
    told = [
        mention.value.begin.year
        for mention in find_dates(words, None, zones)
        if mention.value.begin and _has_been(words, mention)
    ]
    return range(max(told), max(told) + _YEARS_AFTER + 1) if told else None


def _has_been(words: Words, said: DateMention) -> bool:
    """Whether the text looks back to it, and not from afar: *d'ici à 2030*, *jamais vu depuis 2002*."""
    relation = said.value.relation
    if relation in (Relation.BEFORE, Relation.UNTIL) or direction(words, Span(said.start, said.end)) > 0:
        return False
    sentence = words.sentence(said.start)
    before = words.within(Span(sentence.start, said.start))[-8:]
    return relation is not Relation.SINCE or not any(word.folded in COMPARING for word in before)
