"""An article as a row of the store, and back.

A stored day of publication keeps its form: `2016-10-11`, or `2016-10-11T14:30:00+02:00`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from service.domain.model import Article, Publication, PublicationSource
from service.errors import InvalidInput

_TOLD = ("title", "text", "language", "published_at")


def article_of(row: Mapping[str, Any]) -> Article:
    return Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        language=row["language"],
        published=publication_of(row["published_at"]),
    )


def publication_of(stored: str | None) -> Publication:
    """Raises `ValueError` for what is no ISO 8601 day or moment."""
    if stored is None:
        return Publication(None, PublicationSource.NONE)
    at = date.fromisoformat(stored) if len(stored) == len("2016-10-11") else datetime.fromisoformat(stored)
    return Publication(at, PublicationSource.STORE)


def row_of(article: Article) -> dict[str, str | None]:
    """Raises `InvalidInput` for an article without an id, or with a character that PostgreSQL cannot keep."""
    if not article.id:
        raise InvalidInput("id", "An article without an id cannot be stored.")
    at = article.published.at
    row = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "language": article.language,
        "published_at": at.isoformat() if at else None,
    }
    wrong = [name for name, value in row.items() if value and "\0" in value]
    if wrong:
        raise InvalidInput(wrong[0], "Holds the character NUL, which cannot be stored.")
    return row | {"digest": digest_of(row), "stored_at": now()}


def digest_of(row: Mapping[str, Any]) -> str:
    """SHA-256 of what a row tells: another digest is another article of the same id."""
    told = json.dumps([row[name] for name in _TOLD], ensure_ascii=True)
    return hashlib.sha256(told.encode()).hexdigest()


def now() -> str:
    """This second in UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
