# ruff: noqa: S608 (statements are put together from our own columns; values are always bound)
"""Finds the places around a point, by the half-degree cells of the gazetteer file."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator
from typing import Any

from geopy.distance import geodesic

from service.adapters.gazetteer_layout import CELLS_PER_DEGREE, CELLS_ROUND, PRECISIONS, TYPES, degrees
from service.domain.model import PlaceType, Point, Precision

KM_PER_DEGREE = 110.5  # of latitude, the least on Earth, so that no cell is missed
FIRST_RADIUS_KM = 25.0
EARTH_KM = 20_100.0  # more than half way round
# A place is near when its point is a spot: the middle of a country or a sea is near to nothing.
SPOTS = (Precision.EXACT, Precision.DISTRICT, Precision.PART, Precision.CITY)

_Query = Callable[[str, list[Any]], list[tuple[Any, ...]]]


def find(
    query: _Query, point: Point, limit: int, radius_km: float, types: tuple[PlaceType, ...]
) -> list[tuple[int, float]]:
    """Numbers of places and their geodesic distance in km, nearest first; looks in growing circles."""
    reach = min(FIRST_RADIUS_KM, radius_km)
    while True:
        found = _within(query, point, limit, reach, types)
        if len(found) >= limit or reach >= min(radius_km, EARTH_KM):
            return found
        reach = min(4 * reach, radius_km)


def _within(
    query: _Query, point: Point, limit: int, radius_km: float, types: tuple[PlaceType, ...]
) -> list[tuple[int, float]]:
    column, wanted = (
        ("type", map(TYPES.index, types)) if types else ("precision", map(PRECISIONS.index, SPOTS))
    )
    kinds = ",".join(map(str, wanted))
    rows = (
        (number, degrees(latitude, longitude))
        for first, last in _cells(point, radius_km)
        for number, latitude, longitude in query(
            "SELECT number, latitude, longitude FROM place "
            f"WHERE cell BETWEEN ? AND ? AND {column} IN ({kinds})",
            [first, last],
        )
    )
    # The sphere differs from the ellipsoid by less than 0.6 %: some more than wanted, then exactly.
    far = ((great_circle(point, place), number, place) for number, place in rows if place)
    likely = heapq.nsmallest(2 * limit + 8, far, key=lambda one: one[:2])
    exact = ((_ellipsoid(point, place), number) for _, number, place in likely)
    near = sorted(one for one in exact if one[0] <= radius_km)
    return [(number, distance) for distance, number in near[:limit]]


def _cells(point: Point, radius_km: float) -> Iterator[tuple[int, int]]:
    """First and last cell of each stretch of cells that a circle touches."""
    rows = radius_km / KM_PER_DEGREE
    south, north = max(-90.0, point.latitude - rows), min(90.0, point.latitude + rows)
    widest = math.cos(math.radians(min(89.9, max(abs(south), abs(north)))))
    reach = rows / widest
    for row in range(int((south + 90) * CELLS_PER_DEGREE), int((north + 90) * CELLS_PER_DEGREE) + 1):
        start = row * CELLS_ROUND
        if reach >= 179 or north - south >= 170 or 90 in (north, -south):
            yield start, start + CELLS_ROUND - 1
            continue
        west = math.floor((point.longitude + 180 - reach) * CELLS_PER_DEGREE)
        east = math.floor((point.longitude + 180 + reach) * CELLS_PER_DEGREE)
        if west < 0:
            yield start + west + CELLS_ROUND, start + CELLS_ROUND - 1
        if east >= CELLS_ROUND:
            yield start, start + east - CELLS_ROUND
        yield start + max(west, 0), start + min(east, CELLS_ROUND - 1)


def great_circle(one: Point, other: Point) -> float:
    """Distance on the sphere in km (haversine)."""
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    down, across = second - first, math.radians(other.longitude - one.longitude)
    chord = math.sin(down / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def _ellipsoid(one: Point, other: Point) -> float:
    return float(geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km)
