"""The article store on a PostgreSQL that is stopped, frozen or locked in the midst of requests."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from service.adapters.sql_articles import SqlArticleStore, open_articles
from service.errors import Unavailable
from tests.adapters.article_store_contract import make_article
from tests.stores.conftest import Postgresql
from tests.web.desk import make_app

_PATIENCE = 0.5  # seconds


@pytest.fixture
def server(postgresql_server: Postgresql) -> Postgresql:
    """One that runs, whatever the last test did to it."""
    postgresql_server.start()
    return postgresql_server


@pytest.fixture
def store(server: Postgresql) -> Iterator[SqlArticleStore]:
    opened = open_articles(f"{server.url}/postgres", timeout_seconds=_PATIENCE)
    opened.put(make_article("a"))
    yield opened
    opened.close()


def test_a_server_that_stops_in_the_midst_is_unavailable_until_it_is_back(
    server: Postgresql, store: SqlArticleStore
) -> None:
    client = make_app(articles=store).test_client()
    assert client.get("/v1/articles/a").status_code == 200
    server.stop()
    for path in ("/v1/articles/a", "/v1/articles", "/v1/articles/a/analysis", "/readyz"):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
        assert int(answer.headers["Retry-After"]) > 0
        assert "psycopg" not in answer.text
    assert client.get("/livez").status_code == 200
    assert client.post("/v1/analyze", json={"text": "Alep", "language": "fr"}).status_code == 200
    server.start()
    assert [client.get("/v1/articles/a").status_code for _ in range(3)] == [200] * 3


def test_a_server_that_freezes_is_waited_for_no_longer_than_set(
    server: Postgresql, store: SqlArticleStore
) -> None:
    store.get("a")
    with _frozen(server):
        begin = time.monotonic()
        for _ in range(2):
            with pytest.raises(Unavailable):
                store.get("a")
        assert time.monotonic() - begin < 10 * _PATIENCE
    assert store.get("a").id == "a"


def test_a_server_that_is_frozen_does_not_hold_the_start(server: Postgresql) -> None:
    with _frozen(server):
        begin = time.monotonic()
        with pytest.raises(Unavailable, match="ARTICLES_URL"):
            open_articles(f"{server.url}/postgres", timeout_seconds=_PATIENCE)
        assert time.monotonic() - begin < 10


def test_a_table_that_is_locked_is_waited_for_no_longer_than_set(
    server: Postgresql, store: SqlArticleStore
) -> None:
    engine = create_engine(f"{server.url.replace('postgresql', 'postgresql+psycopg', 1)}/postgres")
    with engine.begin() as other:
        other.execute(text("LOCK TABLE articles IN ACCESS EXCLUSIVE MODE"))
        begin = time.monotonic()
        with pytest.raises(Unavailable):
            store.get("a")
        assert time.monotonic() - begin < 4 * _PATIENCE
    engine.dispose()
    assert store.get("a").id == "a"


@contextmanager
def _frozen(server: Postgresql) -> Iterator[None]:
    """All its processes stand still: connections are taken by the system, and nobody answers."""
    processes = _with_children(int((server.data / "postmaster.pid").read_text().splitlines()[0]))
    _signal(processes, signal.SIGSTOP)
    try:
        yield
    finally:
        _signal(processes, signal.SIGCONT)


def _signal(processes: list[int], number: signal.Signals) -> None:
    """One that was about to end may be gone meanwhile."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, number)


def _with_children(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *map(int, children)]
