"""What a document says about where it plays: its countries, and the places that are beyond doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log1p, radians, sqrt
from typing import NamedTuple

from service.domain.model import GazetteerEntry, Hints, PlaceType, Point
from service.domain.nations import Nations
from service.domain.places.weighing import Candidate
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
_FAR_DEGREES = 450.0 / _KM_PER_DEGREE  # of latitude: three times the longest reach, where little is left
_REACHES = 4.0  # reaches behind which less than a fiftieth is left
_NARROWEST = 0.1  # cosine of the latitude near the poles
_OUT_OF_REACH = _NEARNESS + _AMID + 6.0  # behind the likeliest, where no neighbour brings to the fore
_HINTED_COUNTRY, _HINTED_POINT = 6.0, 7.0
_HINT_REACH_KM = 150.0


@dataclass(frozen=True, slots=True)
class Witness:
    """A sure reading: the folded name that it is of, its entry, how sure it is, and the offsets of the
    sentences that name it; `weight` is how much it says of where the text plays.
    """

    key: str
    entry: GazetteerEntry
    probability: float
    sentences: frozenset[int]
    weight: float


def witness_weight(entry: GazetteerEntry, probability: float, mentions: int) -> float:
    """How much a sure reading says of where a text plays."""
    share = _NAMED if entry.type in _STATES else _FROM_PLACE * probability
    return share * log1p(mentions)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for countries and for neighbourhoods. No name is a witness for itself.

    `attention` is the weight of each country by adjectives, people and witnesses, `owed` the part of it that
    a name brings in itself; `standing` are the witnesses that stand at a point.
    """

    attention: Mapping[str, float]
    owed: Mapping[str, Mapping[str, float]]
    standing: tuple[tuple[Witness, Point], ...]
    hints: Hints

    @classmethod
    def of(cls, witnesses: Sequence[Witness], spoken: Mapping[str, float], hints: Hints) -> Evidence:
        """`spoken` is the weight of each country by its adjectives and people."""
        attention: dict[str, float] = defaultdict(float, spoken)
        owed: dict[str, dict[str, float]] = defaultdict(dict)
        for witness in witnesses:
            if country := witness.entry.country:
                attention[country] += witness.weight
                own = owed[witness.key]
                own[country] = own.get(country, 0.0) + witness.weight
        standing = tuple(
            (witness, witness.entry.point)
            for witness in witnesses
            if witness.entry.point is not None and witness.entry.type in _POINTLIKE
        )
        return cls(dict(attention), dict(owed), standing, hints)

    def countries(self, key: str) -> dict[str, float]:
        """A share of attention (0-1) for each ISO code, to judge the name `key` by."""
        weights = dict(self.attention)
        for country, weight in self.owed.get(key, {}).items():
            weights[country] -= weight
        most = max(weights.values(), default=0.0)
        return {country: weight / (most + _DOUBT) for country, weight in weights.items()}


def spoken_countries(words: Words, nations: Nations) -> dict[str, float]:
    """The weight of each country by its adjectives and people."""
    return {country: _SPOKEN * log1p(count) for country, count in nations.spoken_of(words.words).items()}


def weigh_evidence(
    found: Sequence[Candidate], evidence: Evidence, key: str, sentences: frozenset[int] = frozenset()
) -> list[Candidate]:
    """The candidates of the name `key`, told in these sentences, in the light of the document."""
    countries = evidence.countries(key)
    surroundings = _surroundings(evidence, key, sentences)
    weighed = []
    for candidate in found:
        share = countries.get(candidate.entry.country or "", 0.0)
        if not candidate.doubtful or share >= _BELIEVED:
            weighed.append(_by_hints(_by_country(candidate, share), evidence.hints))
    least = max((candidate.weight for candidate in weighed), default=0.0) - _OUT_OF_REACH
    return [
        _by_neighbours(candidate, surroundings) if candidate.weight >= least else candidate
        for candidate in weighed
    ]


def _by_country(candidate: Candidate, share: float) -> Candidate:
    if share <= 0.0:
        return candidate
    return candidate.plus(_COUNTRY * share, f"the text speaks of {candidate.entry.country}")


def _by_hints(candidate: Candidate, hints: Hints) -> Candidate:
    entry = candidate.entry
    if entry.country in hints.countries:
        candidate = candidate.plus(_HINTED_COUNTRY, f"hint of {entry.country}")
    if hints.point is not None and entry.point is not None and entry.type is not PlaceType.COUNTRY:
        closeness = exp(-distance_km(entry.point, hints.point) / _HINT_REACH_KM)
        candidate = candidate.plus(_HINTED_POINT * closeness, "near the hinted point")
    return candidate


class _Anchor(NamedTuple):
    """A sure place on the map; its weight counts threefold beside the name that is judged."""

    name: str
    latitude: float
    longitude: float
    probability: float
    weight: float


class _Surroundings(NamedTuple):
    anchors: list[_Anchor]
    weight: float  # of all of them, and the doubt that is left


def _surroundings(evidence: Evidence, key: str, sentences: frozenset[int]) -> _Surroundings:
    """What lies around the name `key`: the sure places but itself."""
    anchors = [
        _Anchor(
            witness.entry.name,
            point.latitude,
            point.longitude,
            witness.probability,
            witness.weight if witness.sentences.isdisjoint(sentences) else witness.weight * _BESIDE,
        )
        for witness, point in evidence.standing
        if witness.key != key
    ]
    return _Surroundings(anchors, sum([anchor.weight for anchor in anchors]) + _DOUBT)


def _by_neighbours(candidate: Candidate, surroundings: _Surroundings) -> Candidate:
    entry = candidate.entry
    if entry.point is None or entry.type is PlaceType.COUNTRY:
        return candidate
    name, nearness, amid = _neighbours(
        entry.point, _LAND_KM if entry.type in _LANDS else _CLOSE_KM, surroundings
    )
    if nearness > _SLIGHT:
        candidate = candidate.plus(_NEARNESS * nearness, f"near {name}")
    if amid > _SLIGHT:
        candidate = candidate.plus(_AMID * amid, "where the text plays")
    return candidate


def _neighbours(point: Point, reach: float, surroundings: _Surroundings) -> tuple[str, float, float]:
    """The nearest sure place, how near (0-1) it is, and the share (0-1) of the sure places close by.

    The plane is flat around the point: right to some per cent near by, which is where it counts.
    """
    nearest, nearness, close = "", 0.0, 0.0
    latitude, longitude = point.latitude, point.longitude
    narrowing = max(_NARROWEST, cos(radians(latitude)))
    widest, farthest = _FAR_DEGREES / narrowing, _REACHES * reach
    for name, other_latitude, other_longitude, probability, weight in surroundings.anchors:
        up = latitude - other_latitude
        if not -_FAR_DEGREES < up < _FAR_DEGREES:
            continue
        across = abs(longitude - other_longitude)
        if across > 180.0:
            across = 360.0 - across
        if across > widest:
            continue
        across *= narrowing
        distance = _KM_PER_DEGREE * sqrt(across * across + up * up)
        near = probability * exp(-distance / _REACH_KM)
        if near > nearness:
            nearest, nearness = name, near
        if distance < farthest:
            close += weight * exp(-distance / reach)
    return nearest, nearness, close / surroundings.weight


def distance_km(one: Point, other: Point) -> float:
    """Distance on the plane: right to a per cent near by, which is where it counts; never for an answer."""
    across = (one.longitude - other.longitude + 180.0) % 360.0 - 180.0
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return _KM_PER_DEGREE * sqrt(across * across + (one.latitude - other.latitude) ** 2)
