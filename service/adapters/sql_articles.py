"""The article store on SQLAlchemy: SQLite embedded, PostgreSQL where several machines share it.

Long, because the port, its statements and the samples are one short way from a row to an article.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Insert,
    MetaData,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool, StaticPool

from service.adapters.article_rows import article_of, publication_of, row_of
from service.adapters.article_schema import make_sure, upgrade
from service.adapters.article_words import FOUND, WORDS, words_of, write_query
from service.domain.model import Article
from service.domain.ports import ArticleChanges, ArticlePage, ArticleStore
from service.errors import DamagedData, InvalidInput, NotFound, Unavailable

_ARTICLES = Table(  # as far as statements name it; `migrations` makes it
    "articles",
    MetaData(),
    Column("id", Text),
    Column("title", Text),
    Column("text", Text),
    Column("language", Text),
    Column("published_at", Text),
    Column("stored_at", Text),
    Column("digest", Text),
)
_TOLD = [_ARTICLES.c[name] for name in ("id", "title", "text", "language", "published_at")]
_BACKENDS = ("sqlite", "postgresql")
_KEYS = {"id", "title", "text", "language", "published_at"}
_DAY = len("2016-10-11")
_NAMED_AT_ONCE = 500  # ids in one statement


class SqlArticleStore:
    """`ArticleStore` over a database. Building it opens nothing; see `open_articles`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Closes the connections that wait to be used again."""
        self._engine.dispose()

    def get(self, id: str) -> Article:
        with _available(), self._engine.connect() as connection:
            row = connection.execute(select(*_TOLD).where(_ARTICLES.c.id == id)).mappings().first()
        if row is None:
            raise NotFound("article", id)
        return article_of(dict(row))

    def page(self, limit: int = 20, cursor: str | None = None, q: str | None = None) -> ArticlePage:
        query = select(*_TOLD).order_by(_ARTICLES.c.id).limit(limit + 1)
        if cursor is not None:
            query = query.where(_ARTICLES.c.id > read_cursor(cursor))
        if q is not None:
            words = write_query(q, self._engine.dialect.name)
            if words is None:
                return ArticlePage((), None)
            query = query.where(text(FOUND[self._engine.dialect.name]).bindparams(query=words))
        with _available(), self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        articles = tuple(article_of(dict(row)) for row in rows[:limit])
        return ArticlePage(articles, write_cursor(articles[-1].id) if len(rows) > limit else None)

    def put(self, article: Article) -> None:
        self.put_many((article,))

    def put_many(self, articles: Sequence[Article]) -> ArticleChanges:
        rows = {str(article.id): row_of(article) for article in articles}
        with _available(), self._engine.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            stored = _digests(connection, list(rows))
            changed = [row for known, row in rows.items() if stored.get(known) != row["digest"]]
            for row in changed:
                connection.execute(_upsert(connection.dialect.name, row))
                for statement in WORDS[connection.dialect.name]:
                    connection.execute(text(statement), words_of(row))
        new = len(rows) - len(stored)
        return ArticleChanges(new, len(changed) - new, len(rows) - len(changed))

    def delete(self, ids: Sequence[str]) -> int:
        with _available(), self._engine.begin() as connection:
            return sum(
                _delete(connection, _ARTICLES.c.id.in_(ids[begin : begin + _NAMED_AT_ONCE]))
                for begin in range(0, len(ids), _NAMED_AT_ONCE)
            )

    def delete_before(self, day: date) -> int:
        told = func.coalesce(_ARTICLES.c.published_at, _ARTICLES.c.stored_at)
        with _available(), self._engine.begin() as connection:
            return _delete(connection, func.substr(told, 1, _DAY) < day.isoformat())


def open_articles(
    url: str, *, migrate: bool = False, timeout_seconds: float | None = None
) -> SqlArticleStore:
    """The store at a SQLAlchemy URL, made when it is new, brought to this version if told so.

    An answer that takes longer than `timeout_seconds` is not waited for; `None` waits, for long changes.

    Raises `Unavailable`, here with the cause, since it is the operator who reads it, and `DamagedData` for a
    store of another version.
    """
    with _told_to_the_operator():
        engine = _engine(url, timeout_seconds)
        try:
            with _available():
                upgrade(engine) if migrate else make_sure(engine)
        finally:
            if engine.dialect.name != "sqlite":
                engine.dispose()  # workers that are forked from here must not share a connection
    return SqlArticleStore(engine)


def migrate_articles(url: str) -> str | None:
    """Brings the store at a URL to this version; which one it had, `None` for none. Raises as above."""
    with _told_to_the_operator():
        engine = _engine(url)
        try:
            with _available():
                return upgrade(engine)
        finally:
            engine.dispose()


@contextmanager
def _told_to_the_operator() -> Iterator[None]:
    try:
        yield
    except Unavailable as error:
        raise Unavailable(error.part, f"{error} {_cause(error)}".strip()) from error


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


def _engine(url: str, seconds: float | None = None) -> Engine:
    """A file of SQLite is opened for each call and so never shared over a fork; memory is one connection."""
    with _available():
        address = make_url(url)
        if address.drivername == "postgresql":
            address = address.set(drivername="postgresql+psycopg")
        if address.get_backend_name() not in _BACKENDS:
            raise Unavailable(
                "articles", f"{address.get_backend_name()} is not served; sqlite, postgresql are."
            )
        engine = create_engine(address, **_pool(address.get_backend_name(), address.database, seconds))
    if seconds and engine.dialect.driver == "psycopg":
        event.listen(engine, "do_connect", partial(_connect, seconds))
    return engine


def _connect(seconds: float, _dialect: Any, _record: Any, arguments: Any, options: dict[str, Any]) -> Any:
    from service.adapters import patient_postgresql  # noqa: PLC0415 (the driver is needed for PostgreSQL only)

    return patient_postgresql.connect(seconds, *arguments, **options)


def _pool(backend: str, database: str | None, seconds: float | None) -> dict[str, Any]:
    if backend != "sqlite":
        return {"pool_pre_ping": True} | ({"pool_timeout": seconds} if seconds else {})
    if not database or database == ":memory:":
        return {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    return {"poolclass": NullPool} | ({"connect_args": {"timeout": seconds}} if seconds else {})


def _upsert(dialect: str, row: Mapping[str, str | None]) -> Insert:
    if dialect == "postgresql":
        return postgresql.insert(_ARTICLES).values(row).on_conflict_do_update(index_elements=["id"], set_=row)
    return sqlite.insert(_ARTICLES).values(row).on_conflict_do_update(index_elements=["id"], set_=row)


def _digests(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """By id: the digest of what is stored, of those that are."""
    found: dict[str, str] = {}
    for begin in range(0, len(ids), _NAMED_AT_ONCE):
        named = _ARTICLES.c.id.in_(ids[begin : begin + _NAMED_AT_ONCE])
        rows = connection.execute(select(_ARTICLES.c.id, _ARTICLES.c.digest).where(named))
        found.update((row.id, row.digest) for row in rows)
    return found


def _delete(connection: Connection, which: Any) -> int:
    """How many articles were there to delete."""
    if connection.dialect.name == "sqlite":
        numbers = select(text("number")).select_from(_ARTICLES).where(which)
        words = Table("article_words", MetaData(), Column("rowid", Text))
        connection.execute(delete(words).where(words.c.rowid.in_(numbers)))
    return connection.execute(delete(_ARTICLES).where(which)).rowcount


def _cause(error: Unavailable) -> str:
    """What the driver or the system says, without SQLAlchemy's statement and links."""
    cause = error.__cause__
    told = getattr(cause, "orig", None) or cause
    if isinstance(cause, ModuleNotFoundError) and cause.name == "psycopg":
        told = "PostgreSQL needs a driver; install gazette[postgresql]"
    return f"(ARTICLES_URL: {told})" if told else ""


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise Unavailable("articles", "The article store cannot be reached.") from error


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
        published=publication_of(sample["published_at"]),
    )
