"""What a document says about where it plays: its countries, and the places that are beyond doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log1p, radians, sqrt

from service.domain.model import GazetteerEntry, Hints, PlaceType, Point
from service.domain.nations import Nations
from service.domain.places.candidates import Candidate
from service.domain.text import Words, fold

_KM_PER_DEGREE = 111.2
_POINTLIKE = frozenset(
    {PlaceType.CITY, PlaceType.DISTRICT, PlaceType.DEPARTMENT, PlaceType.AREA, PlaceType.REGION}
)
_NAMED, _SPOKEN = 1.0, 0.35  # a country by its name, and by its adjective or people
_FROM_PLACE = 0.8

# Weights in natural log-odds, set by hand.
_COUNTRY = 4.0
_NEARNESS = 3.0
_REACH_KM = 120.0
_HINTED_COUNTRY, _HINTED_POINT = 2.0, 3.0
_HINT_REACH_KM = 150.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """`countries` maps ISO codes to a share of attention (0-1); `anchors` are sure places with weights."""

    countries: Mapping[str, float]
    anchors: tuple[tuple[GazetteerEntry, float], ...]
    hints: Hints


def gather_evidence(
    ranked: Mapping[int, Sequence[tuple[Candidate, float]]],
    mentions: Mapping[int, int],
    words: Words,
    nations: Nations,
    hints: Hints,
) -> Evidence:
    """`ranked` gives the candidates of each group of mentions with their probabilities, best first."""
    weights: dict[str, float] = defaultdict(float)
    anchors = []
    for group, candidates in ranked.items():
        if not candidates:
            continue
        best, probability = candidates[0]
        entry = best.entry
        if entry.country and probability > 0.5:
            share = _NAMED if entry.type is PlaceType.COUNTRY else _FROM_PLACE * probability
            weights[entry.country] += share * log1p(mentions[group])
        if entry.point and probability > 0.6 and entry.type in _POINTLIKE:
            anchors.append((entry, probability))
    for country, count in _spoken(words, nations).items():
        weights[country] += _SPOKEN * log1p(count)
    most = max(weights.values(), default=1.0)
    return Evidence({country: weight / most for country, weight in weights.items()}, tuple(anchors), hints)


def _spoken(words: Words, nations: Nations) -> Counter[str]:
    """How often each country is spoken of by its adjective or its people."""
    spoken: Counter[str] = Counter()
    for word in words.words:
        country = (
            nations.of_inhabitants(word.folded) if word.capitalised else nations.of_adjective(word.folded)
        )
        if country:
            spoken[country] += 1
    return spoken


def weigh_evidence(candidate: Candidate, evidence: Evidence, own_key: str) -> Candidate:
    """The candidate in the light of the document; `own_key`, the folded name, is no witness for itself."""
    entry = candidate.entry
    share = evidence.countries.get(entry.country or "", 0.0)
    if share and entry.type is not PlaceType.COUNTRY:
        candidate = candidate.plus(_COUNTRY * share, f"the text speaks of {entry.country}")
    if entry.country in evidence.hints.countries:
        candidate = candidate.plus(_HINTED_COUNTRY, f"hint of {entry.country}")
    if entry.point is None or entry.type is PlaceType.COUNTRY:
        return candidate
    near = _nearest(entry.point, evidence, own_key)
    if near is not None and near[1] > 0.05:
        candidate = candidate.plus(_NEARNESS * near[1], f"near {near[0]}")
    if evidence.hints.point is not None:
        closeness = exp(-distance_km(entry.point, evidence.hints.point) / _HINT_REACH_KM)
        candidate = candidate.plus(_HINTED_POINT * closeness, "near the hinted point")
    return candidate


def _nearest(point: Point, evidence: Evidence, own_key: str) -> tuple[str, float] | None:
    best: tuple[str, float] | None = None
    for anchor, probability in evidence.anchors:
        if anchor.point is None or fold(anchor.name) == own_key:
            continue
        closeness = probability * exp(-distance_km(point, anchor.point) / _REACH_KM)
        if best is None or closeness > best[1]:
            best = (anchor.name, closeness)
    return best


def distance_km(one: Point, other: Point) -> float:
    """Distance on the plane: right to a per cent near by, which is where it counts; never for an answer."""
    across = (one.longitude - other.longitude + 180.0) % 360.0 - 180.0
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return _KM_PER_DEGREE * sqrt(across * across + (one.latitude - other.latitude) ** 2)
