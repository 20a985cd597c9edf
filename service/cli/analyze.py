"""`gazette analyze`."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import TextIO

import click

from service.domain.analysis import analyze
from service.domain.intake import read_request
from service.domain.model import AnalyzeRequest
from service.settings import from_environment


@click.command("analyze")
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option("--published-at", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication, YYYY-MM-DD.")
def analyze_file(file: TextIO, published_at: datetime | None) -> None:
    """Read the article in FILE (or from standard input) and print its analysis as JSON."""
    from service import app, web  # noqa: PLC0415 (commands that read no text do not import the model)

    settings = from_environment(os.environ)
    parts = app.choose_parts(settings)
    request = AnalyzeRequest(text=file.read(), published_at=published_at.date() if published_at else None)
    analysis = analyze(read_request(request, parts, settings.limits), request.options, parts)
    click.echo(json.dumps(web.dump(analysis, parts), ensure_ascii=False, indent=2))
