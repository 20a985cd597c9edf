"""`gazette serve`, and the application as gunicorn asks for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.errors import GazetteError
from service.settings import InvalidSetting, from_environment

if TYPE_CHECKING:
    from flask import Flask

_SERVED_BY = "gunicorn.conf.py"


@click.command()
def serve() -> None:
    """Start the service (gunicorn; HOST, PORT, WORKERS, THREADS to change)."""
    from_environment(os.environ)
    if not Path(_SERVED_BY).is_file():
        raise InvalidSetting(f"There is no {_SERVED_BY} here: start the service from the folder of Gazette.")
    gunicorn = Path(sys.executable).with_name("gunicorn")
    os.execv(gunicorn, [str(gunicorn), "--config", _SERVED_BY])  # noqa: S606 (no shell is wanted)


def load_app() -> Flask:
    """The service for gunicorn, which tells a `RuntimeError` in a sentence and all else by a trace."""
    from service import app  # noqa: PLC0415 (commands that read no text do not import the model)

    try:
        return app.create_app()
    except GazetteError as error:
        raise RuntimeError(error) from error
