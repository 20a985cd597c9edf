"""Articles of the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, fields, post_load, validate

from service.domain.model import PublicationSource
from service.web.fields import Choice, Moment, WholeNumber, about, code, line
from service.web.schemas.answer import AnswerSchema

PUBLISHED = about(
    "Day of publication, ISO 8601, with the time where it is known; null when it is not.",
    "2016-10-11",
    type=["string", "null"],
)


class ArticleSummarySchema(AnswerSchema):
    """A stored article without its text."""

    id = fields.String(required=True, metadata=about("Its id in the store.", "treve-a-alep"))
    title = fields.String(
        required=True, allow_none=True, metadata=about("Its headline, or null.", "Trêve à Alep")
    )
    language = fields.String(required=True, metadata=about("ISO 639-1 code.", "fr"))
    published_at = Moment(required=True, allow_none=True, attribute="published.at", metadata=PUBLISHED)
    characters = fields.Function(
        lambda article: len(article.text),
        required=True,
        metadata=about("Length of the text in Unicode code points.", 2400, type="integer", minimum=0),
    )


class ArticleSchema(ArticleSummarySchema):
    """A stored article."""

    published_at_source = Choice(
        PublicationSource,
        required=True,
        attribute="published.source",
        metadata=about("How the day of publication is known.", "store"),
    )
    text = fields.String(required=True, metadata=about("The text as it was stored.", "Mardi, Moscou…"))


class ArticlePageSchema(AnswerSchema):
    """A page of the store, in order of id."""

    articles = fields.List(
        fields.Nested(ArticleSummarySchema), required=True, metadata=about("Empty past the end.")
    )
    next_cursor = fields.String(
        required=True,
        allow_none=True,
        metadata=about("To be sent as `cursor` for the next page; null on the last.", "dHJldmUtYS1hbGVw"),
    )


@dataclass(frozen=True, slots=True)
class PageQuery:
    limit: int
    cursor: str | None = None
    q: str | None = None


class PageQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    limit = WholeNumber(
        load_default=20,
        validate=validate.Range(1, 100),
        metadata=about("How many articles at most; 20 when absent.", 20),
    )
    cursor = code(
        "^[!-~]{1,400}$",
        "`next_cursor` of the page before; without it, the first page. One that leads nowhere is not found.",
    )

    q = line(
        "Words that must all stand in the title or the text, in any order; accents and case do not matter.",
        "trêve Alep",
    )

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> PageQuery:
        return PageQuery(**data)
