"""What every call has in common: media types, validators, headers, problems."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import web
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Parts
from service.settings import Settings
from tests.web.desk import FakeGazetteer, analyze, make_app, make_parts

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
