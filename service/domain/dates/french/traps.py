"""What looks like a time expression and is none."""

from __future__ import annotations

import re

from service.domain.dates.expressions import Amount, Era, Expression
from service.domain.model import Span
from service.domain.text import Words

_STREETS = frozenset(
    "rue place avenue boulevard quai cours allee impasse square pont bd av station metro lycee".split()
)
_IDIOMS = frozenset(("un jour", "une heure", "une minute", "une seconde", "une fois"))
_IDIOM_KINDS = frozenset(("amount",))
_MEASURES = frozenset("pendant durant pour en d de par qu dure duree depuis".split())
_AGES = re.compile(r"\s*(?:d['’]âge|et demi)?")
_OLD = frozenset("age agee ages agees".split())
_YEAR_MAKERS = frozenset(
    "en depuis l an annee fin debut avant apres jusqu des entre et de du d ( , - mi vers ete automne hiver printemps a au pour dans ou".split()
)


def is_trap(words: Words, span: Span, kind: str, expression: Expression) -> bool:
    before = [word.folded for word in words.before(span.start, 4)]
    if set(before) & _STREETS:
        return True
    if isinstance(expression, Amount) and _is_age(words, span, before):
        return True
    if kind in _IDIOM_KINDS and words.text[span.start : span.end].lower() in _IDIOMS:
        return not before or before[-1] not in _MEASURES
    return kind == "bare" and isinstance(expression, Era) and _is_count(words, span, before)


def _is_age(words: Words, span: Span, before: list[str]) -> bool:
    text = words.text[span.start : span.end]
    return bool(_OLD & set(before)) and "an" in text


def _is_count(words: Words, span: Span, before: list[str]) -> bool:
    """A number of four figures that counts something."""
    after = words.after(span.end, 1)
    if before and before[-1] in ("en", "depuis", "fin", "debut", "annee"):
        return False
    if after and after[0].text[0].islower() and after[0].folded.endswith(("s", "x")):
        return True
    previous = words.before(span.start, 1)
    return bool(previous and previous[0].capitalised and len(before) > 1)
