"""Remembers the answers of another gazetteer: a bounded cache, the least recently used leave first.

Finding nothing is an answer and is remembered; a failure is not, so that the next call tries again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from service.domain.model import GazetteerEntry, PlaceType, Point, TaggedName
from service.domain.ports import Attribution, Gazetteer, Nearby, PlaceQuery
from service.errors import NotFound

_Answer = TypeVar("_Answer")


class CachedGazetteer:
    """`entries` is the greatest number of answers kept; 0 keeps none. Safe for threads.

    `hits` and `misses` count the questions since the start, `unknown` the names looked up that have no place.
    """

    def __init__(self, gazetteer: Gazetteer, entries: int = 20_000) -> None:
        self._gazetteer = gazetteer
        self._entries = entries
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0
        self.unknown = 0

    def tally(self) -> tuple[int, int, int]:
        """Questions whose answer was remembered, those whose was not, and names without a place."""
        return self.hits, self.misses, self.unknown

    @property
    def version(self) -> str:
        return self._gazetteer.version

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return self._gazetteer.attribution

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        found = self._remember(("lookup", name), lambda: self._gazetteer.lookup(name))
        self.unknown += not found
        return found

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        return self._remember(("similar", name, limit), lambda: self._gazetteer.similar(name, limit))

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        return self._remember(("search", query), lambda: self._gazetteer.search(query))

    def get(self, id: str) -> GazetteerEntry:
        answer = self._remember(("get", id), lambda: self._get(id))
        if isinstance(answer, NotFound):
            raise answer.with_traceback(None)
        return answer

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        return self._remember(("tagged", id), lambda: self._gazetteer.tagged_names(id))

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        return self._remember(
            ("nearest", point, limit, radius_km, types),
            lambda: self._gazetteer.nearest(point, limit, radius_km, types),
        )

    def _get(self, id: str) -> GazetteerEntry | NotFound:
        try:
            return self._gazetteer.get(id)
        except NotFound as absent:
            return absent

    def _remember(self, question: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        with self._lock:
            if question in self._answers:
                self.hits += 1
                self._answers.move_to_end(question)
                return self._answers[question]  # type: ignore[return-value]
            self.misses += 1
        answer = ask()  # not under the lock: others go on while this one looks
        with self._lock:
            self._answers[question] = answer
            while len(self._answers) > self._entries:
                self._answers.popitem(last=False)
        return answer
