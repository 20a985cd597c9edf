"""What the contract says beyond calls and schemas: rules across fields, and what is true of every call."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from service.web.access import scope_of
from service.web.admission import READS_ARTICLES
from service.web.parameter_pairs import pair
from service.web.problems import (
    FORBIDDEN,
    INTERNAL,
    INVALID,
    KEY_WANTED,
    MEDIA_TYPE,
    MERGED,
    NOT_ACCEPTABLE,
    TOO_MANY,
    UNAVAILABLE,
    WRONG_METHOD,
    Kind,
)

ABOUT = """\
Reads news articles into who acts, where (with coordinates) and when (with dates on the calendar).

* Offsets are half-open and count Unicode code points of the text as received, unless `offset_unit`
  says otherwise.
* Coordinates are WGS84 degrees. Ask with `Accept: application/geo+json` for places as GeoJSON (RFC 7946).
* Errors are problem documents (RFC 9457, `application/problem+json`); `/problems/…` tells what each kind
  means. Any call may also meet 405, 414 and 431.
* Answers to GET carry a strong `ETag`; send it as `If-None-Match` and get 304 while nothing has changed.
* The header `Server-Timing` tells how long each step took, in milliseconds.
* Every response carries `X-Request-ID`: the caller's own where it sent one, else one of ours.
* The same request to the same versions has the same answer, byte for byte.
* Within `/v1`, keys may be added to answers, never renamed or removed. Unknown fields and
  parameters are refused.
"""

_ONE_SOURCE = [{"required": [source]} for source in ("text", "html", "article_id")]
# Rules across the fields of a schema, in JSON Schema (2020-12).
_RULES: dict[str, dict[str, Any]] = {
    "AnalyzeRequest": {"oneOf": _ONE_SOURCE},
    "BatchRequest": {"oneOf": _ONE_SOURCE},
    "Hints": {"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}},
}

_ORDER = (
    "tags",
    "operationId",
    "summary",
    "description",
    "parameters",
    "requestBody",
    "responses",
    "security",
)
_LINES = "application/x-ndjson"
_ID = {
    "in": "path",
    "name": "id",
    "required": True,
    "description": "A stable id, percent-encoded where need be.",
    "schema": {"type": "string", "minLength": 1},
}
_IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "description": "`ETag` of an answer that the caller has: 304 while it still holds.",
    "schema": {"type": "string"},
}
_HEADERS = {
    "ETag": {"description": "Strong validator of these bytes.", "schema": {"type": "string"}},
    "ServerTiming": {
        "description": "Duration of each step in milliseconds (W3C Server-Timing).",
        "schema": {"type": "string", "examples": ["intake;dur=0.3, analysis;dur=61.0, total;dur=64.2"]},
    },
    "RequestID": {
        "description": "The id of the request, as in problems and in the log.",
        "schema": {"type": "string", "examples": ["7f3c9a"]},
    },
}
_OF_PROBLEMS: dict[Kind, tuple[str, str, dict[str, Any]]] = {
    UNAVAILABLE: ("Retry-After", "Seconds to wait.", {"type": "integer", "minimum": 0}),
    WRONG_METHOD: ("Allow", "The methods that are served.", {"type": "string"}),
    MERGED: ("Location", "Where the thing is now.", {"type": "string"}),
    KEY_WANTED: ("WWW-Authenticate", "How to bring a key (RFC 6750).", {"type": "string"}),
    FORBIDDEN: ("WWW-Authenticate", "What the key is not good for (RFC 6750).", {"type": "string"}),
    TOO_MANY: ("Retry-After", "Seconds to wait.", {"type": "integer", "minimum": 0}),
}
# Whether keys are wanted is a setting, so each call is open to those who bring one and to those who don't.
_SCHEMES = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "An API key, where the service wants one: `Authorization: Bearer gz_…`.",
    }
}
_KEY_OR_NONE: list[dict[str, list[str]]] = [{}, {"key": []}]


def json_schema_of(_converter: Any, field: fields.Field[Any], **_: Any) -> dict[str, Any]:
    """What a field's metadata say in JSON Schema, for apispec."""
    schema: dict[str, Any] = field.metadata.get("schema", {})
    return dict(schema)


