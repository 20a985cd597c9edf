"""OpenTelemetry traces, when a collector is set: a span for each request, one below it for each step.

Spans are made from the notes of a request once it is answered, so that a request costs the same without
them. A request that belongs to a caller's trace (`traceparent`, W3C) is told as a part of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from time import time_ns
from typing import TYPE_CHECKING, Any

from flask import Flask, request

from service import __version__
from service.settings import InvalidSetting, Settings
from service.web.notes import notes
from service.web.observation import Seen, Watcher

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Tracer

_NANOSECONDS = 1e9  # in a second
_PATIENCE = 2  # seconds for a collector that is out: a worker that stops waits for it too


def tracing(app: Flask, settings: Settings, exporter: SpanExporter | None = None) -> tuple[Watcher, ...]:
    """The watcher that tells the collector of each request; none without a collector.

    Nothing of OpenTelemetry is imported then. Raises `InvalidSetting` when it is not installed.
    """
    endpoint = settings.otel_exporter_otlp_endpoint
    if not endpoint:
        return ()
    try:
        from opentelemetry.trace.propagation.tracecontext import (  # noqa: PLC0415 (see above)
            TraceContextTextMapPropagator,
        )

        tracer = _tracer(endpoint, exporter)
    except ImportError as error:
        raise InvalidSetting(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set: install `gazette[telemetry]` for traces."
        ) from error
    propagator = TraceContextTextMapPropagator()

    def note_parent() -> None:
        if told := request.headers.get("traceparent"):
            notes().parent = propagator.extract({"traceparent": told})

    app.before_request(note_parent)
    return (lambda seen: _tell(tracer, seen),)


def _tracer(endpoint: str, exporter: SpanExporter | None) -> Tracer:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    told = {"service.name": "gazette", "service.version": __version__}
    provider = TracerProvider(resource=Resource.create(told))
    exporter = exporter or OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces", timeout=_PATIENCE)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    return provider.get_tracer("gazette", __version__)


def _tell(tracer: Tracer, seen: Seen) -> None:
    """The name of the span is the rule, never the address; no text of a caller is in it."""
    from opentelemetry.trace import SpanKind, Status, StatusCode, set_span_in_context  # noqa: PLC0415

    noted = seen.notes

    def moment(seconds: float) -> int:
        return noted.began_at + int((seconds - noted.begin) * _NANOSECONDS)

    span = tracer.start_span(
        f"{seen.method} {seen.route}",
        context=noted.parent,
        kind=SpanKind.SERVER,
        attributes=_attributes(seen),
        start_time=noted.began_at,
    )
    if seen.status >= 500:
        span.set_status(Status(StatusCode.ERROR))
    below = set_span_in_context(span)
    for name, begin, end in noted.spans:
        tracer.start_span(name, context=below, start_time=moment(begin)).end(moment(end))
    span.end(max(time_ns(), noted.began_at))


def _attributes(seen: Seen) -> Mapping[str, Any]:
    """Named as OpenTelemetry's conventions for HTTP have it, and our own below `gazette`."""
    told = {
        "http.request.method": seen.method,
        "http.route": seen.route,
        "http.response.status_code": seen.status,
        "gazette.request_id": seen.notes.request_id,
        "gazette.characters": seen.notes.characters,
        "gazette.key": seen.notes.key,
    }
    return {name: value for name, value in told.items() if value is not None}
