"""The command `gazette`, to which the other modules add theirs."""

from __future__ import annotations

import click

import service
from service.errors import GazetteError


class GazetteCommands(click.Group):
    """Says what is wrong in one sentence, with exit code 1, instead of a trace."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except GazetteError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=GazetteCommands)
@click.version_option(service.__version__)
def main() -> None:
    """Reads news articles into actors, places and dates. Settings come from the environment."""
