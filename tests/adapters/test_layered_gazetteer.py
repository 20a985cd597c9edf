"""The second gazetteer helps where the first finds nothing, and its failure does no harm."""

from __future__ import annotations

import pytest

from service.adapters.layered_gazetteer import LayeredGazetteer
from service.domain import degradation
from service.domain.model import GazetteerEntry, PlaceType, Point, Precision
from service.domain.ports import Nearby, PlaceQuery
from service.errors import NotFound, Unavailable
from tests.fakes.gazetteer import FakeGazetteer
from tests.fakes.small_world import entries

ATLANTIS = GazetteerEntry(
    "osm:n1", "Atlantide", PlaceType.ISLAND, None, Point(31, -24), Precision.EXACT, names=("Atlantide",)
)


class BrokenGazetteer(FakeGazetteer):
    """Fails at every call, and counts them."""

    def __init__(self) -> None:
        super().__init__(())
        self.asked = 0

    def _fail(self) -> Unavailable:
        self.asked += 1
        return Unavailable("remote_gazetteer", "down", retry_after=30)

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        raise self._fail()

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        raise self._fail()

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        raise self._fail()

    def get(self, id: str) -> GazetteerEntry:
        raise self._fail()

    def nearest(
        self, point: Point, limit: int = 5, radius_km: float = 50.0, types: tuple[PlaceType, ...] = ()
    ) -> tuple[Nearby, ...]:
        raise self._fail()


def test_the_second_answers_what_the_first_lacks() -> None:
    layered = LayeredGazetteer(FakeGazetteer(entries()), FakeGazetteer((ATLANTIS,)))
    assert layered.lookup("Atlantide") == (ATLANTIS,)
    assert layered.search(PlaceQuery("Atlantide")) == (ATLANTIS,)
    assert layered.similar("Atlentide") == (ATLANTIS,)
    assert layered.get("osm:n1") == ATLANTIS
    assert layered.nearest(Point(31, -24))[0].entry == ATLANTIS


def test_the_first_is_not_second_guessed() -> None:
    broken = BrokenGazetteer()
    layered = LayeredGazetteer(FakeGazetteer(entries()), broken)
    with degradation.watch() as parts:
        assert layered.lookup("Alep")
        assert layered.get("geonames:170063")
        assert layered.search(PlaceQuery("Alep", offset=90)) == ()
    assert (broken.asked, parts.names) == (0, ())


def test_a_failure_of_the_second_is_reported_and_does_no_harm() -> None:
    layered = LayeredGazetteer(FakeGazetteer(entries()), BrokenGazetteer())
    with degradation.watch() as parts:
        assert layered.lookup("Atlantide") == ()
        assert layered.similar("Atlantide") == ()
        assert layered.search(PlaceQuery("Atlantide")) == ()
        assert layered.nearest(Point(31, -24)) == ()
        with pytest.raises(NotFound):
            layered.get("osm:n1")
    assert parts.names == ("remote_gazetteer",)


def test_reports_of_one_piece_of_work_stay_there() -> None:
    with degradation.watch() as outer:
        with degradation.watch() as inner:
            degradation.report("b")
            degradation.report("a")
        degradation.report("c")
    degradation.report("nobody listens")
    assert (outer.names, inner.names) == (("c",), ("a", "b"))


def test_it_names_both_versions_and_credits_both() -> None:
    layered = LayeredGazetteer(FakeGazetteer(()), FakeGazetteer(()))
    assert layered.version == "fake + fake"
    assert len(layered.attribution) == 1
