"""The day of publication, when only the text can tell it."""

from __future__ import annotations

from service.domain.dates.finding import find_dates
from service.domain.model import DateType, Publication, PublicationSource, Zone
from service.domain.text import Words

_HEAD = 400  # characters in which a dateline stands


def day_of_publication(words: Words, zones: tuple[Zone, ...] = ()) -> Publication:
    """The day that the text itself tells, with the fair readings when the year stays open; never today."""
    for mention in find_dates(words, None, zones):
        value = mention.value
        full = value.begin is not None and value.begin == value.end
        if full and value.type in (DateType.DATE, DateType.TIME) and mention.start < _HEAD:
            return Publication(value.begin, PublicationSource.TEXT)
    return Publication(None, PublicationSource.NONE)
