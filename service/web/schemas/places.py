"""Places: as the gazetteer knows them, as an article names them, and how they are searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import fields, validate

from service.domain.model import GazetteerEntry, PlaceType, Precision, Usage
from service.domain.ports import Nearby
from service.web.fields import Choice, Number, WholeNumber, about
from service.web.schemas.answer import AnswerSchema
from service.web.schemas.meta import Sources, SourceSchema, confidence, country_code

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


@dataclass(frozen=True, slots=True)
class FullPlace:
    """A place, and its names by the codes of their languages."""

    entry: GazetteerEntry
    names_by_language: dict[str, list[str]]


class FullPlaceSchema(OfEntrySchema, FoundPlaceSchema):
    """A place of the gazetteer, with the names that it is found by."""

    names = fields.List(
        fields.String(), required=True, metadata=about("Its spellings, as written.", ["Alep", "Aleppo"])
    )
    names_by_language = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata=about(
            "Those whose language is known, by ISO 639 code; the usual one of each language first.",
            {"fr": ["Alep"], "ar": ["حلب"]},
        ),
    )


class NearbyPlaceSchema(OfEntrySchema, FoundPlaceSchema):
    """A place around a point."""

    distance_km = Number(
        required=True, digits=3, metadata=about("Geodesic distance from the point, in kilometres.", 1.204)
    )


@dataclass(frozen=True, slots=True)
class FoundMeta(Sources):
    """… and the parts that could not be asked."""

    degraded: tuple[str, ...]


class FoundMetaSchema(SourceSchema):
    """Which versions gave the answer, whose data it rests on, and what could not be asked."""

    degraded = fields.List(
        fields.String(),
        required=True,
        metadata=about("The parts that could not be asked; empty when the answer is whole.", []),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A list of places and whose data they are."""

    places: tuple[GazetteerEntry | Nearby, ...]
    meta: FoundMeta


class PlaceListSchema(AnswerSchema):
    """Places that a search found, best first."""

    places = fields.List(
        fields.Nested(FoundPlaceSchema), required=True, metadata=about("Empty when nothing fits.")
    )
    meta = fields.Nested(FoundMetaSchema, required=True)


class NearbyListSchema(AnswerSchema):
    """Located places around a point, nearest first."""

    places = fields.List(
        fields.Nested(NearbyPlaceSchema), required=True, metadata=about("Empty when there is none.")
    )
    meta = fields.Nested(FoundMetaSchema, required=True)
