"""The client asks a real service."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date

import pytest

from bench.service import RunningService
from service.client import (
    AsyncClient,
    Client,
    InvalidRequest,
    NotFound,
    Options,
    actor,
    analyze,
    article,
    articles,
    as_geojson,
    place,
    places_around,
    search_actors,
    search_places,
    status,
    stored_analysis,
)

TEXT = "Genève (AFP). Moscou a annoncé mardi une trêve à Alep."
QUESTION: Options = {"text": TEXT, "published_at": "2016-10-12"}


@pytest.fixture
def client(live: RunningService) -> Iterator[Client]:
    with Client(live.url) as client:
        yield client


def test_it_reads_an_article(client: Client) -> None:
    analysis = client.ask(analyze(text=TEXT, published_at=date(2016, 10, 12), explain=True))
    assert analysis.dates is not None
    assert [one.value for one in analysis.dates] == ["2016-10-11"]
    moscow = next(one for one in analysis.places or () if one.name == "Moscou")
    assert [mention.usage for mention in moscow.mentions] == ["metonymic"]
    assert moscow.reasons
    assert TEXT[moscow.mentions[0].start : moscow.mentions[0].end] == "Moscou"


def test_what_is_not_asked_for_is_none(client: Client) -> None:
    analysis = client.ask(analyze(text=TEXT, include=["dates"]))
    assert (analysis.actors, analysis.places, analysis.focus) == (None, None, None)


def test_it_reads_stored_articles(client: Client) -> None:
    ids = [one.id for page in client.pages(articles(limit=5)) for one in page.articles]
    assert len(ids) == 12
    assert [page.articles for page in client.pages(articles(q="no such word"))] == [()]
    stored = client.ask(article("lausanne-accord-cadre"))
    choice = stored_analysis(
        stored.id, include=["places"], candidates=2, explain=True, hints={"countries": ["CH"]}
    )
    analysis = client.ask(choice)
    assert analysis.actors is None
    for one in analysis.places or ():
        assert all(stored.text[mention.start : mention.end] == mention.text for mention in one.mentions)
    assert client.ask(as_geojson(choice))["type"] == "FeatureCollection"


def test_it_asks_the_gazetteer_and_the_actors(client: Client) -> None:
    found = client.ask(search_places("Alep", countries=["SY"], types=["city"], near=(36.2, 37.2)))
    assert found.places[0].id == "geonames:170063"
    assert client.ask(place("geonames:170063#est")).type == "part"
    assert "حلب" in client.ask(place("geonames:170063", lang="ar")).names
    around = client.ask(places_around(latitude=36.2012, longitude=37.1612, limit=1))
    assert around.places[0].distance_km < 5
    lavrov = client.ask(search_actors("Lavrov")).actors[0]
    assert client.ask(actor(lavrov.id)) == lavrov
    assert client.ask(status()).languages == ("fr",)


def test_problems_are_exceptions(client: Client) -> None:
    with pytest.raises(NotFound, match="no-such-article"):
        client.ask(article("no-such-article"))
    with pytest.raises(InvalidRequest) as refused:
        client.ask(analyze(text=TEXT, candidates=99))
    assert set(refused.value.problem.errors or {}) == {"candidates"}
    assert refused.value.problem.request_id


def a_batch() -> Iterator[Options]:
    for number in range(5):
        yield {**QUESTION, "id": number} if number != 3 else {"id": number, "article_id": "no-such-article"}


def test_a_batch_is_answered_in_order_and_as_one_by_one(client: Client) -> None:
    told = list(client.batch(a_batch(), together=2))
    assert [one.id for one in told] == [0, 1, 2, 3, 4]
    assert [one.problem is None for one in told] == [True, True, True, False, True]
    assert told[3].problem
    assert told[3].problem.status == 404
    assert told[4].analysis == client.ask(analyze(**QUESTION))


def test_a_batch_takes_its_requests_as_it_goes(client: Client) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Options]:
        while True:
            taken.append(1)
            yield QUESTION

    stream = client.batch(endless(), together=2)
    assert next(stream).analysis
    assert len(taken) == 2


def test_the_asynchronous_client_does_the_same(live: RunningService) -> None:
    async def ask() -> None:
        async with AsyncClient(live.url) as client:
            one, other = await asyncio.gather(*[client.ask(analyze(**QUESTION))] * 1, client.ask(status()))
            assert [found.name for found in one.places or ()] == ["Genève", "Moscou", "Alep"]
            assert other.languages == ("fr",)
            assert len([page async for page in client.pages(articles(limit=5))]) == 3
            assert [told.id async for told in client.batch(a_batch(), together=3)] == [0, 1, 2, 3, 4]
            with pytest.raises(NotFound):
                await client.ask(article("no-such-article"))

    asyncio.run(ask())
