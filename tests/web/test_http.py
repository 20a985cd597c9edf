"""What every call has in common: media types, validators, headers, problems."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import web
from service.domain.model import Analysis, Article, Options, Point
from service.domain.ports import Parts
from service.errors import DamagedData, Unavailable
from service.settings import Settings
from service.web.problems import KINDS
from tests.web.desk import TRUCE, FakeGazetteer, FakeRecognizer, analyze, make_app, make_parts

GEO = "application/geo+json"
PATHS = (
    "/v1/articles",
    "/v1/articles/treve-a-alep",
    "/v1/articles/treve-a-alep/analysis",
    "/v1/places?q=Alep",
    "/v1/places/geonames:170063",
    "/v1/places/reverse?lat=36&lon=37",
    "/v1/actors?q=Lavrov",
    "/v1/actors/wikidata:Q58217",
    "/v1/status",
    "/openapi.yaml",
)
WITH_PLACES = tuple(path for path in PATHS if "places" in path or "analysis" in path)


@pytest.mark.parametrize("path", PATHS)
def test_gets_carry_a_strong_validator(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    tag = response.headers["ETag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', tag)
    assert response.headers["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_head_is_get_without_a_body(client: FlaskClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", get.headers["ETag"])


def test_another_version_has_another_validator(client: FlaskClient) -> None:
    class Newer(FakeGazetteer):
        version = "fake 3"

    path = "/v1/articles/treve-a-alep/analysis"
    assert (
        client.get(path).headers["ETag"]
        != make_app(gazetteer=Newer()).test_client().get(path).headers["ETag"]
    )


def test_a_post_is_not_to_be_kept(client: FlaskClient) -> None:
    response = client.post("/v1/analyze", json={"text": "Alep"})
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_a_degraded_answer_is_not_to_be_kept() -> None:
    def without_help(article: Article, options: Options, parts: Parts) -> Analysis:
        return replace(analyze(article, options, parts), degraded=("remote_geocoder",))

    app = Flask("service")
    web.register(app, make_parts(), Settings(), without_help)
    response = app.test_client().get("/v1/articles/treve-a-alep/analysis")
    assert response.get_json()["meta"]["degraded"] == ["remote_geocoder"]
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [*PATHS, "/livez", "/readyz", "/nowhere"])
def test_times_are_told_in_a_header(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert re.fullmatch(r"(\w+;dur=\d+\.\d, )*total;dur=\d+\.\d", response.headers["Server-Timing"])
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_steps_of_an_analysis_are_told(client: FlaskClient) -> None:
    told = client.get("/v1/articles/treve-a-alep/analysis").headers["Server-Timing"]
    assert [step.partition(";")[0] for step in told.split(", ")] == ["intake", "analysis", "dump", "total"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json; charset=utf-8", "application/json"),
        (GEO, GEO),
        (f"{GEO};q=0.5, application/json;q=0.4", GEO),
        (f"{GEO};q=0.5, application/json", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
    ],
)
@pytest.mark.parametrize("path", WITH_PLACES)
def test_places_come_in_the_media_type_asked_for(
    client: FlaskClient, path: str, accept: str | None, media_type: str
) -> None:
    response = client.get(path, headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize("accept", ["text/html", "application/xml", f"{GEO};q=0", "nonsense"])
@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("/v1")])
def test_what_cannot_be_served_is_not_acceptable(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (406, "application/problem+json")


def test_only_places_come_as_geojson(client: FlaskClient) -> None:
    assert client.get("/v1/actors?q=Lavrov", headers={"Accept": GEO}).status_code == 406


def test_an_analysis_as_geojson(client: FlaskClient, fits: Callable[..., Any]) -> None:
    response = client.post("/v1/analyze", json={"text": TRUCE.text}, headers={"Accept": GEO})
    answer = fits(response, "FeatureCollection")
    city, district = answer["features"]
    assert city["geometry"] == {"type": "Point", "coordinates": [37.16117, 36.20124]}
    assert city["bbox"] == [37.05, 36.12, 37.25, 36.28]
    assert city["properties"]["mentions"][0]["text"] == "Alep"
    assert not {"latitude", "longitude", "bbox", "id"} & set(city["properties"])
    assert (district["geometry"], "bbox" in district) == (None, False)
    assert answer["meta"]["model"] == "fake 1.0"


def test_one_place_as_geojson(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(client.get("/v1/places/geonames:170063", headers={"Accept": GEO}), "Feature")
    assert (answer["id"], answer["properties"]["name"]) == ("geonames:170063", "Alep")


def test_no_places_are_an_empty_collection(client: FlaskClient) -> None:
    body = {"text": TRUCE.text, "include": ["dates"]}
    answer = client.post("/v1/analyze", json=body, headers={"Accept": GEO}).get_json(force=True)
    assert answer["features"] == []


@pytest.mark.parametrize("path", ["/nowhere", "/v1", "/v1/places/", "/v1//places", "/docs/nothing.js"])
def test_unknown_addresses_are_not_found(client: FlaskClient, fits: Callable[..., Any], path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert fits(response, "Problem")["type"] == "/problems/not-found"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/analyze", {"POST", "OPTIONS"}),
        ("DELETE", "/v1/articles/treve-a-alep", {"GET", "HEAD", "OPTIONS"}),
        ("TRACE", "/v1/places", {"GET", "HEAD", "OPTIONS"}),
        ("PUT", "/livez", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_other_methods_name_those_allowed(
    client: FlaskClient, method: str, path: str, allowed: set[str]
) -> None:
    response = client.open(path, method=method)
    assert (response.status_code, response.mimetype) == (405, "application/problem+json")
    assert set(response.headers["Allow"].split(", ")) == allowed


def test_options_tell_the_methods(client: FlaskClient) -> None:
    response = client.options("/v1/analyze")
    assert (response.status_code, set(response.headers["Allow"].split(", "))) == (200, {"POST", "OPTIONS"})


@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("/v1")])
def test_unknown_parameters_are_refused(client: FlaskClient, path: str) -> None:
    response = client.get(f"{path}{'&' if '?' in path else '?'}colour=red")
    assert (response.status_code, response.get_json(force=True)["errors"]) == (
        422,
        {"colour": ["Unknown field."]},
    )


class SilentGazetteer(FakeGazetteer):
    """Cannot be asked now."""

    def lookup(self, name: str) -> NoReturn:
        raise Unavailable("gazetteer", "The gazetteer is being replaced.", retry_after=7)

    def nearest(self, point: Point, *_: Any) -> NoReturn:
        raise Unavailable("gazetteer", "The gazetteer is being replaced.", retry_after=7)

    def get(self, id: str) -> NoReturn:
        raise DamagedData("/secret/path/gazetteer.sqlite is damaged; run `gazette gazetteer build`.")

    def search(self, query: object) -> NoReturn:
        raise ZeroDivisionError("secret")


@pytest.mark.parametrize("path", ["/v1/places/reverse?lat=1&lon=2", "/readyz"])
def test_what_is_out_says_when_to_try_again(fits: Callable[..., Any], path: str) -> None:
    response = make_app(gazetteer=SilentGazetteer()).test_client().get(path)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "7")
    assert fits(response, "Problem")["detail"] == "The gazetteer is being replaced."


@pytest.mark.parametrize("path", ["/v1/places?q=Alep", "/v1/places/geonames:170063"])
def test_faults_of_ours_tell_nothing_of_the_inside(fits: Callable[..., Any], path: str) -> None:
    response = make_app(gazetteer=SilentGazetteer()).test_client().get(path)
    assert (response.status_code, response.mimetype) == (500, "application/problem+json")
    assert fits(response, "Problem")["type"] == "/problems/internal-error"
    assert "secret" not in response.text


def test_a_worker_is_ready_when_every_part_answers(client: FlaskClient, fits: Callable[..., Any]) -> None:
    assert fits(client.get("/readyz"), "Ready") == {"status": "ready"}
    assert fits(client.get("/livez?probe=1"), "Alive") == {"status": "alive"}
    assert client.get("/readyz").headers["Cache-Control"] == "no-store"


def test_a_worker_that_is_not_warm_lives_but_is_not_ready() -> None:
    class Cold(FakeRecognizer):
        def recognize(self, text: str) -> NoReturn:
            raise Unavailable("recognizer", "The model is being read.")

    client = make_app(recognizer=Cold()).test_client()
    assert (client.get("/livez").status_code, client.get("/readyz").status_code) == (200, 503)


def test_damaged_data_is_not_ready() -> None:
    class Damaged(FakeGazetteer):
        def lookup(self, name: str) -> NoReturn:
            raise DamagedData("/secret/path is damaged.")

    response = make_app(gazetteer=Damaged()).test_client().get("/readyz")
    assert (response.status_code, "secret" in response.text) == (503, False)


def test_the_model_is_warmed_once() -> None:
    class Counting(FakeRecognizer):
        calls = 0

        def recognize(self, text: str) -> tuple[Any, ...]:
            self.calls += 1
            return ()

    recognizer = Counting()
    client = make_app(recognizer=recognizer).test_client()
    assert [client.get("/readyz").status_code for _ in range(3)] == [200] * 3
    assert recognizer.calls == 1


def test_status_tells_versions_languages_limits_and_credits(
    client: FlaskClient, fits: Callable[..., Any]
) -> None:
    answer = fits(client.get("/v1/status"), "Status")
    assert (answer["model"], answer["gazetteer"], answer["languages"]) == ("fake 1.0", "fake 2", ["fr"])
    assert answer["limits"]["max_characters"] == 100_000
    assert [credit["credit"] for credit in answer["attribution"]] == ["GeoNames", "fr_core_news_md"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_the_type_of_a_problem_leads_to_its_meaning(client: FlaskClient, kind: Any) -> None:
    assert kind.meaning in client.get(kind.type).text


def test_other_problems_have_no_meaning_to_read(client: FlaskClient) -> None:
    assert client.get("/problems/other").status_code == 404
