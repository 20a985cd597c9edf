"""One gazetteer before another: the second is asked for what the first lacks.

The second is helpful, not needed: when it fails, the answer of the first stands and the failure is reported
(`domain/degradation.py`). Put caches inside the layers, never around them: a cache around would remember what
was answered while the second was down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from service.domain.degradation import report
from service.domain.model import GazetteerEntry, PlaceType, Point, TaggedName
from service.domain.ports import Attribution, Gazetteer, Nearby, PlaceQuery
from service.errors import Merged, NotFound, Unavailable

_Answer = TypeVar("_Answer")


class LayeredGazetteer:
    """The second is asked only where the first finds nothing."""

    def __init__(self, first: Gazetteer, second: Gazetteer) -> None:
        self._first = first
        self._second = second

    @property
    def layers(self) -> tuple[Gazetteer, Gazetteer]:
        return self._first, self._second

    @property
    def version(self) -> str:
        return f"{self._first.version} + {self._second.version}"

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return tuple(dict.fromkeys((*self._first.attribution, *self._second.attribution)))

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        return self._first.lookup(name) or self._ask(lambda: self._second.lookup(name), ())

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        return self._first.similar(name, limit) or self._ask(lambda: self._second.similar(name, limit), ())

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        """The second answers where the first finds nothing at all, on whatever page."""
        found = self._first.search(query)
        if found or (query.offset and self._first.search(replace(query, offset=0, limit=1))):
            return found
        return self._ask(lambda: self._second.search(query), ())

    def get(self, id: str) -> GazetteerEntry:
        try:
            return self._first.get(id)
        except Merged:
            raise
        except NotFound as absent:
            found = self._ask(lambda: _get(self._second, id), None)
            if found is None:
                raise absent from None
            return found

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        return self._first.tagged_names(id)

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        return self._first.nearest(point, limit, radius_km, types) or self._ask(
            lambda: self._second.nearest(point, limit, radius_km, types), ()
        )

    def _ask(self, ask: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
        """What the second answers, or `otherwise` when it fails."""
        try:
            return ask()
        except Unavailable as failure:
            report(failure.part)
            return otherwise


def _get(gazetteer: Gazetteer, id: str) -> GazetteerEntry | None:
    try:
        return gazetteer.get(id)
    except Merged:
        raise
    except NotFound:
        return None
