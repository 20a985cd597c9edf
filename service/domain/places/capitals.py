"""Capitals told in one breath: *La Haye, Vienne, Copenhague et Stockholm*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from service.domain.model import PlaceType
from service.domain.nations import Nations
from service.domain.places.reading import Toponym
from service.domain.places.weighing import Candidate
from service.domain.text import Words, fold

_BETWEEN = frozenset({",", "et", ", et", "ou", "comme", "ainsi que", ", de", "et de", "et a", ", a"})
_AMONG = 4.0  # natural log-odds of a capital among capitals
_LEAST = 2  # others of the list that are capitals


def among_capitals(
    toponyms: Sequence[Toponym], words: Words, nations: Nations, best: Mapping[int, Candidate]
) -> frozenset[int]:
    """The indices of toponyms told in a list of which two others, and half of all others, are capitals."""
    found: set[int] = set()
    for row in _rows(toponyms, words):
        capital = {index for index in row if index in best and _is_capital(best[index], nations)}
        for index in row:
            others = len(capital - {index})
            if others >= _LEAST and 2 * others >= len(row) - 1:
                found.add(index)
    return frozenset(found)


def as_capital(candidate: Candidate, nations: Nations) -> Candidate:
    if not _is_capital(candidate, nations):
        return candidate
    return candidate.plus(_AMONG, "a capital among capitals")


def _is_capital(candidate: Candidate, nations: Nations) -> bool:
    entry = candidate.entry
    nation = nations.get(entry.country) if entry.country else None
    return entry.type is PlaceType.CITY and nation is not None and nation.capital == entry.id


def _rows(toponyms: Sequence[Toponym], words: Words) -> list[list[int]]:
    """The runs of toponyms with nothing but commas and *et* between them."""
    rows: list[list[int]] = [[0]] if toponyms else []
    for (_, one), (index, other) in pairwise(enumerate(toponyms)):
        gap = words.text[one.end : other.start]
        if len(gap) <= max(map(len, _BETWEEN)) + 2 and fold(gap) in _BETWEEN:
            rows[-1].append(index)
        else:
            rows.append([index])
    return [row for row in rows if len(row) > _LEAST]
