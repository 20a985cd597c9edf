"""What only gunicorn can show: its refusals, its log, what waits and what is turned away, how it ends."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.web.served import Served, served, wait_until
from tests.web.test_metrics import samples


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One worker that reads two articles at once and lets three more wait, for three seconds at most."""
    log = tmp_path_factory.mktemp("log") / "log"
    with served(log, THREADS="4", QUEUE_LENGTH="3", QUEUE_SECONDS="3", LOG_LEVEL="debug") as running:
        yield running


# --------------------------------------------------------------------------- refusals of gunicorn


@pytest.mark.parametrize(
    ("request_", "status", "kind"),
    [
        (b"NONSENSE\r\n\r\n", 400, "/problems/malformed-request"),
        (b"GET /livez HTTP/1.1\r\nHost: a\r\nA B: c\r\n\r\n", 400, "/problems/malformed-request"),
        (b"GET /?" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", 414, "/problems/address-too-long"),
        (
            b"GET / HTTP/1.1\r\nHost: a\r\nX-A: " + b"a" * 9_000 + b"\r\n\r\n",
            431,
            "/problems/headers-too-large",
        ),
        (
            b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-A: b\r\n" * 200 + b"\r\n",
            431,
            "/problems/headers-too-large",
        ),
        (
            b"POST /v1/analyze HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: br\r\n\r\n",
            501,
            "about:blank",
        ),
    ],
)
def test_what_gunicorn_refuses_is_a_problem_document(
    service: Served, request_: bytes, status: int, kind: str
) -> None:
    head, _, body = service.send(request_).partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"Content-Type: application/problem+json\r\n" in head
    problem = json.loads(body)
    assert (problem["type"], problem["status"]) == (kind, status)
    assert f"X-Request-ID: {problem['request_id']}".encode() in head


def test_what_is_refused_is_not_repeated_in_the_log(service: Served) -> None:
    service.send(b"GET /livez HTTP/1.1\r\nHost: a\r\nAuthorization Bearer: gz_secret\r\n\r\n")
    line = next(one for one in reversed(service.lines()) if one["message"].startswith("Invalid request"))
    assert line["logger"] == "gunicorn.error"
    assert "secret" not in service.log.read_text(encoding="utf-8")
    assert "Bearer" not in line["message"]


# --------------------------------------------------------------------------- the log


def test_a_request_is_one_line_with_its_times_and_without_its_text(service: Served) -> None:
    answer = service.analyze("Une phrase confidentielle à Alep.", X_Request_ID="from-the-caller/1")
    assert answer.headers["X-Request-ID"] == "from-the-caller/1"
    (line,) = [one for one in service.lines() if one.get("request_id") == "from-the-caller/1"]
    assert (line["method"], line["route"], line["status"]) == ("POST", "/v1/analyze", 200)
    assert set(line["ms"]) == {"intake", "analysis", "dump", "total"}
    assert (line["characters"], line["articles"], line["level"]) == (33, 1, "INFO")
    assert line["time"].endswith("Z")
    assert "confidentielle" not in service.log.read_text(encoding="utf-8")


def test_a_fault_of_ours_leaves_its_trace_in_the_log_alone(service: Served) -> None:
    answer = service.analyze("Se tromper à Alep.")
    assert answer.status == 500
    assert "secret" not in answer.body.decode()
    lines = [one for one in service.lines() if one.get("request_id") == answer.json["request_id"]]
    assert {one["level"] for one in lines} == {"ERROR", "INFO"}
    assert any("ZeroDivisionError: secret" in one.get("exc_info", "") for one in lines)


def test_addresses_and_queries_are_not_in_the_log(service: Served) -> None:
    assert service.ask("/v1/places?q=Confidentiel").status == 200
    assert "Confidentiel" not in service.log.read_text(encoding="utf-8")


# --------------------------------------------------------------------------- admission


def test_more_than_may_wait_are_refused_at_once_and_the_process_answers_throughout(
    service: Served,
) -> None:
    with ThreadPoolExecutor(30) as pool:
        begin = time.monotonic()
        asked = [pool.submit(service.analyze, "Attendre 0.8 à Alep.") for _ in range(20)]
        time.sleep(0.15)
        alive = service.ask("/livez")
        looked_up = service.ask("/v1/places?q=Alep")
        assert time.monotonic() - begin < 0.75
        answers = [one.result() for one in asked]
    assert (alive.status, looked_up.status) == (200, 200)
    refused = [answer for answer in answers if answer.status == 503]
    assert [answer.status for answer in answers].count(200) == 5
    assert len(refused) == 15
    assert {answer.json["type"] for answer in refused} == {"/problems/unavailable"}
    assert all(1 <= int(answer.headers["Retry-After"]) <= 60 for answer in refused)
    assert time.monotonic() - begin < 4
    found = samples(service.ask("/metrics").body.decode())
    assert found["gazette_refused_total", "queue"] >= 15
    assert (found[("gazette_analyses_waiting",)], found[("gazette_analyses_running",)]) == (0, 0)


def test_who_waited_is_told_how_long(service: Served) -> None:
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(service.analyze, ["Attendre 0.3 à Alep."] * 3))
    assert sum("queue;dur=" in answer.headers["Server-Timing"] for answer in answers) == 1


