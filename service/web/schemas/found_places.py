"""Places as the gazetteer answers them: one with its names, and lists that a search or a point found."""

from __future__ import annotations

from dataclasses import dataclass

from marshmallow import fields

from service.domain.model import GazetteerEntry
from service.domain.ports import Nearby
from service.web.fields import Number, WholeNumber, about
from service.web.schemas.answer import AnswerSchema
from service.web.schemas.meta import Sources, SourceSchema
from service.web.schemas.places import LocatedSchema, OfEntrySchema, parents_field


class FoundPlaceSchema(LocatedSchema):
    """A place of the gazetteer."""

    parents = parents_field()
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
