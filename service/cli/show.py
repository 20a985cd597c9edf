"""How one analysis is shown to whoever asked for one article."""

from __future__ import annotations

import json
from typing import Any

import click


def show(answer: dict[str, Any]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
