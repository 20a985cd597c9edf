"""Answers from the shared cache are those without it, byte for byte."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from service import web
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Parts
from service.settings import Settings
from tests.fakes.cache import FakeCache
from tests.web.desk import TRUCE, FakeRecognizer, analyze, make_app, make_parts

GEO = {"Accept": "application/geo+json"}
CALLS: list[tuple[str, dict[str, Any] | None]] = [
    ("/v1/analyze", {"text": TRUCE.text}),
    ("/v1/analyze", {"text": TRUCE.text, "explain": True}),
    ("/v1/analyze", {"text": TRUCE.text, "offset_unit": "utf16"}),
    ("/v1/analyze", {"text": TRUCE.text, "candidates": 2}),
    ("/v1/analyze", {"text": TRUCE.text, "include": ["places"]}),
    ("/v1/analyze", {"text": TRUCE.text, "published_at": "2016-10-12"}),
    ("/v1/analyze", {"text": TRUCE.text, "published_at": "2016-10-12T00:00:00"}),
    ("/v1/analyze", {"text": TRUCE.text, "title": "Trêve"}),
    ("/v1/analyze", {"text": TRUCE.text, "boilerplate": "include"}),
    ("/v1/analyze", {"text": TRUCE.text, "hints": {"countries": ["SY"]}}),
    ("/v1/analyze", {"article_id": TRUCE.id}),
    (f"/v1/articles/{TRUCE.id}/analysis", None),
    (f"/v1/articles/{TRUCE.id}/analysis?explain=true", None),
]


def ask(app: Flask, path: str, body: dict[str, Any] | None, headers: dict[str, str] | None = None) -> bytes:
    client = app.test_client()
    response = client.post(path, json=body, headers=headers) if body else client.get(path, headers=headers)
    assert response.status_code == 200
    return response.data


def test_an_answer_from_the_cache_is_the_one_without_it() -> None:
    cache = FakeCache()
    plain, cached = make_app(), make_app(cache=cache)
    for _ in range(2):
        for headers in ({}, GEO):
            for path, body in CALLS:
                assert ask(cached, path, body, headers) == ask(plain, path, body, headers)
    # A stored article by its id, and by its address, is one.
    assert len(cache.made) == len(cache.kept) == len(CALLS) - 1


def test_a_batch_and_a_single_call_share_their_answers() -> None:
    cache = FakeCache()
    app = make_app(cache=cache)
    lines = "\n".join(json.dumps(body | {"id": 1}) for _, body in CALLS if body) + "\nwrong"
    first, second, plain = (
        one.test_client().post("/v1/analyze/batch", data=lines, content_type="application/x-ndjson").data
        for one in (app, app, make_app())
    )
    assert first == second == plain
    for path, body in CALLS:
        ask(app, path, body)
    assert len(cache.made) == 1  # with `explain=true`: the only one that the batch did not have


@pytest.mark.parametrize(
    "others",
    [{"recognizer": type("Newer", (FakeRecognizer,), {"version": "fake 2.0"})()}],
)
def test_another_version_makes_its_own_answers(others: dict[str, Any]) -> None:
    cache = FakeCache()
    for app in (make_app(cache=cache), make_app(cache=cache, **others)):
        ask(app, *CALLS[0])
    assert len(cache.made) == 2


def test_an_answer_without_some_part_is_not_kept() -> None:
    def degraded(article: Article, options: Options, parts: Parts) -> Analysis:
        return replace(analyze(article, options, parts), degraded=("remote gazetteer",))

    cache = FakeCache()
    app = Flask("service")
    web.register(app, make_parts(cache=cache), Settings(), degraded)
    for _ in range(2):
        answer = json.loads(ask(app, *CALLS[0]))
        assert answer["meta"]["degraded"] == ["remote gazetteer"]
    response = app.test_client().get(f"/v1/articles/{TRUCE.id}/analysis")
    assert response.headers["Cache-Control"] == "no-store"
    assert cache.kept == {}


def test_what_is_refused_is_refused_with_a_cache_too() -> None:
    client = make_app(Settings(max_characters=5), cache=FakeCache()).test_client()
    assert client.post("/v1/analyze", json={"text": "trop long"}).status_code == 413
    assert client.post("/v1/analyze", json={"article_id": "none"}).status_code == 404
