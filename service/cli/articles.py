"""`gazette articles …`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from service import data
from service.adapters.sql_articles import load_samples, open_articles
from service.settings import from_environment


@click.group()
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
