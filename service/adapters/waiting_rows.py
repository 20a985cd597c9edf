# ruff: noqa: S608 (statements are put together from our own tables; values are always bound)
"""Rows that wait to be written together, some thousands at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

_ROWS_AT_ONCE = 20_000


class WaitingRows:
    """`tables` are named with their schema, `main.place`; a row has a value for each column."""

    def __init__(self, connection: sqlite3.Connection, tables: Iterable[str]) -> None:
        self._connection = connection
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in tables}

    def put(self, table: str, row: tuple[Any, ...]) -> None:
        rows = self._rows[table]
        rows.append(row)
        if len(rows) >= _ROWS_AT_ONCE:
            self.flush(table)

    def flush(self, table: str) -> None:
        """Writes what waits for a table, so that a query finds it."""
        if rows := self._rows[table]:
            marks = ",".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            rows.clear()

    def flush_all(self) -> None:
        for table in self._rows:
            self.flush(table)
