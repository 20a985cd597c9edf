"""Reading many articles that the caller sends in one stream."""

from __future__ import annotations

from flask import Response, current_app, request, stream_with_context
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from service.web.answers import choose_type
from service.web.arrivals import Arrivals, Bounds
from service.web.batch import MEDIA_TYPE, Batch
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.problems import TOO_LONG, UNAVAILABLE, WRONG_TYPE
from service.web.schemas.batch import BatchAnalysisSchema, BatchProblemSchema, BatchRequestSchema

room = Room("batch", __name__, description="Reading many articles in one stream.")

_EXAMPLE = """\
{"id": 1, "text": "Mardi, Moscou a annoncé une trêve à Alep.", "published_at": "2016-10-11"}
{"id": 2, "article_id": "treve-a-alep", "include": ["places"]}
"""
_BODY = {
    "required": True,
    "description": "One request a line, as `POST /v1/analyze` takes it, with an optional `id`.",
    "content": {MEDIA_TYPE: {"schema": BatchRequestSchema, "example": _EXAMPLE}},
}
_ANSWERS = {
    "description": "One line for each request: its analysis, or the problem that kept it from one.",
    "content": {MEDIA_TYPE: {"schema": {"anyOf": [BatchAnalysisSchema, BatchProblemSchema]}}},
}
_PROBLEMS = {str(kind.status): kind.component for kind in (TOO_LONG, WRONG_TYPE, UNAVAILABLE)}


@room.serves("POST", "/analyze/batch", "analyzeBatch")
@room.doc(requestBody=_BODY, responses={"200": _ANSWERS, **_PROBLEMS})  # type: ignore[untyped-decorator]
def analyze_batch() -> Response:
    """Read many articles

    Takes requests as lines of JSON and answers with lines of JSON, in order, while the request is still being
    sent: read while you send. An answer is that of the single call, byte for byte, with the line's `id` in
    front. One bad line spoils no other: its answer is a problem document with its `line`. Blank lines have no
    answer. How many lines and bytes a call may have, how long a line may be and how long either side may be
    silent are settings (10,000 lines, 256 MB, a body of the single call, 60 s by default); past one in the
    midst of the stream, the last line says so. A stream that broke off ends without its last chunk.
    """
    choose_type((MEDIA_TYPE,))
    _refuse_other_bodies()
    bounds = _bounds()
    if (request.content_length or 0) > bounds.bytes:
        raise RequestEntityTooLarge(f"The body is longer than the limit of {bounds.bytes} bytes.")
    batch = Batch(desk(), bounds.line_bytes, current_app.logger)
    lines = batch.stream(Arrivals(request.environ, bounds))
    response = Response(stream_with_context(lines), mimetype=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # a proxy in front that holds answers back stops the stream
    return response


def _refuse_other_bodies() -> None:
    if request.mimetype != MEDIA_TYPE:
        raise UnsupportedMediaType(f"Send {MEDIA_TYPE}, not {request.mimetype or 'an unnamed type'}.")
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise UnsupportedMediaType("Send the body without a Content-Encoding.")


def _bounds() -> Bounds:
    settings = desk().settings
    return Bounds(
        line_bytes=settings.body_limit_bytes,
        lines=settings.batch_lines,
        bytes=settings.batch_bytes,
        silence=settings.batch_silence_seconds,
    )
