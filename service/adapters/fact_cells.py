"""Reads the cells of the tables of places. Each raises `DamagedData` with the row's file and line."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from service.domain.model import BoundingBox, Point
from service.errors import DamagedData

_Kind = TypeVar("_Kind", bound=StrEnum)


def damaged(where: str, what: str) -> DamagedData:
    """The error for a fault in a data file, with what to run when it is mended."""
    return DamagedData(f"{where}: {what}. Correct the row, then run `gazette gazetteer build`.")


def read_list(text: str) -> tuple[str, ...]:
    """`a|b|c`, without empty and repeated parts."""
    return tuple(dict.fromkeys(part.strip() for part in text.split("|") if part.strip()))


def read_kind(where: str, kinds: type[_Kind], text: str) -> _Kind:
    try:
        return kinds(text)
    except ValueError as error:
        raise damaged(where, f"{text!r} is none of {', '.join(kinds)}") from error


def read_whole(where: str, column: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise damaged(where, f"{column} {text!r} is not a whole number")
    return int(text)


def _degrees(where: str, text: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise damaged(where, f"{text!r} is not a number of degrees") from error
    if not -most <= value <= most:
        raise damaged(where, f"{text} degrees are out of range")
    return value


def read_point(where: str, latitude: str, longitude: str) -> Point | None:
    if not latitude and not longitude:
        return None
    return Point(_degrees(where, latitude, 90), _degrees(where, longitude, 180))


def read_box(where: str, text: str) -> BoundingBox | None:
    if not text:
        return None
    sides = text.split()
    if len(sides) != 4:
        raise damaged(where, f"bbox {text!r} is not `west south east north`")
    west, south, east, north = (
        _degrees(where, side, most) for side, most in zip(sides, (180, 90, 180, 90), strict=True)
    )
    if south > north:
        raise damaged(where, f"bbox {text!r} has its south north of its north")
    return BoundingBox(west, south, east, north)
