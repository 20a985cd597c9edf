"""Place names on the words: coordinated names share one phrase, and so one decision.

A little long: what may stand between two names of a list is one walk over the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.metonymy.french_words import (
    AS_WELL,
    AT,
    BEFORE_NAME,
    DETERMINERS,
    FOR,
    JOINING,
    LOCATIVE,
    OF,
    TOWARDS_POWER,
)
from service.domain.metonymy.ranks import Rank, rank_of
from service.domain.metonymy.tokens import Tokens
from service.domain.metonymy.verbs import find_predicate
from service.domain.nations import Nations
from service.domain.places.reading import Reading
from service.domain.text import HYPHENS

_PREPOSITIONS = LOCATIVE | TOWARDS_POWER | {FOR, "par", "entre", "devant", "derriere", "apres", "outre"}
_THAN = frozenset((("que",), ("qu",), (",", "que"), (",", "qu")))  # *aussi bien Rabat qu'Alger*
_LINKS = frozenset(
    (
        *((word,) for word in JOINING),
        ("comme",),
        (",",),
        (",", "et"),
        (",", "ou"),
        ("ainsi", "que"),
        (",", "ainsi", "que"),
        ("mais", "aussi"),
        ("puis",),
    )
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Coordinated place names with the preposition and article before the first of them.

    `first` and `after` number the first word of the first name and the first word after the last name;
    `start` the first word of the phrase, preposition and article left out. `preposition` is folded and
    without its article (*du* is `de`), empty when there is none. `low` and `high` bound the sentence.
    """

    readings: tuple[Reading, ...]
    rank: Rank
    first: int
    start: int
    after: int
    determined: bool
    preposition: str
    low: int
    high: int
    joined: tuple[str, ...] = ()
    paired: bool = False

    @property
    def begin(self) -> int:
        """The first word of the phrase with its preposition."""
        return self.start - (self.preposition != "" and not self._contracted)

    @property
    def origin(self) -> bool:
        """*D'Iran*, with neither article nor contraction: where something comes from, or belongs."""
        bare = self.start == self.first and not self.determined
        return bare and self.preposition == "de" and self.rank is Rank.COUNTRY

    @property
    def _contracted(self) -> bool:
        return self.preposition in {"de", "a"} and self.start < self.first and not self.determined


def read_phrases(tokens: Tokens, readings: Iterable[Reading], nations: Nations) -> tuple[Phrase, ...]:
    """The phrases of a text in order; every reading is in exactly one."""
    phrases: list[Phrase] = []
    for reading in sorted(readings, key=lambda one: one.toponym):
        phrase = _phrase(tokens, reading, rank_of(reading, nations))
        link = _link(tokens, phrases[-1], phrase) if phrases else None
        if link is None:
            phrases.append(phrase)
        else:
            phrases[-1] = _joined(phrases[-1], phrase, link)
    return tuple(part for phrase in phrases for part in _without_loose_commas(phrase, tokens, nations))


def _phrase(tokens: Tokens, reading: Reading, rank: Rank) -> Phrase:
    first = tokens.index(reading.toponym.start)
    after = max(tokens.index(reading.toponym.end), first + 1)
    while first < after - 1 and tokens.folded[first] in DETERMINERS and tokens.words[first].text[0] in "lL":
        first += 1
    low, high = tokens.sentence(first)
    start, determined, preposition = _before(tokens, first, low)
    return Phrase((reading,), rank, first, start, after, determined, preposition, low, high)


def _before(tokens: Tokens, first: int, low: int) -> tuple[int, bool, str]:
    start = first
    if start - 2 >= low and tokens.folded[start - 1] in BEFORE_NAME:
        start -= 1
    word = tokens.at(start - 1) if start > low else ""
    if word in {"du", "des"}:
        return start - 1, False, "de"
    if word in {"au", "aux"}:
        return start - 1, False, "a"
    determined = word in DETERMINERS
    start -= determined
    word = tokens.at(start - 1) if start > low else ""
    if word in OF:
        return start, determined, "de"
    if word in AT:
        return (
            start,
            determined,
            "a" if tokens.accented(start - 1, "àÀ") or (word == "a" and _capital_a(tokens, start)) else "",
        )
    return start, determined, word if word in _PREPOSITIONS else ""


