"""What a document says about where it plays: its countries, and the places that are beyond doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log1p, radians, sqrt
from typing import NamedTuple

from service.domain.model import GazetteerEntry, Hints, PlaceType, Point
from service.domain.nations import Nations
from service.domain.places.candidates import Candidate
from service.domain.text import Words

_KM_PER_DEGREE = 111.2
_POINTLIKE = frozenset(
    {
        PlaceType.CITY,
        PlaceType.DISTRICT,
        PlaceType.DEPARTMENT,
        PlaceType.AREA,
        PlaceType.REGION,
        PlaceType.TERRITORY,
        PlaceType.ISLAND,
    }
)
_LANDS = frozenset({PlaceType.REGION, PlaceType.TERRITORY, PlaceType.AREA, PlaceType.RIVER})
_STATES = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY})
_NAMED, _SPOKEN = 1.0, 0.35  # a country by its name, and by its adjective or people
_FROM_PLACE = 0.8
_DOUBT = 0.5  # what one mention of a country leaves open
_BELIEVED = 0.3  # share of attention that a misspelt name needs for its country

# Weights in natural log-odds, set by hand.
_COUNTRY = 5.0
_NEARNESS = 2.5
_REACH_KM = 120.0
_AMID, _CLOSE_KM, _LAND_KM, _BESIDE = 6.0, 50.0, 150.0, 3.0
_SLIGHT = 0.05  # nearness that is not worth a word
_FAR_KM = 900.0  # six times the longest reach, where nothing is left of nearness
_FAR_DEGREES = _FAR_KM / _KM_PER_DEGREE  # of latitude
_HINTED_COUNTRY, _HINTED_POINT = 4.0, 5.0
_HINT_REACH_KM = 150.0


@dataclass(frozen=True, slots=True)
class Witness:
    """A sure reading: the folded name that it is of, its entry, how sure it is and how often it is named."""

    key: str
    entry: GazetteerEntry
    probability: float
    mentions: int
    sentences: frozenset[int] = frozenset()  # offsets of the sentences that name it
    weight: float = 0.0


def witness_weight(entry: GazetteerEntry, probability: float, mentions: int) -> float:
    """How much a sure reading says of where a text plays."""
    share = _NAMED if entry.type in _STATES else _FROM_PLACE * probability
    return share * log1p(mentions)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for countries and for neighbourhoods. No name is a witness for itself."""

    witnesses: tuple[Witness, ...]
    spoken: Mapping[str, float]  # weight of each country by its adjectives and people
    hints: Hints

    def countries(self, key: str) -> dict[str, float]:
        """A share of attention (0-1) for each ISO code, to judge the name `key` by."""
        weights: dict[str, float] = defaultdict(float, self.spoken)
        for witness in self.witnesses:
            if witness.key != key and witness.entry.country:
                weights[witness.entry.country] += witness.weight
        most = max(weights.values(), default=0.0)
        return {country: weight / (most + _DOUBT) for country, weight in weights.items()}


def spoken_countries(words: Words, nations: Nations) -> dict[str, float]:
    """The weight of each country by its adjectives and people."""
    spoken: Counter[str] = Counter()
    for word in words.words:
        country = (
            nations.of_inhabitants(word.folded) if word.capitalised else nations.of_adjective(word.folded)
        )
        if country:
            spoken[country] += 1
    return {country: _SPOKEN * log1p(count) for country, count in spoken.items()}


def weigh_evidence(
    found: Sequence[Candidate], evidence: Evidence, key: str, sentences: frozenset[int] = frozenset()
) -> list[Candidate]:
    """The candidates of the name `key`, told in these sentences, in the light of the document."""
    countries = evidence.countries(key)
    surroundings = _surroundings(evidence, key, sentences)
    weighed = []
    for candidate in found:
        share = countries.get(candidate.entry.country or "", 0.0)
        if candidate.doubtful and share < _BELIEVED:
            continue
        weighed.append(_by_place(_by_country(candidate, share), surroundings, evidence.hints))
    return weighed


def _by_country(candidate: Candidate, share: float) -> Candidate:
    if not share:
        return candidate
    return candidate.plus(_COUNTRY * share, f"the text speaks of {candidate.entry.country}")


class _Anchor(NamedTuple):
    """A sure place on the map; its weight counts threefold beside the name that is judged."""

    name: str
    point: Point
    probability: float
    weight: float


class _Surroundings(NamedTuple):
    anchors: list[_Anchor]
    weight: float  # of all of them, and the doubt that is left


def _surroundings(evidence: Evidence, key: str, sentences: frozenset[int]) -> _Surroundings:
    """What lies around the name `key`: the sure places but itself."""
    anchors, total = [], _DOUBT
    for witness in evidence.witnesses:
        entry = witness.entry
        if witness.key == key or entry.point is None or entry.type not in _POINTLIKE:
            continue
        weight = witness.weight if witness.sentences.isdisjoint(sentences) else witness.weight * _BESIDE
        anchors.append(_Anchor(entry.name, entry.point, witness.probability, weight))
        total += weight
    return _Surroundings(anchors, total)


def _by_place(candidate: Candidate, surroundings: _Surroundings, hints: Hints) -> Candidate:
    entry = candidate.entry
    if entry.country in hints.countries:
        candidate = candidate.plus(_HINTED_COUNTRY, f"hint of {entry.country}")
    if entry.point is None or entry.type is PlaceType.COUNTRY:
        return candidate
    name, nearness, amid = _neighbours(entry, entry.point, surroundings)
    if nearness > _SLIGHT:
        candidate = candidate.plus(_NEARNESS * nearness, f"near {name}")
    if amid > _SLIGHT:
        candidate = candidate.plus(_AMID * amid, "where the text plays")
    if hints.point is not None:
        closeness = exp(-distance_km(entry.point, hints.point) / _HINT_REACH_KM)
        candidate = candidate.plus(_HINTED_POINT * closeness, "near the hinted point")
    return candidate


def _neighbours(entry: GazetteerEntry, point: Point, surroundings: _Surroundings) -> tuple[str, float, float]:
    """The nearest sure place, how near (0-1) it is, and the share (0-1) of the sure places close by."""
    nearest, nearness, close = "", 0.0, 0.0
    reach = _LAND_KM if entry.type in _LANDS else _CLOSE_KM
    latitude = point.latitude
    for name, other, probability, weight in surroundings.anchors:
        if abs(latitude - other.latitude) > _FAR_DEGREES:
            continue
        distance = distance_km(point, other)
        if distance > _FAR_KM:
            continue
        near = probability * exp(-distance / _REACH_KM)
        if near > nearness:
            nearest, nearness = name, near
        close += weight * exp(-distance / reach)
    return nearest, nearness, close / surroundings.weight


def distance_km(one: Point, other: Point) -> float:
    """Distance on the plane: right to a per cent near by, which is where it counts; never for an answer."""
    across = (one.longitude - other.longitude + 180.0) % 360.0 - 180.0
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return _KM_PER_DEGREE * sqrt(across * across + (one.latitude - other.latitude) ** 2)
