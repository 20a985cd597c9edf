"""What the word right before a name makes of it: *à Vienne* is the town, *dans la Vienne* the department."""

from __future__ import annotations

from enum import StrEnum

from service.domain.places.reading import Toponym
from service.domain.text import APOSTROPHES, Word, Words


class Stance(StrEnum):
    """What the word right before a name makes of it."""

    TOWN = "town"  # à Vienne
    LAND = "land"  # en Géorgie, dans la Vienne, le Luxembourg
    HEAD = "head"  # Madrid se dit prête: at the head of a sentence
    OPEN = "open"


def stance_of(toponym: Toponym, words: Words, sentence: int) -> Stance:
    """The stance of a toponym, whose sentence begins at that offset; open where a noun tells its kind."""
    if toponym.cue:
        return Stance.OPEN
    before = words.before(toponym.start, 2)
    if sentence == toponym.start:
        behind = words.after(toponym.end, 1)
        return Stance.HEAD if behind and behind[0].text[0].islower() else Stance.OPEN
    if before and before[-1].text in ("à", "À", "A"):
        return Stance.TOWN
    return Stance.LAND if before and (before[-1].folded == "en" or _has_article(before)) else Stance.OPEN


def _has_article(before: tuple[Word, ...]) -> bool:
    word = before[-1]
    if not word.folded:
        return word.text in APOSTROPHES and before[0].folded == "l"
    return word.folded in ("le", "la", "les", "du", "au", "aux", "des")
