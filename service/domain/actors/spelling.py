"""Whether two spellings are of one name: edit distance scaled to length, and what sounds the same."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from service.domain.places.variants import romanised, skeleton

# Endings by which a woman's name differs from a man's: *Paul/Paule*, *Karim/Karima*, *Marc/Marco*.
_GENDERED = frozenset(
    {
        ("", "e"),
        ("", "a"),
        ("", "o"),
        ("o", "a"),
        ("e", "a"),
        ("e", "o"),
        ("i", "a"),
        ("", "ne"),
        ("", "le"),
        ("", "te"),
        ("", "se"),
    }
)


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> bool:
    """Whether two different folded words may be slips or romanisations of one another.

    >>> alike("sergei", "sergeui"), alike("karim", "karima"), alike("assad", "saad")
    (True, False, False)
    """
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) < 4 or one[0] != other[0] or _gendered(one, other):
        return romanised(one) == romanised(other) and len(one) > 2 and not _gendered(one, other)
    distance = Levenshtein.distance(one, other, score_cutoff=3)
    if distance == 1 and len(one) >= 5:
        return True
    return distance <= (2 if len(one) >= 6 else 1) and skeleton(one) == skeleton(other)


def slip(one: str, other: str) -> bool:
    """Whether one letter is wrong in one of two short given names whose surnames agree: *Fera/Feras*.

    >>> slip("fera", "feras"), slip("paul", "paule")
    (True, False)
    """
    if min(len(one), len(other)) < 4 or one[0] != other[0] or _gendered(*sorted((one, other), key=len)):
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) == 1


def _gendered(short: str, long: str) -> bool:
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    return (short[common:], long[common:]) in _GENDERED or (long[common:], short[common:]) in _GENDERED


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """What words must share to be compared at all: the consonants of the romanised word."""
    return skeleton(word)
