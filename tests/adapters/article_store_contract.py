"""What every article store does: imported by the tests of each, with a fixture `store` of theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.model import Article, Publication, PublicationSource
from service.domain.ports import ArticleChanges, ArticleStore
from service.errors import InvalidInput, NotFound

NOON = datetime(2016, 10, 11, 12, tzinfo=UTC)


def make_article(
    id: str | None, text: str = "Le texte.", at: date | None = None, title: str = "Le titre"
) -> Article:
    source = PublicationSource.STORE if at else PublicationSource.NONE
    return Article(id=id, title=title, text=text, published=Publication(at, source))


@pytest.mark.parametrize("at", [None, date(2016, 10, 11), NOON])
def test_an_article_comes_back_as_it_was_put(store: ArticleStore, at: date | None) -> None:
    article = make_article("a", "«\u00a0L’été\u00a0»\r\n\tfin 😀", at)
    store.put(article)
    assert store.get("a") == article


def test_an_unknown_article_is_not_found(store: ArticleStore) -> None:
    with pytest.raises(NotFound, match="article with the id 'a'"):
        store.get("a")


def test_putting_twice_replaces(store: ArticleStore) -> None:
    store.put(make_article("a", "Un."))
    store.put(make_article("a", "Deux."))
    assert store.get("a").text == "Deux."
    assert len(store.page().articles) == 1


def test_an_article_without_an_id_is_refused(store: ArticleStore) -> None:
    with pytest.raises(InvalidInput, match="without an id"):
        store.put(make_article(None))


def test_pages_follow_the_ids_by_code_point(store: ArticleStore) -> None:
    for known in ("b", "é", "B", "a-1", "a", "\U0001f600", "\uffee"):
        store.put(make_article(known))
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
    store.put(make_article("a"))
    store.put(make_article("b"))
    assert store.page(2).next_cursor is None


def test_a_cursor_stays_good_when_its_article_is_new(store: ArticleStore) -> None:
    for known in ("a", "c"):
        store.put(make_article(known))
    cursor = store.page(1).next_cursor
    store.put(make_article("b"))
    assert [article.id for article in store.page(5, cursor).articles] == ["b", "c"]


@pytest.mark.parametrize("cursor", ["2", "é", "a=b", "page 3", "_____", "Zg=="])
def test_a_foreign_cursor_is_refused(store: ArticleStore, cursor: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        store.page(2, cursor)
    assert raised.value.field == "cursor"


def test_changes_are_told(store: ArticleStore) -> None:
    first, second = make_article("a", "Un."), make_article("b", "Deux.")
    assert store.put_many((first, second)) == ArticleChanges(new=2, changed=0, same=0)
    assert store.put_many((first, second)) == ArticleChanges(new=0, changed=0, same=2)
    again = (make_article("a", "Un.", date(2020, 1, 1)), second, make_article("c"))
    assert store.put_many(again) == ArticleChanges(new=1, changed=1, same=1)
    assert store.put_many(()) == ArticleChanges(0, 0, 0)


def test_of_several_with_one_id_the_last_is_kept(store: ArticleStore) -> None:
    changes = store.put_many((make_article("a", "Un."), make_article("a", "Deux.")))
    assert changes == ArticleChanges(1, 0, 0)
    assert store.get("a").text == "Deux."


def test_all_are_put_or_none(store: ArticleStore) -> None:
    with pytest.raises(InvalidInput):
        store.put_many((make_article("a"), make_article("")))
    assert store.page().articles == ()


def test_many_articles_are_put_and_deleted(store: ArticleStore) -> None:
    articles = [make_article(f"{number:04}") for number in range(700)]
    assert store.put_many(articles).new == 700
    assert store.put_many(articles).same == 700
    assert store.delete([str(article.id) for article in articles[100:]]) == 600
    assert len(store.page(200).articles) == 100


def test_articles_are_deleted_by_id(store: ArticleStore) -> None:
    store.put_many((make_article("a", "Alep."), make_article("b", "Alep.")))
    assert store.delete(["a", "unknown"]) == 1
    assert store.delete([]) == 0
    assert [article.id for article in store.page(q="alep").articles] == ["b"]


def test_articles_are_deleted_by_their_day(store: ArticleStore) -> None:
    for known, at in (("a", date(2016, 10, 10)), ("b", date(2016, 10, 11)), ("c", NOON), ("d", None)):
        store.put(make_article(known, at=at))
    assert store.delete_before(date(2016, 10, 11)) == 1
    assert [article.id for article in store.page().articles] == ["b", "c", "d"]
    assert store.delete_before(date(2016, 10, 12)) == 2
    assert store.delete_before(datetime.now(UTC).date() + timedelta(days=1)) == 1


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("genève", ["a", "b"]),
        ("GENEVE", ["a", "b"]),
        ("l’Élysée", ["b"]),
        ("elysee geneve", ["b"]),
        ("Genève Alep", []),
        ("Sommet", ["a"]),
        ("sommet genève", ["a"]),
        ("gen", []),
        ("accords", []),
        ("O'Neill AND \"x", []),
        ("2016", ["b"]),
        ("saint-étienne", ["c"]),
        ("étienne saint", ["c"]),
        ("حلب", ["c"]),
        ("cœur", ["c"]),
        ("* : & | ! ( ) '", []),
        ("", []),
    ],
)
def test_articles_are_found_by_all_their_words(store: ArticleStore, q: str, found: list[str]) -> None:
    store.put(make_article("a", "La rencontre de Genève.", title="Un sommet"))
    store.put(make_article("b", "À GENÈVE, l'Élysée a parlé d’un accord, le 11 octobre 2016.", title=""))
    store.put(make_article("c", "Au cœur de Saint-Étienne, حلب."))
    assert [article.id for article in store.page(q=q).articles] == found


def test_what_was_found_is_paged(store: ArticleStore) -> None:
    for known in "abcdef":
        store.put(make_article(known, "Alep." if known in "ace" else "Homs."))
    first = store.page(2, q="alep")
    assert [article.id for article in first.articles] == ["a", "c"]
    rest = store.page(2, first.next_cursor, "alep")
    assert ([article.id for article in rest.articles], rest.next_cursor) == (["e"], None)


def test_a_changed_article_is_found_by_its_new_words_only(store: ArticleStore) -> None:
    store.put(make_article("a", "Alep."))
    store.put(make_article("a", "Homs."))
    assert store.page(q="alep").articles == ()
    assert len(store.page(q="homs").articles) == 1


def test_a_long_article_is_searched_too(store: ArticleStore) -> None:
    words = " ".join(f"mot{number}" for number in range(20_000))
    store.put(make_article("a", f"{words} {'x' * 5_000}"))
    assert len(store.page(q="mot19999").articles) == 1
