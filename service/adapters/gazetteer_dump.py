"""The tables of a GeoNames dump, row by row: https://download.geonames.org/export/dump/readme.txt.

Each `parse_…` takes the cells of a line and raises `Malformed` where they cannot be understood.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.adapters.dump_files import Malformed
from service.adapters.gazetteer_layout import SEPARATOR
from service.domain.model import Point

GREATEST_ID = 99_999_999
_MOST_INHABITANTS = 10_000_000_000
# Codes of alternateNamesV2 that are no languages, and of which the names are no names.
NO_NAMES = frozenset("link wkdt post phon piny tcid unlc faac fr_1793".split())
CODES = frozenset("iata icao abbr".split())


@dataclass(frozen=True, slots=True)
class DumpRow:
    """A row of the table of 19 columns. `code` is class and code, `P.PPL`; `modified` an ISO day."""

    number: int
    name: str
    alternates: str
    point: Point
    code: str
    country: str
    admin1: str
    admin2: str
    population: int
    modified: str = ""


@dataclass(frozen=True, slots=True)
class DumpName:
    """A row of alternateNamesV2. `priority`: 0 preferred, 1 usual, 2 colloquial, 3 historic."""

    place: int
    language: str
    name: str
    priority: int


def parse_place(cells: list[str]) -> DumpRow:
    if len(cells) != 19:
        raise Malformed(f"it has {len(cells)} columns, 19 are expected")
    name, population = cells[1].strip(), cells[14].strip() or "0"
    if not name or SEPARATOR in name:
        raise Malformed(f"the name {name!r} is empty or holds {SEPARATOR}")
    if not (population.isascii() and population.isdigit() and int(population) <= _MOST_INHABITANTS):
        raise Malformed(f"the population {population!r} is no number of people")
    country = cells[8].strip()
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise Malformed(f"the country {country!r} is no ISO 3166-1 alpha-2 code")
    return DumpRow(
        number=read_id(cells[0]),
        name=name,
        alternates=cells[3],
        point=Point(_degrees("latitude", cells[4], 90), _degrees("longitude", cells[5], 180)),
        code=f"{cells[6].strip()}.{cells[7].strip()}",
        country=country,
        admin1=cells[10].strip(),
        admin2=cells[11].strip(),
        population=int(population),
        modified=cells[18].strip(),
    )


def parse_alternate(cells: list[str]) -> DumpName:
    if not 4 <= len(cells) <= 10:
        raise Malformed(f"it has {len(cells)} columns, 8 to 10 are expected")
    flags = [cell.strip() == "1" for cell in (*cells[4:8], "", "", "", "")[:4]]
    preferred, _, colloquial, historic = flags
    name = cells[3].strip()
    if not name:
        raise Malformed("the name is empty")
    language = cells[2].strip()
    base = language if language in NO_NAMES | CODES else language.partition("-")[0].lower()
    if (
        base not in NO_NAMES | CODES
        and base
        and not (2 <= len(base) <= 3 and base.isascii() and base.isalpha())
    ):
        base = ""
    return DumpName(
        read_id(cells[1]), base, name, 3 if historic else 2 if colloquial else 0 if preferred else 1
    )


def parse_division(cells: list[str]) -> tuple[str, str, int]:
    """A row of admin1CodesASCII or admin2Codes: code, name, id."""
    if len(cells) != 4:
        raise Malformed(f"it has {len(cells)} columns, 4 are expected")
    return cells[0].strip(), cells[1].strip(), read_id(cells[3])


def parse_hierarchy(cells: list[str]) -> tuple[int, int]:
    """A row of hierarchy: the ids of the parent and of the child."""
    if len(cells) not in (2, 3):
        raise Malformed(f"it has {len(cells)} columns, 2 or 3 are expected")
    return read_id(cells[0]), read_id(cells[1])


def parse_deletion(cells: list[str]) -> tuple[int, str]:
    """A row of deletes: the id, and the comment, which may tell the id of the one that was kept."""
    if len(cells) < 2:
        raise Malformed(f"it has {len(cells)} columns, 3 are expected")
    return read_id(cells[0]), cells[2] if len(cells) > 2 else ""


def read_id(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 12 and 0 < int(text) <= GREATEST_ID):
        raise Malformed(f"the id {text[:40]!r} is no GeoNames number")
    return int(text)


def _degrees(what: str, text: str, most: float) -> float:
    try:
        value = float(text)
    except ValueError:
        raise Malformed(f"the {what} {text[:40]!r} is no number") from None
    if not -most <= value <= most:
        raise Malformed(f"the {what} {text[:40]} is out of range")
    return value
