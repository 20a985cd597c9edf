"""The lines of a body, over gunicorn's own readers and a pair of sockets."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from gunicorn.http.body import Body, ChunkedReader, LengthReader
from gunicorn.http.unreader import SocketUnreader

from service.web.arrivals import Arrivals, Bounds, Disconnected

BOUNDS = Bounds(line_bytes=20, lines=100, bytes=1_000, ahead_bytes=5_000, silence=0.2)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The caller's end and the server's."""
    pair = socket.socketpair()
    with pair[0], pair[1]:
        yield pair


def by_length(server: socket.socket, length: int, bounds: Bounds = BOUNDS) -> Arrivals:
    body = Body(LengthReader(SocketUnreader(server), length))
    return Arrivals({"wsgi.input": body, "gunicorn.socket": server, "CONTENT_LENGTH": str(length)}, bounds)


def by_chunks(server: socket.socket) -> Arrivals:
    body = Body(ChunkedReader(SimpleNamespace(), SocketUnreader(server)))
    return Arrivals({"wsgi.input": body, "gunicorn.socket": server}, BOUNDS)


def from_file(body: bytes, **bounds: Any) -> list[tuple[int, bytes | None]]:
    return read(Arrivals({"wsgi.input": io.BytesIO(body)}, Bounds(20, 100, 1_000, **bounds)))


def read(arrivals: Arrivals) -> list[tuple[int, bytes | None]]:
    found = []
    while arrivals.wait():
        while line := arrivals.next():
            found.append((line.number, line.body))
    return found


def fill(server: socket.socket) -> None:
    """Sends until nothing more goes out."""
    server.setblocking(False)
    with suppress(BlockingIOError):
        while server.send(b"x" * 65_536):
            pass


def test_lines_are_numbered_and_blank_ones_left_out() -> None:
    assert from_file(b"a\n\n b \r\n\t\nc") == [(1, b"a"), (3, b"b"), (5, b"c")]


def test_a_line_past_the_limit_is_told_and_the_next_is_whole() -> None:
    assert from_file(b"x" * 20 + b"\n" + b"y" * 21 + b"\nz") == [(1, b"x" * 20), (2, None), (3, b"z")]
    assert from_file(b"y" * 500) == [(1, None)]


def test_a_line_is_there_before_the_next_has_come(ends: tuple[socket.socket, socket.socket]) -> None:
    caller, server = ends
    arrivals = by_length(server, 4)
    caller.sendall(b"a\n")
    assert arrivals.wait()
    assert arrivals.next().body == b"a"  # type: ignore[union-attr]
    assert arrivals.next() is None
    caller.sendall(b"b\n")
    assert read(arrivals) == [(2, b"b")]


@pytest.mark.parametrize("sent", [b"", b"a\nb"])
def test_a_body_that_is_cut_off_is_told(ends: tuple[socket.socket, socket.socket], sent: bytes) -> None:
    caller, server = ends
    caller.sendall(sent)
    caller.shutdown(socket.SHUT_WR)
    with pytest.raises(Disconnected):
        read(by_length(server, 100))


def test_chunks_that_are_cut_off_are_told(ends: tuple[socket.socket, socket.socket]) -> None:
    caller, server = ends
    caller.sendall(b"2\r\na\n\r\n5\r\nab")
    caller.shutdown(socket.SHUT_WR)
    with pytest.raises(Disconnected):
        read(by_chunks(server))


def test_a_caller_who_is_silent_for_too_long_is_taken_for_gone(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    with pytest.raises(Disconnected):
        read(by_length(ends[1], 100))


def test_a_caller_who_neither_reads_nor_sends_is_taken_for_gone(
    ends: tuple[socket.socket, socket.socket],
) -> None:
    server = ends[1]
    fill(server)
    with pytest.raises(Disconnected):
        by_length(server, 100).let_out()


def test_no_more_is_taken_in_than_goes_ahead(ends: tuple[socket.socket, socket.socket]) -> None:
    caller, server = ends
    bounds = Bounds(20, 10_000, 1_000_000, ahead_bytes=300, silence=0.2)
    fill(server)
    arrivals = by_length(server, 100_000, bounds)
    caller.sendall(b"a\n" * 1_000)
    with pytest.raises(Disconnected):  # the caller does not read, and there is no room for more
        arrivals.let_out()
    assert arrivals._kept < 1_000 * 300


def test_past_a_limit_the_rest_is_not_read() -> None:
    arrivals = Arrivals({"wsgi.input": io.BytesIO(b"a\n" * 50)}, Bounds(20, 10, 1_000))
    assert len(read(arrivals)) == 10
    assert "10 lines" in str(arrivals.refused)
    arrivals = Arrivals({"wsgi.input": io.BytesIO(b"abcdefgh\n" * 9_000)}, Bounds(20, 10_000, 100))
    read(arrivals)
    assert "100 bytes" in str(arrivals.refused)
