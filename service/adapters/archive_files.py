"""Answers written to files: lines of JSON, CSV of mentions, GeoJSON of places; Parquet is next door.

Each is written beside its name and put there when it is whole.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import orjson

from service.adapters.archive_rows import MENTION_COLUMNS, Answer, mention_rows

Add = Callable[[str, Answer, bytes], None]  # the document's id, its answer, and that as a line
Feature = Callable[[dict[str, Any]], dict[str, Any]]


@contextmanager
def write_lines(path: Path) -> Iterator[Add]:
    with _whole(path) as beside, beside.open("wb") as file:
        yield lambda _article, _answer, line: _write(file, line)


@contextmanager
def write_mentions(path: Path) -> Iterator[Add]:
    """CSV in UTF-8 with a head; one row for each mention."""
    with _whole(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, MENTION_COLUMNS)
        rows.writeheader()
        yield lambda article, answer, _line: rows.writerows(mention_rows(article, answer))


def writes_places(feature: Feature) -> Callable[[Path], AbstractContextManager[Add]]:
    """GeoJSON: all places of all articles in one FeatureCollection, each with its `article`."""

    @contextmanager
    def write_places(path: Path) -> Iterator[Add]:
        with _whole(path) as beside, beside.open("wb") as file:
            file.write(b'{"type":"FeatureCollection","features":[')
            separator = b"\n"

            def add(article: str, answer: Answer, _line: bytes) -> None:
                nonlocal separator
                for place in map(feature, answer.get("places", ())):
                    place["properties"] = {"article": article} | place["properties"]
                    file.write(separator + orjson.dumps(place))
                    separator = b",\n"

            yield add
            file.write(b"\n]}\n")

    return write_places


@contextmanager
def write_tables(path: Path) -> Iterator[Add]:
    """A folder of Parquet tables: articles, actors, places (GeoParquet), dates."""
    from service.adapters.archive_parquet import Tables  # noqa: PLC0415 (an extra)

    with _whole(path) as beside:
        beside.mkdir()
        with Tables(beside) as tables:
            yield lambda article, answer, _line: tables.add(article, answer)


def _write(file: Any, line: bytes) -> None:
    file.write(line)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Where to write: what stands there is put at the path at the end, in the place of what was there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
        if path.is_dir():
            shutil.rmtree(path)
        beside.replace(path)
    finally:
        if beside.is_dir():
            shutil.rmtree(beside)
        else:
            beside.unlink(missing_ok=True)
