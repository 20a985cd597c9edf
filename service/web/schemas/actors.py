"""Actors: as the fact file knows them, and as an article names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from marshmallow import RAISE, Schema, fields, post_load, validate

from service.domain.model import ActorType, KnownActor, MentionKind
from service.web.fields import Choice, Number, WholeNumber, about, line
from service.web.schemas.answer import AnswerSchema
from service.web.schemas.meta import Sources, SourceSchema, confidence, country_code


def _id() -> fields.String:
    meaning = "Stable id; `text:<folded name>` outside the fact file, unique within the answer."
    return fields.String(required=True, metadata=about(meaning, "wikidata:Q58217"))


def _name() -> fields.String:
    return fields.String(required=True, metadata=about("Full usual name.", "Sergueï Lavrov"))


def _type() -> Choice:
    meaning = (
        "Kind of actor; `igo` is an organisation of states, `organisation` whatever has no kind of its own."
    )
    return Choice(ActorType, required=True, metadata=about(meaning, "person"))


def _wikidata() -> fields.String:
    return fields.String(
        required=True, allow_none=True, metadata=about("Wikidata item, or null when not known.", "Q58217")
    )


class ActorCandidateSchema(AnswerSchema):
    """Another reading of an actor's name."""

    id = _id()
    name = _name()
    score = Number(required=True, digits=4, metadata=about("Probability among the readings, 0 to 1.", 0.9))


class ActorMentionSchema(AnswerSchema):
    """Where the article names an actor."""

    start = WholeNumber(required=True, metadata=about("Offset of its first character.", 7))
    end = WholeNumber(required=True, metadata=about("Offset after its last character.", 13))
    text = fields.String(required=True, metadata=about("The words as they stand.", "Moscou"))
    kind = Choice(
        MentionKind,
        required=True,
        metadata=about(
            "By its name, by a place that stands for it (`metonym`), by a description (`nominal`).", "metonym"
        ),
    )


class ActorSchema(AnswerSchema):
    """An actor of the article, with all its mentions."""

    id = _id()
    name = _name()
    type = _type()
    country = country_code("RU")
    function = fields.String(
        required=True,
        allow_none=True,
        metadata=about("The function that the article gives, or null.", "ministre des Affaires étrangères"),
    )
    wikidata = _wikidata()
    confidence = confidence("that it is an actor of that type")
    candidates = fields.List(
        fields.Nested(ActorCandidateSchema),
        required=True,
        metadata=about("Ranked readings, as many as asked for."),
    )
    reasons = fields.List(
        fields.String(),
        metadata=about(
            "Why it is read so, when `explain` is asked for.", ["capital of RU, subject of a verb"]
        ),
    )
    mentions = fields.List(
        fields.Nested(ActorMentionSchema), required=True, metadata=about("Its mentions in order of the text.")
    )


class OfficeSchema(AnswerSchema):
    """A function held, with its period."""

    title = fields.String(required=True, metadata=about("The function in French.", "ministre"))
    country = country_code("RU")
    since = fields.Date(
        required=True, allow_none=True, metadata=about("First day, or null when not certain.", "2004-03-09")
    )
    until = fields.Date(
        required=True, allow_none=True, metadata=about("Last day, or null when not certain.", "2020-01-15")
    )


class KnownActorSchema(AnswerSchema):
    """An actor of the fact file."""

    id = _id()
    name = _name()
    type = _type()
    country = country_code("RU")
    wikidata = _wikidata()
    aliases = fields.List(
        fields.String(), required=True, metadata=about("Other names, as written.", ["Sergeï Lavrov"])
    )
    functions = fields.List(
        fields.Nested(OfficeSchema),
        required=True,
        attribute="offices",
        metadata=about("The functions held."),
    )
    source = fields.String(
        required=True, metadata=about("Where the facts were checked, or `unverified`.", "unverified")
    )


@dataclass(frozen=True, slots=True)
class Known:
    actors: tuple[KnownActor, ...]
    meta: Sources


class ActorListSchema(AnswerSchema):
    """Known actors that a search found, best first."""

    actors = fields.List(
        fields.Nested(KnownActorSchema), required=True, metadata=about("Empty when nothing fits.")
    )
    meta = fields.Nested(SourceSchema, required=True)


@dataclass(frozen=True, slots=True)
class ActorQuery:
    q: str
    limit: int
    offset: int


class ActorQuerySchema(Schema):
    class Meta:
        unknown = RAISE

    q = line("The name looked for: exact, beginning, or any word of it.", "Lavrov", required=True)
    limit = WholeNumber(
        load_default=10,
        validate=validate.Range(1, 50),
        metadata=about("How many actors at most; 10 when absent.", 10),
    )
    offset = WholeNumber(
        load_default=0,
        validate=validate.Range(0, 10_000),
        metadata=about("How many actors to leave out from the start.", 0),
    )

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> ActorQuery:
        return ActorQuery(**data)
