"""How the gazetteer is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from service.domain.model import BoundingBox, PlaceType, Point
from service.domain.ports import PlaceQuery
from service.web.fields import Choice, Number, WholeNumber, about, code, line
from service.web.schemas.options import latitude, longitude, refuse_half_a_point


def _types() -> fields.List[Any]:
    return fields.List(
        Choice(PlaceType),
        load_default=(),
        data_key="type",
        validate=validate.Length(max=len(PlaceType)),
        metadata=about("Only places of these kinds.", ["city", "district"]),
    )


def _language() -> fields.String:
    return code(
        "^[a-z]{2,3}$",
        "ISO 639 code of the language to name places in; goes before `Accept-Language`. French when neither"
        " is told, and where a language has no name of its own the one that GeoNames gives.",
        "fr",
    )


@dataclass(frozen=True, slots=True)
class Search:
    """A search, and the language in which its answers are to be named."""

    query: PlaceQuery
    language: str | None


class LanguageQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    lang = _language()

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> str | None:
        told: str | None = data.get("lang")
        return told


def _limit(default: int) -> WholeNumber:
    return WholeNumber(
        load_default=default,
        validate=validate.Range(1, 50),
        metadata=about(f"How many places at most; {default} when absent.", default),
    )


class PlaceQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    q = line(
        "The name looked for: exact, beginning or misspelt; behind a comma what it lies in.",
        "Alep",
        required=True,
    )
    lang = _language()
    limit = _limit(10)
    offset = WholeNumber(
        load_default=0,
        validate=validate.Range(0, 10_000),
        metadata=about("How many places to leave out from the start.", 0),
    )
    countrycode = fields.List(
        code("^[A-Za-z]{2}$", "ISO 3166-1 alpha-2 code, or XK.", "SY"),
        load_default=(),
        validate=validate.Length(max=50),
        metadata=about("Only places of these countries.", ["SY"]),
    )
    types = _types()
    bbox = fields.List(
        Number(),
        metadata=about(
            "Only places in the box `minLon,minLat,maxLon,maxLat`, in degrees. The first longitude is greater"
            " than the second where the box crosses the antimeridian; latitudes may come in either order.",
            [35.7, 32.3, 42.4, 37.3],
            minItems=4,
            maxItems=4,
            prefixItems=[
                {"type": "number", "minimum": -most, "maximum": most} for most in (180, 90, 180, 90)
            ],
        ),
    )
    lat = latitude()
    lon = longitude()

    @validates_schema(pass_original=True)
    def complete(self, data: dict[str, Any], given: dict[str, Any], **_: Any) -> None:
        refuse_half_a_point(given, "lat", "lon")
        _refuse_wrong_box(data.get("bbox"))

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Search:
        query = PlaceQuery(
            q=data["q"],
            limit=data["limit"],
            offset=data["offset"],
            countries=tuple(country.upper() for country in data["countrycode"]),
            types=tuple(data["types"]),
            bbox=_box(data["bbox"]) if "bbox" in data else None,
            near=Point(data["lat"], data["lon"]) if "lat" in data else None,
        )
        return Search(query, data.get("lang"))


def _refuse_wrong_box(numbers: list[float] | None) -> None:
    if numbers is None:
        return
    if len(numbers) != 4 or any(abs(n) > most for n, most in zip(numbers, (180, 90, 180, 90), strict=False)):
        raise ValidationError("Give minLon,minLat,maxLon,maxLat in degrees.", "bbox")


def _box(numbers: list[float]) -> BoundingBox:
    west, south, east, north = numbers
    return BoundingBox(west, min(south, north), east, max(south, north))


@dataclass(frozen=True, slots=True)
class Around:
    """A point and how far to look around it."""

    point: Point
    limit: int
    radius_km: float
    types: tuple[PlaceType, ...]
    language: str | None = None


class ReverseQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    lat = latitude(required=True)
    lon = longitude(required=True)
    limit = _limit(5)
    radius_km = Number(
        load_default=50.0,
        validate=validate.Range(0, 500),
        metadata=about("How far to look, in kilometres; 50 when absent.", 50),
    )
    types = _types()
    lang = _language()

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Around:
        point = Point(data["lat"], data["lon"])
        return Around(point, data["limit"], data["radius_km"], tuple(data["types"]), data.get("lang"))
