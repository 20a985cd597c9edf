"""`POST /v1/analyze` and the analysis of a stored article: every option, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service import web
from service.domain.model import Options
from tests.web.desk import TRUCE, analyze, make_parts

TEXT = TRUCE.text


def ask(client: FlaskClient, **body: Any) -> Any:
    return client.post("/v1/analyze", json=body)


def test_a_text_gives_an_analysis(client: FlaskClient, fits: Callable[..., Any]) -> None:
    response = ask(client, text=TEXT, published_at="2016-10-11", language="fr")
    answer = fits(response, "Analysis")
    assert (response.status_code, response.mimetype) == (200, "application/json")
    assert list(answer) == ["article", "actors", "places", "dates", "focus", "meta"]
    assert answer["article"] == {
        "id": None,
        "language": "fr",
        "language_source": "request",
        "published_at": "2016-10-11",
        "published_at_source": "request",
        "published_at_candidates": [],
        "characters": len(TEXT),
        "boilerplate": [{"start": TEXT.index("Partager"), "end": len(TEXT), "kind": "share"}],
    }
    assert [actor["name"] for actor in answer["actors"]] == ["Russie"]
    assert answer["actors"][0]["confidence"] == 0.9123
    assert [(place["name"], place["latitude"]) for place in answer["places"]] == [
        ("Alep", 36.20124),
        ("Sakhour", None),
    ]
    assert answer["dates"][0]["value"] == "2016-10-11"
    assert answer["focus"]["country"] == "SY"
    assert answer["meta"]["attribution"][0].startswith("GeoNames")


def test_keys_stand_in_the_order_of_the_contract(client: FlaskClient) -> None:
    answer = ask(client, text=TEXT, explain=True).get_json()
    assert (
        list(answer["places"][0])
        == (
            "id name type country admin1 latitude longitude bbox precision confidence"
            " parents candidates reasons mentions"
        ).split()
    )
    assert list(answer["actors"][0]) == (
        "id name type country function wikidata confidence candidates reasons mentions".split()
    )
    assert list(answer["dates"][0]) == (
        "type value mod relation quant freq begin end candidates mentions".split()
    )


def test_answers_are_utf8_and_the_same_each_time(client: FlaskClient) -> None:
    first, second = ask(client, text=TEXT), ask(client, text=TEXT)
    assert first.data == second.data
    assert "Gouvernorat d'Alep" in first.data.decode()
    assert b"\\u" not in ask(client, html=f"<p>{TEXT}").data


@pytest.mark.parametrize(("unit", "encoding", "width"), [("utf16", "utf-16-le", 2), ("utf8", "utf-8", 1)])
def test_offsets_in_another_unit(client: FlaskClient, unit: str, encoding: str, width: int) -> None:
    answer = ask(client, text=TEXT, offset_unit=unit).get_json()
    encoded = TEXT.encode(encoding)
    mentions = [
        mention
        for kind in ("actors", "places", "dates")
        for entity in answer[kind]
        for mention in entity["mentions"]
    ]
    assert len(mentions) == 4
    for mention in mentions:
        assert encoded[width * mention["start"] : width * mention["end"]].decode(encoding) == mention["text"]
    zone = answer["article"]["boilerplate"][0]
    assert encoded[width * zone["start"] : width * zone["end"]].decode(encoding) == "Partager"
    assert answer["meta"]["offset_unit"] == unit
    assert answer["article"]["characters"] == len(TEXT)


def test_lists_that_are_not_included_are_left_out(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(ask(client, text=TEXT, include=["dates"]), "Analysis")
    assert list(answer) == ["article", "dates", "focus", "meta"]
    assert answer["focus"] is None


def test_candidates_and_reasons_come_when_asked_for(client: FlaskClient, fits: Callable[..., Any]) -> None:
    plain = ask(client, text=TEXT).get_json()
    assert plain["places"][0]["candidates"] == []
    assert "reasons" not in plain["places"][0]
    asked = fits(ask(client, text=TEXT, candidates=3, explain=True), "Analysis")
    assert asked["places"][0]["candidates"][0]["id"] == "geonames:170063"
    assert asked["places"][1]["candidates"][0]["latitude"] is None
    assert asked["actors"][0]["candidates"] == [{"id": "gazette:ru", "name": "Russie", "score": 0.9}]
    assert asked["places"][0]["reasons"] == ["the only one of its name"]


def test_hints_and_nulls_are_taken(client: FlaskClient) -> None:
    hints = {"countries": ["sy"], "latitude": 36, "longitude": 37.2}
    response = ask(client, text=TEXT, hints=hints, title=None, published_at=None, language=None)
    assert response.status_code == 200


def test_the_text_comes_with_what_was_not_sent_as_text(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(ask(client, html=f"<p>{TEXT}"), "Analysis")
    assert answer["article"]["text"] == TEXT
    stored = fits(ask(client, article_id="treve-a-alep"), "Analysis")
    assert (stored["article"]["text"], stored["article"]["id"]) == (TEXT, "treve-a-alep")
    assert stored["article"]["published_at_source"] == "store"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2016-10-11", "2016-10-11"),
        ("2016-10-11T08:30:00+02:00", "2016-10-11T08:30:00+02:00"),
        ("2016-10-11t08:30:00z", "2016-10-11T08:30:00+00:00"),
        ("2016-10-11T08:30", "2016-10-11T08:30:00"),
    ],
)
def test_days_and_moments_of_publication(client: FlaskClient, given: str, told: str) -> None:
    assert ask(client, text=TEXT, published_at=given).get_json()["article"]["published_at"] == told


def test_a_nul_is_a_character_like_any_other(client: FlaskClient) -> None:
    answer = ask(client, text="\0 Alep").get_json()
    assert answer["places"][0]["mentions"][0]["start"] == 2


def test_an_unknown_article_is_not_found(client: FlaskClient) -> None:
    assert ask(client, article_id="nowhere").status_code == 404


def test_a_stored_article_is_read_by_the_same_options(client: FlaskClient, fits: Callable[..., Any]) -> None:
    query = (
        "include=places,dates&candidates=2&explain=true&offset_unit=utf16&boilerplate=include"
        "&hints.countries=SY&hints.countries=tr&hints.latitude=36.2&hints.longitude=37"
    )
    response = client.get(f"/v1/articles/treve-a-alep/analysis?{query}")
    answer = fits(response, "Analysis")
    assert "actors" not in answer
    assert answer["places"][0]["candidates"]
    assert answer["article"]["text"] == TEXT


def test_an_analysis_is_dumped_without_http_as_with_it(client: FlaskClient) -> None:
    options = Options(candidates=2, explain=True)
    dumped = web.dump(analyze(TRUCE, options, make_parts()), make_parts(), options)
    query = "candidates=2&explain=true"
    assert dumped == client.get(f"/v1/articles/treve-a-alep/analysis?{query}").get_json()
