"""Places as GeoJSON (RFC 7946). Here, and only here, the order is longitude, latitude."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

MEDIA_TYPE = "application/geo+json"

_TOLD_BY_GEOMETRY = ("id", "latitude", "longitude", "bbox")


def feature(place: dict[str, Any]) -> dict[str, Any]:
    """A dumped place as a Feature; without a point its geometry is null."""
    point = [place["longitude"], place["latitude"]] if place["latitude"] is not None else None
    box = place.get("bbox")
    return {
        "type": "Feature",
        "id": place["id"],
        **({"bbox": [box["west"], box["south"], box["east"], box["north"]]} if box else {}),
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": {key: value for key, value in place.items() if key not in _TOLD_BY_GEOMETRY},
    }


def collection(places: Iterable[dict[str, Any]], **members: Any) -> dict[str, Any]:
    """Dumped places as a FeatureCollection, with what else is told as foreign members (RFC 7946, 6.1)."""
    return {"type": "FeatureCollection", "features": [feature(place) for place in places], **members}


def places_of(answer: dict[str, Any]) -> dict[str, Any]:
    """A dumped answer with `places` as a FeatureCollection; its other keys stay, but for other lists."""
    kept = {key: answer[key] for key in ("article", "focus", "meta") if key in answer}
    return collection(answer.get("places", ()), **kept)
