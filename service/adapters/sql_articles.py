"""The article store on SQLAlchemy: SQLite embedded, PostgreSQL where several machines share it.

One table, `articles`; ids are compared by code point on every database, so pages come in one order.
A stored day of publication keeps its form: `2016-10-11`, or `2016-10-11T14:30:00+02:00`.

Long, because table, statements and samples are one short way from a row to an article.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Insert, MetaData, Row, Table, Text, create_engine, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool

from service.domain.model import Article, Publication, PublicationSource
from service.domain.ports import ArticlePage, ArticleStore
from service.errors import DamagedData, InvalidInput, NotFound, Unavailable

_ID = Text().with_variant(Text(collation="C"), "postgresql")
_ARTICLES = Table(
    "articles",
    MetaData(),
    Column("id", _ID, primary_key=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("published_at", Text),
)
_BACKENDS = ("sqlite", "postgresql")
_KEYS = {"id", "title", "text", "language", "published_at"}


class SqlArticleStore:
    """`ArticleStore` over a database. Building it opens nothing; see `open_articles`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self) -> None:
        """Makes the table where it does not stand yet."""
        with _available():
            _ARTICLES.metadata.create_all(self._engine)

    def get(self, id: str) -> Article:
        with _available(), self._engine.connect() as connection:
            row = connection.execute(select(_ARTICLES).where(_ARTICLES.c.id == id)).first()
        if row is None:
            raise NotFound("article", id)
        return _article(row)

    def page(self, limit: int = 20, cursor: str | None = None) -> ArticlePage:
        query = select(_ARTICLES).order_by(_ARTICLES.c.id).limit(limit + 1)
        if cursor is not None:
            query = query.where(_ARTICLES.c.id > read_cursor(cursor))
        with _available(), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        articles = tuple(_article(row) for row in rows[:limit])
        return ArticlePage(articles, write_cursor(articles[-1].id) if len(rows) > limit else None)

    def put(self, article: Article) -> None:
        values = _values(article)
        with _available(), self._engine.begin() as connection:
            connection.execute(_upsert(connection.dialect.name, values))


def open_articles(url: str) -> SqlArticleStore:
    """The store at a SQLAlchemy URL, made when it is new.

    Raises `Unavailable`, here with the cause, since it is the operator who reads it.
    """
    try:
        engine = _engine(url)
        store = SqlArticleStore(engine)
        store.create()
    except Unavailable as error:
        raise Unavailable(error.part, f"{error} {_cause(error)}".strip()) from error
    if engine.dialect.name != "sqlite":
        engine.dispose()  # workers that are forked from here must not share a connection
    return store


def load_samples(store: ArticleStore, folder: Path) -> int:
    """Puts the articles of a folder, one JSON file each, into the store; how many there were.

    Raises `DamagedData` for a file that is no article.
    """
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        store.put(_read_sample(path))
    return len(paths)


def write_cursor(id: str | None) -> str:
    """What a page hands out: the id that it ended with, not meant to be read."""
    return base64.urlsafe_b64encode((id or "").encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> str:
    """The id of a cursor. Raises `InvalidInput`."""
    try:
        found = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise InvalidInput("cursor", f"{cursor!r} is no cursor of this list.") from error
    if write_cursor(found) != cursor:
        raise InvalidInput("cursor", f"{cursor!r} is no cursor of this list.")
    return found


def _engine(url: str) -> Engine:
    """A file of SQLite is opened for each call and so never shared over a fork; memory is one connection."""
    with _available():
        address = make_url(url)
        if address.get_backend_name() not in _BACKENDS:
            raise Unavailable(
                "articles", f"{address.get_backend_name()} is not served; sqlite, postgresql are."
            )
        return create_engine(address, **_pool(address.get_backend_name(), address.database))


def _pool(backend: str, database: str | None) -> dict[str, Any]:
    if backend != "sqlite":
        return {"pool_pre_ping": True}
    if not database or database == ":memory:":
        return {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    return {"poolclass": NullPool}


def _upsert(dialect: str, values: dict[str, str | None]) -> Insert:
    if dialect == "postgresql":
        return (
            postgresql.insert(_ARTICLES)
            .values(values)
            .on_conflict_do_update(_ARTICLES.primary_key, set_=values)
        )
    return sqlite.insert(_ARTICLES).values(values).on_conflict_do_update(index_elements=["id"], set_=values)


def _cause(error: Unavailable) -> str:
    """What the driver or the system says, without SQLAlchemy's statement and links."""
    cause = error.__cause__
    told = getattr(cause, "orig", None) or cause
    return f"(ARTICLES_URL: {told})" if told else ""


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise Unavailable("articles", "The article store cannot be reached.") from error


def _article(row: Row[Any]) -> Article:
    return Article(
        id=row.id,
        title=row.title,
        text=row.text,
        language=row.language,
        published=_publication(row.published_at),
    )


def _publication(stored: str | None) -> Publication:
    if stored is None:
        return Publication(None, PublicationSource.NONE)
    at = date.fromisoformat(stored) if len(stored) == len("2016-10-11") else datetime.fromisoformat(stored)
    return Publication(at, PublicationSource.STORE)


def _values(article: Article) -> dict[str, str | None]:
    if not article.id:
        raise InvalidInput("id", "An article without an id cannot be stored.")
    at = article.published.at
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "published_at": at.isoformat() if at else None,
    }


def _read_sample(path: Path) -> Article:
    try:
        return _sample(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedData(f"{path} is no article ({error}). Install gazette again to restore it.") from error


def _sample(sample: dict[str, str]) -> Article:
    if set(sample) != _KEYS or not sample["id"] or not sample["text"]:
        raise ValueError(f"the keys must be {', '.join(sorted(_KEYS))}")
    return Article(
        id=sample["id"],
        title=sample["title"],
        text=sample["text"],
        language=sample["language"],
        published=_publication(sample["published_at"]),
    )
