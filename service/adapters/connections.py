"""Read-only SQLite connections, one for each process and thread."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from typing import Any

from service.adapters.gazetteer_file import REBUILD, connect
from service.errors import DamagedData


class Connections:
    """Opens a connection when a thread of a process first asks.

    A connection must not cross a fork, so a process does not use those that it was born with.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._here = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._process = 0
        self._lock = threading.Lock()

    def rows(self, sql: str, values: tuple[Any, ...] | list[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises `DamagedData` when the file cannot be read."""
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise DamagedData(f"{self._path} cannot be read ({error}). {REBUILD}") from error

    def close(self) -> None:
        """Closes what this process has opened; asking again opens anew."""
        with self._lock:
            if self._process == os.getpid():
                for connection in self._open:
                    connection.close()
            self._open, self._here = [], threading.local()

    def _connection(self) -> sqlite3.Connection:
        if getattr(self._here, "process", None) != os.getpid():
            self._here.connection = self._new()
            self._here.process = os.getpid()
        return self._here.connection  # type: ignore[no-any-return]

    def _new(self) -> sqlite3.Connection:
        connection = connect(self._path)
        with self._lock:
            if self._process != os.getpid():
                self._process, self._open = os.getpid(), []
            self._open.append(connection)
        return connection
