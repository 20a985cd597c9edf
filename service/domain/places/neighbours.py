"""What the places that are beyond doubt say for a reading near them, and for one amid them."""

from __future__ import annotations

from math import cos, exp, radians, sqrt
from typing import NamedTuple

from service.domain.model import PlaceType, Point
from service.domain.places.weighing import Candidate

_LANDS = frozenset({PlaceType.REGION, PlaceType.TERRITORY, PlaceType.AREA, PlaceType.RIVER})
_KM_PER_DEGREE = 111.2

# Weights in natural log-odds, set by hand.
NEARNESS = 2.5
_REACH_KM = 120.0
AMID, _CLOSE_KM, _LAND_KM = 6.0, 50.0, 150.0
_SLIGHT = 0.05  # nearness that is not worth a word
_FAR_DEGREES = 450.0 / _KM_PER_DEGREE  # of latitude: three times the longest reach, where little is left
_REACHES = 4.0  # reaches behind which less than a fiftieth is left
_NARROWEST = 0.1  # cosine of the latitude near the poles


class Anchor(NamedTuple):
    """A sure place on the map, in degrees; `weight` is how much it says of where the text plays."""

    name: str
    latitude: float
    longitude: float
    probability: float
    weight: float


class Neighbourhood(NamedTuple):
    """The sure places around a name that is judged, itself left out."""

    anchors: list[Anchor]
    weight: float  # of all of them, and the doubt that is left


def by_neighbours(candidate: Candidate, neighbourhood: Neighbourhood) -> Candidate:
    """The candidate in the light of how near it is to a sure place, and to most of them."""
    entry = candidate.entry
    if entry.point is None or entry.type is PlaceType.COUNTRY:
        return candidate
    name, nearness, amid = _neighbours(
        entry.point, _LAND_KM if entry.type in _LANDS else _CLOSE_KM, neighbourhood
    )
    if nearness > _SLIGHT:
        candidate = candidate.plus(NEARNESS * nearness, f"near {name}")
    if amid > _SLIGHT:
        candidate = candidate.plus(AMID * amid, "where the text plays")
    return candidate


def _neighbours(point: Point, reach: float, neighbourhood: Neighbourhood) -> tuple[str, float, float]:
    """The nearest sure place, how near (0-1) it is, and the share (0-1) of the sure places close by.

    The plane is flat around the point: right to some per cent near by, which is where it counts.
    """
    nearest, nearness, close = "", 0.0, 0.0
    latitude, longitude = point.latitude, point.longitude
    narrowing = max(_NARROWEST, cos(radians(latitude)))
    widest, farthest = _FAR_DEGREES / narrowing, _REACHES * reach
    for name, other_latitude, other_longitude, probability, weight in neighbourhood.anchors:
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
    return nearest, nearness, close / neighbourhood.weight


def distance_km(one: Point, other: Point) -> float:
    """Distance on the plane: right to a per cent near by, which is where it counts; never for an answer."""
    across = (one.longitude - other.longitude + 180.0) % 360.0 - 180.0
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return _KM_PER_DEGREE * sqrt(across * across + (one.latitude - other.latitude) ** 2)
