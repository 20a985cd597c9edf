"""The command line: `gazette serve | analyze | gazetteer | articles`.

Commands that read no text do not import the model: it takes longer than all that they do.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

import service
from service import data
from service.adapters import gazetteer_builder
from service.adapters.sql_articles import load_samples, open_articles
from service.domain.analysis import analyze
from service.domain.intake import read_request
from service.domain.model import AnalyzeRequest
from service.domain.ports import PlaceQuery
from service.errors import GazetteError
from service.settings import InvalidSetting, from_environment

if TYPE_CHECKING:
    from flask import Flask

_SERVED_BY = "gunicorn.conf.py"


class _Commands(click.Group):
    """Says what is wrong in one sentence, with exit code 1, instead of a trace."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except GazetteError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(service.__version__)
def main() -> None:
    """Reads news articles into actors, places and dates. Settings come from the environment."""


@main.command()
def serve() -> None:
    """Start the service (gunicorn; HOST, PORT, WORKERS, THREADS to change)."""
    from_environment(os.environ)
    if not Path(_SERVED_BY).is_file():
        raise InvalidSetting(f"There is no {_SERVED_BY} here: start the service from the folder of Gazette.")
    gunicorn = Path(sys.executable).with_name("gunicorn")
    os.execv(gunicorn, [str(gunicorn), "--config", _SERVED_BY])  # noqa: S606 (no shell is wanted)


def load_app() -> Flask:
    """The service for gunicorn, which tells a `RuntimeError` in a sentence and all else by a trace."""
    from service import app  # noqa: PLC0415 (see above)

    try:
        return app.create_app()
    except GazetteError as error:
        raise RuntimeError(error) from error


@main.command("analyze")
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option("--published-at", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication, YYYY-MM-DD.")
def analyze_file(file: TextIO, published_at: datetime | None) -> None:
    """Read the article in FILE (or from standard input) and print its analysis as JSON."""
    from service import app, web  # noqa: PLC0415 (see above)

    settings = from_environment(os.environ)
    parts = app.choose_parts(settings)
    request = AnalyzeRequest(text=file.read(), published_at=published_at.date() if published_at else None)
    analysis = analyze(read_request(request, parts, settings.limits), request.options, parts)
    click.echo(json.dumps(web.dump(analysis, parts), ensure_ascii=False, indent=2))


@main.group()
def gazetteer() -> None:
    """Build the gazetteer, or ask it."""


@gazetteer.command()
@click.option("--force", is_flag=True, help="Build it even if it is current.")
def build(force: bool) -> None:
    """Compile the gazetteer file, unless it is current."""
    path = from_environment(os.environ).gazetteer_path
    if not force and gazetteer_builder.is_current(path):
        click.echo(f"{path} is current.")
        return
    try:
        report = gazetteer_builder.build(path, progress=sys.stderr.isatty())
    except (OSError, sqlite3.Error) as error:
        raise InvalidSetting(f"GAZETTEER_PATH={path} cannot be written: {error}.") from error
    click.echo(f"{report.path}: {report.info.places:,} places in {report.seconds:.0f} s")


@gazetteer.command()
def info() -> None:
    """Say what the gazetteer file holds, its checksum compared."""
    click.echo(gazetteer_builder.info(from_environment(os.environ).gazetteer_path).describe())


@gazetteer.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True)
def search(name: str, limit: int) -> None:
    """Find places by NAME: exact, beginning with it, or misspelt."""
    from service import app  # noqa: PLC0415 (see above)

    found = app.choose_gazetteer(from_environment(os.environ)).search(PlaceQuery(name, limit))
    for entry in found:
        where = f"{entry.point.latitude:.4f} {entry.point.longitude:.4f}" if entry.point else "-"
        parents = ", ".join(parent.name for parent in entry.parents)
        click.echo(f"{entry.id}\t{entry.name}\t{entry.type}\t{where}\t{parents}")


@main.group()
def articles() -> None:
    """The article store."""


@articles.command("import")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
@click.option("--samples", is_flag=True, help="The sample articles that come with Gazette.")
def import_articles(folder: Path | None, samples: bool) -> None:
    """Put the articles of FOLDER (one JSON file each) into the store; those there are replaced."""
    if (folder is None) != samples:
        raise click.UsageError("Name a folder, or say --samples.")
    count = load_samples(
        open_articles(from_environment(os.environ).articles_url), folder or data.FOLDER / "articles"
    )
    click.echo(f"{count} articles imported.")


if __name__ == "__main__":
    main()