def test_the_queue_is_left_after_the_longest_wait(service: Served) -> None:
    with ThreadPoolExecutor(3) as pool:
        long = [pool.submit(service.analyze, "Attendre 3.6 à Alep.") for _ in range(2)]
        time.sleep(0.2)
        begin = time.monotonic()
        assert service.analyze("Alep").status == 503
        assert 2.8 < time.monotonic() - begin < 3.5
        assert [one.result().status for one in long] == [200, 200]
    assert service.analyze("Alep").status == 200


def _begins(service: Served, request: bytes, beginning: bytes) -> bool:
    with service.connect() as connection:
        connection.sendall(request)
        return connection.recv(len(beginning)) == beginning


def test_streams_leave_places_to_single_articles(tmp_path: Path) -> None:
    head = (
        b"POST /v1/analyze/batch HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ndjson\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
    )
    line = json.dumps({"text": "Alep", "language": "fr"}).encode() + b"\n"
    chunk = f"{len(line):x}\r\n".encode() + line + b"\r\n"
    with served(tmp_path / "log", THREADS="2", QUEUE_LENGTH="2") as service, ExitStack() as opened:
        streams = [opened.enter_context(service.connect()) for _ in range(2)]
        for number, stream in enumerate(streams):
            stream.sendall(head + chunk)
            assert stream.recv(12) == (b"HTTP/1.1 200" if number == 0 else b"HTTP/1.1 503")
        assert service.analyze("Alep").status == 200
        streams[0].sendall(b"0\r\n\r\n")
        wait_until(lambda: _begins(service, head + chunk + b"0\r\n\r\n", b"HTTP/1.1 200"))
        line_of_log = next(one for one in service.lines() if one.get("route") == "/v1/analyze/batch")
        assert line_of_log["status"] == 503


# --------------------------------------------------------------------------- callers that say nothing


def test_silent_callers_hold_no_thread(tmp_path: Path) -> None:
    head = b"POST /v1/analyze HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    with (
        served(tmp_path / "log", THREADS="2", QUEUE_LENGTH="0", CLIENT_TIMEOUT_SECONDS="1") as service,
        ExitStack() as opened,
    ):
        for said in (b"", b"", b"", b"GET /livez HT", head + b"Content-Length: 9\r\n\r\n{"):
            connection = opened.enter_context(service.connect())
            connection.sendall(said)
        time.sleep(0.1)
        begin = time.monotonic()
        assert service.ask("/livez").status == 200
        assert time.monotonic() - begin < 3
        assert b"silent for too long" in connection.recv(2_000)
        time.sleep(0.3)
        assert {line["level"] for line in service.lines()} <= {"INFO", "DEBUG"}
        assert "A caller was silent for too long." in {line["message"] for line in service.lines()}


# --------------------------------------------------------------------------- stopping


def test_what_was_accepted_is_finished_when_it_stops(tmp_path: Path) -> None:
    with (
        served(tmp_path / "log", GRACEFUL_TIMEOUT_SECONDS="5", LOG_FORMAT="text") as service,
        ThreadPoolExecutor(6) as pool,
    ):
        begun = [pool.submit(service.analyze, "Attendre 0.4 à Alep.") for _ in range(6)]
        time.sleep(0.2)
        service.process.send_signal(signal.SIGTERM)
        assert [one.result().status for one in begun] == [200] * 6
        assert service.process.wait(15) == 0
        assert service.log.read_text(encoding="utf-8").count("POST /v1/analyze 200") == 6


def test_a_long_analysis_does_not_hold_the_end(tmp_path: Path) -> None:
    with (
        served(tmp_path / "log", GRACEFUL_TIMEOUT_SECONDS="1") as service,
        ThreadPoolExecutor(1) as pool,
    ):
        begun = pool.submit(service.analyze, "Attendre 12 à Alep.")
        time.sleep(0.2)
        begin = time.monotonic()
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(5) == 0
        assert time.monotonic() - begin < 4
        assert isinstance(begun.exception(), OSError)
