"""From a view's value to the response: which media type, which bytes, whether the caller has them already."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import orjson
from flask import Response, request
from marshmallow import Schema
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable

from service.web import geojson
from service.web.encoding import to_json
from service.web.keeping import Written
from service.web.timing import step

JSON = "application/json"

Reshape = Callable[[dict[str, Any]], dict[str, Any]]


def choose_type(offered: tuple[str, ...]) -> str:
    """The offered media type that the caller likes best, the first of them when all are one to it.

    Raises `NotAcceptable`. Parameters such as `charset` do not matter.
    """
    told = request.accept_mimetypes
    if not told:
        return offered[0]
    wanted = MIMEAccept([(name.partition(";")[0].strip(), quality) for name, quality in told])
    best = wanted.best_match(offered)
    if best is None:
        raise NotAcceptable(f"Served here: {', '.join(offered)}.")
    return best


def answer(value: Any, schema: Schema, media_type: str, reshape: Reshape | None) -> Response:
    """The value dumped and, for GeoJSON, reshaped."""
    with step("dump"):
        response = Response(_write(value, schema, media_type, reshape), mimetype=media_type)
    if reshape:
        response.vary.add("Accept")
    return response


def _write(value: Any, schema: Schema, media_type: str, reshape: Reshape | None) -> bytes:
    written = value.json if isinstance(value, Written) else None
    if reshape is None or media_type != geojson.MEDIA_TYPE:
        return to_json(schema.dump(value)) if written is None else written
    return to_json(reshape(schema.dump(value) if written is None else orjson.loads(written)))


def tag(response: Response, cache_control: str | None) -> Response:
    """Adds a strong validator to the answer to a GET, or leaves 304 when the caller has these very bytes.

    An answer holds the versions that gave it, so that its digest changes when they do. Without
    `cache_control`, and after a POST, the answer is not to be kept.
    """
    if cache_control is None or request.method not in {"GET", "HEAD"}:
        response.headers["Cache-Control"] = "no-store"
        return response
    response.set_etag(sha256(response.get_data() + str(response.mimetype).encode()).hexdigest()[:32])
    response.headers["Cache-Control"] = cache_control
    response.make_conditional(request)
    return response
