"""What a document says about where it plays: its countries, and the places that are beyond doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log1p, radians, sqrt

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

    @property
    def weight(self) -> float:
        share = _NAMED if self.entry.type in _STATES else _FROM_PLACE * self.probability
        return share * log1p(self.mentions)


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
    anchors = tuple(witness for witness in evidence.witnesses if _anchors(witness, key))
    weighed = []
    for candidate in found:
        share = countries.get(candidate.entry.country or "", 0.0)
        if candidate.doubtful and share < _BELIEVED:
            continue
        weighed.append(_by_place(_by_country(candidate, share), anchors, evidence.hints, sentences))
    return weighed


def _by_country(candidate: Candidate, share: float) -> Candidate:
    if not share:
        return candidate
    return candidate.plus(_COUNTRY * share, f"the text speaks of {candidate.entry.country}")


def _anchors(witness: Witness, key: str) -> bool:
    entry = witness.entry
    return witness.key != key and entry.point is not None and entry.type in _POINTLIKE


def _by_place(
    candidate: Candidate, anchors: tuple[Witness, ...], hints: Hints, sentences: frozenset[int]
) -> Candidate:
    entry = candidate.entry
    if entry.country in hints.countries:
        candidate = candidate.plus(_HINTED_COUNTRY, f"hint of {entry.country}")
    if entry.point is None or entry.type is PlaceType.COUNTRY:
        return candidate
    near = _nearest(entry.point, anchors)
    if near is not None and near[1] > 0.05:
        candidate = candidate.plus(_NEARNESS * near[1], f"near {near[0]}")
    amid = _amid(entry, anchors, sentences)
    if amid > 0.05:
        candidate = candidate.plus(_AMID * amid, "where the text plays")
    if hints.point is not None:
        closeness = exp(-distance_km(entry.point, hints.point) / _HINT_REACH_KM)
        candidate = candidate.plus(_HINTED_POINT * closeness, "near the hinted point")
    return candidate


def _nearest(point: Point, anchors: tuple[Witness, ...]) -> tuple[str, float] | None:
    best: tuple[str, float] | None = None
    for anchor in anchors:
        if anchor.entry.point is None:
            continue
        distance = distance_km(point, anchor.entry.point)
        closeness = anchor.probability * exp(-distance / _REACH_KM)
        if best is None or closeness > best[1]:
            best = (anchor.entry.name, closeness)
    return best


def _amid(entry: GazetteerEntry, anchors: tuple[Witness, ...], sentences: frozenset[int]) -> float:
    """The share (0-1) of the sure places that lie close by; those of the same sentences count threefold."""
    close, all_ = 0.0, _DOUBT
    reach = _LAND_KM if entry.type in _LANDS else _CLOSE_KM
    for anchor in anchors:
        if anchor.entry.point is None or entry.point is None:
            continue
        weight = anchor.weight * (_BESIDE if anchor.sentences & sentences else 1.0)
        all_ += weight
        close += weight * exp(-distance_km(entry.point, anchor.entry.point) / reach)
    return close / all_


def distance_km(one: Point, other: Point) -> float:
    """Distance on the plane: right to a per cent near by, which is where it counts; never for an answer."""
    across = (one.longitude - other.longitude + 180.0) % 360.0 - 180.0
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return _KM_PER_DEGREE * sqrt(across * across + (one.latitude - other.latitude) ** 2)
