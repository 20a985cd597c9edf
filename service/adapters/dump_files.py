"""Reads the files of a GeoNames dump line by line, as texts or from zips, and takes their digest on the way.

A line that cannot be understood is told to whoever asked, with its number and what is wrong, and left out.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

from tqdm import tqdm  # type: ignore[import-untyped]

from service.errors import DamagedData

LONGEST_LINE = 1_000_000  # bytes
Complain = Callable[[str, int, str], None]
"""Is told the file's name, the line's number and what is wrong with it."""

_Row = TypeVar("_Row")
# Zips that are encrypted are a RuntimeError, those of another compression a NotImplementedError.
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)


class Malformed(ValueError):
    """What is wrong with a line."""


@dataclass(slots=True)
class DumpFile:
    """A file of the dump, a text or a zip of one; `total` is the digest of all bytes read so far."""

    path: Path
    total: Any
    progress: bool

    @classmethod
    def of(cls, path: Path, *, progress: bool) -> DumpFile:
        return cls(path, hashlib.sha256(), progress)

    def rows(self, complain: Complain) -> Iterator[tuple[int, list[str]]]:
        """Line numbers from 1 and cells. Raises `DamagedData` when the file cannot be opened or unpacked."""
        try:
            with _opened(self.path) as (file, size):
                yield from self._rows(file, size, complain)
        except _UNREADABLE as error:
            raise DamagedData(f"{self.path} cannot be read: {error}.") from error

    def _rows(self, file: IO[bytes], size: int, complain: Complain) -> Iterator[tuple[int, list[str]]]:
        name = self.path.name
        with tqdm(desc=name, total=size, unit="B", unit_scale=True, disable=not self.progress) as bar:
            for number, line in enumerate(_lines(file), start=1):
                self.total.update(line)
                bar.update(len(line))
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
                except UnicodeDecodeError:
                    complain(name, number, "it is not UTF-8")
                    continue
                if len(line) >= LONGEST_LINE:
                    complain(name, number, f"it is longer than {LONGEST_LINE} bytes")
                elif text and not text.startswith("#"):
                    yield number, text.split("\t")

    def read(self, parse: Callable[[list[str]], _Row], complain: Complain) -> Iterator[tuple[int, _Row]]:
        """Line numbers and what `parse` makes of the cells; a line that it refuses is complained of."""
        for number, cells in self.rows(complain):
            try:
                yield number, parse(cells)
            except Malformed as fault:
                complain(self.path.name, number, str(fault))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The text and its size in bytes: the file itself, or the greatest text of a zip."""
    if path.suffix.lower() != ".zip":
        with path.open("rb") as file:
            yield file, path.stat().st_size
        return
    with zipfile.ZipFile(path) as archive:
        texts = [one for one in archive.infolist() if one.filename.lower().endswith((".txt", ".tsv"))]
        if not texts:
            raise DamagedData(f"{path} holds no text file.")
        chosen = max(texts, key=lambda one: one.file_size)
        with archive.open(chosen) as file:
            yield file, chosen.file_size


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Lines of `LONGEST_LINE` bytes at most: what is longer is cut, and its rest passed over."""
    while line := file.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
