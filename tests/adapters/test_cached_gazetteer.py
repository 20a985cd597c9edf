"""What the cache remembers and what it does not."""

from __future__ import annotations

import pytest

from service.adapters.cached_gazetteer import CachedGazetteer
from service.domain.model import GazetteerEntry
from service.errors import NotFound, Unavailable
from tests.fakes.gazetteer import FakeGazetteer
from tests.fakes.small_world import entries


class CountingGazetteer(FakeGazetteer):
    """Counts look-ups; fails as long as `broken`."""

    def __init__(self) -> None:
        super().__init__(entries())
        self.asked = 0
        self.broken = False

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        self.asked += 1
        if self.broken:
            raise Unavailable("gazetteer", "down")
        return super().lookup(name)

    def get(self, id: str) -> GazetteerEntry:
        self.asked += 1
        return super().get(id)


@pytest.fixture
def inner() -> CountingGazetteer:
    return CountingGazetteer()


def test_an_answer_is_asked_for_once(inner: CountingGazetteer) -> None:
    cached = CachedGazetteer(inner)
    assert cached.lookup("Paris") == cached.lookup("Paris") != ()
    assert (inner.asked, cached.hits, cached.misses) == (1, 1, 1)


def test_finding_nothing_is_remembered(inner: CountingGazetteer) -> None:
    cached = CachedGazetteer(inner)
    assert cached.lookup("Xyzzy") == cached.lookup("Xyzzy") == ()
    assert inner.asked == 1


def test_an_unknown_id_is_remembered(inner: CountingGazetteer) -> None:
    cached = CachedGazetteer(inner)
    for _ in range(2):
        with pytest.raises(NotFound):
            cached.get("gazette:nobody")
    assert inner.asked == 1


def test_a_failure_is_not_remembered(inner: CountingGazetteer) -> None:
    cached, inner.broken = CachedGazetteer(inner), True
    with pytest.raises(Unavailable):
        cached.lookup("Paris")
    inner.broken = False
    assert len(cached.lookup("Paris")) == 2
    assert inner.asked == 2


def test_the_least_recently_used_leave_first(inner: CountingGazetteer) -> None:
    cached = CachedGazetteer(inner, entries=2)
    for name in ("Paris", "Alep", "Paris", "Genève", "Paris"):
        cached.lookup(name)
    assert inner.asked == 3
    cached.lookup("Alep")
    assert inner.asked == 4


def test_questions_are_counted(inner: CountingGazetteer) -> None:
    cached = CachedGazetteer(inner)
    for name in ("Paris", "Paris", "Nulle Part", "Nulle Part"):
        cached.lookup(name)
    assert cached.tally() == (2, 2, 2)
