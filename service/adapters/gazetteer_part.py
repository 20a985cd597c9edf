"""A gazetteer file in the making: written aside under another name, and moved to its place when complete.

Whoever reads the old one goes on undisturbed, and nobody ever sees half a file.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.adapters import overlay_copies
from service.adapters.gazetteer_file import NO_CHECKSUM, GazetteerInfo, seal
from service.adapters.gazetteer_sources import Sources, read_stop_words
from service.adapters.gazetteer_writer import GazetteerWriter


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was written; `lost_parents` counts the parents of reviewed places that are not in the file."""

    path: Path
    info: GazetteerInfo
    seconds: float
    lost_parents: int = 0


@contextmanager
def aside(path: Path) -> Iterator[Path]:
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


def _stage(part: Path) -> Path:
    return part.with_suffix(".stage")


@contextmanager
def writing(part: Path, sources: Sources, *, empty: bool = True) -> Iterator[GazetteerWriter]:
    """A writer to the file, some 64 MB of pages in memory; what is put aside lies beside it."""
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("ATTACH ? AS stage", (str(_stage(part)),))
        for schema in ("main", "stage"):
            connection.execute(f"PRAGMA {schema}.journal_mode = OFF")
            connection.execute(f"PRAGMA {schema}.synchronous = OFF")
            connection.execute(f"PRAGMA {schema}.cache_size = -32768")
        yield GazetteerWriter(connection, read_stop_words(sources.stop_words), empty=empty)
    _stage(part).unlink(missing_ok=True)


def complete(part: Path, path: Path, *, compact: bool) -> None:
    """Counts, seals and moves the file. `compact` closes the gaps in its pages, by writing it twice."""
    overlays = json.dumps(sorted(one.stem for one in overlay_copies.kept(path)))
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA secure_delete = ON")  # no old checksum may linger in a gap
        ((places,),) = connection.execute("SELECT count(*) FROM place").fetchall()
        ((names,),) = connection.execute("SELECT count(*) FROM name").fetchall()
        meta = {
            "checksum": NO_CHECKSUM,
            "overlays": overlays,
            "laid": overlay_copies.digest(path),
            "places": str(places),
            "names": str(names),
        }
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta.items())
        connection.execute("ANALYZE")
        if compact:
            connection.execute("VACUUM")
    seal(part)
    part.replace(path)
