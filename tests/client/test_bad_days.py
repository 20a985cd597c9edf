"""The client and services that are busy, slow, gone or strange."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import pytest

from service.client import (
    AsyncClient,
    Busy,
    Client,
    InvalidRequest,
    NotAllowed,
    Options,
    Patience,
    Refused,
    Unreachable,
    status,
)
from tests.client.stub_server import stub

NO_WAIT = Patience(retries=2, first_seconds=0.0)
TEXT = "Genève (AFP). Moscou a annoncé mardi une trêve à Alep."
QUESTION: Options = {"text": TEXT, "published_at": "2016-10-12"}


def problem(code: int, **headers: str) -> tuple[int, dict[str, str], bytes]:
    document = {"type": "/problems/x", "title": "X", "status": code, "detail": "x"}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return code, {"Content-Type": "application/problem+json", **named}, json.dumps(document).encode()


STATUS = {
    **dict.fromkeys(("service", "model", "gazetteer", "rules"), "1"),
    "languages": ["fr"],
    "limits": {"max_characters": 1, "max_html_characters": 1},
    "attribution": [],
}
GOOD = (200, {"Content-Type": "application/json"}, json.dumps(STATUS).encode())


@pytest.mark.parametrize("first", [problem(503, Retry_After="0"), problem(429)])
def test_it_tries_again(first: Any) -> None:
    with stub(first, GOOD) as (url, asked), Client(url, api_key="gz_1", patience=NO_WAIT) as client:
        assert client.ask(status()).languages == ("fr",)
    assert [key for key, _ in asked] == ["Bearer gz_1", "Bearer gz_1"]


def test_it_tries_again_without_blocking_others() -> None:
    async def ask(url: str) -> None:
        async with AsyncClient(url, patience=NO_WAIT) as client:
            assert (await client.ask(status())).languages == ("fr",)

    with stub(problem(503), GOOD) as (url, _):
        asyncio.run(ask(url))


def test_it_gives_up_in_the_end() -> None:
    with (
        stub(*[problem(503)] * 3) as (url, asked),
        Client(url, patience=NO_WAIT) as client,
        pytest.raises(Busy),
    ):
        client.ask(status())
    assert len(asked) == 3


def test_it_does_not_wait_longer_than_it_has_patience_for() -> None:
    with stub(problem(429, Retry_After="3600")) as (url, asked), Client(url) as client, pytest.raises(Busy):
        client.ask(status())
    assert len(asked) == 1


def test_other_problems_are_not_tried_again() -> None:
    with stub(problem(401)) as (url, asked), Client(url) as client, pytest.raises(NotAllowed):
        client.ask(status())
    assert len(asked) == 1


def test_what_is_no_problem_document_is_told_as_it_is() -> None:
    with (
        stub((502, {"Content-Type": "text/html"}, b"<h1>Bad gateway</h1>")) as (url, _),
        Client(url) as client,
        pytest.raises(Refused, match="502 Bad Gateway: <h1>Bad gateway</h1>"),
    ):
        client.ask(status())


def test_nobody_there() -> None:
    with (
        Client("http://127.0.0.1:9", patience=NO_WAIT) as client,
        pytest.raises(Unreachable, match="/v1/status"),
    ):
        client.ask(status())


def test_a_batch_that_breaks_off_is_taken_up_again() -> None:
    def line(number: int) -> bytes:
        return json.dumps({"id": number, **json.loads(problem(404)[2]), "line": number}).encode() + b"\n"

    broken = (200, {"Content-Length": "5000"}, line(1))
    whole = (200, {}, line(2) + line(3))
    requests: list[Options] = [{"id": number, "article_id": "x"} for number in (1, 2, 3)]
    with stub(broken, whole) as (url, asked), Client(url, patience=NO_WAIT) as client:
        assert [told.id for told in client.batch(requests)] == [1, 2, 3]
    assert [json.loads(one)["id"] for one in asked[1][1].splitlines()] == [2, 3]
    with (
        stub(*[(*broken[:2], b"")] * 3) as (url, _),
        Client(url, patience=NO_WAIT) as client,
        pytest.raises(Unreachable, match="broke off 3 times"),
    ):
        list(client.batch(requests))


def test_a_batch_past_a_limit_is_refused_as_a_whole() -> None:
    with stub((200, {}, problem(413)[2])) as (url, _), Client(url) as client, pytest.raises(InvalidRequest):
        list(client.batch([QUESTION]))


@pytest.mark.parametrize(
    ("tried", "told", "low", "high"),
    [(1, None, 0.25, 0.5), (3, None, 1, 2), (1, "7", 7, 7), (1, "Thu, 01 Jan 1970 00:00:00 GMT", 0, 0)],
)
def test_patience(tried: int, told: str | None, low: float, high: float) -> None:
    pause = Patience().pause(tried, told)
    assert pause is not None
    assert low <= pause <= high


def test_patience_ends() -> None:
    assert Patience().pause(5) is None
    assert Patience().pause(1, "31") is None
    assert Patience().pause(1, "soon") is not None


def test_a_transport_of_ones_own() -> None:
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json=STATUS))
    with Client("http://gazette", transport=answer) as client:
        assert client.ask(status()).limits.max_characters == 1
