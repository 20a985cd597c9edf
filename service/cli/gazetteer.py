"""`gazette gazetteer …`."""

from __future__ import annotations

import os
import sqlite3
import sys

import click

from service.adapters import gazetteer_builder
from service.domain.ports import PlaceQuery
from service.settings import InvalidSetting, from_environment


@click.group()
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
    from service import app  # noqa: PLC0415 (commands that read no text do not import the model)

    found = app.choose_gazetteer(from_environment(os.environ)).search(PlaceQuery(name, limit))
    for entry in found:
        where = f"{entry.point.latitude:.4f} {entry.point.longitude:.4f}" if entry.point else "-"
        parents = ", ".join(parent.name for parent in entry.parents)
        click.echo(f"{entry.id}\t{entry.name}\t{entry.type}\t{where}\t{parents}")
