"""The batch from outside: raw sockets against gunicorn, while both sides still send."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from bench.service import ROOT, RunningService
from tests.test_service import ask

HEAD = "POST /v1/analyze/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
ARTICLES = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
]


@contextmanager
def connected(live: RunningService, headers: str) -> Iterator[tuple[socket.socket, BinaryIO]]:
    host, port = live.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(f"{HEAD}{headers}\r\n".encode())
        with connection.makefile("rb") as answers:
            yield connection, answers


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def line(request: dict[str, Any]) -> bytes:
    return json.dumps(request).encode() + b"\n"


def read_head(answers: BinaryIO) -> int:
    status = int(answers.readline().split()[1])
    while answers.readline().strip():
        pass
    return status


def read_chunks(answers: BinaryIO) -> Iterator[bytes]:
    while size := int(answers.readline(), 16):
        yield answers.read(size)
        answers.readline()


def read_lines(answers: BinaryIO) -> Iterator[bytes]:
    held = b""
    for piece in read_chunks(answers):
        *whole, held = (held + piece).split(b"\n")
        yield from whole
    assert held == b""


@pytest.mark.parametrize("chunked", [True, False], ids=["chunked", "length"])
def test_an_answer_leaves_before_the_next_request_is_sent(live: RunningService, chunked: bool) -> None:
    lines = [line({"text": f"Le maire de Lyon, mardi {day} mai.", "id": day}) for day in (1, 2, 3)]
    length = sum(len(one) for one in lines)
    headers = "Transfer-Encoding: chunked\r\n" if chunked else f"Content-Length: {length}\r\n"
    with connected(live, headers) as (connection, answers):
        found = None
        for number, one in enumerate(lines, start=1):
            connection.sendall(chunk(one) if chunked else one)
            if found is None:
                assert read_head(answers) == 200
                found = read_lines(answers)
            assert json.loads(next(found))["id"] == number
        connection.sendall(b"0\r\n\r\n" if chunked else b"")
        assert found is not None
        assert list(found) == []


def test_lines_may_be_cut_anywhere(live: RunningService) -> None:
    body = b"".join(line({"text": "À Genève, lundi.", "id": number}) for number in range(3)).rstrip()
    with connected(live, "Transfer-Encoding: chunked\r\n") as (connection, answers):
        for begin in range(0, len(body), 7):
            connection.sendall(chunk(body[begin : begin + 7]))
        connection.sendall(b"0\r\n\r\n")
        assert read_head(answers) == 200
        assert [json.loads(one)["id"] for one in read_lines(answers)] == [0, 1, 2]


def test_every_sample_reads_as_by_the_single_call(live: RunningService) -> None:
    requests = [{"text": one["text"], "published_at": one["published_at"]} for one in ARTICLES]
    body = b"".join(map(line, requests))
    with connected(live, f"Content-Length: {len(body)}\r\n") as (connection, answers):
        connection.sendall(body)
        read_head(answers)
        together = [json.loads(one) for one in read_lines(answers)]
    assert together == [ask(live, "/v1/analyze", request)[1] for request in requests]


def test_a_caller_may_send_everything_before_it_reads(live: RunningService) -> None:
    """More than the buffers between us hold, in both directions."""
    wrong = line({f"{'unknown' * 10}{number}": 1 for number in range(50)})
    body = wrong * 3_000
    with connected(live, f"Content-Length: {len(body)}\r\n") as (connection, answers):
        connection.sendall(body)
        read_head(answers)
        found = list(read_lines(answers))
    assert len(found) == 3_000
    assert sum(map(len, found)) > 20_000_000


def test_single_calls_have_their_turn_during_a_batch(live: RunningService) -> None:
    body = b"".join(line({"text": one["text"]}) for one in ARTICLES) * 5

    def send() -> int:
        with connected(live, f"Content-Length: {len(body)}\r\n") as (connection, answers):
            connection.sendall(body)
            read_head(answers)
            return len(list(read_lines(answers)))

    alone = _seconds(live)
    with ThreadPoolExecutor(1) as pool:
        batch = pool.submit(send)
        time.sleep(0.2)
        during = [_seconds(live) for _ in range(3)]
        assert not batch.done()
        assert batch.result() == 5 * len(ARTICLES)
    assert max(during) < 10 * alone + 1


def _seconds(live: RunningService) -> float:
    begin = time.perf_counter()
    assert ask(live, "/v1/analyze", {"text": ARTICLES[0]["text"]})[0] == 200
    return time.perf_counter() - begin


def test_a_caller_who_leaves_stops_the_work(live: RunningService) -> None:
    body = b"".join(line({"text": one["text"]}) for one in ARTICLES) * 60
    with connected(live, f"Content-Length: {len(body)}\r\n") as (connection, answers):
        connection.sendall(body)
        read_head(answers)
        next(read_lines(answers))
    begin = time.monotonic()
    while _busy(live) and time.monotonic() < begin + 20:
        pass
    assert time.monotonic() < begin + 10  # the 720 articles would keep it busy for longer


def _busy(live: RunningService) -> bool:
    """Whether the workers used the processor during a third of a second."""
    before = _ticks(live)
    time.sleep(0.3)
    return _ticks(live) > before + 5


def _ticks(live: RunningService) -> int:
    children = Path(f"/proc/{live.pid}/task/{live.pid}/children").read_text(encoding="ascii").split()
    stats = [Path(f"/proc/{worker}/stat").read_text(encoding="ascii").split() for worker in children]
    return sum(int(stat[13]) + int(stat[14]) for stat in stats)
