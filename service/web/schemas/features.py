"""GeoJSON in the contract. Answers are reshaped by `geojson.py`; these schemas only describe them."""

from __future__ import annotations

from marshmallow import fields, validate

from service.web.fields import about
from service.web.schemas.answer import AnswerSchema


class PointSchema(AnswerSchema):
    """A point: longitude, then latitude (RFC 7946, 3.1.1)."""

    type = fields.String(required=True, validate=validate.Equal("Point"), metadata=about("Always a point."))
    coordinates = fields.List(
        fields.Float(),
        required=True,
        validate=validate.Length(2, 2),
        metadata=about("Longitude and latitude, WGS84 degrees.", [37.16117, 36.20124]),
    )


class FeatureSchema(AnswerSchema):
    """A place (RFC 7946, 3.2)."""

    type = fields.String(required=True, validate=validate.Equal("Feature"), metadata=about("Always this."))
    id = fields.String(required=True, metadata=about("Stable id of the place.", "geonames:170063"))
    bbox = fields.List(
        fields.Float(),
        validate=validate.Length(4, 4),
        metadata=about("West, south, east, north in degrees.", [37.05, 36.12, 37.25, 36.28]),
    )
    geometry = fields.Nested(
        PointSchema,
        required=True,
        allow_none=True,
        metadata=about("Null for a place that is not located."),
    )
    properties = fields.Dict(
        required=True, metadata=about("The other keys of the place, as in the JSON answer.")
    )


class FeatureCollectionSchema(AnswerSchema):
    """Places (RFC 7946, 3.3); `article`, `focus` and `meta` are as in the JSON answer."""

    type = fields.String(
        required=True, validate=validate.Equal("FeatureCollection"), metadata=about("Always this.")
    )
    features = fields.List(
        fields.Nested(FeatureSchema),
        required=True,
        metadata=about("The places, in the order of the JSON answer."),
    )
