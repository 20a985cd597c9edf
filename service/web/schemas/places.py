"""Places: as every answer tells them, and as an article names them."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from service.domain.model import GazetteerEntry, PlaceType, Precision, Usage
from service.web.fields import Choice, Number, WholeNumber, about
from service.web.schemas.answer import AnswerSchema
from service.web.schemas.meta import confidence, country_code

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


def _degrees(meaning: str, example: float, most: float) -> Number:
    return Number(
        required=True,
        allow_none=True,
        validate=validate.Range(-most, most),
        metadata=about(meaning, example),
    )


class LocatedSchema(AnswerSchema):
    """What is told of every place."""

    id = fields.String(
        required=True,
        metadata=about("Stable, typed id: `geonames:…`, `gazette:…`, `wikidata:…`.", "geonames:170063"),
    )
    name = fields.String(
        required=True,
        metadata=about("Usual French name; of places asked for, in the language wanted.", "Alep"),
    )
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
    latitude = _degrees(_DEGREES_NORTH, 36.20124, 90)
    longitude = _degrees(_DEGREES_EAST, 37.16117, 180)
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
    """Dumps a value with an `entry` of the gazetteer; what an entry knows is taken from there."""

    def path_of(self, name: str, field: fields.Field[Any]) -> str:
        path = super().path_of(name, field)
        return f"entry.{path}" if hasattr(GazetteerEntry, path) else path


def parents_field() -> fields.List[Any]:
    """The field `parents`, made anew for each schema."""
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
    latitude = _degrees(_DEGREES_NORTH, 36.20124, 90)
    longitude = _degrees(_DEGREES_EAST, 37.16117, 180)
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
    parents = parents_field()
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
