"""Where an import puts the tables of a dump, on disk, until they can be read side by side in order of id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from service.adapters.gazetteer_dump import GREATEST_ID, DumpName, DumpRow
from service.adapters.waiting_rows import WaitingRows
from service.domain.model import Point

_TABLES = """
CREATE TABLE stage.raw (
    number INTEGER PRIMARY KEY, name, alternates, latitude, longitude, code, country, admin1, admin2,
    population
);
CREATE TABLE stage.alternate (place INTEGER, language, name, priority INTEGER);
CREATE TABLE stage.above (child INTEGER, parent INTEGER);
"""


class Numbers:
    """A set of GeoNames numbers: one bit for each there can be, 12 MB in all."""

    def __init__(self) -> None:
        self._bits = bytearray(GREATEST_ID // 8 + 1)

    def add(self, number: int) -> None:
        self._bits[number >> 3] |= 1 << (number & 7)

    def __contains__(self, number: int) -> bool:
        return bool(self._bits[number >> 3] & (1 << (number & 7))) if 0 < number <= GREATEST_ID else False


class Stage:
    """`numbers` are those of the rows put here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting = WaitingRows(connection, ("stage.raw", "stage.alternate", "stage.above"))
        self.numbers = Numbers()
        for statement in _TABLES.split(";"):  # one by one: a script would end the transaction
            connection.execute(statement)

    def put_place(self, row: DumpRow) -> None:
        """A row whose number is not here yet."""
        self.numbers.add(row.number)
        point = row.point.latitude, row.point.longitude
        told = row.code, row.country, row.admin1, row.admin2, row.population
        self._waiting.put("stage.raw", (row.number, row.name, row.alternates, *point, *told))

    def put_name(self, name: DumpName) -> None:
        self._waiting.put("stage.alternate", (name.place, name.language, name.name, name.priority))

    def put_parent(self, child: int, parent: int) -> None:
        self._waiting.put("stage.above", (child, parent))

    def flush(self) -> None:
        """Writes what was put here, to be read from then on."""
        self._waiting.flush_all()

    def french_names(self, places: Iterable[int]) -> dict[int, str]:
        """The usual French name of those that have one."""
        wanted = set(places)
        rows = self._connection.execute(
            "SELECT place, name FROM stage.alternate WHERE language = 'fr' AND priority < 2 "
            "ORDER BY place, priority DESC, rowid DESC"
        )
        return {place: name for place, name in rows if place in wanted}

    def rows(self) -> Iterator[tuple[DumpRow, list[tuple[str, str, int]], list[int]]]:
        """Each place in order of id, with its names `(language, name, priority)` and the towns it lies in."""
        names = _Merged(
            self._connection.execute(
                "SELECT place, language, name, priority FROM stage.alternate ORDER BY place, priority, rowid"
            )
        )
        towns = _Merged(
            self._connection.execute(
                "SELECT a.child, a.parent FROM stage.above a JOIN stage.raw r ON r.number = a.parent "
                "WHERE r.code LIKE 'P.%' ORDER BY a.child, a.parent"
            )
        )
        for number, name, alternates, latitude, longitude, *told in self._connection.execute(
            "SELECT * FROM stage.raw ORDER BY number"
        ):
            row = DumpRow(number, name, alternates, Point(latitude, longitude), *told)
            told_names = [(language, other, rank) for _, language, other, rank in names.of(number)]
            yield row, told_names, [parent for _, parent in towns.of(number)]


class _Merged:
    """Rows in order of their first column, handed out as the numbers are asked for in the same order."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next: tuple[int, Iterable[tuple[Any, ...]]] | None = next(self._groups, None)

    def of(self, number: int) -> list[tuple[Any, ...]]:
        while self._next and self._next[0] < number:
            self._next = next(self._groups, None)
        if self._next and self._next[0] == number:
            return list(self._next[1])
        return []