def _capital_a(tokens: Tokens, start: int) -> bool:
    """*A Genève*: capital letters often go without accents; within a sentence *A* is no verb."""
    return tokens.words[start - 1].text == "A"


def _link(tokens: Tokens, left: Phrase, right: Phrase) -> tuple[str, ...] | None:
    if right.low != left.low or left.rank is Rank.NEVER or right.rank is Rank.NEVER:
        return None
    middle = tokens.folded[left.after : right.begin]
    if not middle and right.begin == left.after and not right.preposition:
        gap = tokens.between(right.first)
        return ("-",) if len(gap) <= 3 and gap.strip() in set(HYPHENS) else None
    as_well = middle in _THAN and tokens.at(left.begin - 1) in AS_WELL
    if (middle not in _LINKS and not as_well) or _opens_clause_of_its_own(left, right, middle, tokens):
        return None
    if right.preposition in {"", left.preposition}:
        agree = right.preposition == left.preposition or _shares(left, right)
        return middle if agree else None
    return None


def _opens_clause_of_its_own(left: Phrase, right: Phrase, middle: tuple[str, ...], tokens: Tokens) -> bool:
    """*Arrivé à Djeddah, et Washington a annoncé*: no second name after the preposition."""
    if middle != (",", "et") or not left.preposition or right.preposition or len(left.readings) > 1:
        return False
    return find_predicate(tokens, right.after, right.high) is not None


def _shares(left: Phrase, right: Phrase) -> bool:
    """Whether a preposition can reach over to a second name that has none: not *en Syrie et la Russie*."""
    if left.preposition in LOCATIVE or (left.preposition == "a" and left.rank >= Rank.COUNTRY):
        return left.determined == right.determined
    return True


def _joined(left: Phrase, right: Phrase, link: tuple[str, ...]) -> Phrase:
    return Phrase(
        readings=(*left.readings, *right.readings),
        rank=min(left.rank, right.rank),
        first=left.first,
        start=left.start,
        after=right.after,
        determined=left.determined,
        preposition=left.preposition,
        low=left.low,
        high=left.high,
        joined=(*left.joined, " ".join(link)),
        paired=link == ("-",),
    )


def _without_loose_commas(phrase: Phrase, tokens: Tokens, nations: Nations) -> list[Phrase]:
    """*La Russie, la Chine et l'Inde* is one phrase, *à Genève, Moscou* is two."""
    if "," not in phrase.joined:
        return [phrase]
    last = max((at for at, link in enumerate(phrase.joined) if link not in {",", "-"}), default=-1)
    if tokens.at(phrase.after) in JOINING | {"ainsi"}:  # *la Russie, la Chine et l'ONU*
        last = len(phrase.joined) - 1
    head = [_phrase(tokens, reading, rank_of(reading, nations)) for reading in phrase.readings]
    if last < 0:
        return head
    if _is_apart(phrase, tokens) and not _all_prefixed(head[: last + 2]):
        whole = head[1]
        for right, link in zip(head[2 : last + 2], phrase.joined[1 : last + 1], strict=True):
            whole = _joined(whole, right, (link,))
        return [head[0], whole, *head[last + 2 :]]
    whole = head[0]
    for right, link in zip(head[1 : last + 2], phrase.joined[: last + 1], strict=True):
        whole = _joined(whole, right, (link,))
    return [whole, *head[last + 2 :]]


def _is_apart(phrase: Phrase, tokens: Tokens) -> bool:
    """*À Genève, Moscou et Kiev*; *selon un diplomate de Pékin, la Russie et l'Inde ont signé*."""
    if phrase.preposition in {"a", "en"}:
        return True
    following = find_predicate(tokens, phrase.after, phrase.high) if phrase.preposition else None
    return following is not None and phrase.joined[0] == ","


def _all_prefixed(phrases: list[Phrase]) -> bool:
    return all(phrase.preposition for phrase in phrases)
