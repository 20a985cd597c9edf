"""The article store: one contract for the database and the fake, and what only the database can do."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from service.adapters import article_schema, article_words
from service.adapters.article_schema import WANTED
from service.adapters.article_words import read_words, write_query
from service.adapters.sql_articles import SqlArticleStore, load_samples, migrate_articles, open_articles
from service.domain.model import Article, Publication, PublicationSource
from service.domain.ports import ArticleChanges, ArticleStore
from service.errors import DamagedData, Unavailable
from tests.adapters.article_store_contract import *  # noqa: F403 (the contract's tests)
from tests.adapters.article_store_contract import make_article
from tests.fakes.articles import FakeArticleStore


def _file(folder: Path) -> ArticleStore:
    return open_articles(f"sqlite:///{folder}/new/articles.sqlite")


def _memory(_: Path) -> ArticleStore:
    return open_articles("sqlite://")


def _fake(_: Path) -> ArticleStore:
    return FakeArticleStore()


@pytest.fixture(params=[_file, _memory, _fake], ids=["file", "memory", "fake"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ArticleStore:
    make: Callable[[Path], ArticleStore] = request.param
    return make(tmp_path)


# ------------------------------------------------------------------ what only the database does


def test_a_file_keeps_its_articles(tmp_path: Path) -> None:
    _file(tmp_path).put(make_article("a"))
    assert _file(tmp_path).get("a").id == "a"


def test_a_store_without_its_table_is_unavailable() -> None:
    store = SqlArticleStore(create_engine("sqlite://"))
    for ask in (lambda: store.get("a"), store.page, lambda: store.put(make_article("a"))):
        with pytest.raises(Unavailable) as raised:
            ask()
        assert raised.value.part == "articles"


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("nonsense", "Could not parse"),
        ("mysql://localhost/articles", "mysql is not served; sqlite, postgresql are"),
        ("postgresql+nonsense://name:secret@localhost/articles", "nonsense"),
        ("sqlite:////dev/null/articles", "/dev/null"),
        ("sqlite:////dev/null", "unable to open|not a database|disk I/O|readonly"),
    ],
)
def test_a_store_that_cannot_be_opened_is_unavailable_with_the_cause(url: str, cause: str) -> None:
    with pytest.raises(Unavailable, match=cause) as raised:
        open_articles(url)
    assert "secret" not in str(raised.value)


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "articles.sqlite").write_text("This is not a database. " * 50)
    with pytest.raises(Unavailable):
        open_articles(f"sqlite:///{tmp_path}/articles.sqlite")


def _sample(folder: Path, **changes: object) -> Path:
    sample = {"id": "a", "title": None, "text": "Un.", "language": "fr", "published_at": "2016-10-11"}
    (folder / "a.json").write_text(json.dumps(sample | changes), encoding="utf-8")
    return folder


def test_samples_are_loaded_and_loading_again_changes_nothing(tmp_path: Path) -> None:
    store = FakeArticleStore()
    assert load_samples(store, _sample(tmp_path)) == 1
    before = store.get("a")
    assert load_samples(store, tmp_path) == 1
    assert store.get("a") == before
    assert before.published == Publication(date(2016, 10, 11), PublicationSource.STORE)


@pytest.mark.parametrize("changes", [{"id": ""}, {"text": ""}, {"published_at": "hier"}, {"author": "x"}])
def test_a_damaged_sample_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(DamagedData, match=r"a\.json is no article"):
        load_samples(FakeArticleStore(), _sample(tmp_path, **changes))


# ------------------------------------------------------------------ versions of the store


def _of_version_1(path: Path) -> str:
    """A store as it was before there were versions."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE articles (id TEXT NOT NULL PRIMARY KEY, title TEXT, text TEXT NOT NULL,"
            " language TEXT NOT NULL, published_at TEXT)"
        )
        rows = [(f"{number:04}", None, f"Alep {number}.", "fr", "2016-10-11") for number in range(450)]
        database.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?)", rows)
    return f"sqlite:///{path}"


def test_a_store_of_an_older_version_is_refused_with_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(DamagedData, match="version 1; this Gazette wants 2: run `gazette articles migrate`"):
        open_articles(_of_version_1(tmp_path / "articles.sqlite"))


def test_a_store_of_an_older_version_is_brought_up_whole(tmp_path: Path) -> None:
    url = _of_version_1(tmp_path / "articles.sqlite")
    assert migrate_articles(url) == "1"
    assert migrate_articles(url) == WANTED
    store = open_articles(url)
    assert store.get("0449").text == "Alep 449."
    assert [article.id for article in store.page(q="alep 449").articles] == ["0449"]
    article = Article(
        "Alep 3.", id="0003", published=Publication(date(2016, 10, 11), PublicationSource.STORE)
    )
    assert store.put_many((article,)) == ArticleChanges(0, 0, 1)


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = _of_version_1(tmp_path / "articles.sqlite")
    monkeypatch.setitem(article_words.WORDS, "sqlite", ("INSERT INTO nowhere VALUES (:id)",))
    with pytest.raises(Unavailable, match="nowhere"):
        migrate_articles(url)
    monkeypatch.undo()
    assert migrate_articles(url) == "1"


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/articles.sqlite"
    open_articles(url)
    with closing(sqlite3.connect(tmp_path / "articles.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '99'")
    for open_ in (open_articles, migrate_articles):
        with pytest.raises(DamagedData, match="use a newer Gazette"):
            open_(url)


def test_the_version_wanted_is_the_newest() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(article_schema._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == WANTED


def test_words_are_the_same_on_every_database() -> None:
    assert read_words("L’Élysée, l'élysée_2 x!") == ["2", "elysee", "l", "x"]
    assert write_query("l'Élysée", "sqlite") == '"elysee" AND "l"'
    assert write_query("l'Élysée", "postgresql") == "'elysee' & 'l'"
    assert write_query("«»", "sqlite") is None
