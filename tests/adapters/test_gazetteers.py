"""What every gazetteer does: one suite over the file, the fake, and both wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.adapters import gazetteer_builder
from service.adapters.cached_gazetteer import CachedGazetteer
from service.adapters.layered_gazetteer import LayeredGazetteer
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.domain.model import BoundingBox, Match, PlaceType, Point, TaggedName
from service.domain.ports import Gazetteer, PlaceQuery
from service.errors import Merged, NotFound
from tests.fakes.gazetteer import FakeGazetteer
from tests.fakes.small_world import entries, write_sources

ALEP, GENEVE, PARIS, PARIS_TEXAS = (
    "geonames:170063",
    "geonames:2660646",
    "geonames:2988507",
    "geonames:4717560",
)


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gazetteer")
    gazetteer_builder.build(folder / "small.sqlite", write_sources(folder), progress=False)
    return folder / "small.sqlite"


@pytest.fixture(params=["file", "fake", "cached", "cached without room", "layered", "layered the other way"])
def gazetteer(request: pytest.FixtureRequest, small_file: Path) -> Iterator[Gazetteer]:
    file, fake = SqliteGazetteer(small_file), FakeGazetteer(entries(), {"gazette:haleb": ALEP})
    kinds: dict[str, Gazetteer] = {
        "file": file,
        "fake": fake,
        "cached": CachedGazetteer(file),
        "cached without room": CachedGazetteer(fake, entries=0),
        "layered": LayeredGazetteer(file, FakeGazetteer(())),
        "layered the other way": LayeredGazetteer(FakeGazetteer(()), file),
    }
    yield kinds[request.param]
    file.close()


def ids(found: object) -> list[str]:
    return [entry.id for entry in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Alep", ALEP),
        ("ALEP", ALEP),
        ("Aleppo", ALEP),
        ("حلب", ALEP),
        ("geneve", GENEVE),
        ("Le\u00a0Caire", "geonames:360630"),
        ("Moyen\u2011Orient", "gazette:moyen-orient"),
        ("as-Sakhour", "gazette:alep-sakhour"),
        ("al-Sakhour", "gazette:alep-sakhour"),
        ("Al-Bab", "geonames:174448"),
        ("St-Denis", "geonames:2980916"),
        ("Paris", PARIS),
        ("Kiev", "geonames:703448"),
        ("Deir Ezzor", "geonames:170794"),
    ],
)
def test_a_name_is_found_however_it_is_written(gazetteer: Gazetteer, name: str, id: str) -> None:
    assert ids(gazetteer.lookup(name))[0] == id


def test_all_places_of_a_name_come_most_prominent_first(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.lookup("Paris")) == [PARIS, PARIS_TEXAS]


@pytest.mark.parametrize("name", ["Xyzzy", "", "«»", "Petites Annonces", "La"])
def test_nothing_is_found_for_what_is_no_name(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_a_main_name_is_told_from_an_alternate(gazetteer: Gazetteer) -> None:
    assert [gazetteer.lookup(name)[0].matched for name in ("Alep", "Khaleb")] == [Match.NAME, Match.ALTERNATE]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Lausane", "geonames:2659994"),
        ("Djaraboulous", "geonames:169179"),
        ("Sakhoor", "gazette:alep-sakhour"),
        ("Kallasseh", "gazette:alep-kallasse"),
        ("Deir ez-Zour", "geonames:170794"),
    ],
)
def test_a_misspelt_name_is_found(gazetteer: Gazetteer, name: str, id: str) -> None:
    found = gazetteer.similar(name)
    assert ids(found)[0] == id
    assert found[0].matched is Match.SIMILAR


def test_no_more_misspelt_names_than_asked_for(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.similar("Paris", limit=1)) == 1
    assert gazetteer.similar("Xyzzyplugh") == ()


def test_a_search_finds_exact_then_prefix(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.search(PlaceQuery("Saint-Denis"))) == ["geonames:2980916"]
    found = gazetteer.search(PlaceQuery("par"))
    assert ids(found)[0] == "geonames:2640623"
    assert ids(found).index(PARIS) < ids(found).index(PARIS_TEXAS)
    assert PARIS in ids(gazetteer.search(PlaceQuery("p")))


def test_what_a_place_lies_in_may_stand_behind_a_comma(small_file: Path) -> None:
    gazetteer = SqliteGazetteer(small_file)
    for q, found in (
        ("Alep, Syrie", [ALEP]),
        ("Alep, province d'Alep, SY", [ALEP]),
        ("alep,syria", [ALEP]),
        ("Paris, US", [PARIS_TEXAS]),
        ("Paris, France", [PARIS]),
        ("Paris, Syrie", []),
        ("Paris,", [PARIS, PARIS_TEXAS]),
        (", Syrie", []),
        (",", []),
    ):
        assert ids(gazetteer.search(PlaceQuery(q)))[:2] == found, q
    gazetteer.close()


def test_names_have_their_languages(small_file: Path) -> None:
    gazetteer = SqliteGazetteer(small_file)
    assert gazetteer.tagged_names("geonames:2643743") == (
        TaggedName("Londres", "fr"),
        TaggedName("London", None),
    )
    assert TaggedName("حلب", "ar") in gazetteer.tagged_names(ALEP)
    assert gazetteer.tagged_names("geonames:163843") == (
        TaggedName("Syrie", "fr"),
        TaggedName("سوريا", "ar"),
        TaggedName("Syria", "en"),
    )
    assert gazetteer.tagged_names("geonames:0") == ()
    gazetteer.close()


def test_a_search_forgives_a_slip(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.search(PlaceQuery("Lausane")))[0] == "geonames:2659994"


def test_filters_leave_out(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.search(PlaceQuery("Paris", countries=("US",)))) == [PARIS_TEXAS]
    assert ids(gazetteer.search(PlaceQuery("Alep", types=(PlaceType.REGION,)))) == []
    assert ids(gazetteer.search(PlaceQuery("Paris", bbox=BoundingBox(0, 45, 5, 50)))) == [PARIS]
    assert ids(gazetteer.search(PlaceQuery("Suva", countries=("FR", "FJ"), types=(PlaceType.CITY,)))) == [
        "geonames:2198148"
    ]


def test_a_box_may_cross_the_antimeridian(gazetteer: Gazetteer) -> None:
    pacific = BoundingBox(170, -25, -165, 0)
    assert ids(gazetteer.search(PlaceQuery("Suva", bbox=pacific))) == ["geonames:2198148"]
    assert ids(gazetteer.search(PlaceQuery("Apia", bbox=pacific))) == ["geonames:4035413"]
    assert gazetteer.search(PlaceQuery("Paris", bbox=pacific)) == ()


def test_a_place_near_by_comes_first(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.search(PlaceQuery("Paris", near=Point(33.0, -95.5))))[:2] == [PARIS_TEXAS, PARIS]


def test_pages_are_parts_of_one_list(gazetteer: Gazetteer) -> None:
    whole = ids(gazetteer.search(PlaceQuery("a", limit=50)))
    pages = [ids(gazetteer.search(PlaceQuery("a", limit=2, offset=at))) for at in range(0, len(whole), 2)]
    assert [one for page in pages for one in page] == whole
    assert len(set(whole)) == len(whole)
    assert gazetteer.search(PlaceQuery("a", offset=1000)) == ()


def test_a_place_has_its_facts(gazetteer: Gazetteer) -> None:
    found = gazetteer.get("gazette:alep-sakhour")
    assert (found.name, found.type, found.country) == ("Sakhour", PlaceType.DISTRICT, "SY")
    assert found.point == Point(36.21816, 37.18882)
    assert found.names[0] == found.name
    assert "geonames:163843" in ids(found.parents)


def test_a_place_without_a_point_is_known(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Ramoussa")[0].point is None


@pytest.mark.parametrize(
    "id", ["geonames:999999999", "gazette:nowhere", "", "geonames:", "geonames:1e3", "x"]
)
def test_an_id_that_nobody_has_is_not_found(gazetteer: Gazetteer, id: str) -> None:
    with pytest.raises(NotFound):
        gazetteer.get(id)


def test_an_id_that_was_merged_names_its_heir(gazetteer: Gazetteer) -> None:
    with pytest.raises(Merged) as merged:
        gazetteer.get("gazette:haleb")
    assert merged.value.into == ALEP


def test_the_nearest_come_nearest_first(gazetteer: Gazetteer) -> None:
    near = gazetteer.nearest(Point(46.2, 6.15), limit=3)
    assert [one.entry.id for one in near] == [GENEVE, "geonames:2661513", "geonames:3037540"]
    assert near[0].distance_km == pytest.approx(0.414, abs=0.01)
    assert [one.distance_km for one in near] == sorted(one.distance_km for one in near)


def test_the_radius_and_the_types_hold(gazetteer: Gazetteer) -> None:
    assert gazetteer.nearest(Point(0, -30)) == ()
    assert gazetteer.nearest(Point(46.2, 6.15), radius_km=0.1) == ()
    far = gazetteer.nearest(Point(36, 38), radius_km=400, types=(PlaceType.RIVER, PlaceType.REGION))
    assert [one.entry.id for one in far] == ["gazette:sy-alep", "gazette:euphrate"]


def test_the_nearest_are_found_across_the_antimeridian_and_at_the_poles(gazetteer: Gazetteer) -> None:
    near = gazetteer.nearest(Point(-18, -179.9), limit=1, radius_km=300)
    assert [one.entry.id for one in near] == ["geonames:2198148"]
    assert len(gazetteer.nearest(Point(90, 0), limit=2, radius_km=21000)) == 2


def test_it_says_what_it_is_and_whose_data_it_has(gazetteer: Gazetteer) -> None:
    assert gazetteer.version
    assert all(credit.licence for credit in gazetteer.attribution)
