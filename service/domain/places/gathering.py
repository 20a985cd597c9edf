"""From readings to the places of an article, and what it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from service.domain.model import Focus, Place, PlaceMention, PlaceRef, PlaceType, Usage
from service.domain.places.reading import Reading

_WORLDWIDE = frozenset({PlaceType.CONTINENT, PlaceType.SUPRAREGION})
_EARLY = 600  # characters: the headline and the first paragraph say what an article is about
_LITERAL, _METONYMIC, _HEAD_START = 1.0, 0.3, 2.0
_STANDS_OUT = 0.3  # share of all weight that the country of an article needs at least


def gather_places(readings: Iterable[Reading]) -> tuple[Place, ...]:
    """One place for each entry, in order of first mention, with the highest confidence of its mentions."""
    gathered: dict[str, list[Reading]] = {}
    for reading in sorted(readings, key=lambda reading: reading.toponym.start):
        gathered.setdefault(reading.entry.id, []).append(reading)
    return tuple(_place(group) for group in gathered.values())


def _place(group: Sequence[Reading]) -> Place:
    best = max(group, key=lambda reading: reading.confidence)
    return Place(
        entry=best.entry,
        confidence=best.confidence,
        mentions=tuple(_mention(reading) for reading in group),
        candidates=best.candidates,
        reasons=best.reasons,
    )


def _mention(reading: Reading) -> PlaceMention:
    toponym = reading.toponym
    return PlaceMention(toponym.start, toponym.end, toponym.text, reading.usage)


def find_focus(readings: Sequence[Reading]) -> Focus:
    """The country and the place that the article is about.

    Literal mentions count in full, metonymic ones little, those near the beginning twice; a part or a
    district counts for the place that it lies in as well. `None` where nothing stands out.
    """
    countries: dict[str, float] = defaultdict(float)
    places: dict[str, float] = defaultdict(float)
    refs: dict[str, PlaceRef] = {}
    for reading in readings:
        weight = _weight(reading)
        entry = reading.entry
        if entry.country:
            countries[entry.country] += weight
        if entry.type is PlaceType.COUNTRY or entry.type in _WORLDWIDE or entry.point is None:
            continue
        for share, ref in _told(reading):
            refs[ref.id] = ref
            places[ref.id] += share * weight
    country = _most(countries)
    place = _most(places)
    if country is not None and countries[country] < _STANDS_OUT * sum(countries.values()):
        country = None
    return Focus(country, refs[place] if place is not None else None)


def _weight(reading: Reading) -> float:
    usage = _LITERAL if reading.usage is Usage.LITERAL else _METONYMIC
    return usage * reading.confidence * (_HEAD_START if reading.toponym.start < _EARLY else 1.0)


def _told(reading: Reading) -> Iterable[tuple[float, PlaceRef]]:
    entry = reading.entry
    inner = entry.type in (PlaceType.PART, PlaceType.DISTRICT)
    if not entry.id.startswith("text:"):
        yield 1.0, PlaceRef(entry.id, entry.name, entry.type)
    if inner and entry.parents and entry.parents[0].type is not PlaceType.COUNTRY:
        yield 0.8, entry.parents[0]


def _most(weights: dict[str, float]) -> str | None:
    # The first of equals: dictionaries keep the order of first mention.
    return max(weights, key=lambda key: round(weights[key], 6)) if weights else None
