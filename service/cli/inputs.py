"""What the commands that read files have in common: paths, and which columns tell what."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from service.adapters.documents import Columns

PATHS = click.Path(exists=True, path_type=Path)
_DEFAULT = Columns()


text_column = click.option(
    "--text-column", default=_DEFAULT.text, show_default=True, help="Column or key of the text."
)
id_column = click.option(
    "--id-column", default=_DEFAULT.id, show_default=True, help="Column or key of the id."
)
date_column = click.option(
    "--date-column", default=_DEFAULT.date, show_default=True, help="Column or key of the day, ISO 8601."
)
title_column = click.option(
    "--title-column", default=_DEFAULT.title, show_default=True, help="Column or key of the headline."
)


def columns_of(names: Mapping[str, str]) -> Columns:
    """The columns that the four options name."""
    return Columns(
        text=names["text_column"],
        id=names["id_column"],
        date=names["date_column"],
        title=names["title_column"],
    )
