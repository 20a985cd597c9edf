"""Countries and seats of power from `nations.csv` and `seats.csv`."""

from __future__ import annotations

from pathlib import Path

from service.adapters.fact_rows import FactRow, read_rows
from service.domain.nations import Nation, Nations, Seat

NATION_COLUMNS = ("country", "name", "place", "capital", "adjectives", "inhabitants", "source")
SEAT_COLUMNS = ("place", "country", "actor", "source")


def load_nations(folder: Path) -> Nations:
    """The look-ups over `nations.csv` and `seats.csv` of a folder. Raises `DamagedData`."""
    return Nations(read_nations(folder / "nations.csv"), read_seats(folder / "seats.csv"))


def read_nations(path: Path) -> tuple[Nation, ...]:
    """The rows of `nations.csv` in order of the file; one row a country."""
    nations: dict[str, Nation] = {}
    for row in read_rows(path, NATION_COLUMNS):
        nation = _nation(row)
        if nation.country in nations:
            raise row.damaged(f"{nation.country} has a row already")
        nations[nation.country] = nation
    return tuple(nations.values())


def read_seats(path: Path) -> tuple[Seat, ...]:
    """The rows of `seats.csv`; one row a place."""
    seats: dict[str, Seat] = {}
    for row in read_rows(path, SEAT_COLUMNS):
        seat = _seat(row)
        if seat.place in seats:
            raise row.damaged(f"{seat.place} has a row already")
        seats[seat.place] = seat
    return tuple(seats.values())


def country_code(row: FactRow, column: str = "country") -> str | None:
    """ISO 3166-1 alpha-2 or `XK`, `None` for an empty cell; refuses anything else."""
    code = row.optional(column)
    if code and not (len(code) == 2 and code.isascii() and code.isupper()):
        raise row.damaged(f"{column} {code!r} is no ISO 3166-1 alpha-2 code")
    return code


def _nation(row: FactRow) -> Nation:
    row.required("source")
    row.required("country")
    return Nation(
        country=country_code(row) or "",
        name=row.required("name"),
        place=row.required("place"),
        capital=row.optional("capital"),
        adjectives=row.several("adjectives"),
        inhabitants=row.several("inhabitants"),
    )


def _seat(row: FactRow) -> Seat:
    row.required("source")
    seat = Seat(place=row.required("place"), country=country_code(row), actor=row.optional("actor"))
    if not seat.country and not seat.actor:
        raise row.damaged(f"{seat.place} stands for no country and no actor")
    return seat
