"""What the commands that read files have in common: paths, and which columns tell what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from service.adapters.documents import Columns


class ExistingPath(click.Path):
    """A path that is there; for one that is not, the error names those beside it that are like it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(exists=True, **options)

    def convert(self, value: Any, parameter: click.Parameter | None, context: click.Context | None) -> Any:
        try:
            return super().convert(value, parameter, context)
        except click.BadParameter as error:
            path = Path(value)
            beside = sorted(path.parent.iterdir()) if not path.exists() and path.parent.is_dir() else []
            likely = did_you_mean(path.name, [one.name for one in beside])
            raise click.BadParameter(f"{error.message} {likely}".rstrip(), context, parameter) from error


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that names what is like a name, with a blank behind it; empty when nothing is."""
    likely = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(map(repr, likely))}? " if likely else ""


PATHS = ExistingPath(path_type=Path)
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
