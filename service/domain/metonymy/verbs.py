"""Recognises French finite verbs by their forms, and what they say about their subject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from service.domain.metonymy import french_verbs as french
from service.domain.metonymy.french_endings import ENDINGS, SECOND_RADICALS
from service.domain.metonymy.french_words import (
    ADVERBS,
    AFTER_VERB,
    CLITICS,
    INTENDING,
    NEVER_VERB,
    TAKING_SIDES,
)
from service.domain.metonymy.tokens import Tokens


class Deed(StrEnum):
    """What a verb makes of its subject."""

    SAY = "says or decides"
    ACT = "acts"
    UNDERGO = "is a place"
    UNKNOWN = "does something"


@dataclass(frozen=True, slots=True)
class Predicate:
    """`verb` as written; `passive` when the subject suffers it."""

    verb: str
    deed: Deed
    passive: bool = False


def forms(infinitives: str) -> frozenset[str]:
    """All folded forms of verbs, given in the infinitive."""
    return frozenset(form for infinitive in infinitives.split() for form in _forms(infinitive))


def _forms(infinitive: str) -> list[str]:
    key = max((key for key in ENDINGS if infinitive.endswith(key)), key=len)
    radicals = [infinitive[: len(infinitive) - len(key)]]
    second = SECOND_RADICALS.get(infinitive)
    endings = ENDINGS[key].split()
    return [radical + ending for radical in (*radicals, *([second] if second else ())) for ending in endings]


@lru_cache(maxsize=1)
def _deeds() -> dict[str, Deed]:
    told = ((french.UNDERGOING, Deed.UNDERGO), (french.ACTING, Deed.ACT), (french.SAYING, Deed.SAY))
    return {form: deed for infinitives, deed in told for form in forms(infinitives)}


@lru_cache(maxsize=1)
def addressing() -> frozenset[str]:
    return forms(french.ADDRESSING)


@lru_cache(maxsize=1)
def addressing_to() -> frozenset[str]:
    return forms(french.ADDRESSING_TO)


@lru_cache(maxsize=1)
def land_doing() -> frozenset[str]:
    return forms(french.LAND_DOING)


@lru_cache(maxsize=1)
def opposing() -> frozenset[str]:
    return forms(french.OPPOSING)


@lru_cache(maxsize=1)
def moving() -> frozenset[str]:
    return forms(french.MOVING)


@lru_cache(maxsize=1)
def hosting() -> frozenset[str]:
    return forms(french.HOSTING)


@lru_cache(maxsize=1)
def obtaining() -> frozenset[str]:
    return forms(french.OBTAINING)


def deed_of(folded: str) -> Deed | None:
    """What the verb of that form tells; `None` for a word that is in no list."""
    return _deeds().get(folded)


def find_predicate(tokens: Tokens, start: int, end: int) -> Predicate | None:
    """The finite verb that stands at a token, past clitics and adverbs; `None` for another word."""
    here, reflexive = _skip(tokens, start, end)
    if here >= end:
        return None
    word = tokens.folded[here]
    if word in french.HAVING and not tokens.accented(here, "àÀ"):
        return _with_having(tokens, here, end)
    if word in french.BEING:
        return _with_being(tokens, here, end, reflexive)
    if word in french.LEANING:
        return _leaning(tokens, here, end)
    return _simple(tokens, here, reflexive)


def _skip(tokens: Tokens, start: int, end: int) -> tuple[int, bool]:
    here, reflexive = start, False
    while here < end and here < start + 7 and _is_light(tokens, here):
        reflexive = reflexive or tokens.folded[here] in {"s", "se"}
        here += 1
    return here, reflexive


def _is_light(tokens: Tokens, here: int) -> bool:
    word = tokens.folded[here]
    return word in CLITICS or word in ADVERBS or (word.endswith("ment") and deed_of(word) is None)


def _with_having(tokens: Tokens, here: int, end: int) -> Predicate | None:
    after, _ = _skip(tokens, here + 1, end)
    if after >= end:
        return None
    word = tokens.folded[after]
    verb = _quote(tokens, here, after)
    if word == "ete":
        return _passive(tokens, here, _skip(tokens, after + 1, end)[0], end)
    if word in INTENDING or (word in {"tout", "pour", "un"} and _near(tokens, after, end, INTENDING)):
        return Predicate(verb, Deed.ACT)
    if tokens.participle(after):
        return Predicate(verb, deed_of(word) or Deed.UNKNOWN)
    return Predicate(verb, Deed.UNDERGO)


def _with_being(tokens: Tokens, here: int, end: int, reflexive: bool) -> Predicate | None:
    after, _ = _skip(tokens, here + 1, end)
    if after >= end:
        return None
    word = tokens.folded[after]
    verb = _quote(tokens, here, after)
    if word in french.MOVED or (word in {"en", "d", "a", "contre", "pour"} and _sides(tokens, after, end)):
        return Predicate(verb, Deed.ACT)
    if reflexive and tokens.participle(after):
        return Predicate(verb, deed_of(word) or Deed.UNKNOWN)
    if word == "en" and tokens.at(after + 1) == "train":
        return _leaning(tokens, after + 1, end)
    return _passive(tokens, here, after, end)


def _sides(tokens: Tokens, after: int, end: int) -> bool:
    return tokens.folded[after] == "contre" or _near(tokens, after + 1, min(end, after + 3), TAKING_SIDES)


def _passive(tokens: Tokens, here: int, after: int, end: int) -> Predicate | None:
    if after >= end:
        return None
    word = tokens.folded[after]
    deed = Deed.ACT if word in french.DISPOSED or word in addressing() else Deed.UNDERGO
    return Predicate(_quote(tokens, here, after), deed, passive=deed is Deed.UNDERGO)


def _leaning(tokens: Tokens, here: int, end: int) -> Predicate | None:
    for after in range(here + 1, min(end, here + 6)):
        word = tokens.folded[after]
        if word == "etre":
            return _with_being(tokens, after, end, reflexive=False)
        if word.endswith(("er", "ir", "re", "oir")) and word not in AFTER_VERB:
            return Predicate(_quote(tokens, here, after), deed_of(word) or Deed.UNKNOWN)
    return None


def _simple(tokens: Tokens, here: int, reflexive: bool) -> Predicate | None:
    word = tokens.folded[here]
    if word in NEVER_VERB or tokens.words[here].capitalised or not word.isalpha():
        return None
    if word in french.DISPOSED:
        return Predicate(tokens.words[here].text, Deed.ACT)
    if tokens.accented(here, "éÉ") and word.endswith(("e", "ee", "es", "ees")) and tokens.ends_accented(here):
        return None
    deed = deed_of(word)
    if deed is not None:
        return Predicate(tokens.words[here].text, deed)
    if _looks_finite(word) and (reflexive or tokens.at(here + 1) in AFTER_VERB):
        return Predicate(tokens.words[here].text, Deed.UNKNOWN)
    return None


def _looks_finite(word: str) -> bool:
    return len(word) > 3 and word.endswith(
        ("e", "ent", "ait", "ont", "ra", "it", "oit", "ient", "erent", "a")
    )


def _near(tokens: Tokens, start: int, end: int, wanted: frozenset[str]) -> bool:
    return not wanted.isdisjoint(tokens.folded[start : min(end, start + 3)])


def _quote(tokens: Tokens, first: int, last: int) -> str:
    return tokens.text[tokens.words[first].start : tokens.words[last].end]
