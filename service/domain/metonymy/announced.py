"""Names that only spell out a noun of powers: *l'aide de quatre pays : l'Espagne, …*, *trois pays, la …*."""

from __future__ import annotations

from service.domain.metonymy import french_words as french
from service.domain.metonymy.phrases import Phrase
from service.domain.metonymy.prepositions import head_nouns
from service.domain.metonymy.ranks import Rank
from service.domain.metonymy.scene import Scene
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verb_forms import Deed, moving
from service.domain.metonymy.verbs import find_predicate
from service.domain.metonymy.verdict import Verdict, power

_BEHIND_COLON = 12  # words before a colon among which the noun stands
_BEFORE_NOUN = 3  # words of number and quality before the noun: *quatre autres grands pays*
_OF_POWERS = french.DOING | french.DOING_OF_COUNTRY
_OPENING = ("", ".", ":", ";", ",")


def announced(phrase: Phrase, scene: Scene) -> Verdict | None:
    """The verdict on listed names, when the noun that announces them is one of powers that act."""
    if phrase.rank < Rank.CAPITAL or phrase.preposition or len(phrase.readings) < 2:
        return None
    tokens = scene.tokens
    noun = _announcing(tokens, phrase)
    if noun is None:
        return None
    first = _first_of(tokens, noun, phrase.low)
    before = tokens.at(first - 1) if first > phrase.low else ""
    word = tokens.folded[noun]
    if before in french.OF:
        done = next((one for one in head_nouns(tokens, first - 1, phrase.low) if one in _OF_POWERS), None)
        return power(f"listed after « {done} de … {word} »") if done else None
    if before == "par":
        passing = moving() | french.UNDERGONE
        gone = passing.isdisjoint(tokens.folded[max(phrase.low, first - 4) : first - 1])
        return power(f"listed after « par … {word} »") if gone else None
    if before in _OPENING or before in french.CLAUSE_OPENING:
        return _listed_subject(phrase, tokens, noun)
    return None


def _announcing(tokens: Tokens, phrase: Phrase) -> int | None:
    """The number of the noun: right before a comma or *comme*, or somewhere before a colon."""
    mark = phrase.start - 1
    if mark <= phrase.low or tokens.at(mark) not in {":", ",", "comme"}:
        return None
    last = mark - 1 - (tokens.at(mark - 1) == ",")
    reach = _BEHIND_COLON if tokens.at(mark) == ":" else 1
    numbers = range(last, max(phrase.low - 1, last - reach), -1)
    return next((number for number in numbers if tokens.folded[number] in french.NOUNS_OF_POWERS), None)


def _first_of(tokens: Tokens, noun: int, low: int) -> int:
    """The first word of the noun's own phrase."""
    first = noun
    while first > low and first > noun - _BEFORE_NOUN and not _ends_before(tokens.folded[first - 1]):
        first -= 1
    return first


def _ends_before(word: str) -> bool:
    return word in french.HEAD_STOPS or word in french.CLAUSE_OPENING


def _listed_subject(phrase: Phrase, tokens: Tokens, noun: int) -> Verdict | None:
    """*Trois pays ont voté contre : …*, *deux pays, …, ont refusé*."""
    behind = phrase.after + 1 if tokens.at(phrase.after) == "," else phrase.after
    start, end = (noun + 1, phrase.start) if tokens.at(phrase.start - 1) == ":" else (behind, phrase.high)
    found = find_predicate(tokens, start, end)
    if found is None or found.passive or found.deed not in {Deed.SAY, Deed.ACT}:
        return None
    return power(f"listed as subject of « {found.verb} »")
