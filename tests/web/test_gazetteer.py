"""Places and actors asked directly, and the article store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.domain import degradation
from service.domain.model import BoundingBox, GazetteerEntry, PlaceType, Point
from service.domain.ports import PlaceQuery
from tests.web.desk import FakeGazetteer, make_app


def test_places_are_searched(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(client.get("/v1/places?q=Alep"), "PlaceList")
    assert [place["id"] for place in answer["places"]] == ["geonames:170063", "gazette:alep#sakhour"]
    assert answer["places"][0]["bbox"] == {"west": 37.05, "south": 36.12, "east": 37.25, "north": 36.28}
    assert answer["places"][1]["latitude"] is None
    assert "GeoNames" in answer["meta"]["attribution"][0]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("q=Alep", PlaceQuery("Alep")),
        ("q=%20Alep", PlaceQuery(" Alep")),
        ("q=Alep&lang=fr&limit=3&offset=1", PlaceQuery("Alep", 3, 1)),
        ("q=Alep&countrycode=sy&countrycode=TR", PlaceQuery("Alep", countries=("SY", "TR"))),
        ("q=Alep&countrycode=sy,TR", PlaceQuery("Alep", countries=("SY", "TR"))),
        ("q=Alep&type=city&type=sea", PlaceQuery("Alep", types=(PlaceType.CITY, PlaceType.SEA))),
        ("q=Alep&bbox=35,32,42.5,37", PlaceQuery("Alep", bbox=BoundingBox(35, 32, 42.5, 37))),
        ("q=Fidji&bbox=177,-12,-178,-21", PlaceQuery("Fidji", bbox=BoundingBox(177, -21, -178, -12))),
        ("q=Alep&lat=36.2&lon=-37", PlaceQuery("Alep", near=Point(36.2, -37))),
    ],
)
def test_parameters_reach_the_gazetteer(query: str, asked: PlaceQuery) -> None:
    gazetteer = FakeGazetteer()
    assert make_app(gazetteer=gazetteer).test_client().get(f"/v1/places?{query}").status_code == 200
    assert gazetteer.asked == asked


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%00", "q"),
        ("q=" + "a" * 201, "q"),
        ("q=a&q=b", "q"),
        ("q=a&limit=0", "limit"),
        ("q=a&limit=51", "limit"),
        ("q=a&limit=1e1", "limit"),
        ("q=a&limit=", "limit"),
        ("q=a&offset=-1", "offset"),
        ("q=a&lang=French", "lang"),
        ("q=a&countrycode=SYR", "countrycode.0"),
        ("q=a&type=town", "type.0"),
        ("q=a&bbox=1,2,3", "bbox"),
        ("q=a&bbox=1,2,3,4,5", "bbox"),
        ("q=a&bbox=1,2,3,x", "bbox.3"),
        ("q=a&bbox=1,91,3,4", "bbox"),
        ("q=a&bbox=nan,1,3,4", "bbox.0"),
        ("q=a&lat=36", "lon"),
        ("q=a&lon=36", "lat"),
        ("q=a&lat=91&lon=0", "lat"),
        ("q=a&lat=inf&lon=0", "lat"),
        ("q=a&country=SY", "country"),
    ],
)
def test_wrong_parameters_are_named(client: FlaskClient, query: str, field: str) -> None:
    response = client.get(f"/v1/places?{query}")
    assert (response.status_code, list(response.get_json(force=True)["errors"])) == (422, [field])


@pytest.mark.parametrize(
    ("query", "accepted", "names"),
    [
        ("", None, ("Alep", "Syrie")),
        ("lang=fr", "en", ("Alep", "Syrie")),
        ("lang=ar", None, ("حلب", "سوريا")),
        ("lang=en", None, ("Aleppo", "Syria")),
        ("lang=ar", "fr", ("حلب", "سوريا")),
        ("", "ar-SY, fr;q=0.5", ("حلب", "سوريا")),
        ("", "fr-CH, en;q=0.9", ("Alep", "Syrie")),
        ("", "de, fr;q=0.9", ("Alep", "Syrie")),
        ("", "de", ("Aleppo", "Syrie")),
        ("", "de, en;q=0", ("Aleppo", "Syrie")),
        ("", "*", ("Alep", "Syrie")),
        ("", ";;;", ("Alep", "Syrie")),
    ],
)
def test_places_are_named_in_the_callers_language(
    client: FlaskClient, query: str, accepted: str | None, names: tuple[str, str]
) -> None:
    headers = {"Accept-Language": accepted} if accepted else {}
    for path in ("/v1/places?q=Alep&", "/v1/places/reverse?lat=36&lon=37&", "/v1/places/geonames:170063?"):
        response = client.get(path + query, headers=headers)
        answer = response.get_json()
        place = answer["places"][0] if "places" in answer else answer
        assert (place["name"], place["parents"][0]["name"]) == names, path
        assert "Accept-Language" in response.headers["Vary"]


def test_a_place_tells_its_names_by_language(client: FlaskClient) -> None:
    answer = client.get("/v1/places/geonames:170063").get_json()
    assert answer["names_by_language"] == {"fr": ["Alep"], "ar": ["حلب"]}


@pytest.mark.parametrize(
    ("id", "name", "moved"),
    [
        ("geonames:170063%23est", "Alep (est)", True),
        ("geonames:170063%23sud-est", "Alep (sud-est)", True),
        ("geonames:170063%23rebelle", "Alep (rebelle)", False),
        ("geonames:170063%23banlieue", "Alep (banlieue)", False),
    ],
)
def test_the_parts_of_places_have_ids(
    client: FlaskClient, fits: Callable[..., Any], id: str, name: str, moved: bool
) -> None:
    part = fits(client.get(f"/v1/places/{id}"), "FullPlace")
    assert (part["name"], part["type"], part["parents"][0]["id"]) == (name, "part", "geonames:170063")
    assert (part["latitude"] != 36.20124 or part["longitude"] != 37.16117) is moved


@pytest.mark.parametrize("id", ["geonames:170063%23", "geonames:170063%23zone", "geonames:0%23est", "%23est"])
def test_what_is_no_part_is_not_found(client: FlaskClient, id: str) -> None:
    assert client.get(f"/v1/places/{id}").status_code == 404


def test_a_search_that_could_not_ask_everybody_says_so() -> None:
    class Forgetful(FakeGazetteer):
        def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
            degradation.report("remote_gazetteer")
            return ()

    response = make_app(gazetteer=Forgetful()).test_client().get("/v1/places?q=Nyon")
    answer = response.get_json()
    assert (answer["places"], answer["meta"]["degraded"]) == ([], ["remote_gazetteer"])
    assert response.headers["Cache-Control"] == "no-store"


def test_places_around_a_point(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(client.get("/v1/places/reverse?lat=36.2&lon=37.1&limit=1&radius_km=2.5"), "NearbyList")
    assert (answer["places"][0]["name"], answer["places"][0]["distance_km"]) == ("Alep", 1.235)


@pytest.mark.parametrize("query", ["", "lat=1", "lat=1&lon=181", "lat=1&lon=1&radius_km=-1", "lat=x&lon=1"])
def test_a_point_is_whole(client: FlaskClient, query: str) -> None:
    assert client.get(f"/v1/places/reverse?{query}").status_code == 422


def test_one_place_with_its_names(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(client.get("/v1/places/geonames:170063"), "FullPlace")
    assert (answer["names"], answer["parents"][0]["name"]) == (["Alep", "Aleppo", "Halab"], "Syrie")


@pytest.mark.parametrize("id", ["gazette:alep%23sakhour", "gazette%3Aalep%23sakhour"])
def test_ids_are_percent_encoded(client: FlaskClient, id: str) -> None:
    assert client.get(f"/v1/places/{id}").get_json()["name"] == "Sakhour"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/v1/places/geonames:1", "/v1/places/gazette:alep%23sakhour"),
        ("/v1/places/geonames:2%23est", "/v1/places/geonames:170063%23est"),
        ("/v1/actors/wikidata:Q1", "/v1/actors/wikidata:Q58217"),
    ],
)
def test_merged_ids_lead_on(client: FlaskClient, old: str, new: str) -> None:
    response = client.get(old)
    assert (response.status_code, response.headers["Location"]) == (308, new)
    assert client.get(old, follow_redirects=True).status_code == 200


def test_actors_are_searched_and_read(client: FlaskClient, fits: Callable[..., Any]) -> None:
    found = fits(client.get("/v1/actors?q=Lavrov&limit=5&offset=0"), "ActorList")["actors"]
    assert found == [fits(client.get("/v1/actors/wikidata:Q58217"), "KnownActor")]
    assert found[0]["functions"] == [
        {
            "title": "ministre des Affaires étrangères",
            "country": "RU",
            "since": "2004-03-09",
            "until": None,
        }
    ]


@pytest.mark.parametrize(
    "path",
    ["/v1/actors/text:inconnu", "/v1/places/geonames:0", "/v1/articles/nowhere", "/v1/articles/%00/analysis"],
)
def test_unknown_ids_are_not_found(client: FlaskClient, fits: Callable[..., Any], path: str) -> None:
    problem = fits(client.get(path), "Problem")
    assert (problem["status"], problem["type"]) == (404, "/problems/not-found")


def test_articles_are_found_by_their_words(client: FlaskClient, fits: Callable[..., Any]) -> None:
    page = fits(client.get("/v1/articles?q=ALEP treve&limit=2"), "ArticlePage")
    assert len(page["articles"]) == 2
    rest = fits(client.get(f"/v1/articles?q=ALEP treve&cursor={page['next_cursor']}"), "ArticlePage")
    assert (len(rest["articles"]), rest["next_cursor"]) == (3, None)
    assert client.get("/v1/articles?q=Homs").get_json()["articles"] == []
    assert client.get("/v1/articles?q=").status_code == 422


def test_articles_page_by_cursor(client: FlaskClient, fits: Callable[..., Any]) -> None:
    ids, path = [], "/v1/articles?limit=2"
    while path:
        page = fits(client.get(path), "ArticlePage")
        ids += [article["id"] for article in page["articles"]]
        cursor = page["next_cursor"]
        path = f"/v1/articles?limit=2&cursor={cursor}" if cursor else ""
    assert ids == ["article-0", "article-1", "article-2", "article-3", "treve-a-alep"]


@pytest.mark.parametrize(
    ("query", "status"), [("cursor=elsewhere", 404), ("cursor=", 422), ("limit=101", 422)]
)
def test_cursors_that_lead_nowhere(client: FlaskClient, query: str, status: int) -> None:
    assert client.get(f"/v1/articles?{query}").status_code == status


def test_one_article(client: FlaskClient, fits: Callable[..., Any]) -> None:
    article = fits(client.get("/v1/articles/treve-a-alep"), "Article")
    assert article["text"].startswith("Mardi")
    assert (article["published_at"], article["published_at_source"]) == ("2016-10-11", "store")
