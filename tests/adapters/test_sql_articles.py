"""The article store: one contract for the database and the fake, and what only the database can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from service.adapters.sql_articles import SqlArticleStore, load_samples, open_articles
from service.domain.model import Article, Publication, PublicationSource
from service.domain.ports import ArticleStore
from service.errors import DamagedData, InvalidInput, NotFound, Unavailable
from tests.fakes.articles import FakeArticleStore

NOON = datetime(2016, 10, 11, 12, tzinfo=UTC)


def _article(id: str | None, text: str = "Le texte.", at: date | None = None) -> Article:
    source = PublicationSource.STORE if at else PublicationSource.NONE
    return Article(id=id, title="Le titre", text=text, published=Publication(at, source))


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


@pytest.mark.parametrize("at", [None, date(2016, 10, 11), NOON])
def test_an_article_comes_back_as_it_was_put(store: ArticleStore, at: date | None) -> None:
    article = _article("a", "«\u00a0L’été\u00a0»\r\n\tfin 😀", at)
    store.put(article)
    assert store.get("a") == article


def test_an_unknown_article_is_not_found(store: ArticleStore) -> None:
    with pytest.raises(NotFound, match="article with the id 'a'"):
        store.get("a")


def test_putting_twice_replaces(store: ArticleStore) -> None:
    store.put(_article("a", "Un."))
    store.put(_article("a", "Deux."))
    assert store.get("a").text == "Deux."
    assert len(store.page().articles) == 1


def test_an_article_without_an_id_is_refused(store: ArticleStore) -> None:
    with pytest.raises(InvalidInput, match="without an id"):
        store.put(_article(None))


def test_pages_follow_the_ids_by_code_point(store: ArticleStore) -> None:
    for known in ("b", "é", "B", "a-1", "a", "\U0001f600", "\uffee"):
        store.put(_article(known))
    ids, cursor = [], None
    for _ in range(4):
        page = store.page(2, cursor)
        ids.extend(article.id for article in page.articles)
        cursor = page.next_cursor
    assert ids == ["B", "a", "a-1", "b", "é", "\uffee", "\U0001f600"]
    assert cursor is None


def test_an_empty_store_has_one_empty_page(store: ArticleStore) -> None:
    assert store.page().articles == ()
    assert store.page().next_cursor is None


def test_a_full_last_page_has_no_cursor(store: ArticleStore) -> None:
    store.put(_article("a"))
    store.put(_article("b"))
    assert store.page(2).next_cursor is None


def test_a_cursor_stays_good_when_its_article_is_new(store: ArticleStore) -> None:
    for known in ("a", "c"):
        store.put(_article(known))
    cursor = store.page(1).next_cursor
    store.put(_article("b"))
    assert [article.id for article in store.page(5, cursor).articles] == ["b", "c"]


@pytest.mark.parametrize("cursor", ["2", "é", "a=b", "page 3", "_____", "Zg=="])
def test_a_foreign_cursor_is_refused(store: ArticleStore, cursor: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        store.page(2, cursor)
    assert raised.value.field == "cursor"


# ------------------------------------------------------------------ what only the database does


def test_a_file_keeps_its_articles(tmp_path: Path) -> None:
    _file(tmp_path).put(_article("a"))
    assert _file(tmp_path).get("a").id == "a"


def test_a_store_without_its_table_is_unavailable() -> None:
    store = SqlArticleStore(create_engine("sqlite://"))
    for ask in (lambda: store.get("a"), store.page, lambda: store.put(_article("a"))):
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
