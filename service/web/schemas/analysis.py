"""The answer to an article. Field names are fixed; fields may be added, never renamed or removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from marshmallow import fields, post_dump

from service.domain.model import (
    Analysis,
    LanguageSource,
    Options,
    PublicationSource,
    ZoneKind,
)
from service.web.fields import Choice, Moment, WholeNumber, about
from service.web.offsets import restate_offsets
from service.web.schemas.actors import ActorSchema
from service.web.schemas.answer import AnswerSchema
from service.web.schemas.articles import PUBLISHED
from service.web.schemas.dates import DateSchema
from service.web.schemas.meta import Meta, MetaSchema, country_code
from service.web.schemas.places import PlaceRefSchema, PlaceSchema


@dataclass(frozen=True, slots=True)
class Reading:
    """An analysis on its way out. `with_text` when the caller has not got the text that offsets count in."""

    analysis: Analysis
    options: Options
    with_text: bool
    meta: Meta


class ZoneSchema(AnswerSchema):
    """A stretch of page boilerplate."""

    start = WholeNumber(required=True, metadata=about("Offset of its first character.", 0))
    end = WholeNumber(required=True, metadata=about("Offset after its last character.", 22))
    kind = Choice(ZoneKind, required=True, metadata=about("What it is.", "menu"))


class ReadArticleSchema(AnswerSchema):
    """The article that was read, and what it was taken for."""

    id = fields.String(
        required=True,
        allow_none=True,
        attribute="article.id",
        metadata=about("Its id in the store, or null.", "treve-a-alep"),
    )
    language = fields.String(
        required=True,
        attribute="article.language",
        metadata=about("ISO 639-1 code of the language it is read in.", "fr"),
    )
    language_source = Choice(
        LanguageSource,
        required=True,
        attribute="article.language_source",
        metadata=about("`assumed` when the text is too short to tell its language.", "detected"),
    )
    published_at = Moment(
        required=True, allow_none=True, attribute="article.published.at", metadata=PUBLISHED
    )
    published_at_source = Choice(
        PublicationSource,
        required=True,
        attribute="article.published.source",
        metadata=about(
            "How the day of publication is known: `text` when it was read from the article.", "request"
        ),
    )
    published_at_candidates = fields.List(
        fields.Date(),
        required=True,
        attribute="article.published.candidates",
        metadata=about("The days that fit, when the article leaves more than one open.", ["2016-10-11"]),
    )
    characters = fields.Function(
        lambda analysis: len(analysis.article.text),
        required=True,
        metadata=about("Length of the text in Unicode code points.", 2400, type="integer", minimum=0),
    )
    text = fields.String(
        attribute="article.text",
        metadata=about(
            "The text that offsets count in, when the request did not carry it itself.", "Mardi, …"
        ),
    )
    boilerplate = fields.List(
        fields.Nested(ZoneSchema),
        required=True,
        attribute="zones",
        metadata=about("Menus, adverts and the like, by zone; the text stays whole."),
    )


class FocusSchema(AnswerSchema):
    """What the article is about; each null when nothing stands out."""

    country = country_code()
    place = fields.Nested(
        PlaceRefSchema, required=True, allow_none=True, metadata=about("The place it is about, or null.")
    )


class AnalysisSchema(AnswerSchema):
    """Who acts, where and when. A list that `include` does not name is left out."""

    article = fields.Nested(ReadArticleSchema, required=True, attribute="analysis")
    actors = fields.List(
        fields.Nested(ActorSchema),
        attribute="analysis.actors",
        metadata=about("Who acts, in order of first mention."),
    )
    places = fields.List(
        fields.Nested(PlaceSchema),
        attribute="analysis.places",
        metadata=about("Where, in order of first mention; places that are not located stay in."),
    )
    dates = fields.List(
        fields.Nested(DateSchema),
        attribute="analysis.dates",
        metadata=about("When, in order of first mention."),
    )
    focus = fields.Nested(
        FocusSchema,
        required=True,
        allow_none=True,
        attribute="analysis.focus",
        metadata=about("What the article is about; null when places were not asked for."),
    )
    meta = fields.Nested(MetaSchema, required=True)

    @post_dump(pass_original=True)
    def finish(self, answer: dict[str, Any], reading: Reading, **_: Any) -> dict[str, Any]:
        """Leaves out what was not asked for, and counts offsets in the caller's unit."""
        for name in {"actors", "places", "dates"} - reading.options.include:
            del answer[name]
        if "places" not in answer:
            answer["focus"] = None
        if not reading.with_text:
            del answer["article"]["text"]
        if not reading.options.explain:
            for entity in (*answer.get("actors", ()), *answer.get("places", ())):
                del entity["reasons"]
        restate_offsets(_spans(answer), reading.analysis.article.text, reading.meta.offset_unit)
        return answer


def _spans(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from answer["article"]["boilerplate"]
    for name in ("actors", "places", "dates"):
        for entity in answer.get(name, ()):
            yield from entity["mentions"]
