"""What an analysis is refused for, field by field: nothing is guessed, nothing is coerced."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.settings import Settings
from tests.web.desk import make_app


def ask(client: FlaskClient, **body: Any) -> Any:
    return client.post("/v1/analyze", json=body)


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
    ({"text": "a", "language": ""}, "language"),
    ({"text": "a", "language": "français"}, "language"),
    ({"text": "a", "hints": None}, "hints"),
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


@pytest.mark.parametrize(("characters", "status"), [(1000, 413), (10, 200)])
def test_a_body_in_chunks_has_the_same_limit(characters: int, status: int) -> None:
    client = make_app(Settings(max_body_bytes=100)).test_client()
    body = json.dumps({"text": "x" * characters}).encode()
    environment = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    response = client.post(
        "/v1/analyze",
        input_stream=BytesIO(body),
        content_type="application/json",
        environ_overrides=environment,
    )
    assert response.status_code == status


def test_another_language_names_those_served(client: FlaskClient) -> None:
    response = ask(client, text="Yesterday the president said that the truce would hold.")
    problem = response.get_json(force=True)
    assert (response.status_code, problem["type"]) == (422, "/problems/unsupported-language")
    assert "fr" in problem["detail"]


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


def test_a_million_wrong_fields_are_not_all_told(client: FlaskClient) -> None:
    response = ask(client, **{f"field{number}": 1 for number in range(1000)})
    assert len(response.get_json(force=True)["errors"]) == 50
