"""`gazette keys …`."""

from __future__ import annotations

import click


@click.group()
def keys() -> None:
    """API keys; where they are kept is the setting API_KEYS_PATH."""


@keys.command()
@click.argument("name")
def new(name: str) -> None:
    """Make a key for NAME: the key on standard output, once; the line for the file behind it."""
    from service.web.keys import new_key  # noqa: PLC0415 (the web is not imported for other commands)

    key, line = new_key(name)
    click.echo(f"The key, which is not kept anywhere; hand it over safely:\n{key}\n")
    click.echo(f"The line for the file that API_KEYS_PATH names:\n{line}")
