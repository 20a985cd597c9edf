"""An article to be read, as a caller sends it."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import Schema, ValidationError, fields, post_load, validate, validates_schema

from service.domain.intake import LANGUAGES
from service.domain.model import AnalyzeRequest, Hints
from service.web.fields import Moment, about, line, refuse
from service.web.schemas.options import Asked, HintsSchema, OptionsSchema, read_options

# No two readings of it overlap, so that it takes time linear in the page.
_TAG_AND_TEXT = re.compile(r">[^<>]*[0-9A-Za-z]")


def refuse_no_page(html: str) -> None:
    if not _TAG_AND_TEXT.search(html):
        raise ValidationError("Is no web page: nothing to read stands after a tag.")


class GivenSchema(Schema):
    """The article itself, and what is known of it."""

    text = fields.String(
        validate=validate.Length(1),
        metadata=about(
            "The article as plain text, up to the limit told by `/v1/status`. Offsets count in it as sent.",
            "Mardi, Moscou a annoncé une trêve à Alep.",
        ),
    )
    html = fields.String(
        validate=refuse_no_page,
        metadata=about(
            "The web page of the article. Its text, title and day of publication are taken out;"
            " offsets count in the text, which the answer carries.",
            "<html><body><article><p>Mardi, Moscou a annoncé une trêve à Alep.</p></article></body></html>",
            pattern=_TAG_AND_TEXT.pattern,
        ),
    )
    article_id = line("The id of a stored article.", "treve-a-alep")
    title = fields.String(
        allow_none=True,
        load_default=None,
        validate=validate.Length(max=2000),
        metadata=about("The headline: context for the reading, never a source of mentions.", "Trêve à Alep"),
    )
    published_at = Moment(
        allow_none=True,
        load_default=None,
        metadata=about(
            "When the article was published, ISO 8601. Relative dates are resolved against that day, taken in"
            " the zone that is told; without one, as it stands. When absent, the article is asked.",
            "2016-10-11",
            "2016-10-11T08:30:00+02:00",
            anyOf=[
                {"type": "string", "format": "date"},
                {"type": "string", "format": "date-time"},
                {"type": "null"},
            ],
        ),
    )
    language = fields.String(
        allow_none=True,
        load_default=None,
        validate=validate.Length(1, 35),
        metadata=about(
            "ISO 639-1 code of the article's language; when absent, it is detected.",
            "fr",
            enum=[*LANGUAGES, None],
        ),
    )


class AnalyzeRequestSchema(OptionsSchema, GivenSchema):
    """An article to be read: exactly one of `text`, `html` and `article_id`."""

    hints = fields.Nested(HintsSchema, load_default=Hints())

    @validates_schema
    def one_source(self, data: dict[str, Any], **_: Any) -> None:
        given = [name for name in ("text", "html", "article_id") if name in data]
        if len(given) != 1:
            raise refuse(given[-1] if given else "text", "Give exactly one of text, html and article_id.")

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Asked:
        options = read_options(data, data["hints"])
        told = {name: data.get(name) for name in GivenSchema().fields}
        request = AnalyzeRequest(**told, options=options)
        return Asked(request, data["offset_unit"])


EXAMPLES = {
    "text": {
        "summary": "A text with its day of publication",
        "value": {
            "text": "Mardi, Moscou a annoncé une trêve à Alep, dans le quartier de Sakhour.",
            "published_at": "2016-10-11",
            "language": "fr",
        },
    },
    "html": {
        "summary": "A web page; only places, with their reasons",
        "value": {
            "html": "<html><body><p>Le maire de Lyon s'est rendu à Genève.</p></body></html>",
            "include": ["places"],
            "candidates": 3,
            "explain": True,
        },
    },
    "hints": {
        "summary": "A text that is expected to be about one country, for a caller who counts in UTF-16",
        "value": {
            "text": "Des pluies ont inondé Tripoli dimanche.",
            "published_at": "2016-12-05T18:00:00+01:00",
            "hints": {"countries": ["LB"]},
            "offset_unit": "utf16",
        },
    },
}
