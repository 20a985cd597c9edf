"""Bodies and query strings on their way to the schemas. Query values become JSON values first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn

from flask import Request
from marshmallow import RAISE, Schema, ValidationError, fields
from webargs.flaskparser import FlaskParser

from service.web.body import read_json
from service.web.fields import Number, WholeNumber
from service.web.problems import InvalidFields

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")


class StrictParser(FlaskParser):
    """Refuses fields and parameters that the contract does not name."""

    DEFAULT_UNKNOWN_BY_LOCATION = FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION | {"query": RAISE}

    def load_json(self, req: Request, schema: Schema) -> Any:  # noqa: ARG002 (the framework's signature)
        return read_json(req)

    def load_querystring(self, req: Request, schema: Schema) -> Any:
        return read_query(req.args.to_dict(flat=False), schema)

    def handle_error(self, error: ValidationError, *_: Any, **__: Any) -> NoReturn:
        ((location, messages),) = error.messages_dict.items()
        raise InvalidFields(flatten(messages, "body" if location == "json" else location)) from error


def read_query(given: dict[str, list[str]], schema: Schema) -> dict[str, Any]:
    """Query parameters as the JSON values that the schema's fields take.

    A list may be repeated (`type=city&type=sea`) or joined (`type=city,sea`); anything else stands once.
    """
    known = {field.data_key or name: field for name, field in schema.fields.items()}
    twice = [name for name, values in given.items() if name in known and not _fits(known[name], values)]
    if twice:
        raise InvalidFields({name: ["Stands more than once."] for name in twice})
    return {name: _value(known.get(name), values) for name, values in given.items()}


def _fits(field: fields.Field[Any], values: list[str]) -> bool:
    return len(values) == 1 or isinstance(field, fields.List)


def _value(field: fields.Field[Any] | None, values: list[str]) -> Any:
    if isinstance(field, fields.List):
        return [_scalar(field.inner, part) for value in values for part in value.split(",")]
    return _scalar(field, values[0])


def _scalar(field: fields.Field[Any] | None, value: str) -> Any:
    if isinstance(field, WholeNumber) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(field, Number) and _NUMBER.fullmatch(value):
        return float(value)
    if isinstance(field, fields.Boolean):
        return {"true": True, "false": False}.get(value, value)
    return value


def flatten(messages: Any, within: str) -> dict[str, list[str]]:
    """Nested messages by dotted path: `{"hints": {"latitude": […]}}` is `{"hints.latitude": […]}`."""
    return {path or within: told for path, told in _paths(messages, "")}


def _paths(messages: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    if not isinstance(messages, dict):
        yield path, [str(message) for message in messages]
        return
    for name, nested in messages.items():
        yield from _paths(nested, path if name == "_schema" else f"{path}.{name}".strip("."))
