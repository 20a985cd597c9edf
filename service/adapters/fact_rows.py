"""Reads the reviewed tables of `service/data`: comma-separated, UTF-8, one header line, strict.

A table that is not exactly what its reader expects is refused with its file and line, since an answer
from damaged facts is worse than none.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from service.errors import DamagedData

SEPARATOR = "|"  # between the values of one cell


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of a table. `line` counts from 1, the header's line included."""

    file: str
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def required(self, column: str) -> str:
        """The cell's value; refuses an empty one."""
        value = self.values[column]
        if not value:
            raise self.damaged(f"{column} is empty")
        return value

    def optional(self, column: str) -> str | None:
        return self.values[column] or None

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell, `()` when it is empty."""
        cell = self.values[column]
        return tuple(cell.split(SEPARATOR)) if cell else ()

    def damaged(self, complaint: str) -> DamagedData:
        return DamagedData(
            f"{self.file}:{self.line}: {complaint}. Correct the row, or install gazette again to restore it."
        )


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[FactRow]:
    """The rows of a table with exactly these columns, cells stripped of nothing. Raises `DamagedData`."""
    name = "/".join(path.parts[-3:])
    for line, cells in enumerate(_read_cells(path, name), start=1):
        if line == 1:
            _require_header(name, tuple(cells), columns)
            continue
        row = FactRow(name, line, dict(zip(columns, cells, strict=False)))
        if len(cells) != len(columns):
            raise row.damaged(f"{len(cells)} cells, {len(columns)} are expected")
        yield row


def digest(paths: Iterable[Path]) -> str:
    """Twelve hexadecimal digits that change with any byte of the files; absent files count as empty."""
    sha = hashlib.sha256()
    for path in paths:
        sha.update(path.read_bytes() if path.exists() else b"")
        sha.update(b"\0")
    return sha.hexdigest()[:12]


def _read_cells(path: Path, name: str) -> Iterator[list[str]]:
    # Cells hold no line breaks, so a row is a line and the numbers of both agree.
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedData(f"{name} cannot be read ({error}). Install gazette again to restore it.") from error
    try:
        yield from csv.reader(lines, strict=True)
    except csv.Error as error:
        raise DamagedData(f"{name}: {error}. Install gazette again to restore it.") from error


def _require_header(name: str, found: tuple[str, ...], columns: tuple[str, ...]) -> None:
    if found != columns:
        raise DamagedData(
            f"{name}:1: the columns are {','.join(found)}; {','.join(columns)} are expected. "
            "Install gazette again to restore the file."
        )
