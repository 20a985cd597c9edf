"""Days and moments without separators, *20161112*, *20161112T1430*: read where a line holds data only."""

from __future__ import annotations

import re

from service.domain.dates.calendar import possible_day
from service.domain.dates.expressions import CalendarDay, Clock, TimeOfDay
from service.domain.dates.rules import Item

_COMPACT = re.compile(
    r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"(?=[ \t]{0,3}(?:$|[;|,\t]))",
    re.MULTILINE,
)
# what a field begins after: the line, a separator, or a word that announces a date
_FIELD = re.compile(
    r"(?:^|[;|,\t]|\b(?:date|jour|publi\w{1,8}|cr\w{2,4}|mis\w{0,2} à jour)\s?[:=])[ \t]{0,3}$", re.IGNORECASE
)
_REACH = 40  # characters before a field in which its name stands


def read_compact(text: str, start: int) -> Item | None:
    """The day or moment that fills a field of a line of data, as it stands at the offset."""
    match = _COMPACT.match(text, start)
    if match is None:
        return None
    reach = max(0, start - _REACH)
    line = max(reach, text.rfind("\n", reach, start) + 1)
    year, month, day = (int(part) for part in match.groups()[:3])
    if not _FIELD.search(text[line:start]) or not possible_day(year, month, day):
        return None
    on = CalendarDay(day, month, year)
    if match[4] is None:
        return Item(start, match.end(), {"date": on})
    clock = Clock(int(match[4]), int(match[5]), int(match[6]) if match[6] else None)
    return Item(start, match.end(), {"time": TimeOfDay(clock, on)})
