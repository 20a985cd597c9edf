"""Articles in files: folders, texts, pages, JSON, NDJSON, CSV and Parquet, one after the other.

A file is read by its ending: `.txt` is a text, `.html` a page, `.json` one object, `.ndjson` and `.jsonl` one
object a line, `.csv` and `.tsv` a table with a head, `.parquet` a table. In objects and tables, columns are
taken by name. Files of a folder are taken with those below it, in order of their path.

A little long: one reader for each ending, and all give one shape.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from service.errors import GazetteError


class UnreadableInput(GazetteError):
    """A file that cannot be read at all; the message names it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Under which names a table tells what an article is. Only the text must be there, or the page."""

    text: str = "text"
    html: str = "html"
    id: str = "id"
    title: str = "title"
    date: str = "published_at"
    language: str = "language"


@dataclass(frozen=True, slots=True)
class Document:
    """One article of a file. `id` is that of its row, or its place: `folder/name`, `name.csv:17`.

    `published_at` is an ISO 8601 day or moment. `problem` says why it cannot be read, if it cannot.
    """

    id: str
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published_at: str | None = None
    language: str | None = None
    problem: str | None = None


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and those of an ending that is known in the folders named.

    Raises `UnreadableInput` for a file of another ending, and when there is none.
    """
    found = list(chain.from_iterable(map(_files_of, paths)))
    if not found:
        raise UnreadableInput(f"There is no file to read here; endings are {', '.join(sorted(_READERS))}.")
    return found


def read_documents(files: Iterable[Path], columns: Columns = Columns()) -> Iterator[Document]:
    """The articles of the files. Raises `UnreadableInput`."""
    for path in files:
        number = 0
        try:
            for number, row in enumerate(_READERS[path.suffix.lower()](path), start=1):
                yield document_of(row, columns, _place(path, number))
        except (OSError, ValueError, csv.Error) as error:
            raise UnreadableInput(f"{path} cannot be read after row {number}: {error}.") from error


def count_documents(files: Iterable[Path]) -> int:
    """How many articles there are, roughly for a table of text with line breaks inside."""
    return sum(_count(path) for path in files)


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        below = (file for file in path.rglob("*") if file.is_file())
        return sorted(file for file in below if file.suffix.lower() in _READERS)
    if path.suffix.lower() not in _READERS:
        raise UnreadableInput(f"{path} has an ending that is not read; {', '.join(sorted(_READERS))} are.")
    return [path]


Row = dict[str, Any] | str  # a string says what is wrong with the row


def _text(path: Path) -> Iterator[Row]:
    yield {"text": path.read_text(encoding="utf-8-sig"), "id": path.stem}


def _page(path: Path) -> Iterator[Row]:
    yield {"html": path.read_text(encoding="utf-8-sig"), "id": path.stem}


def _object(path: Path) -> Iterator[Row]:
    yield _parse(path.read_text(encoding="utf-8-sig"))


def _objects(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as lines:
        for line in lines:
            if line.strip():
                yield _parse(line)


def _parse(text: str) -> Row:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    return row if isinstance(row, dict) else "is no JSON object"


def _table(path: Path) -> Iterator[Row]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        head = lines.readline()
        lines.seek(0)
        delimiter = max("\t;,", key=head.count)
        yield from csv.DictReader(lines, delimiter=delimiter)


def _parquet(path: Path) -> Iterator[Row]:
    from service.adapters.arrow import open_table  # noqa: PLC0415 (an extra)

    for batch in open_table(path).iter_batches(batch_size=256):
        yield from batch.to_pylist()


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".txt": _text,
    ".html": _page,
    ".htm": _page,
    ".json": _object,
    ".ndjson": _objects,
    ".jsonl": _objects,
    ".csv": _table,
    ".tsv": _table,
    ".parquet": _parquet,
}
_SINGLE = {".txt", ".html", ".htm", ".json"}


def _count(path: Path) -> int:
    ending = path.suffix.lower()
    if ending in _SINGLE:
        return 1
    if ending == ".parquet":
        from service.adapters.arrow import open_table  # noqa: PLC0415 (an extra)

        return int(open_table(path).metadata.num_rows)
    with path.open("rb") as lines:
        return sum(bool(line.strip()) for line in lines) - (ending in {".csv", ".tsv"})


def _place(path: Path, number: int) -> str:
    return path.as_posix() if path.suffix.lower() in _SINGLE else f"{path.as_posix()}:{number}"


def document_of(row: Row, columns: Columns, place: str) -> Document:
    """The article of a row. `place` names it where it has no id, and in what is said of it."""
    if isinstance(row, str):
        return Document(place, problem=f"{place} {row}.")
    told = {name: _told(row.get(getattr(columns, name))) for name in Columns.__slots__}
    known = told["id"] or place
    if not told["text"] and not told["html"]:
        return Document(known, problem=f"{place} has no {columns.text}.")
    wrong = [name for name, value in told.items() if value and not value.isascii() and not _encodable(value)]
    if wrong:
        return Document(place, problem=f"{place} is not UTF-8 in {wrong[0]}.")
    if told["date"] and not _is_moment(told["date"]):
        return Document(known, problem=f"{place} has no ISO 8601 day or moment in {columns.date}.")
    html = None if told["text"] else told["html"]
    return Document(known, told["text"], html, told["title"], told["date"], told["language"])


def _told(value: Any) -> str | None:
    """A cell as text; `None` when it is empty. Dates of Parquet are written by ISO 8601."""
    if value is None or value == "":
        return None
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str) else str(value)


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
