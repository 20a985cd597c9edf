"""What the service tells about itself."""

from __future__ import annotations

from dataclasses import dataclass

from marshmallow import fields, validate

from service.domain.model import Limits
from service.domain.ports import Attribution
from service.web.fields import WholeNumber, about
from service.web.schemas.answer import AnswerSchema


@dataclass(frozen=True, slots=True)
class Health:
    """What a probe is told: `alive`, or `ready`."""

    status: str


class AliveSchema(AnswerSchema):
    status = fields.String(
        required=True, validate=validate.Equal("alive"), metadata=about("The process answers.", "alive")
    )


class ReadySchema(AnswerSchema):
    status = fields.String(
        required=True, validate=validate.Equal("ready"), metadata=about("Every part answers.", "ready")
    )


class AttributionSchema(AnswerSchema):
    """Whose data the answers rest on."""

    credit = fields.String(required=True, metadata=about("Credit line.", "GeoNames"))
    licence = fields.String(required=True, metadata=about("Licence, SPDX or by name.", "CC-BY-4.0"))
    url = fields.String(required=True, metadata=about("Address of the source.", "https://www.geonames.org"))


class LimitsSchema(AnswerSchema):
    """How long an article may be, in Unicode code points."""

    max_characters = WholeNumber(required=True, metadata=about("As text.", 100000))
    max_html_characters = WholeNumber(required=True, metadata=about("As a page of HTML.", 2000000))


@dataclass(frozen=True, slots=True)
class Status:
    service: str
    model: str
    gazetteer: str
    rules: str
    languages: tuple[str, ...]
    limits: Limits
    attribution: tuple[Attribution, ...]


class StatusSchema(AnswerSchema):
    """Versions, languages, limits and credits."""

    service = fields.String(required=True, metadata=about("Version of the service.", "0.1.0"))
    model = fields.String(
        required=True, metadata=about("Version of the language model.", "fr_core_news_md 3.8.0")
    )
    gazetteer = fields.String(required=True, metadata=about("Version of the gazetteer.", "1 2016-10-11"))
    rules = fields.String(required=True, metadata=about("Version of the facts and rules.", "1"))
    languages = fields.List(
        fields.String(), required=True, metadata=about("Languages served, ISO 639-1.", ["fr"])
    )
    limits = fields.Nested(LimitsSchema, required=True)
    attribution = fields.List(
        fields.Nested(AttributionSchema),
        required=True,
        metadata=about("Credits to be shown with the data."),
    )


class ProblemSchema(AnswerSchema):
    """What went wrong (RFC 9457)."""

    type = fields.String(
        required=True,
        metadata=about("Which kind of problem; its address tells more.", "/problems/invalid-fields"),
    )
    title = fields.String(required=True, metadata=about("The kind in words.", "Invalid fields"))
    status = WholeNumber(required=True, metadata=about("The HTTP status.", 422))
    detail = fields.String(
        required=True, metadata=about("What is wrong with this request.", "candidates: Not a valid integer.")
    )
    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        metadata=about(
            "What is wrong, by field; nested fields by dotted path.",
            {"candidates": ["Not a valid integer."]},
        ),
    )
    request_id = fields.String(
        metadata=about("The id of the request, as in the header X-Request-ID and in the log.", "7f3c9a")
    )
