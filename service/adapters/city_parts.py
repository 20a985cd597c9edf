"""Reads the dated facts about parts of cities: `city_parts.csv`, placed by the districts of each side.

A part has no surveyed point: it is put in the middle of the districts that `aleppo_sides_2016.csv` gives to
the side that held it, with the districts' points from `places/aleppo_districts.csv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from service.adapters.fact_rows import FactRow, read_rows
from service.adapters.place_facts import read_place_facts
from service.domain.model import PlaceType, Point
from service.domain.places.parts import CityPart

PART_COLUMNS = ("city", "word", "side", "since", "until", "held_by", "source")
SIDE_COLUMNS = ("place", "side", "since", "until", "source")


def load_city_parts(folder: Path) -> tuple[CityPart, ...]:
    """The dated parts in order of the file. Raises `DamagedData` for a row that cannot be understood."""
    held = _points_by_side(folder)
    return tuple(_part(row, held) for row in read_rows(folder / "city_parts.csv", PART_COLUMNS))


def _points_by_side(folder: Path) -> dict[str, list[Point]]:
    """The points of the districts that each side held; those at their city's point say nothing."""
    points = {
        fact.id: fact.point
        for fact in read_place_facts(folder / "places")
        if fact.point is not None and fact.type is PlaceType.DISTRICT
    }
    held: dict[str, list[Point]] = defaultdict(list)
    for row in read_rows(folder / "aleppo_sides_2016.csv", SIDE_COLUMNS):
        point = points.get(row.required("place"))
        if point is not None:
            held[row.required("side")].append(point)
    return held


def _part(row: FactRow, held: dict[str, list[Point]]) -> CityPart:
    points = held.get(row.required("held_by"))
    if not points:
        raise row.damaged(f"no district is known to have been held by {row.required('held_by')!r}")
    return CityPart(
        city=row.required("city"),
        word=row.required("word"),
        side=row.required("side"),
        point=_middle(points),
        since=_day(row, "since"),
        until=_day(row, "until"),
        source=row.required("source"),
    )


def _middle(points: Sequence[Point]) -> Point:
    """The mean of points that lie close together, to five decimals (a metre)."""
    return Point(
        latitude=round(sum(point.latitude for point in points) / len(points), 5),
        longitude=round(sum(point.longitude for point in points) / len(points), 5),
    )


def _day(row: FactRow, column: str) -> date | None:
    text = row.optional(column)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise row.damaged(f"{column} {text!r} is no ISO day") from error
