"""`gazette analyze`: one article for who looks at it, an archive for who works with it.

A little long, for half of it are the options, each with its help.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import click
import orjson

from service.adapters.archive_files import Add, write_lines, write_mentions, write_tables, writes_places
from service.adapters.archive_parts import SIZE, Parts
from service.adapters.arrow import parquet
from service.adapters.documents import Document, count_documents, find_files, read_documents
from service.cli import reading
from service.cli.articles import SOME_FAILED
from service.cli.inputs import ExistingPath, columns_of, date_column, id_column, text_column, title_column
from service.cli.looking import look_at, stored, written
from service.cli.progress import in_groups, progress
from service.settings import Settings, from_environment

_FORMATS = {
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".csv": "csv",
    ".geojson": "geojson",
    ".parquet": "parquet",
}
_INTERRUPTED = 130  # exit code, as a shell has it
_PATHS = ExistingPath(allow_dash=True, path_type=Path)


@click.command("analyze")
@click.argument("paths", type=_PATHS, nargs=-1)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Where to write; standard output.")
@click.option(
    "--format", "format_", type=click.Choice(sorted(set(_FORMATS.values()))), help="By the ending of OUTPUT."
)
@click.option("--errors", type=click.Path(path_type=Path), help="Where problems go; OUTPUT.errors.ndjson.")
@click.option("--published-at", type=click.DateTime(["%Y-%m-%d"]), help="Day of those without one.")
@click.option(
    "--include", multiple=True, type=click.Choice(["actors", "places", "dates"]), help="Lists wanted."
)
@click.option(
    "--candidates", type=click.IntRange(0, 10), default=0, help="Alternatives of actors and places."
)
@click.option("--explain", is_flag=True, help="Tell the reasons of each actor and place.")
@click.option("--article", "article_id", metavar="ID", help="Read the stored article of this id.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes.")
@click.option("--restart", is_flag=True, help="Begin anew what was begun otherwise.")
@click.option("--overwrite", is_flag=True, help="Replace OUTPUT.")
@text_column
@id_column
@date_column
@title_column
def analyze_file(paths: tuple[Path, ...], **told: Any) -> None:
    """Read articles: one text (or standard input) to look at, or files and folders as an archive.

    One text is shown as tables on a terminal, and as JSON in a pipe.

    Reads .txt, .html, .json, .ndjson, .csv, .tsv and .parquet. Writes a line of JSON for each article, or by
    the ending of OUTPUT a table of mentions (.csv), places (.geojson), or a folder of tables (.parquet).

    A run with an OUTPUT that was interrupted goes on when it is called again. The exit code is 3 when some
    articles could not be read.
    """
    settings = from_environment(os.environ)
    options = _options(told)
    if told["article_id"] is not None:
        if paths or told["output"] or told["format_"]:
            raise click.UsageError("With --article nothing else is read or written.")
        look_at(stored(told["article_id"], settings), settings, options)
        return
    if _is_one(paths) and not told["output"] and not told["format_"]:
        look_at(written(paths[0] if paths else Path("-")), settings, options)
        return
    files = find_files(paths)
    documents = read_documents(files, columns_of(told))
    if told["output"] is None:
        failed = _stream(documents, settings, options, told)
    else:
        failed = _archive(files, documents, settings, options, told)
    if failed:
        click.echo(f"{failed} articles could not be read.", err=True)
        raise click.exceptions.Exit(SOME_FAILED)


def _is_one(paths: tuple[Path, ...]) -> bool:
    """Whether one text is to be looked at: no path, `-`, or a file that is no collection of articles."""
    if not paths:
        return True
    kinds = {".html", ".htm", ".json", ".ndjson", ".jsonl", ".csv", ".tsv", ".parquet"}
    return len(paths) == 1 and not paths[0].is_dir() and paths[0].suffix.lower() not in kinds


def _options(told: dict[str, Any]) -> dict[str, Any]:
    """The options of each request, as the contract has them."""
    options: dict[str, Any] = {"candidates": told["candidates"], "explain": told["explain"]}
    if told["include"]:
        options["include"] = list(told["include"])
    if isinstance(told["published_at"], datetime):
        options["published_at"] = told["published_at"].date().isoformat()
    return options


def _stream(
    documents: Iterable[Document], settings: Settings, options: dict[str, Any], told: dict[str, Any]
) -> int:
    """To standard output, as lines of JSON; problems to theirs, or to standard error."""
    if told["format_"] not in (None, "ndjson"):
        raise click.UsageError("Only lines of JSON go to standard output: name an --output.")
    reading.prepare(settings)
    failed = 0
    with ExitStack() as stack:
        problems = stack.enter_context(told["errors"].open("wb")) if told["errors"] else sys.stderr.buffer
        for line in reading.answers(documents, options, told["workers"]):
            failed += _is_problem(line)
            (problems if _is_problem(line) else sys.stdout.buffer).write(line)
            sys.stdout.buffer.flush()
    return failed


def _archive(
    files: list[Path],
    documents: Iterable[Document],
    settings: Settings,
    options: dict[str, Any],
    told: dict[str, Any],
) -> int:
    """To a file, part by part; how many articles could not be read."""
    output: Path = told["output"]
    write = _writer(output, told["format_"])
    if output.exists() and not told["overwrite"]:
        raise click.UsageError(f"{output} is there: say --overwrite to replace it.")
    run = {
        "files": [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in files],
        "columns": asdict(columns_of(told)),
        "options": options,
        "versions": reading.prepare(settings),
    }
    parts = Parts(output, run, restart=told["restart"])
    try:
        _fill(parts, documents, options, told["workers"], files)
        failed = _finish(parts, write, told["errors"] or output.with_name(f"{output.name}.errors.ndjson"))
    except KeyboardInterrupt:
        click.echo("\nInterrupted. The same command goes on with it.", err=True)
        raise click.exceptions.Exit(_INTERRUPTED) from None
    finally:
        parts.close()
    parts.clear()
    return failed


def _fill(
    parts: Parts, documents: Iterable[Document], options: dict[str, Any], workers: int, files: list[Path]
) -> None:
    done = parts.done
    rest = islice(documents, done, None)
    with progress(lambda: count_documents(files), done=done) as bar:
        for lines in in_groups(_counted(reading.answers(rest, options, workers), bar), SIZE):
            parts.add(lines)


def _counted(lines: Iterable[bytes], bar: Any) -> Iterator[bytes]:
    for line in lines:
        bar.update(1)
        yield line


def _finish(parts: Parts, write: Any, errors: Path) -> int:
    failed = 0
    with ExitStack() as stack:
        add: Add = stack.enter_context(write)
        add_problem: Add | None = None
        for line in parts.lines():
            answer = orjson.loads(line)
            if "article" in answer:
                add(answer["id"], answer, line)
                continue
            add_problem = add_problem or stack.enter_context(write_lines(errors))
            add_problem(answer["id"], answer, line)
            failed += 1
    return failed


def _writer(output: Path, format_: str | None) -> AbstractContextManager[Add]:
    from service.web import geojson  # noqa: PLC0415 (commands that read no text do not import the web)

    name = format_ or _FORMATS.get(output.suffix.lower())
    if name is None:
        raise click.UsageError(f"{output} has no ending that is known: say --format.")
    if name == "parquet":
        parquet()  # says what is missing before anything is read
    write = {
        "ndjson": write_lines,
        "csv": write_mentions,
        "geojson": writes_places(geojson.feature),
        "parquet": write_tables,
    }[name]
    return write(output)


def _is_problem(line: bytes) -> bool:
    return "article" not in orjson.loads(line)