def describe_problem(kind: Kind) -> dict[str, Any]:
    """The response that a kind of problem is."""
    example: dict[str, Any] = {"type": kind.type, "title": kind.title, "status": kind.status}
    example["detail"] = kind.meaning
    if kind is INVALID:
        message = "Must be greater than or equal to 1 and less than or equal to 50."
        example |= {"detail": f"limit: {message}", "errors": {"limit": [message]}}
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}}
    described: dict[str, Any] = {"description": kind.meaning, "content": content}
    if kind in _OF_PROBLEMS:
        name, meaning, schema = _OF_PROBLEMS[kind]
        described["headers"] = {name: {"description": meaning, "required": True, "schema": schema}}
    return described


def complete(contract: dict[str, Any]) -> dict[str, Any]:
    """The contract of the calls with what is true of all of them, in a reader's order."""
    schemas = contract["components"]["schemas"]
    for name, rules in _RULES.items():
        schemas[name].update(rules)
    contract["components"]["headers"] = _HEADERS
    contract["components"]["securitySchemes"] = _SCHEMES
    contract["components"]["schemas"] = dict(sorted(schemas.items()))
    contract["paths"] = {path: _path(path, item) for path, item in contract["paths"].items()}
    contract["components"]["responses"] = _referred(contract)
    first = ("openapi", "info", "servers", "tags", "paths", "components")
    return {key: contract[key] for key in first}


def _referred(contract: dict[str, Any]) -> dict[str, Any]:
    """The responses that some call has; the other kinds of problem belong to none."""
    told = {
        response["$ref"].rpartition("/")[2]
        for item in contract["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
        for response in operation["responses"].values()
        if "$ref" in response
    }
    return {name: one for name, one in contract["components"]["responses"].items() if name in told}


def _path(path: str, item: dict[str, Any]) -> dict[str, Any]:
    common = {"parameters": [_ID]} if item.get("parameters") else {}
    methods = {name: value for name, value in item.items() if name != "parameters"}
    return common | {
        method: _operation(operation, method == "get" and path.startswith("/v1"), _kinds(path))
        for method, operation in methods.items()
    }


def _kinds(path: str) -> tuple[Kind, ...]:
    """The problems that a call may have wherever it is answered from."""
    keys = (KEY_WANTED, FORBIDDEN, TOO_MANY) if scope_of(path) else ()
    queue = (UNAVAILABLE,) if READS_ARTICLES.search(path) else ()
    return (NOT_ACCEPTABLE, INTERNAL, *keys, *queue)


def _operation(operation: dict[str, Any], kept: bool, kinds: tuple[Kind, ...]) -> dict[str, Any]:
    """One call; `kept` when its answer has a validator."""
    responses = dict(operation["responses"])
    for body in (operation.get("requestBody", {}), responses["200"]):
        _tell_lines(body)
    timing = {
        "Server-Timing": {"$ref": "#/components/headers/ServerTiming"},
        "X-Request-ID": {"$ref": "#/components/headers/RequestID"},
    }
    tags = {"ETag": {"$ref": "#/components/headers/ETag"}} if kept else {}
    responses["200"] = responses["200"] | {"headers": tags | timing}
    for kind in kinds:
        responses[str(kind.status)] = {"$ref": f"#/components/responses/{kind.component}"}
    if kept:
        responses["304"] = {"description": "The caller has the answer already.", "headers": tags}
    parameters = pair(operation.get("parameters", [])) + ([_IF_NONE_MATCH] if kept else [])
    whole = operation | {"parameters": parameters, "responses": dict(sorted(responses.items()))}
    if KEY_WANTED in kinds:
        whole["security"] = _KEY_OR_NONE
    return {key: whole[key] for key in _ORDER if whole.get(key)}


def _tell_lines(body: dict[str, Any]) -> None:
    """A body of lines is a string to OpenAPI 3.1, whose content is a row of documents (JSON Schema, 8.5)."""
    for media_type, content in body.get("content", {}).items():
        if media_type == _LINES and "contentSchema" not in content["schema"]:
            rows = {"type": "array", "items": content["schema"]}
            content["schema"] = {"type": "string", "contentMediaType": _LINES, "contentSchema": rows}
