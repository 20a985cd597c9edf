"""Places: as the gazetteer knows them, as an article names them, and how they are searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, missing, post_load, validate, validates_schema

from service.domain.model import BoundingBox, GazetteerEntry, PlaceType, Point, Precision, Usage
from service.domain.ports import Nearby, PlaceQuery
from service.web.fields import Choice, Number, WholeNumber, about, code, line
from service.web.schemas.meta import AnswerSchema, Sources, SourceSchema, confidence, country_code
from service.web.schemas.options import latitude, longitude, refuse_half_a_point

_DEGREES_NORTH = "Degrees north, WGS84; null together with `longitude` when the place is not located."
_DEGREES_EAST = "Degrees east, WGS84; null together with `latitude` when the place is not located."


class BoundingBoxSchema(AnswerSchema):
    """WGS84 degrees; `west` is greater than `east` where the box crosses the antimeridian."""

    west = Number(required=True, metadata=about("Degrees east of the western edge.", 37.05))
    south = Number(required=True, metadata=about("Degrees north of the southern edge.", 36.12))
    east = Number(required=True, metadata=about("Degrees east of the eastern edge.", 37.25))
    north = Number(required=True, metadata=about("Degrees north of the northern edge.", 36.28))


class PlaceRefSchema(AnswerSchema):
    """A place named in passing."""

    id = fields.String(required=True, metadata=about("Stable, typed id.", "geonames:163843"))
    name = fields.String(required=True, metadata=about("Usual French name.", "Syrie"))
    type = Choice(PlaceType, required=True, metadata=about("Kind of place.", "country"))


def _degrees(attribute: str, meaning: str, example: float, most: float) -> Number:
    return Number(
        required=True,
        allow_none=True,
        attribute=attribute,
        dump_default=None,
        validate=validate.Range(-most, most),
        metadata=about(meaning, example),
    )


class LocatedSchema(AnswerSchema):
    """What is told of every place."""

    id = fields.String(
        required=True,
        metadata=about("Stable, typed id: `geonames:…`, `gazette:…`, `wikidata:…`.", "geonames:170063"),
    )
    name = fields.String(required=True, metadata=about("Usual French name.", "Alep"))
    type = Choice(
        PlaceType,
        required=True,
        metadata=about("Kind of place; `part` is a part of a city or a country.", "city"),
    )
    country = country_code()
    admin1 = fields.String(
        required=True,
        allow_none=True,
        metadata=about("Name of the first-level division, or null.", "Gouvernorat d'Alep"),
    )
    latitude = _degrees("point.latitude", _DEGREES_NORTH, 36.20124, 90)
    longitude = _degrees("point.longitude", _DEGREES_EAST, 37.16117, 180)
    bbox = fields.Nested(
        BoundingBoxSchema,
        required=True,
        allow_none=True,
        metadata=about("The box around the place, or null when it is not known."),
    )
    precision = Choice(
        Precision,
        required=True,
        metadata=about(
            "What the point stands for; a district without a point of its own has its city's: `city`.", "city"
        ),
    )


class OfEntrySchema(AnswerSchema):
    """Dumps a value with an `entry` of the gazetteer; what it lacks itself is taken from the entry."""

    def get_attribute(self, obj: Any, attr: str, default: Any) -> Any:
        value = super().get_attribute(obj, attr, missing)
        return super().get_attribute(obj.entry, attr, default) if value is missing else value


def _parents() -> fields.List[Any]:
    return fields.List(
        fields.Nested(PlaceRefSchema),
        required=True,
        metadata=about("The places that it lies in, from the nearest outwards."),
    )


class PlaceCandidateSchema(OfEntrySchema):
    """Another reading of a place name."""

    id = fields.String(required=True, metadata=about("Stable id.", "geonames:4119617"))
    name = fields.String(required=True, metadata=about("Usual name.", "Aleppo"))
    type = Choice(PlaceType, required=True, metadata=about("Kind.", "city"))
    country = country_code()
    latitude = _degrees("point.latitude", _DEGREES_NORTH, 36.20124, 90)
    longitude = _degrees("point.longitude", _DEGREES_EAST, 37.16117, 180)
    score = Number(
        required=True,
        digits=4,
        metadata=about("Probability among the readings, 0 to 1; the reading chosen comes first.", 0.93),
    )


class PlaceMentionSchema(AnswerSchema):
    """Where the article names a place."""

    start = WholeNumber(required=True, metadata=about("Offset of its first character.", 41))
    end = WholeNumber(required=True, metadata=about("Offset after its last character.", 45))
    text = fields.String(required=True, metadata=about("The words as they stand.", "Alep"))
    usage = Choice(
        Usage,
        required=True,
        metadata=about("`literal`: the place itself; `metonymic`: the power that sits there.", "literal"),
    )


class PlaceSchema(OfEntrySchema, LocatedSchema):
    """A place of the article."""

    confidence = confidence(
        "that the point lies within 161 km of the right one and that it is a place at all"
    )
    parents = _parents()
    candidates = fields.List(
        fields.Nested(PlaceCandidateSchema),
        required=True,
        metadata=about("Ranked readings, as many as asked for."),
    )
    reasons = fields.List(
        fields.String(),
        metadata=about("Why it is read so, when `explain` is asked for.", ["named with its country"]),
    )
    mentions = fields.List(
        fields.Nested(PlaceMentionSchema), required=True, metadata=about("Its mentions in order of the text.")
    )


class FoundPlaceSchema(LocatedSchema):
    """A place of the gazetteer."""

    parents = _parents()
    population = WholeNumber(required=True, metadata=about("Inhabitants; 0 when not known.", 1602264))
    source = fields.String(required=True, metadata=about("Where the facts come from.", "GeoNames"))


class FullPlaceSchema(FoundPlaceSchema):
    """A place of the gazetteer, with the names that it is found by."""

    names = fields.List(
        fields.String(), required=True, metadata=about("Its spellings, as written.", ["Alep", "Aleppo"])
    )


class NearbyPlaceSchema(OfEntrySchema, FoundPlaceSchema):
    """A place around a point."""

    distance_km = Number(
        required=True, digits=3, metadata=about("Geodesic distance from the point, in kilometres.", 1.204)
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A list of places and whose data they are."""

    places: tuple[GazetteerEntry | Nearby, ...]
    meta: Sources


