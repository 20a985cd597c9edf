"""How far a French time expression reaches, and what it is by what follows it."""

from __future__ import annotations

import re

from service.domain.dates.calendar import Grain
from service.domain.dates.expressions import (
    Amount,
    Anchor,
    CalendarDay,
    Clock,
    Expression,
    Near,
    Quantity,
    Shifted,
    TimeOfDay,
    Weekday,
    core,
)
from service.domain.dates.french.contexts import AFTER_A_DAY, TRAVELS
from service.domain.dates.french.marks import DETERMINERS
from service.domain.dates.rules import Item
from service.domain.model import Span
from service.domain.text import Words

# articles and prepositions that a mention leaves out
_LEAD = re.compile(
    r"(?:[àa] partir (?:du |de la |de l['’]|de |d['’])|[àa] compter (?:du|de) |il est |c['’]est "
    r"|d['’]ici (?:à |au )?"
    r"|jusqu['’](?:au|à|en) "
    r"|(?:le|la|les|du|des|de|au|aux|à|en|dès|depuis|entre|avant|après|comme|sauf|pour|vers)\s+"
    r"|[ld]['’]|[\s,(])",
    re.IGNORECASE,
)
_QUOTED_REACH = 500  # characters
_KEEPS_LEAD = frozenset(("shift", "range", "duration", "vague"))
_OF_AN_EVENT = (" de ", " du ", " des ", " d'", " d’")


def settle(words: Words, span: Span, said: Expression) -> Expression:
    """*deux jours après l'attaque* is a length of time, *deux jours après* the day it leads to.

    *Au lendemain du scrutin* is a day from an event whose day is not told.
    """
    near = core(said)
    if isinstance(near, Near) and near.anchor is Anchor.THEN and near.unit is Grain.DAY and near.step:
        if not words.text.startswith(_OF_AN_EVENT, span.end):
            return said
        return Amount((Quantity(abs(near.step), Grain.DAY),))
    if not isinstance(said, Shifted) or said.origin is not Anchor.THEN:
        return said
    after = words.after(span.end, 1)
    event = after and (after[0].folded in DETERMINERS or after[0].capitalised)
    plain = words.text[span.start : span.end].endswith(("après", "avant"))
    compared = bool(after) and after[0].folded in ("que", "qu")  # *deux jours plus tôt que prévu*
    part = said.amount.parts[-1]
    length = (event and plain) or compared or part.count is None or part.unit < Grain.DAY
    return said.amount if length else said


def narrow(words: Words, span: Span, said: Expression) -> tuple[Span, Expression]:
    """What is left of a time expression when its last words belong to what follows.

    *a tué dimanche onze civils* tells a Sunday and a count, *dans quelques semaines de troubles* a length.
    """
    after = words.after(span.end, 1)
    if not after or after[0].start != span.end + 1 or not after[0].text[0].islower():
        return span, said
    following = after[0].folded
    if isinstance(said, CalendarDay) and said.weekday is not None and said.month is None:
        inside = words.within(span)
        spelled = not inside[-1].text[0].isdecimal()
        if following not in AFTER_A_DAY and (spelled or following.endswith(("s", "x"))):
            return Span(span.start, inside[0].end), Weekday(said.weekday)
    if isinstance(said, TimeOfDay) and (length := _travelled(words, span, said, following)):
        return span, length
    ahead = isinstance(said, Shifted) and words.text.startswith(("dans ", "Dans "), span.start)
    if ahead and isinstance(said, Shifted) and following in ("de", "d"):
        return Span(span.start + len("dans "), span.end), said.amount
    return span, said


def _travelled(words: Words, span: Span, said: TimeOfDay, following: str) -> Amount | None:
    """*à deux heures près*, *à deux heures de route* are lengths."""
    if said.on or said.end or not isinstance(said.clock, Clock):
        return None
    after = words.after(span.end, 3)
    noun = next((word.folded for word in after[1:] if word.text not in "'’"), "")
    if following != "pres" and (following not in ("de", "d") or noun not in TRAVELS):
        return None
    parts = (Quantity(said.clock.hour, Grain.HOUR), Quantity(said.clock.minute, Grain.MINUTE))
    return Amount(parts if said.clock.minute else parts[:1])


def is_quoted(words: Words, span: Span) -> bool:
    """Whether the span stands in a quotation that its line opens before it."""
    text = words.text
    reach = max(0, span.start - _QUOTED_REACH)
    line = max(reach, text.rfind("\n", reach, span.start))
    opened = max(text.rfind(mark, line, span.start) for mark in "«“")
    return opened >= 0 and not any(mark in text[opened : span.start] for mark in "»”")


def trim(text: str, item: Item, kind: str) -> Span:
    start, end = item.start, item.end
    if kind not in _KEEPS_LEAD:
        while (match := _LEAD.match(text, start, end)) and match.end() < end:
            start = match.end()
    while text[end - 1] in " ,;(":
        end -= 1
    return Span(start, end)
