"""Asks another gazetteer no more often than agreed, and leaves it in peace after a failure.

It never waits: a question that comes too early is refused at once, so that an article with forty unknown
names is answered without them. It belongs behind a cache, so that what is remembered costs no turn.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from service.domain.model import GazetteerEntry, PlaceType, Point, TaggedName
from service.domain.ports import Attribution, Gazetteer, Nearby, PlaceQuery
from service.errors import Unavailable

_Answer = TypeVar("_Answer")


class PacedGazetteer:
    """`part` is its name in `meta.degraded`; `clock` tells seconds, going forward only. Safe for threads."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        part: str,
        questions_per_second: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gazetteer = gazetteer
        self._part = part
        self._interval = 1 / questions_per_second
        self._clock = clock
        self._next = float("-inf")  # when the next question may be asked
        self._why = ""
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        return self._gazetteer.version

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return self._gazetteer.attribution

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        return self._ask(lambda: self._gazetteer.lookup(name))

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        return self._gazetteer.similar(name, limit)  # nobody is asked for it

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        return self._ask(lambda: self._gazetteer.search(query))

    def get(self, id: str) -> GazetteerEntry:
        return self._gazetteer.get(id)  # nobody is asked for it

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        return self._gazetteer.tagged_names(id)

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        return self._ask(lambda: self._gazetteer.nearest(point, limit, radius_km, types))

    def _ask(self, ask: Callable[[], _Answer]) -> _Answer:
        """Raises `Unavailable` when it is too early, and what the other raises."""
        with self._lock:
            now = self._clock()
            if now < self._next:
                message = self._why or f"{self._part} is asked every {self._interval:g} s at most"
                raise Unavailable(self._part, message, max(1, round(self._next - now)))
            self._next, self._why = now + self._interval, ""
        try:
            return ask()
        except Unavailable as failure:
            with self._lock:
                self._next, self._why = self._clock() + failure.retry_after, str(failure)
            raise
