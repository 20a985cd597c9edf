"""Many requests in one call, over fakes: every line has its answer, and none spoils another."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import web
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Parts
from service.settings import Settings
from tests.web.desk import TRUCE, FakeRecognizer, analyze, make_app, make_parts

PATH = "/v1/analyze/batch"
NDJSON = "application/x-ndjson"


def ask(client: FlaskClient, *lines: Any, **options: Any) -> list[dict[str, Any]]:
    body = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    response = client.post(PATH, data=body, content_type=NDJSON, **options)
    assert (response.status_code, response.mimetype) == (200, NDJSON)
    return [json.loads(line) for line in response.data.splitlines()]


def single(client: FlaskClient, request: dict[str, Any]) -> bytes:
    response = client.post("/v1/analyze", json=request)
    assert response.status_code == 200
    return response.data


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"published_at": "2016-10-11", "candidates": 2, "explain": True, "offset_unit": "utf16"},
        {"include": ["places"], "hints": {"countries": ["SY"]}},
    ],
)
def test_an_answer_is_that_of_the_single_call_byte_for_byte(
    client: FlaskClient, options: dict[str, Any]
) -> None:
    requests = [{"text": TRUCE.text, **options}, {"article_id": TRUCE.id, **options}]
    body = "\n".join(json.dumps(request) for request in requests).encode()
    response = client.post(PATH, data=body, content_type=NDJSON)
    assert response.data == b"".join(single(client, request) for request in requests)


def test_the_id_comes_back_in_front_of_the_single_answer(client: FlaskClient) -> None:
    line = json.dumps({"text": TRUCE.text, "id": "dépêche 1"}).encode()
    response = client.post(PATH, data=line, content_type=NDJSON)
    expected = b'{"id":"' + "dépêche 1".encode() + b'",' + single(client, {"text": TRUCE.text})[1:]
    assert response.data == expected


@pytest.mark.parametrize(
    ("line", "status", "field"),
    [
        (b"{", 400, None),
        (b"\xff", 400, None),
        (b'{"text": "Alep", "text": "Alep"}', 400, None),
        (b"[]", 422, "body"),
        (b'{"text": "Alep", "colour": 1, "id": 7}', 422, "colour"),
        (b'{"text": "", "id": 7}', 422, "text"),
        (b'{"id": 7}', 422, "text"),
        (b'{"text": "Alep", "id": [7]}', 422, "id"),
        (b'{"text": "Alep", "id": true}', 422, "id"),
        (b'{"text": "\\ud83d"}', 422, "text"),
        (b'{"text": "Alep", "language": "de", "id": 7}', 422, "language"),
        (b'{"text": "' + b"a" * 60 + b'", "id": 7}', 413, "text"),
        (b'{"text": "' + b"a" * 400 + b'", "id": 7}', 413, None),
        (b'{"article_id": "none", "id": 7}', 404, None),
    ],
)
def test_a_bad_line_has_a_problem_and_spoils_no_other(line: bytes, status: int, field: str | None) -> None:
    client = make_app(Settings(max_characters=50, max_body_bytes=300)).test_client()
    before, problem, after = ask(client, {"text": "Alep", "id": "a"}, line, {"text": "Alep", "id": "b"})
    assert (before["id"], after["id"]) == ("a", "b")
    assert before | {"id": 0} == after | {"id": 0}
    assert (problem["status"], problem["line"]) == (status, 2)
    assert field is None or field in problem["errors"]
    assert problem.get("id") == (7 if b'"id": 7' in line and len(line) < 300 else None)


def test_blank_lines_have_no_answer_but_are_counted(client: FlaskClient) -> None:
    answers = ask(client, b"", b" \t\r", {"text": "Alep"}, b"", b"no", b"")
    assert [answer.get("line") for answer in answers] == [None, 5]


def test_no_lines_are_no_answers(client: FlaskClient) -> None:
    assert ask(client) == []
    assert ask(client, b"\n\n") == []


def test_past_the_number_of_lines_the_last_line_says_so() -> None:
    client = make_app(Settings(batch_lines=3)).test_client()
    *answers, problem = ask(client, *[{"text": "Alep", "id": number} for number in range(9)])
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert (problem["status"], "line" in problem) == (413, False)
    assert "3 lines" in problem["detail"]
    assert len(ask(client, *[{"text": "Alep"}] * 3)) == 3


def test_past_the_length_of_the_body_the_call_is_refused() -> None:
    client = make_app(Settings(batch_bytes=100)).test_client()
    response = client.post(PATH, data=b" " * 101, content_type=NDJSON)
    assert (response.status_code, response.mimetype) == (413, "application/problem+json")
    assert "100 bytes" in response.get_json(force=True)["detail"]


@pytest.mark.parametrize("content_type", [None, "application/json", "application/x-www-form-urlencoded"])
def test_other_bodies_are_refused(client: FlaskClient, content_type: str | None) -> None:
    response = client.post(PATH, data=b"{}", content_type=content_type)
    assert (response.status_code, response.mimetype) == (415, "application/problem+json")


def test_a_packed_body_is_refused(client: FlaskClient) -> None:
    response = client.post(PATH, data=b"{}", content_type=NDJSON, headers={"Content-Encoding": "gzip"})
    assert response.status_code == 415


def test_only_lines_of_json_are_answered(client: FlaskClient) -> None:
    accept = {"Accept": "application/geo+json"}
    assert client.post(PATH, data=b"{}", content_type=NDJSON, headers=accept).status_code == 406


def analyze_with_names(article: Article, options: Options, parts: Parts) -> Analysis:
    """Asks the recogniser, as the real analysis does."""
    parts.recognizer.recognize(article.text)
    return analyze(article, options, parts)


class Failing(FakeRecognizer):
    """Fails on one text, alone or among others."""

    def recognize(self, text: str) -> Any:
        if "panne" in text:
            raise RuntimeError("secret")
        return super().recognize(text)


def test_an_unexpected_failure_is_one_problem_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    app = Flask("service")
    web.register(app, replace(make_parts(), recognizer=Failing()), Settings(), analyze_with_names)
    with caplog.at_level(logging.ERROR):
        answers = ask(app.test_client(), {"text": "Alep"}, {"text": "Une panne.", "id": 1}, {"text": "Alep"})
    assert [answer.get("status") for answer in answers] == [None, 500, None]
    assert answers[1]["id"] == 1
    assert "secret" not in json.dumps(answers)
    assert "Line 2 of a batch: secret" in caplog.text


class Counting(FakeRecognizer):
    def __init__(self) -> None:
        self.together: list[int] = []

    def recognize_many(self, texts: Any) -> Any:
        self.together.append(len(texts))
        return super().recognize_many(texts)


def test_what_has_arrived_goes_to_the_model_together() -> None:
    recognizer = Counting()
    client = make_app(recognizer=recognizer).test_client()
    assert len(ask(client, *[{"text": f"Alep {number}"} for number in range(20)])) == 20
    assert recognizer.together == [8, 8, 4]
