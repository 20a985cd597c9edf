"""The day that the address of an article tells: `…/2016/10/12/…`, `…/2016-10-12-titre`, `…_20161012_…`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from service.domain.dates.calendar import possible_day
from service.domain.model import Span

_SEPARATED = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)()(\d\d)(\d\d)(?!\d)")
# an address that fills its line, alone or called the article's own
_OWN = re.compile(
    r"^[ \t]{0,5}(?:(?:source|url|adresse|lien permanent|article)[ \t\u00a0]{0,2}:[ \t\u00a0]{0,3})?"
    r"(?P<address>(?:https?://|www\.)\S{1,400})[ \t]{0,5}$",
    re.IGNORECASE | re.MULTILINE,
)


def day_in_address(address: str) -> date | None:
    """The day written in an address (of at most some hundred characters), `None` without one."""
    for pattern in (_SEPARATED, _COMPACT):
        if match := pattern.search(address):
            return possible_day(int(match[1]), int(match[3]), int(match[4]))
    return None


def own_addresses(text: str) -> Iterator[tuple[Span, date]]:
    """The addresses that stand alone in a line of the text, with their day, when they tell one."""
    for match in _OWN.finditer(text):
        if day := day_in_address(match["address"]):
            yield Span(match.start(), match.end()), day
