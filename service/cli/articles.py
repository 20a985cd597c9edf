"""`gazette articles …`: what is put into the store, and taken out of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service import data
from service.adapters.documents import Document, count_documents, find_files, read_documents
from service.cli.inputs import PATHS, columns_of, date_column, id_column, text_column, title_column
from service.cli.progress import in_groups, progress
from service.cli.show import show_articles
from service.domain.model import Article
from service.domain.ports import ArticleStore, LanguageDetector, PageReader
from service.errors import InvalidInput
from service.settings import from_environment

if TYPE_CHECKING:
    from service.adapters.sql_articles import SqlArticleStore

SOME_FAILED = 3  # exit code: done, but for what was told
_TOGETHER = 200  # articles in one transaction


@click.group()
def articles() -> None:
    """The article store."""


@articles.command("import")
@click.argument("paths", type=PATHS, nargs=-1)
@click.option("--samples", is_flag=True, help="The sample articles that come with Gazette.")
@text_column
@id_column
@date_column
@title_column
def import_articles(paths: tuple[Path, ...], samples: bool, **names: str) -> None:
    """Put articles into the store: folders, .txt, .html, .json, .ndjson, .csv and .parquet files.

    Those there under the same id are replaced when they differ. A store of an older version is brought up.
    """
    from service.adapters.langid_languages import LangidLanguages  # noqa: PLC0415 (half a second)
    from service.adapters.trafilatura_pages import TrafilaturaPages  # noqa: PLC0415

    if bool(paths) == samples:
        raise click.UsageError("Name files or folders, or say --samples.")
    files = find_files(paths or (data.FOLDER / "articles",))
    store = _open(migrate=True)
    languages, pages = LangidLanguages(), TrafilaturaPages()
    failed = 0
    new = changed = same = 0
    with progress(lambda: count_documents(files)) as bar:
        for group in in_groups(read_documents(files, columns_of(names)), _TOGETHER):
            taken = [_article(document, languages, pages) for document in group]
            for problem in (one for one in taken if isinstance(one, str)):
                click.echo(problem, err=True)
                failed += 1
            done = store.put_many([one for one in taken if isinstance(one, Article)])
            new, changed, same = new + done.new, changed + done.changed, same + done.same
            bar.update(len(group))
    click.echo(f"{new + changed + same} articles imported: {new} new, {changed} changed, {same} the same.")
    if failed:
        click.echo(f"{failed} could not be read.", err=True)
        raise click.exceptions.Exit(SOME_FAILED)


@articles.command("list")
@click.option("--words", "q", metavar="WORDS", help="Only those with all these words.")
def list_articles(q: str | None) -> None:
    """Tell the articles of the store: id, day, language and title."""
    show_articles(_all(_open(), q))


def _all(store: ArticleStore, q: str | None) -> Iterator[Article]:
    cursor: str | None = None
    while True:
        page = store.page(limit=_TOGETHER, cursor=cursor, q=q)
        yield from page.articles
        if (cursor := page.next_cursor) is None:
            return


@articles.command()
def migrate() -> None:
    """Bring the store to the version that this Gazette wants."""
    from service.adapters.article_schema import WANTED  # noqa: PLC0415 (SQLAlchemy takes a while)
    from service.adapters.sql_articles import migrate_articles  # noqa: PLC0415

    found = migrate_articles(from_environment(os.environ).articles_url)
    told = {None: "made", WANTED: "current"}.get(found, f"brought up from version {found}")
    click.echo(f"The article store is {told}: version {WANTED}.")


@articles.command()
@click.argument("ids", nargs=-1)
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), help="Those published before this day.")
@click.option("--older-than", type=click.IntRange(0), metavar="DAYS", help="Those published longer ago.")
def delete(ids: tuple[str, ...], before: datetime | None, older_than: int | None) -> None:
    """Delete articles by id, or by age: since their publication, or their import where that is unknown."""
    if sum((bool(ids), before is not None, older_than is not None)) != 1:
        raise click.UsageError("Name ids, or say --before or --older-than.")
    store = _open()
    day = before.date() if before else _today() - timedelta(days=older_than or 0)
    count = store.delete(ids) if ids else store.delete_before(day)
    click.echo(f"{count} articles deleted.")


def _open(*, migrate: bool = False) -> SqlArticleStore:
    from service.adapters.sql_articles import open_articles  # noqa: PLC0415 (SQLAlchemy takes a while)

    return open_articles(from_environment(os.environ).articles_url, migrate=migrate)


def _today() -> date:
    return datetime.now(UTC).date()


def _article(document: Document, languages: LanguageDetector, pages: PageReader) -> Article | str:
    """The article with its language and day, told by the row or found; or what is wrong with it."""
    from service.adapters.article_rows import publication_of  # noqa: PLC0415

    if document.problem:
        return document.problem
    try:
        page = pages.read(document.html) if document.html else None
    except InvalidInput as error:
        return f"{document.id}: {error}"
    body = page.text if page else document.text or ""
    if "\0" in body:
        return f"{document.id} holds the character NUL, which cannot be stored."
    day = document.published_at or (page.published_at.isoformat() if page and page.published_at else None)
    return Article(
        id=document.id,
        text=body,
        title=document.title or (page.title if page else None),
        language=document.language or languages.detect(body) or "fr",
        published=publication_of(day),
    )
