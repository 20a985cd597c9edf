"""The lines of a batch."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from service.web.fields import about
from service.web.schemas.analysis import AnalysisSchema
from service.web.schemas.requests import AnalyzeRequestSchema
from service.web.schemas.service import ProblemSchema

_LONGEST = 200  # characters
_GREATEST = 2**53 - 1  # what every reader of JSON can tell apart
_FORM: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1, "maxLength": _LONGEST},
        {"type": "integer", "minimum": -_GREATEST, "maximum": _GREATEST},
    ]
}


class Identifier(fields.Field[Any]):
    """What the caller knows a line by: it comes back with the answer, and means nothing here."""

    default_error_messages = {  # noqa: RUF012 (the framework's declaration)
        "invalid": f"Not a string of 1 to {_LONGEST} characters or a whole number of at most 2⁵³ − 1."
    }

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
        if not is_id(value):
            raise self.make_error("invalid")
        return value


def is_id(value: Any) -> bool:
    if isinstance(value, str):
        return 1 <= len(value) <= _LONGEST
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _GREATEST


def read_id(document: Any) -> str | int | None:
    """The id of a line that may be wrong otherwise."""
    told = document.get("id") if isinstance(document, dict) else None
    return told if is_id(told) else None


def _id() -> Identifier:
    told = about("The id of the request's line; absent when it has none.", "depeche-17", 17, **_FORM)
    return Identifier(metadata=told)


class BatchRequestSchema(AnalyzeRequestSchema):
    """A line of the request: an article to be read, with an id of the caller's."""

    id = Identifier(
        metadata=about(
            "What the caller knows the line by: it comes back in front of the answer.",
            "depeche-17",
            17,
            **_FORM,
        )
    )


class BatchAnalysisSchema(AnalysisSchema):
    """A line of the answer: what the single call answers, with the id of the line in front."""

    id = _id()


class BatchProblemSchema(ProblemSchema):
    """A line of the answer for a request that has none: a problem document."""

    id = _id()
    line = fields.Integer(
        metadata=about(
            "Number of the line in the request, from 1; absent when the request as a whole is past a limit.",
            3,
            minimum=1,
        )
    )
