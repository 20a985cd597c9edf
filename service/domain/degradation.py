"""Which parts could not be asked during one piece of work.

A part that is helpful but not needed (a remote gazetteer) does not raise when it fails: it reports, and the
work goes on without it. Whoever began the work reads what was reported; threads do not see each other's.

>>> with watch() as parts:
...     report("remote gazetteer")
>>> parts.names
('remote gazetteer',)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class FailedParts:
    """The parts reported so far, each once, in order of name."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._names))

    def add(self, part: str) -> None:
        self._names.add(part)


_WATCHED: ContextVar[FailedParts | None] = ContextVar("failed parts", default=None)


@contextmanager
def watch() -> Iterator[FailedParts]:
    """Gathers what is reported within the block; an inner block keeps its reports from the outer one."""
    parts = FailedParts()
    token = _WATCHED.set(parts)
    try:
        yield parts
    finally:
        _WATCHED.reset(token)


def report(part: str) -> None:
    """Says that a part could not be asked; without anybody watching, nothing happens."""
    if (parts := _WATCHED.get()) is not None:
        parts.add(part)
