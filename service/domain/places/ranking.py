"""Candidates with their probabilities: the softmax of their weights."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from service.domain.places.weighing import Candidate

Ranked = list[tuple[Candidate, float]]  # candidates with their probabilities, best first

_NONE_OF_THEM = 8.0  # log-odds of a place that the gazetteer lacks, or of no place
_LEAST = -60.0  # log-odds behind the best, where nothing is left


def rank(found: Sequence[Candidate]) -> Ranked:
    """Best first; the probabilities leave room for a place that the gazetteer lacks."""
    if not found:
        return []
    ordered = sorted(found, key=lambda candidate: (-candidate.weight, candidate.entry.id))
    top = ordered[0].weight
    odds = [exp(max(_LEAST, candidate.weight - top)) for candidate in ordered]
    total = sum(odds) + exp(_NONE_OF_THEM - top)
    return [(candidate, odd / total) for candidate, odd in zip(ordered, odds, strict=True)]
