"""Fields that take exactly what the contract says: no `"1"` for 1, no 1 for true.

What JSON Schema cannot be told through marshmallow stands in the metadata key `schema`.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import ValidationError, fields, validate

# Years are four digits and not 0000, as `datetime` has it; what follows a day is left to `fromisoformat`.
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9:.,+\-Zz]{2,40})?")
_CONTROL = "^[^\\x00-\\x1f\\x7f]+$"


def about(description: str, *examples: Any, **schema: Any) -> dict[str, Any]:
    """Metadata for the contract: what a field means, in which unit, and what it looks like."""
    return {
        "description": description,
        **({"examples": list(examples)} if examples else {}),
        **({"schema": schema} if schema else {}),
    }


class WholeNumber(fields.Integer):
    """A JSON number without a fraction (`3.0` is 3, RFC 8259)."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid", input=value)
        if isinstance(value, float) and not value.is_integer():
            raise self.make_error("invalid", input=value)
        return int(value)


class Number(fields.Float):
    """A finite JSON number; answers are rounded to `digits` after the point."""

    def __init__(self, *, digits: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.digits = digits

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid", input=value)
        if abs(value) > 1e300 or math.isnan(value):
            raise self.make_error("too_large", input=value)
        return float(value)

    def _serialize(self, value: float | None, *_: Any, **__: Any) -> float | None:
        return value if value is None or self.digits is None else round(value, self.digits)


class Flag(fields.Boolean):
    """`true` or `false`."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Choice(fields.Enum[StrEnum]):
    """A member of a closed set, by its value."""

    def __init__(self, choices: type[StrEnum], **options: Any) -> None:
        super().__init__(choices, by_value=fields.String, **options)


class Moment(fields.Field[Any]):
    """An ISO 8601 day, or a day with a time; what is told is kept as told."""

    default_error_messages = {  # noqa: RUF012 (the framework's declaration)
        "invalid": "Not an ISO 8601 date or date-time."
    }

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date | datetime:
        if not isinstance(value, str) or not _MOMENT.fullmatch(value):
            raise self.make_error("invalid", input=value)
        try:
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value.upper())
        except ValueError as error:
            raise self.make_error("invalid", input=value) from error

    def _serialize(self, value: date | None, *_: Any, **__: Any) -> str | None:
        return value.isoformat() if value is not None else None


def line(description: str, *examples: str, longest: int = 200, **options: Any) -> fields.String:
    """One line of text without control characters."""
    checks = [validate.Length(1, longest), validate.Regexp(_CONTROL, error="Holds control characters.")]
    return fields.String(validate=checks, metadata=about(description, *examples), **options)


def code(pattern: str, description: str, *examples: str, **options: Any) -> fields.String:
    """A code of a fixed form."""
    told = validate.Regexp(pattern, error="Does not match {regex}.")
    return fields.String(validate=told, metadata=about(description, *examples), **options)


def refuse(field: str, message: str) -> ValidationError:
    return ValidationError(message, field)
