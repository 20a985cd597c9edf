"""The article store on a real PostgreSQL: the contract of every store, and what only a server does."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from sqlalchemy import create_engine, text

from service.adapters.article_schema import WANTED
from service.adapters.sql_articles import migrate_articles, open_articles
from service.domain.model import Article
from service.domain.ports import ArticleChanges, ArticleStore
from service.errors import DamagedData, InvalidInput, Unavailable
from tests.adapters.article_store_contract import *  # noqa: F403 (the contract's tests)
from tests.adapters.article_store_contract import make_article

_NUMBERS = count()


@pytest.fixture
def url(postgresql: str) -> Iterator[str]:
    """An empty database."""
    name = f"articles_{next(_NUMBERS)}"
    engine = create_engine(
        f"{postgresql.replace('postgresql', 'postgresql+psycopg', 1)}/postgres", isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    yield f"{postgresql}/{name}"
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def store(url: str) -> Iterator[ArticleStore]:
    opened = open_articles(url)
    yield opened
    opened.close()


def test_what_the_database_cannot_keep_is_refused(store: ArticleStore) -> None:
    with pytest.raises(InvalidInput, match="NUL"):
        store.put(make_article("a", "a\0b"))


def test_machines_that_start_together_make_one_store(url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(open_articles, [url] * 4))
    stores[0].put(make_article("a"))
    assert {store.get("a").text for store in stores} == {"Le texte."}
    for store in stores:
        store.close()


def test_an_older_store_is_refused_and_brought_up(url: str) -> None:
    engine = create_engine(url.replace("postgresql", "postgresql+psycopg", 1))
    with engine.begin() as connection:
        connection.execute(
            text(
                'CREATE TABLE articles (id TEXT COLLATE "C" PRIMARY KEY, title TEXT, text TEXT NOT NULL,'
                " language TEXT NOT NULL, published_at TEXT)"
            )
        )
        connection.execute(text("INSERT INTO articles VALUES ('a', NULL, 'Alep.', 'fr', NULL)"))
    engine.dispose()
    with pytest.raises(DamagedData, match="gazette articles migrate"):
        open_articles(url)
    assert migrate_articles(url) == "1"
    assert migrate_articles(url) == WANTED
    store = open_articles(url)
    assert [article.id for article in store.page(q="alep").articles] == ["a"]
    assert store.put_many((Article("Alep.", id="a"),)) == ArticleChanges(0, 0, 1)
    store.close()


def test_a_server_that_is_not_there_is_unavailable_and_the_password_is_not_told() -> None:
    with pytest.raises(Unavailable, match="ARTICLES_URL") as raised:
        open_articles("postgresql://gazette:secret@127.0.0.1:1/articles?connect_timeout=1")
    assert "secret" not in str(raised.value)
