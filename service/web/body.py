"""Reads a JSON body strictly: what two readers could read differently is refused (RFC 8259, I-JSON)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from flask import Request
from werkzeug.exceptions import BadRequest, ClientDisconnected, RequestEntityTooLarge, UnsupportedMediaType

from service.web.problems import InvalidFields

MEDIA_TYPE = "application/json"


def read_json(request: Request) -> Any:
    """The body as JSON.

    Raises `UnsupportedMediaType` for anything but plain JSON, `RequestEntityTooLarge` past the limit,
    `BadRequest` for what is not JSON in UTF-8 or gives a key twice, `InvalidFields` for strings that no
    encoding can carry.
    """
    if request.mimetype != MEDIA_TYPE:
        raise UnsupportedMediaType(f"Send {MEDIA_TYPE}, not {request.mimetype or 'an unnamed type'}.")
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise UnsupportedMediaType("Send the body without a Content-Encoding.")
    return parse_json(_read(request))


def parse_json(body: bytes) -> Any:
    """One JSON document. Raises `BadRequest` and `InvalidFields` as above."""
    text = _decode(body)
    try:
        document = _parse(text)
        _refuse_lone_surrogates(document)
    except RecursionError as error:
        raise BadRequest("The body is nested too deeply.") from error
    return document


def _read(request: Request) -> bytes:
    """The whole body. The framework cuts one that comes in chunks at the limit, without a word."""
    try:
        body = request.get_data(cache=False)
    except ClientDisconnected as error:
        raise BadRequest("The body ended early, or its sender was silent for too long.") from error
    limit = request.max_content_length
    if request.content_length is None and limit is not None and len(body) >= limit:
        raise RequestEntityTooLarge
    return body


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8 (byte {error.start}).") from error


def _parse(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_members, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        message = f"The body is not JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        raise BadRequest(message) from error
    except ValueError as error:  # a number of thousands of digits
        raise BadRequest("The body holds a number that is too long.") from error


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise BadRequest(f"The key {twice[:50]!r} stands twice in one object.")
    return members


def _refuse_constant(constant: str) -> Any:
    raise BadRequest(f"{constant} is not JSON.")


def _refuse_lone_surrogates(document: Any) -> None:
    """Escapes such as `\\ud83d` without its other half give no character: there is no text to read."""
    fields = document.items() if isinstance(document, dict) else [("body", document)]
    wrong = [name for name, value in fields if not (_encodable(name) and _encodable(value))]
    if wrong:
        message = "Holds half of a surrogate pair, which is not a character."
        raise InvalidFields({name if _encodable(name) else ascii(name): [message] for name in wrong})


def _encodable(value: Any) -> bool:
    try:
        (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).encode()
    except UnicodeEncodeError:
        return False
    return True
