"""Which of the places that bear a name is likelier meant: prominence, quality of the name, likeness."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from service.adapters.gazetteer_layout import UNITS_OF_PROMINENCE, Quality, degrees, prominence_of
from service.domain.model import Match, Point

MATCHES = {Quality.MAIN: Match.NAME, Quality.ALTERNATE: Match.ALTERNATE, Quality.CODE: Match.ALTERNATE}
ALTERNATE_DISCOUNT = 1.5  # a name of lower quality needs thirty times the population
LEAD_BONUS = 0.5  # *El Paso* for *El Paso* rather than for *Paso*
LEAST_LIKENESS = 0.75  # of 1: one letter of four may differ, two of eight
CLOSE_LIKENESS = 0.85
PROMINENCE_IN_LIKENESS = 0.03  # two letters of ten outweigh any prominence
ALTERNATE_IN_LIKENESS = 0.1  # one letter of ten
BIAS = 3.0  # how much being near counts: as a thousand times the population
BIAS_DISTANCE_KM = 250.0  # at which it counts a third


@dataclass(frozen=True, slots=True)
class Found:
    """A place found by a name. `score` is on the scale of prominence, or of likeness for misspellings."""

    number: int
    match: Match
    score: float
    point: Point | None = None
    close: bool = False  # spelt so much alike that nothing further off need be looked at

    def at(self, point: Point | None) -> Found:
        return replace(self, point=point)


def lead(folded: str, key: str) -> str:
    """The article that a key lacks: `el` of *El Paso*, whose key is `paso`; empty when it lacks none."""
    return folded.partition(" ")[0] if folded.count(" ") > key.count(" ") else ""


def score(quality: int, same_lead: bool, prominence: int) -> float:
    """How readily a place is meant by one of its names; prominence as in the file."""
    return prominence / UNITS_OF_PROMINENCE - ALTERNATE_DISCOUNT * quality + LEAD_BONUS * same_lead


def found(row: tuple[Any, ...], match: Match, lead: str) -> Found:
    """A row `number, quality, lead, rank, latitude, longitude`; an exact match may be an alternate."""
    number, quality, own_lead, rank, latitude, longitude = row
    prominence = prominence_of(rank, quality)
    how = MATCHES[Quality(quality)] if match is Match.NAME else match
    return Found(number, how, score(quality, own_lead == lead, prominence), degrees(latitude, longitude))


def order(one: Found, near: Point | None) -> tuple[float, int]:
    """A key to sort by, best first; being near adds to the score and never outweighs all else."""
    return -(one.score + _bias(one, near)), one.number


def alike(form: str, spellings: Iterable[tuple[str, int, int, int]]) -> list[Found]:
    """The places among `(form, place, quality, prominence)` that are spelt much like `form`."""
    likeness: dict[str, float] = {}
    kept = []
    for spelling, place, quality, prominence in spellings:
        if spelling not in likeness:
            likeness[spelling] = DamerauLevenshtein.normalized_similarity(form, spelling)
        if (like := likeness[spelling]) >= LEAST_LIKENESS:
            weight = PROMINENCE_IN_LIKENESS * prominence / UNITS_OF_PROMINENCE
            total = like + weight - ALTERNATE_IN_LIKENESS * quality
            kept.append(Found(place, Match.SIMILAR, total, close=like >= CLOSE_LIKENESS))
    return kept


def _bias(one: Found, near: Point | None) -> float:
    """Falls from `BIAS` at the point itself to nothing far away, by rough distance."""
    if near is None or one.point is None:
        return 0.0
    across = (one.point.longitude - near.longitude + 180) % 360 - 180
    east = across * math.cos(math.radians(near.latitude))
    kilometres = 111.2 * math.hypot(one.point.latitude - near.latitude, east)
    return BIAS * math.exp(-kilometres / BIAS_DISTANCE_KM)
