"""`gazette actors …`."""

from __future__ import annotations

import gzip
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

import click

from service import data
from service.adapters.actor_entities import EntityReader, read_ftm, wikidata_reader
from service.adapters.actor_file import ImportReport, import_actors
from service.adapters.wikidata_countries import read_countries
from service.cli.show import show_actors
from service.domain.ports import Attribution
from service.settings import InvalidSetting, from_environment

_DEFAULT = Path("build/actors.sqlite")
_WIKIDATA = Attribution("Wikidata", "CC0-1.0", "https://www.wikidata.org/")


@click.group()
def actors() -> None:
    """Add known actors, or ask for them."""


@actors.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["ftm", "wikidata"]), required=True, help="Of the lines.")
@click.option("--credit", help="Credit line of the data, shown in every answer.")
@click.option("--licence", help="Their licence: SPDX identifier or name.")
@click.option("--url", default="", help="Where they come from.")
def import_file(file: Path, form: str, credit: str | None, licence: str | None, url: str) -> None:
    """Add the actors of FILE (or of standard input, `-`; `.gz` is unpacked) to the file ACTORS_PATH.

    FILE has one entity a line: FollowTheMoney (`ftm`) or the JSON dump of Wikidata (`wikidata`). Lines that
    cannot be read are told and left out.
    """
    source = _source(form, credit, licence, url)
    path = Path(from_environment(os.environ).actors_path or _DEFAULT)
    read: EntityReader = read_ftm if form == "ftm" else wikidata_reader(read_countries(data.FOLDER))
    try:
        with _lines(file) as lines:
            report = import_actors(path, lines, read, source, _progress)
    except (OSError, EOFError, sqlite3.Error) as error:
        raise InvalidSetting(f"{file} could not be imported into {path}: {error}.") from error
    _tell(report, file, path)


@actors.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True)
def search(name: str, limit: int) -> None:
    """Find known actors by NAME: exact, beginning with it, or with it as a word."""
    from service import app  # noqa: PLC0415 (commands that read no text do not import the model)

    show_actors(app.choose_actor_book(from_environment(os.environ)).search(name, limit))


def _source(form: str, credit: str | None, licence: str | None, url: str) -> Attribution:
    if form == "wikidata":
        return Attribution(credit or _WIKIDATA.credit, licence or _WIKIDATA.licence, url or _WIKIDATA.url)
    if not credit or not licence:
        raise click.UsageError(
            "Say whose data it is: --credit and --licence. They are shown in every answer."
        )
    return Attribution(credit, licence, url)


@contextmanager
def _lines(file: Path) -> Iterator[TextIO]:
    if str(file) == "-":
        yield sys.stdin
        return
    with file.open("rb") as stored:
        unpacked = gzip.GzipFile(fileobj=stored) if file.suffix == ".gz" else stored
        with TextIOWrapper(unpacked, encoding="utf-8", errors="replace") as lines:
            yield lines


def _progress(report: ImportReport) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{report.lines:,} lines, {report.actors:,} actors", err=True, nl=False)


def _tell(report: ImportReport, file: Path, path: Path) -> None:
    for number, complaint in report.complaints:
        click.echo(f"{file}:{number}: {complaint}", err=True)
    if report.unreadable > len(report.complaints):
        click.echo(f"… and {report.unreadable - len(report.complaints):,} more", err=True)
    click.echo(
        f"{path}: {report.actors:,} actors from {report.lines:,} lines; {report.passed_over:,} tell of "
        f"something else, {report.unreadable:,} could not be read."
    )
    if not from_environment(os.environ).actors_path:
        click.echo(f"Serve them by ACTORS_PATH={path}")
    if report.unreadable and not report.actors:
        raise InvalidSetting(f"{file} holds no actor that could be read.")
