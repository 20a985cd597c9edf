"""How many analyses a worker takes on: some run, some wait in line, and more are refused at once.

An analysis keeps a core busy, so running many together makes all of them late. Whoever waits sits on a thread
of the worker; since fewer are let in than there are threads, some are always free to say that the process is
alive, to look a place up and to refuse.
"""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event, Lock
from time import perf_counter

from flask import Flask, Response, request

from service.errors import Unavailable
from service.web.notes import notes
from service.web.timing import step

# In the rule of a call: one article, or a stream of them that may last.
READS_ARTICLES = re.compile(r"/(?:analyze|analysis)(?P<stream>/batch)?$")
_LONGEST_RETRY = 60  # seconds
_INERTIA = 0.8  # of the mean duration, against the latest


class Gate:
    """Lets in `at_once + length` requests that read articles; `at_once` analyses of theirs run together.

    The others wait for their turn, first come first served, for `seconds` at most. Streams get no more than
    half of the places: one that pauses keeps its place. `tell` is called with the numbers that wait and run
    whenever they change.
    """

    def __init__(
        self, at_once: int, length: int, seconds: float, tell: Callable[[int, int], None] | None = None
    ) -> None:
        self._at_once = at_once
        self._places = at_once + length
        self._for_streams = max(1, self._places // 2)
        self._seconds = seconds
        self._tell = tell or (lambda _waiting, _running: None)
        self._line: deque[Event] = deque()
        self._running = 0
        self._mean = 0.1  # seconds that an analysis takes
        self._lock = Lock()

    def come_in(self, *, stream: bool = False) -> None:
        """Takes a place. Raises `Unavailable` when none is left."""
        with self._lock:
            if not self._places or (stream and not self._for_streams):
                raise self._refusal("The queue of analyses is full.")
            self._places -= 1
            self._for_streams -= stream

    def go(self, *, stream: bool = False) -> None:
        """Gives the place back."""
        with self._lock:
            self._places += 1
            self._for_streams += stream

    @contextmanager
    def turn(self, *, patient: bool = False) -> Iterator[None]:
        """Waits for the turn of one analysis. Raises `Unavailable` when that takes too long.

        The `patient` one, in the midst of a batch, waits for as long as it takes.
        """
        self._wait(patient)
        begin = perf_counter()
        try:
            yield
        finally:
            self._hand_on(perf_counter() - begin)

    def _wait(self, patient: bool) -> None:
        with self._lock:
            if self._running < self._at_once:
                self._running += 1
                self._changed()
                return
            called = Event()
            self._line.append(called)
            self._changed()
        with step("queue"):
            came = called.wait(None if patient else self._seconds)
        if not came:
            self._give_up(called)

    def _give_up(self, called: Event) -> None:
        with self._lock:
            if called.is_set():  # at the last moment
                return
            self._line.remove(called)
            self._changed()
            raise self._refusal("The queue of analyses moves too slowly.")

    def _hand_on(self, seconds: float) -> None:
        """The next in line takes over, so that nobody jumps the queue."""
        with self._lock:
            self._mean = _INERTIA * self._mean + (1 - _INERTIA) * seconds
            if self._line:
                self._line.popleft().set()
            else:
                self._running -= 1
            self._changed()

    def _changed(self) -> None:
        self._tell(len(self._line), self._running)

    def _refusal(self, message: str) -> Unavailable:
        notes().refused = "queue"
        ahead = (len(self._line) + 1) * self._mean / self._at_once
        return Unavailable("queue", message, retry_after=min(_LONGEST_RETRY, math.ceil(ahead)))


def guard(app: Flask, gate: Gate) -> None:
    """Lets every request that reads articles through the gate, until its last byte is sent."""

    def enter() -> None:
        if request.url_rule is None or request.method == "OPTIONS":
            return
        if reads := READS_ARTICLES.search(request.url_rule.rule):
            stream = bool(reads["stream"])
            gate.come_in(stream=stream)
            notes().leave = partial(gate.go, stream=stream)

    def stay(response: Response) -> Response:
        if response.is_streamed:
            response.call_on_close(_leave_later())
        return response

    app.before_request(enter)
    app.after_request(stay)
    app.teardown_request(lambda _error: _leave_later()())


def _leave_later() -> Callable[[], None]:
    """What gives the place back, once; nothing when there is none."""
    noted = notes()
    leave, noted.leave = noted.leave, None
    return leave or (lambda: None)
