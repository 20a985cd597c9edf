"""The layout of the gazetteer file, shared by the one that writes it and the ones that read it.

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

from enum import IntEnum

from service.domain.model import PlaceType, Point, Precision

SCHEMA = 2
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
TYPES = tuple(PlaceType)
PRECISIONS = tuple(Precision)
INDEXES = f"""
CREATE UNIQUE INDEX IF NOT EXISTS place_slug ON place (slug) WHERE slug IS NOT NULL;
CREATE INDEX IF NOT EXISTS place_type ON place (type) WHERE type != {TYPES.index(PlaceType.CITY)};
CREATE INDEX IF NOT EXISTS place_cell ON place (cell) WHERE cell IS NOT NULL;
"""

GEONAMES = "geonames:"
UNITS_PER_DEGREE = 100_000
UNITS_OF_PROMINENCE = 1_000
SEPARATOR = "|"  # between names and between ids; no name has it
CELLS_PER_DEGREE = 2
CELLS_ROUND = 360 * CELLS_PER_DEGREE


class Quality(IntEnum):
    """How good a name of a place is."""

    MAIN = 0  # its own, French or reviewed name
    ALTERNATE = 1
    # Letters of an airport, a country's name in another language: for searches only, never for texts.
    CODE = 2


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


def address_of(id: str) -> tuple[str, str | int]:
    """The column of `place` in which an id is found, and the value there."""
    digits = id.removeprefix(GEONAMES)
    if digits != id and digits.isascii() and digits.isdigit() and len(digits) < 18:
        return "number", int(digits)
    return "slug", id
