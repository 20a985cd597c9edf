"""Dates: what an article says of time, in TIMEX3."""

from __future__ import annotations

from marshmallow import fields

from service.domain.model import DateType, Modifier, Relation
from service.web.fields import Choice, WholeNumber, about
from service.web.schemas.answer import AnswerSchema


class DateMentionSchema(AnswerSchema):
    """Where the article names a time."""

    start = WholeNumber(required=True, metadata=about("Offset of its first character.", 0))
    end = WholeNumber(required=True, metadata=about("Offset after its last character.", 5))
    text = fields.String(required=True, metadata=about("The words as they stand.", "Mardi"))


class DateSchema(AnswerSchema):
    """A time expression (TIMEX3), with its mentions."""

    type = Choice(DateType, required=True, attribute="value.type", metadata=about("TIMEX3 type.", "DATE"))
    value = fields.String(
        required=True,
        allow_none=True,
        attribute="value.value",
        metadata=about(
            "TIMEX3 value (ISO 8601); `A/B` is an interval of days; null when it cannot be resolved.",
            "2016-10-11",
        ),
    )
    mod = Choice(
        Modifier,
        required=True,
        allow_none=True,
        attribute="value.mod",
        metadata=about("TIMEX3 modifier, or null: *fin septembre* is `2016-09` with `END`.", "END"),
    )
    relation = Choice(
        Relation,
        required=True,
        allow_none=True,
        attribute="value.relation",
        metadata=about("How what is told lies to the value: *depuis 2012* is `2012` with `since`.", "since"),
    )
    quant = fields.String(
        required=True,
        allow_none=True,
        attribute="value.quant",
        metadata=about("TIMEX3 quantifier of a SET, or null.", "EVERY"),
    )
    freq = fields.String(
        required=True,
        allow_none=True,
        attribute="value.freq",
        metadata=about("TIMEX3 frequency of a SET, or null.", "2X"),
    )
    begin = fields.Date(
        required=True,
        allow_none=True,
        attribute="value.begin",
        metadata=about("First day that the value covers; null for durations and sets.", "2016-10-11"),
    )
    end = fields.Date(
        required=True,
        allow_none=True,
        attribute="value.end",
        metadata=about(
            "Last day that the value covers, inclusive; null for durations and sets.", "2016-10-11"
        ),
    )
    candidates = fields.List(
        fields.String(),
        required=True,
        attribute="value.candidates",
        metadata=about("Other values that the words allow.", ["2016-10-04"]),
    )
    mentions = fields.List(
        fields.Nested(DateMentionSchema), required=True, metadata=about("Its mentions in order of the text.")
    )
