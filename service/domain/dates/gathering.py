"""Mentions of one time become one entry."""

from __future__ import annotations

from collections.abc import Iterable

from service.domain.model import Date, DateMention, Mention


def gather_dates(mentions: Iterable[DateMention]) -> tuple[Date, ...]:
    """Mentions with the same type, value, modifier and relation together; those without a value stay apart.

    In order of first mention.
    """
    gathered: dict[object, tuple[DateMention, list[Mention]]] = {}
    for mention in mentions:
        value = mention.value
        known = (value.type, value.value, value.mod, value.relation)
        key: object = known if value.value is not None else mention
        gathered.setdefault(key, (mention, []))[1].append(Mention(mention.start, mention.end, mention.text))
    return tuple(Date(first.value, tuple(same)) for first, same in gathered.values())
