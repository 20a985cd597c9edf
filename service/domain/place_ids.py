"""Finds the place of an id, also of a part that an analysis makes up: `geonames:170063#est`."""

from __future__ import annotations

from service.domain.model import GazetteerEntry
from service.domain.places import french
from service.domain.places.parts import Circumstances, CityPart, part_of
from service.domain.ports import Gazetteer
from service.errors import Merged, NotFound

_SUBURBS = "banlieue"


def find_place(id: str, gazetteer: Gazetteer, city_parts: tuple[CityPart, ...]) -> GazetteerEntry:
    """The place of the gazetteer, or the part of one. Raises `NotFound` and `Merged`."""
    try:
        return gazetteer.get(id)
    except Merged:
        raise
    except NotFound:
        whole, mark, side = id.rpartition("#")
        if not mark or not _is_side(whole, side, city_parts):
            raise
    try:
        return part_of(gazetteer.get(whole), side, Circumstances(city_parts=city_parts))
    except Merged as moved:
        raise Merged(moved.kind, id, f"{moved.into}#{side}") from moved


def _is_side(whole: str, side: str, city_parts: tuple[CityPart, ...]) -> bool:
    """Whether texts tell of such a part: *est*, *sud-est*, *rebelle*."""
    if side == _SUBURBS or side in french.HOLDERS.values():
        return True
    first, hyphen, second = side.partition("-")
    if hyphen:
        return first in ("nord", "sud") and second in ("est", "ouest")
    return side in french.COMPASS or any(part.city == whole and part.side == side for part in city_parts)
