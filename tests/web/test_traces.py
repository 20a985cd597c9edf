"""Traces: a span for each request and its steps, sent from gunicorn's workers to a collector."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from bench.service import ROOT
from service.settings import InvalidSetting, Settings
from service.web import traces
from service.web.notes import Notes
from service.web.observation import Seen
from tests.web.desk import make_app
from tests.web.served import served

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@contextmanager
def collector() -> Iterator[tuple[str, list[Any]]]:
    """An OTLP collector on a free port: its address and the spans that it gets."""
    spans: list[Any] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                spans.extend(span for scope in resource.scope_spans for span in scope.spans)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", spans
        server.shutdown()
        thread.join()


def test_a_collector_gets_a_span_for_the_request_and_one_for_each_step(tmp_path: Path) -> None:
    with (
        collector() as (endpoint, spans),
        served(tmp_path / "log", OTEL_EXPORTER_OTLP_ENDPOINT=endpoint) as service,
    ):
        answer = service.analyze("Secret à Alep.", traceparent=PARENT)
        assert answer.status == 200
        assert service.stop() == 0  # what is not sent yet is sent before the end
        mine = [span for span in spans if span.trace_id.hex() == PARENT.split("-")[1]]
        (root,) = [span for span in mine if span.name == "POST /v1/analyze"]
        assert root.parent_span_id.hex() == PARENT.split("-")[2]
        steps = [span for span in mine if span is not root]
        assert {span.name for span in steps} == {"intake", "analysis", "dump"}
        for span in steps:
            assert span.parent_span_id == root.span_id
            assert root.start_time_unix_nano <= span.start_time_unix_nano <= span.end_time_unix_nano
            assert span.end_time_unix_nano <= root.end_time_unix_nano
        told = {one.key: one.value for one in root.attributes}
        assert told["http.response.status_code"].int_value == 200
        assert told["gazette.request_id"].string_value == answer.headers["X-Request-ID"]
        assert "Secret" not in str(spans)


def test_a_collector_that_is_out_holds_nothing_up(tmp_path: Path) -> None:
    with served(tmp_path / "log", OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:1") as service:
        assert service.analyze("Alep").status == 200
        begin = time.monotonic()
        assert service.stop() == 0
        assert time.monotonic() - begin < 6


def test_a_fault_of_ours_is_an_error_of_the_span() -> None:
    exporter = InMemorySpanExporter()
    app = make_app()
    (tell,) = traces.tracing(app, Settings(otel_exporter_otlp_endpoint="http://127.0.0.1:1"), exporter)
    tell(Seen("GET", "/v1/status", 500, 0.1, Notes(request_id="x")))
    tell(Seen("GET", "/v1/status", 404, 0.1, Notes(request_id="x")))
    _flush(tell)
    assert [span.status.is_ok for span in exporter.get_finished_spans()] == [False, True]


def _flush(tell: Any) -> None:
    tracer = next(
        cell.cell_contents for cell in tell.__closure__ if hasattr(cell.cell_contents, "start_span")
    )
    tracer.span_processor.force_flush()


def test_without_a_collector_nothing_of_it_is_imported() -> None:
    program = (
        "import sys; from tests.web.desk import make_app; make_app().test_client().get('/livez');"
        "print([name for name in sys.modules if name.startswith(('opentelemetry', 'flask_limiter'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_traces_without_the_package_are_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(InvalidSetting, match="telemetry"):
        make_app(Settings(otel_exporter_otlp_endpoint="http://127.0.0.1:4318"))
