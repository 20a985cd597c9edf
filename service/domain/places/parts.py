"""Parts of cities and countries: the east of a city, the north of a country, who held which side when."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from math import cos, pi, radians, sqrt

from service.domain.model import GazetteerEntry, Hints, PlaceRef, PlaceType, Point, Precision
from service.domain.text import fold

_KM_PER_DEGREE = 111.2
_INHABITANTS_PER_KM2 = {PlaceType.CITY: 10_000.0, PlaceType.COUNTRY: 60.0}
_HALF = 0.25  # the middle of one half of a square lies a quarter of its side from the square's middle
_BEARINGS = {"nord": (1, 0), "sud": (-1, 0), "est": (0, 1), "ouest": (0, -1)}


@dataclass(frozen=True, slots=True)
class CityPart:
    """A dated fact: from `since` to `until` (inclusive; `None` is open) `word` meant this part of the city.

    `city` is an id of the gazetteer, `word` a side as rules write it (*est*, *rebelle*), `side` the side that
    gives the part its identity: *rebelle* in 2016 and *est* are the same part of Alep.
    """

    city: str
    word: str
    side: str
    point: Point
    since: date | None = None
    until: date | None = None
    source: str = ""

    def holds(self, day: date | None) -> bool:
        """Whether the fact holds on the day. A part that was dated is not assumed for an undated article."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What resolution knows from outside the text.

    `day` is the day of publication, `candidates` the number of alternatives wanted (0-10).
    """

    hints: Hints = field(default_factory=Hints)
    day: date | None = None
    city_parts: tuple[CityPart, ...] = ()
    candidates: int = 0


def part_of(whole: GazetteerEntry, word: str, circumstances: Circumstances) -> GazetteerEntry:
    """The part of a place that a side names, as a place of its own with the id `<whole>#<side>`.

    Its point comes from a dated fact where there is one, otherwise from the compass: a quarter of the whole's
    extent away from its middle. A side that nobody placed keeps the whole's point, and its precision says so.
    """
    fact = _fact(whole, word, circumstances)
    side = fact.side if fact else word
    point = fact.point if fact else shifted(whole, side)
    return GazetteerEntry(
        id=f"{whole.id}#{fold(side).replace(' ', '-')}",
        name=f"{whole.name} ({side})",
        type=PlaceType.PART,
        country=whole.country,
        point=point or whole.point,
        precision=Precision.PART if point else whole.precision,
        admin1=whole.admin1,
        parents=(PlaceRef(whole.id, whole.name, whole.type), *whole.parents),
        source=fact.source if fact else "approximate: from the compass and the size of the whole",
    )


def _fact(whole: GazetteerEntry, word: str, circumstances: Circumstances) -> CityPart | None:
    known = [part for part in circumstances.city_parts if part.city == whole.id]
    dated = [part for part in known if part.word == word and part.holds(circumstances.day)]
    # Ground does not move: the side of a dated fact keeps its point on every day.
    ground = [part for part in known if part.side == word]
    return next(iter(dated or ground), None)


def shifted(whole: GazetteerEntry, side: str) -> Point | None:
    """A point inside the half or corner of a place that a compass word names; `None` for other words."""
    steps = [_BEARINGS[step] for step in side.split("-") if step in _BEARINGS]
    if whole.point is None or not steps:
        return None
    north = sum(step[0] for step in steps) / sqrt(len(steps))
    east = sum(step[1] for step in steps) / sqrt(len(steps))
    height, width = _extent_km(whole)
    latitude = whole.point.latitude + north * height * _HALF / _KM_PER_DEGREE
    narrowing = max(0.1, cos(radians(whole.point.latitude)))
    longitude = whole.point.longitude + east * width * _HALF / (_KM_PER_DEGREE * narrowing)
    return Point(max(-90.0, min(90.0, latitude)), (longitude + 180.0) % 360.0 - 180.0)


def _extent_km(whole: GazetteerEntry) -> tuple[float, float]:
    """Height and width in km: of the bounding box, otherwise estimated from the population."""
    if whole.bbox is not None and whole.type != PlaceType.CITY:
        box = whole.bbox
        middle = radians((box.north + box.south) / 2)
        width = ((box.east - box.west) % 360.0) * _KM_PER_DEGREE * cos(middle)
        return (box.north - box.south) * _KM_PER_DEGREE, width
    density = _INHABITANTS_PER_KM2.get(whole.type)
    if density is None or not whole.population:
        side = 8.0 if whole.type == PlaceType.CITY else 120.0
    else:
        side = 2 * sqrt(whole.population / density / pi)
    return side, side


def in_city(text: str, type: PlaceType, city: GazetteerEntry) -> GazetteerEntry:
    """A street, a station, a neighbourhood that the gazetteer lacks: at its city's point, and saying so."""
    return replace(
        city,
        id=f"text:{fold(text)}",
        name=text,
        type=type,
        precision=Precision.CITY if city.point else city.precision,
        bbox=None,
        population=0,
        parents=(PlaceRef(city.id, city.name, city.type), *city.parents),
        names=(text,),
        source="text",
        matched=None,
    )


def unlocated(text: str, type: PlaceType, country: str | None = None) -> GazetteerEntry:
    """A place that only the text knows."""
    return GazetteerEntry(f"text:{fold(text)}", text, type, country, None, Precision.CITY, source="text")
