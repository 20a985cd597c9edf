"""What a document says about where it plays: its countries, and the places that are beyond doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p

from service.domain.model import GazetteerEntry, Hints, PlaceType, Point
from service.domain.nations import Nations
from service.domain.places.neighbours import AMID, NEARNESS, Anchor, Neighbourhood, by_neighbours, distance_km
from service.domain.places.weighing import Candidate
from service.domain.text import Words

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
_STATES = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY})
_NAMED, _SPOKEN = 1.0, 0.35  # a country by its name, and by its adjective or people
_FROM_PLACE = 0.8
_DOUBT = 0.5  # what one mention of a country leaves open
_BELIEVED = 0.3  # share of attention that a misspelt name needs for its country

# Weights in natural log-odds, set by hand.
_COUNTRY = 5.0
_BESIDE = 3.0  # times that a sure place counts beside the name that is judged
_OUT_OF_REACH = NEARNESS + AMID + 6.0  # behind the likeliest, where no neighbour brings to the fore
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
    neighbourhood = _neighbourhood(evidence, key, sentences)
    weighed = []
    for candidate in found:
        share = countries.get(candidate.entry.country or "", 0.0)
        if not candidate.doubtful or share >= _BELIEVED:
            weighed.append(_by_hints(_by_country(candidate, share), evidence.hints))
    least = max((candidate.weight for candidate in weighed), default=0.0) - _OUT_OF_REACH
    return [
        by_neighbours(candidate, neighbourhood) if candidate.weight >= least else candidate
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


def _neighbourhood(evidence: Evidence, key: str, sentences: frozenset[int]) -> Neighbourhood:
    """What lies around the name `key`: the sure places but itself."""
    anchors = [
        Anchor(
            witness.entry.name,
            point.latitude,
            point.longitude,
            witness.probability,
            witness.weight if witness.sentences.isdisjoint(sentences) else witness.weight * _BESIDE,
        )
        for witness, point in evidence.standing
        if witness.key != key
    ]
    return Neighbourhood(anchors, sum([anchor.weight for anchor in anchors]) + _DOUBT)
