"""The lines of a request body as they arrive, while the answer is on its way out.

A WSGI server hands the body over as a file, and gunicorn's waits until a whole kilobyte has come or the body
has ended: a caller who sends one line and waits for its answer would wait for ever. Its reader underneath
gives a piece as soon as there is one; where there is no such reader, the file is read.

A caller who sends everything before it reads anything would stop us both as soon as the answers fill the
buffers between us. So before something is sent, what the caller still sends is taken in, up to a bound.
"""

from __future__ import annotations

import select
import socket
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_PIECE = 65_536  # bytes


_COST = 200  # bytes that a line takes beside its own


class Disconnected(Exception):
    """The caller is gone, or was silent for too long: nobody is there to be answered."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a caller may send: the longest line, lines and bytes in all, and bytes ahead of its answers.

    `silence` is how long neither side may move, in seconds.
    """

    line_bytes: int
    lines: int
    bytes: int
    ahead_bytes: int = 8_000_000
    silence: float = 60.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body without its end; `number` counts from 1. `body` is `None` when it is too long."""

    number: int
    body: bytes | None


class Arrivals:
    """The lines of one request. Blank ones are left out, but counted."""

    def __init__(self, environ: Mapping[str, Any], bounds: Bounds) -> None:
        self._body = environ["wsgi.input"]
        self._socket: socket.socket | None = environ.get("gunicorn.socket")
        self._told = int(environ.get("CONTENT_LENGTH") or 0)
        self._bounds = bounds
        self._lines: deque[Line] = deque()
        self._kept = 0  # bytes that those lines take
        self._begun = bytearray()  # of the line that has not ended
        self._too_long = False
        self._number = self._received = 0
        self._ended = False
        self.refused: str | None = None  # why the rest of the body is not read
        if self._socket is not None:
            self._socket.settimeout(bounds.silence)

    def wait(self) -> bool:
        """Waits for a line; `False` when there are no more. Raises `Disconnected`."""
        while not self._lines and not self._ended:
            self._take()
        return bool(self._lines)

    def next(self) -> Line | None:
        """The next line that has come, without waiting; `None` when there is none. Raises `Disconnected`."""
        while not self._lines and not self._ended and self._can_read():
            self._take()
        if not self._lines:
            return None
        line = self._lines.popleft()
        self._kept -= _cost(line)
        return line

    def let_out(self) -> None:
        """Waits until something can be sent, and takes in meanwhile. Raises `Disconnected`."""
        while self._socket is not None:
            reading = [self._socket] if not self._ended and self._kept < self._bounds.ahead_bytes else []
            came, free, _ = select.select(reading, [self._socket], [], self._bounds.silence)
            if free:
                return
            if not came:
                raise Disconnected
            self._take()

    def _can_read(self) -> bool:
        if self._socket is None:
            return True
        return _held(self._body) > 0 or bool(select.select([self._socket], [], [], 0)[0])

    def _take(self) -> None:
        piece = self._read()
        self._received += len(piece)
        if not piece:
            self._end()
            return
        *whole, rest = piece.split(b"\n")
        for part in whole:
            self._continue_line(part)
            self._end_line()
        self._continue_line(rest)
        self._mind_bounds()

    def _read(self) -> bytes:
        try:
            return _piece(self._body)
        except Exception as error:  # a server's own exceptions: cut off, out of time, no chunk
            raise Disconnected from error

    def _end(self) -> None:
        if self._received < self._told:
            raise Disconnected
        self._ended = True
        if self._begun or self._too_long:
            self._end_line()

    def _mind_bounds(self) -> None:
        bounds = self._bounds
        if self._number > bounds.lines:
            self.refused = f"More than {bounds.lines} lines; the rest is not read."
            while self._lines and self._lines[-1].number > bounds.lines:
                self._kept -= _cost(self._lines.pop())
        elif self._received > bounds.bytes:
            self.refused = f"More than {bounds.bytes} bytes; the rest is not read."
        self._ended = self.refused is not None

    def _continue_line(self, part: bytes) -> None:
        if len(self._begun) + len(part) > self._bounds.line_bytes:
            self._too_long = True
            self._begun.clear()
        elif not self._too_long:
            self._begun += part

    def _end_line(self) -> None:
        line = Line(self._number + 1, None if self._too_long else bytes(self._begun).strip(b" \t\r"))
        if line.body != b"":
            self._lines.append(line)
            self._kept += _cost(line)
        self._number += 1
        self._begun.clear()
        self._too_long = False


def _cost(line: Line) -> int:
    return len(line.body or b"") + _COST


def _piece(body: Any) -> bytes:
    """What has come of a body, at least a byte unless it has ended. Raises what the server raises."""
    reader = getattr(body, "reader", None)
    if reader is None:
        return bytes(body.read(_PIECE))
    first = reader.read(1)
    held = _held(body)
    return bytes(first + reader.read(held)) if first and held else bytes(first)


def _held(body: Any) -> int:
    """Bytes that gunicorn's reader has taken from the socket and not handed out yet."""
    reader = getattr(body, "reader", None)
    buffer = getattr(reader, "buf", None) or getattr(getattr(reader, "unreader", None), "buf", None)
    if buffer is None:
        return 0
    held: int = buffer.getbuffer().nbytes
    return min(held, getattr(reader, "length", held))
