"""Connections to PostgreSQL on which nothing is waited for without end.

The library waits for an answer as long as the connection stands, and the connection to a server that froze,
or that a network swallowed, stands for hours. Here the connection is given up instead.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import monotonic
from typing import Any

import psycopg


def connect(seconds: float, *arguments: Any, **options: Any) -> psycopg.Connection[Any]:
    """A connection that is closed when one answer takes longer than `seconds`; so is the try to connect.

    Then it raises `psycopg.OperationalError`, after which a pool opens another.
    """
    options.setdefault("connect_timeout", max(1, round(seconds)))
    return _class(seconds).connect(*arguments, **options)


def _class(seconds: float) -> type[psycopg.Connection[Any]]:
    class Patient(psycopg.Connection[Any]):
        def wait(self, gen: Any, *arguments: Any, **options: Any) -> Any:
            return super().wait(_until(gen, monotonic() + seconds, self.pgconn.finish), *arguments, **options)

    return Patient


def _until(
    steps: Generator[Any, Any, Any], deadline: float, give_up: Callable[[], object]
) -> Generator[Any, Any, Any]:
    """The same steps, but none after the deadline. psycopg takes one every tenth of a second at least."""
    try:
        wanted = next(steps)
        while True:
            ready = yield wanted
            if not ready and monotonic() > deadline:
                give_up()
                raise psycopg.OperationalError("The server did not answer in time.")
            wanted = steps.send(ready)
    except StopIteration as end:
        return end.value
