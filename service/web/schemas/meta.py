"""What stands in many answers: whose data, which versions, how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import fields, validate

from service.web.fields import Number, about
from service.web.offsets import OffsetUnit
from service.web.schemas.answer import AnswerSchema


def confidence(of: str) -> Number:
    return Number(
        required=True,
        digits=4,
        validate=validate.Range(0, 1),
        metadata=about(f"Probability {of}, 0 to 1.", 0.97),
    )


def country_code(example: str = "SY", **options: Any) -> fields.String:
    return fields.String(
        required=True,
        allow_none=True,
        metadata=about("ISO 3166-1 alpha-2 code (XK for Kosovo), or null.", example),
        **options,
    )


@dataclass(frozen=True, slots=True)
class Sources:
    """Which service and data gave an answer; `attribution` are credit lines to be shown with it."""

    service: str
    gazetteer: str
    rules: str
    attribution: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meta(Sources):
    """… and with which model, in which unit, without which parts."""

    model: str
    offset_unit: OffsetUnit
    degraded: tuple[str, ...]


def _version(what: str, example: str) -> fields.String:
    return fields.String(required=True, metadata=about(f"Version of the {what}.", example))


def _attribution() -> fields.List[Any]:
    return fields.List(
        fields.String(),
        required=True,
        metadata=about(
            "Credits to be shown with the data.", ["GeoNames, CC BY 4.0, https://www.geonames.org"]
        ),
    )


class SourceSchema(AnswerSchema):
    """Which versions gave the answer, and whose data it rests on."""

    service = _version("service", "0.1.0")
    gazetteer = _version("gazetteer", "1 2016-10-11")
    rules = _version("facts and rules", "1")
    attribution = _attribution()


class MetaSchema(AnswerSchema):
    """Which versions gave the answer. The same request to the same versions has the same answer."""

    service = _version("service", "0.1.0")
    model = _version("language model", "fr_core_news_md 3.8.0")
    gazetteer = _version("gazetteer", "1 2016-10-11")
    rules = _version("facts and rules", "1")
    offset_unit = fields.Enum(
        OffsetUnit,
        by_value=fields.String,
        required=True,
        metadata=about("The unit of every `start` and `end` of the answer.", "codepoint"),
    )
    degraded = fields.List(
        fields.String(),
        required=True,
        metadata=about("The parts that could not be asked; empty when the answer is whole.", []),
    )
    attribution = _attribution()
