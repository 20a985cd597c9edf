"""`POST /v1/analyze` and the analysis of a stored article: every option, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.settings import Settings
from tests.web.desk import TRUCE, make_app

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


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "text"),
    ({"text": "a", "html": "b"}, "html"),
    ({"text": ""}, "text"),
    ({"text": None}, "text"),
    ({"text": 1}, "text"),
    ({"html": ""}, "html"),
    ({"html": "Alep"}, "html"),
    ({"html": "<p>…</p>" + ">" * 100_000}, "html"),
    ({"text": "a", "langue": "fr"}, "langue"),
    ({"text": "a", "candidates": "1"}, "candidates"),
    ({"text": "a", "candidates": True}, "candidates"),
    ({"text": "a", "candidates": 1.5}, "candidates"),
    ({"text": "a", "candidates": 11}, "candidates"),
    ({"text": "a", "candidates": -1}, "candidates"),
    ({"text": "a", "explain": 1}, "explain"),
    ({"text": "a", "explain": "true"}, "explain"),
    ({"text": "a", "include": []}, "include"),
    ({"text": "a", "include": ["people"]}, "include.0"),
    ({"text": "a", "include": "places"}, "include"),
    ({"text": "a", "offset_unit": "bytes"}, "offset_unit"),
    ({"text": "a", "boilerplate": True}, "boilerplate"),
    ({"text": "a", "published_at": "11/10/2016"}, "published_at"),
    ({"text": "a", "published_at": "2016-02-30"}, "published_at"),
    ({"text": "a", "published_at": "20161011"}, "published_at"),
    ({"text": "a", "published_at": 20161011}, "published_at"),
    ({"text": "a", "language": 5}, "language"),
    ({"text": "a", "language": "en"}, "language"),
    ({"text": "a", "hints": {"countries": ["Syria"]}}, "hints.countries.0"),
    ({"text": "a", "hints": {"latitude": 36}}, "hints.longitude"),
    ({"text": "a", "hints": {"latitude": 91, "longitude": 1}}, "hints.latitude"),
    ({"text": "a", "hints": {"latitude": True, "longitude": 1}}, "hints.latitude"),
    ({"text": "a", "hints": []}, "hints"),
    ({"article_id": "a\u0000b"}, "article_id"),
    ({"text": "half \ud83d of a pair"}, "text"),
    ({"text": "a", "\ud83d": 1}, "'\\ud83d'"),
]


@pytest.mark.parametrize(("body", "field"), WRONG, ids=[json.dumps(body)[:60] for body, _ in WRONG])
def test_wrong_fields_are_named(
    client: FlaskClient, fits: Callable[..., Any], body: dict[str, Any], field: str
) -> None:
    response = client.post("/v1/analyze", data=json.dumps(body), content_type="application/json")
    problem = fits(response, "Problem")
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    assert list(problem["errors"]) == [field]
    assert problem["type"].startswith("/problems/")


def test_whole_numbers_may_be_written_with_a_point(client: FlaskClient) -> None:
    response = client.post(
        "/v1/analyze", data='{"text": "Alep", "candidates": 3.0}', content_type="application/json"
    )
    assert response.status_code == 200


def test_a_nul_is_a_character_like_any_other(client: FlaskClient) -> None:
    answer = ask(client, text="\0 Alep").get_json()
    assert answer["places"][0]["mentions"][0]["start"] == 2


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"text": "a",}', "not JSON"),
        (b'{"text": "a", "text": "b"}', "twice"),
        (b'{"text": "a", "hints": {"latitude": 1, "latitude": 2}}', "twice"),
        (b'{"text": "a", "candidates": NaN}', "NaN"),
        (b'{"text": "\xe9"}', "UTF-8"),
        (b"[" * 100_000, "nested"),
        (b'{"text": "a", "candidates": ' + b"9" * 5000 + b"}", "too long"),
    ],
)
def test_what_is_not_json_is_malformed(client: FlaskClient, body: bytes, told: str) -> None:
    response = client.post("/v1/analyze", data=body, content_type="application/json")
    assert response.status_code == 400
    assert told in response.get_json(force=True)["detail"]


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"1"])
def test_a_body_is_an_object(client: FlaskClient, body: bytes) -> None:
    response = client.post("/v1/analyze", data=body, content_type="application/json")
    assert (response.status_code, list(response.get_json(force=True)["errors"])) == (422, ["body"])


@pytest.mark.parametrize("number", ["1e999", "-1e400", "1" + "0" * 400])
def test_numbers_past_all_bounds_are_invalid(client: FlaskClient, number: str) -> None:
    for body in (f'{{"text":"a","candidates":{number}}}', f'{{"text":"a","hints":{{"latitude":{number}}}}}'):
        response = client.post("/v1/analyze", data=body, content_type="application/json")
        assert response.status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {},
        {"Content-Type": "application/vnd.api+json"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_other_media_types_are_refused(client: FlaskClient, headers: dict[str, str]) -> None:
    response = client.post("/v1/analyze", data=b'{"text": "a"}', headers=headers)
    assert response.status_code == 415


def test_a_charset_does_not_matter(client: FlaskClient) -> None:
    response = client.post(
        "/v1/analyze", data='{"text": "Alep"}', content_type="application/json; charset=utf-8"
    )
    assert response.status_code == 200


def test_a_text_past_the_limit_names_it() -> None:
    client = make_app(Settings(max_characters=10)).test_client()
    response = ask(client, text="x" * 11)
    assert response.status_code == 413
    assert "10" in response.get_json(force=True)["detail"]
    assert ask(client, text="x" * 10).status_code == 200


def test_a_body_past_the_limit_names_it() -> None:
    client = make_app(Settings(max_body_bytes=100)).test_client()
    response = ask(client, text="x" * 100_200)
    assert response.status_code == 413
    assert "bytes" in response.get_json(force=True)["detail"]


def test_another_language_names_those_served(client: FlaskClient) -> None:
    response = ask(client, text="Yesterday the president said that the truce would hold.")
    problem = response.get_json(force=True)
    assert (response.status_code, problem["type"]) == (422, "/problems/unsupported-language")
    assert "fr" in problem["detail"]


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


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("candidates=two", "candidates"),
        ("candidates=2&candidates=3", "candidates"),
        ("candidates=1.5", "candidates"),
        ("candidates=٣", "candidates"),
        ("explain=1", "explain"),
        ("include=", "include.0"),
        ("hints.latitude=36", "hints.longitude"),
        ("text=Alep", "text"),
        ("hints=SY", "hints"),
    ],
)
def test_wrong_parameters_are_named(client: FlaskClient, query: str, field: str) -> None:
    response = client.get(f"/v1/articles/treve-a-alep/analysis?{query}")
    assert (response.status_code, list(response.get_json(force=True)["errors"])) == (422, [field])
