"""`python -m service.archive ray | spark IN OUT`."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, Protocol

import click

from service.archive.on_ray import RayEngine
from service.archive.on_spark import SparkEngine
from service.archive.rows import Job
from service.archive.runs import Part, Run, Store, wanted_columns
from service.cli.inputs import columns_of, date_column, id_column, text_column, title_column
from service.cli.reading import prepare
from service.cli.root import GazetteCommands
from service.settings import from_environment


class Engine(Protocol):
    """Answers one part: reads its files, writes its folder. Entered before the first."""

    def __enter__(self) -> Engine: ...

    def __exit__(self, *error: object) -> None: ...

    def run(self, part: Part, columns: list[str], job: Job, source: Store, output: Store) -> None: ...


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options that both engines have."""
    for option in (
        click.option(
            "--candidates", type=click.IntRange(0, 10), default=0, help="Alternatives of actors and places."
        ),
        click.option(
            "--include", multiple=True, type=click.Choice(["actors", "places", "dates"]), help="Lists wanted."
        ),
        title_column,
        date_column,
        id_column,
        text_column,
        click.option(
            "--files",
            type=click.IntRange(1),
            default=64,
            show_default=True,
            help="Files of a part: what is done again after an interruption.",
        ),
        click.option(
            "--workers", type=click.IntRange(1), default=os.cpu_count(), show_default="one for each core",
            help="Processes with a model; 0.5 GB each.",
        ),
        click.argument("output", metavar="OUT"),
        click.argument("source", metavar="IN"),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group(cls=GazetteCommands)
def main() -> None:
    """Read an archive of Parquet files on an engine that runs on many machines.

    IN is a Parquet file or a folder of them, OUT a folder: local paths, or s3://… and the like. The same
    command again goes on where it was interrupted, and reads the files that came since.
    """


@main.command("ray")
@_shared
@click.option("--address", help="A Ray cluster: auto, or ray://host:10001. This machine.")
def on_ray(address: str | None, **told: Any) -> None:
    """On Ray Data (extra `ray`)."""
    _run(lambda: RayEngine(told["workers"], address), told)


@main.command("spark")
@_shared
@click.option("--master", help="A Spark cluster: spark://host:7077, yarn, k8s://…. This machine.")
@click.option("--conf", multiple=True, metavar="NAME=VALUE", help="A property of Spark.")
def on_spark(master: str | None, conf: tuple[str, ...], **told: Any) -> None:
    """On Spark (extra `spark`, and Java 17 or newer)."""
    wrong = [one for one in conf if "=" not in one]
    if wrong:
        raise click.UsageError(f"--conf {wrong[0]} is not NAME=VALUE.")
    settings = dict(one.split("=", 1) for one in conf)
    _run(lambda: SparkEngine(told["workers"], master, settings), told)


def _run(engine: Callable[[], Engine], told: dict[str, Any]) -> None:
    settings = from_environment(os.environ)
    settings = replace(settings, gazetteer_path=settings.gazetteer_path.absolute())
    job = Job(settings, columns_of(told), _options(told))
    source, output = Store(told["source"]), Store(told["output"])
    columns = wanted_columns(source, source.tables(), job.columns)
    about = {"columns": asdict(job.columns), "options": job.options, "versions": prepare(settings)}
    parts = Run(output, about)
    began, rows = time.monotonic(), 0
    waiting = parts.parts(source, told["files"])
    first = next(waiting, None)
    if first is None:
        click.echo("All files are answered already.")
        return
    with engine() as cluster:
        for part in (first, *waiting):
            cluster.run(part, columns, job, source, output)
            parts.finish(part)
            rows += part.rows
            click.echo(
                f"{part.folder}: {part.rows:,} articles; {rows / (time.monotonic() - began):.0f} a second"
            )


def _options(told: dict[str, Any]) -> dict[str, Any]:
    """The options of each request, as the contract has them."""
    options: dict[str, Any] = {"candidates": told["candidates"]}
    return options | ({"include": list(told["include"])} if told["include"] else {})


if __name__ == "__main__":
    main()
