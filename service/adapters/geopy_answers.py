"""Reads what geocoders say of a place: each in its own words, all into a `GazetteerEntry`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.domain.model import BoundingBox, GazetteerEntry, Match, PlaceType, Point, Precision

# OpenStreetMap's place and feature values, Photon's types and Pelias' layers.
_KINDS: dict[str, tuple[PlaceType, Precision]] = {
    word: (kind, precision)
    for kind, precision, words in (
        (PlaceType.CONTINENT, Precision.CONTINENT, "continent"),
        (PlaceType.COUNTRY, Precision.COUNTRY, "country"),
        (PlaceType.TERRITORY, Precision.COUNTRY, "dependency"),
        (PlaceType.REGION, Precision.REGION, "state region province macroregion"),
        (PlaceType.DEPARTMENT, Precision.REGION, "county department state_district macrocounty"),
        (PlaceType.CITY, Precision.CITY, "city town village hamlet municipality locality localadmin"),
        (
            PlaceType.DISTRICT,
            Precision.DISTRICT,
            "suburb quarter neighbourhood borough city_district district city_block",
        ),
        (PlaceType.STREET, Precision.EXACT, "street road residential pedestrian square"),
        (PlaceType.BUILDING, Precision.EXACT, "building house venue address amenity tourism historic"),
        (PlaceType.AIRPORT, Precision.EXACT, "aerodrome aeroway"),
        (PlaceType.SEA, Precision.WATER, "sea ocean marinearea bay gulf"),
        (PlaceType.STRAIT, Precision.WATER, "strait"),
        (PlaceType.RIVER, Precision.WATER, "river waterway stream canal"),
        (PlaceType.LAKE, Precision.WATER, "lake water reservoir"),
        (PlaceType.MOUNTAIN, Precision.TERRAIN, "peak mountain mountain_range volcano ridge"),
        (PlaceType.ISLAND, Precision.TERRAIN, "island archipelago islet"),
        (PlaceType.PENINSULA, Precision.TERRAIN, "peninsula cape"),
        (PlaceType.DESERT, Precision.TERRAIN, "desert"),
    )
    for word in words.split()
}
_ANY = (PlaceType.CITY, Precision.CITY)  # what a geocoder of names finds most when it does not say
_OSM_KINDS = {"node": "n", "way": "w", "relation": "r", "N": "n", "W": "w", "R": "r"}


def read_location(service: str, location: Any) -> GazetteerEntry:
    """A geopy `Location`. Raises `ValueError` for a point off the Earth."""
    raw = _mapping(location.raw)
    facts = _mapping(raw.get("properties")) or raw
    address = _mapping(facts.get("address")) or facts
    point = _point(location.latitude, location.longitude)
    name = str(facts.get("name") or location.address.partition(",")[0]).strip()
    kind, precision = next((_KINDS[word] for word in _words(facts) if word in _KINDS), _ANY)
    code = str(address.get("country_code") or address.get("countrycode") or "").upper()
    return GazetteerEntry(
        id=_id(service, facts, point),
        name=name,
        type=kind,
        country=code if len(code) == 2 and code.isalpha() else None,
        point=point,
        precision=precision,
        admin1=address.get("state") or address.get("region"),
        bbox=_box(raw, facts),
        names=(name,),
        source=service,
        matched=Match.NAME,
    )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _words(facts: Mapping[str, Any]) -> list[str]:
    """What it says of its kind, the most telling first."""
    return [str(facts.get(key)) for key in ("addresstype", "layer", "osm_value", "type", "class", "osm_key")]


def _point(latitude: float, longitude: float) -> Point:
    # Where an answer has no coordinates, geopy puts 0, 0, where there is nothing but sea.
    if not (latitude or longitude) or abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError(f"{latitude}, {longitude} is no point on Earth")
    return Point(latitude, longitude)


def _id(service: str, facts: Mapping[str, Any], point: Point) -> str:
    """The id of its source where it has one; otherwise its point, which is as stable as the source."""
    if facts.get("osm_id") and facts.get("osm_type") in _OSM_KINDS:
        return f"osm:{_OSM_KINDS[facts['osm_type']]}{facts['osm_id']}"
    if facts.get("geonameId"):
        return f"geonames:{facts['geonameId']}"
    if facts.get("gid"):
        return f"{service}:{facts['gid']}"
    return f"{service}:{point.latitude:.5f},{point.longitude:.5f}"


def _box(raw: Mapping[str, Any], facts: Mapping[str, Any]) -> BoundingBox | None:
    """Nominatim says south, north, west, east; Photon west, north, east, south; GeoJSON as we do."""
    if sides := facts.get("boundingbox"):
        south, north, west, east = map(float, sides)
    elif sides := facts.get("extent"):
        west, north, east, south = map(float, sides)
    elif sides := raw.get("bbox"):
        west, south, east, north = map(float, sides)
    else:
        return None
    return BoundingBox(west, south, east, north)
