"""A remote gazetteer is asked at its pace, left in peace after a failure, and never waited for."""

from __future__ import annotations

import pytest

from service.adapters.cached_gazetteer import CachedGazetteer
from service.adapters.layered_gazetteer import LayeredGazetteer
from service.adapters.paced_gazetteer import PacedGazetteer
from service.domain import degradation
from service.domain.model import GazetteerEntry, Point
from service.domain.ports import PlaceQuery
from service.errors import NotFound, Unavailable
from tests.adapters.test_layered_gazetteer import ATLANTIS, BrokenGazetteer
from tests.fakes.gazetteer import FakeGazetteer


class Clock:
    """Seconds, moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class CountingGazetteer(FakeGazetteer):
    """Knows Atlantis, and counts how often it is asked by name."""

    def __init__(self) -> None:
        super().__init__((ATLANTIS,))
        self.asked = 0

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        self.asked += 1
        return super().lookup(name)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_it_is_asked_at_the_pace_agreed(clock: Clock) -> None:
    remote = CountingGazetteer()
    paced = PacedGazetteer(remote, "remote_gazetteer", 2, clock)
    assert paced.lookup("Atlantide")
    with pytest.raises(Unavailable) as early:
        paced.lookup("Mu")
    assert (early.value.part, early.value.retry_after) == ("remote_gazetteer", 1)
    clock.now = 0.5
    assert paced.lookup("Mu") == ()
    assert remote.asked == 2


def test_what_is_remembered_costs_no_turn(clock: Clock) -> None:
    remote = CountingGazetteer()
    cached = CachedGazetteer(PacedGazetteer(remote, "remote_gazetteer", 1, clock), 10)
    assert [cached.lookup("Atlantide") for _ in range(5)] == [(ATLANTIS,)] * 5
    assert remote.asked == 1


def test_what_comes_too_early_degrades_the_answer_and_is_not_remembered(clock: Clock) -> None:
    remote = CountingGazetteer()
    layered = LayeredGazetteer(
        FakeGazetteer(()), CachedGazetteer(PacedGazetteer(remote, "remote_gazetteer", 1, clock), 10)
    )
    layered.lookup("Mu")
    with degradation.watch() as parts:
        assert layered.lookup("Atlantide") == ()
    assert parts.names == ("remote_gazetteer",)
    clock.now = 1
    with degradation.watch() as parts:
        assert layered.lookup("Atlantide") == (ATLANTIS,)
        assert layered.lookup("Mu") == ()
    assert parts.names == ()


def test_after_a_failure_it_rests_as_long_as_it_asked_for(clock: Clock) -> None:
    broken = BrokenGazetteer()
    paced = PacedGazetteer(broken, "remote_gazetteer", 1, clock)
    for at, asked in ((0, 1), (29, 1), (31, 2)):
        clock.now = at
        with pytest.raises(Unavailable, match="down"):
            paced.lookup("Atlantide")
        assert broken.asked == asked


def test_every_question_has_its_turn(clock: Clock) -> None:
    paced = PacedGazetteer(FakeGazetteer((ATLANTIS,)), "remote_gazetteer", 1, clock)
    assert paced.search(PlaceQuery("Atlantide"))
    clock.now = 1
    assert paced.nearest(Point(31, -24))
    clock.now = 2
    assert paced.similar("Atlentide")
    assert paced.get(ATLANTIS.id) == ATLANTIS
    assert paced.tagged_names(ATLANTIS.id)
    with pytest.raises(NotFound):
        paced.get("osm:n2")
    assert (paced.version, len(paced.attribution)) == ("fake", 1)
