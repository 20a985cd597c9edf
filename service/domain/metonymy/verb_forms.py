"""French verbs by their forms: from the reviewed infinitives to everything that a text may hold.

The tables are made when first asked for, some thousand forms in a few milliseconds.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from service.domain.metonymy import french_verbs as french
from service.domain.metonymy.french_endings import ENDINGS, SECOND_RADICALS
from service.domain.metonymy.french_words import DOING, RELATING


class Deed(StrEnum):
    """What a verb makes of its subject."""

    SAY = "says or decides"
    ACT = "acts"
    UNDERGO = "is a place"
    UNKNOWN = "does something"


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
def reflexively_undergoing() -> frozenset[str]:
    return forms(french.REFLEXIVELY_UNDERGOING)


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
def causing() -> frozenset[str]:
    """*Fait plier la Russie*."""
    return forms("faire")


@lru_cache(maxsize=1)
def quoting() -> frozenset[str]:
    return forms(french.QUOTING)


@lru_cache(maxsize=1)
def relating() -> frozenset[str]:
    """Nouns and verbs of what powers have with each other."""
    return RELATING | DOING | forms(french.DEALING)


@lru_cache(maxsize=1)
def obtaining() -> frozenset[str]:
    return forms(french.OBTAINING)


def deed_of(folded: str) -> Deed | None:
    """What the verb of that form tells; `None` for a word that is in no list."""
    return _deeds().get(folded)
