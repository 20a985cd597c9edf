"""One article for somebody who looks at it: where it is from, and how it is shown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click
import orjson

from service.adapters.documents import Document
from service.cli import reading
from service.cli.inputs import did_you_mean
from service.cli.show import show
from service.errors import InvalidInput, NotFound
from service.settings import Settings


def written(path: Path) -> Document:
    """A text of a file or, `-`, of standard input; it is UTF-8 whatever the locale says."""
    if str(path) == "-" and sys.stdin.isatty():
        click.echo("Paste the article, then Ctrl-D on a line of its own.", err=True)
    content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    try:
        return Document("", text=content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "text", f"{path} is not UTF-8 (byte {error.start}): try `iconv -f WINDOWS-1252 -t UTF-8 {path}`."
        ) from error


def stored(id: str, settings: Settings) -> Document:
    """An article of the store. Raises `NotFound` with the ids that are like this one."""
    from service.adapters.sql_articles import open_articles  # noqa: PLC0415 (SQLAlchemy takes a while)

    store = open_articles(settings.articles_url)
    try:
        article = store.get(id)
    except NotFound as error:
        known = [one.id or "" for one in store.page(limit=1000).articles]
        raise click.ClickException(
            f"There is no article {id!r}. {did_you_mean(id, known)}`gazette articles list` shows them all."
        ) from error
    day = article.published.at
    return Document(
        id,
        text=article.text,
        title=article.title,
        language=article.language,
        published_at=day.isoformat() if day else None,
    )


def look_at(document: Document, settings: Settings, options: dict[str, Any]) -> None:
    if not (document.text or "").strip():
        raise click.ClickException("There is no text to read: name a file, or pipe one in.")
    reading.prepare(settings)
    (line,) = reading.answers([document], options, workers=1)
    answer = orjson.loads(line)
    del answer["id"]
    if "article" not in answer:
        raise click.ClickException(answer["detail"])
    answer["article"]["text"] = document.text
    if document.id:
        answer["article"]["id"] = document.id
        if document.published_at and "published_at" not in options:
            answer["article"]["published_at_source"] = "store"
    show(answer)
