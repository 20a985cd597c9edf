"""Articles can be searched by their words, told apart when they change, and deleted by their age.

`digest` is that of what was stored, `stored_at` the moment in UTC (ISO 8601). The words are kept in FTS5 on
SQLite, whose rows want a number, and in a `tsvector` on PostgreSQL.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Connection, text

from service.adapters.article_rows import digest_of, now
from service.adapters.article_words import WORDS, words_of

revision = "2"
down_revision = "1"

_SQLITE = (
    "ALTER TABLE articles RENAME TO articles_1",
    "CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT,"
    " text TEXT NOT NULL, language TEXT NOT NULL, published_at TEXT, stored_at TEXT NOT NULL,"
    " digest TEXT NOT NULL)",
    "INSERT INTO articles (id, title, text, language, published_at, stored_at, digest)"
    " SELECT id, title, text, language, published_at, '', '' FROM articles_1 ORDER BY id",
    "DROP TABLE articles_1",
    "CREATE VIRTUAL TABLE article_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')",
)
_POSTGRESQL = (
    "ALTER TABLE articles ADD COLUMN stored_at TEXT NOT NULL DEFAULT '',"
    " ADD COLUMN digest TEXT NOT NULL DEFAULT '', ADD COLUMN words TSVECTOR",
    "ALTER TABLE articles ALTER COLUMN stored_at DROP DEFAULT, ALTER COLUMN digest DROP DEFAULT",
    "CREATE INDEX articles_by_words ON articles USING GIN (words)",
)
_PAGE = 200  # articles read at once


def upgrade() -> None:
    connection = op.get_bind()
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.execute(text(statement))
    _fill(connection)


def _fill(connection: Connection) -> None:
    """Gives each article its digest, moment and words, page by page."""
    last, moment = "", now()
    columns = "id, title, text, language, published_at"
    page = text(f"SELECT {columns} FROM articles WHERE id > :last ORDER BY id LIMIT {_PAGE}")  # noqa: S608
    write = text("UPDATE articles SET digest = :digest, stored_at = :moment WHERE id = :id")
    while rows := connection.execute(page, {"last": last}).mappings().all():
        for row in map(dict, rows):
            values = {"id": row["id"], "digest": digest_of(row), "moment": moment}
            connection.execute(write, values)
            for statement in WORDS[connection.dialect.name]:
                connection.execute(text(statement), words_of(row))
        last = rows[-1]["id"]