class PlaceListSchema(AnswerSchema):
    """Places that a search found, best first."""

    places = fields.List(
        fields.Nested(FoundPlaceSchema), required=True, metadata=about("Empty when nothing fits.")
    )
    meta = fields.Nested(SourceSchema, required=True)


class NearbyListSchema(AnswerSchema):
    """Located places around a point, nearest first."""

    places = fields.List(
        fields.Nested(NearbyPlaceSchema), required=True, metadata=about("Empty when there is none.")
    )
    meta = fields.Nested(SourceSchema, required=True)


# --------------------------------------------------------------------------- queries


def _types() -> fields.List[Any]:
    return fields.List(
        Choice(PlaceType),
        load_default=(),
        data_key="type",
        validate=validate.Length(max=len(PlaceType)),
        metadata=about("Only places of these kinds.", ["city", "district"]),
    )


def _limit(default: int) -> WholeNumber:
    return WholeNumber(
        load_default=default,
        validate=validate.Range(1, 50),
        metadata=about(f"How many places at most; {default} when absent.", default),
    )


class PlaceQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    q = line("The name looked for: exact, beginning or misspelt.", "Alep", required=True)
    lang = code(
        "^[a-z]{2,3}$",
        "ISO 639 code of the language of the name; it only ranks.",
        "fr",
    )
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
    def make(self, data: dict[str, Any], **_: Any) -> PlaceQuery:
        return PlaceQuery(
            q=data["q"],
            limit=data["limit"],
            offset=data["offset"],
            language=data.get("lang"),
            countries=tuple(country.upper() for country in data["countrycode"]),
            types=tuple(data["types"]),
            bbox=_box(data["bbox"]) if "bbox" in data else None,
            near=Point(data["lat"], data["lon"]) if "lat" in data else None,
        )


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

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Around:
        point = Point(data["lat"], data["lon"])
        return Around(point, data["limit"], data["radius_km"], tuple(data["types"]))
