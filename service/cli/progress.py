"""How far a long command is: on standard error, and only for somebody who looks on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

_T = TypeVar("_T")


def progress(count: Callable[[], int], *, done: int = 0) -> Any:
    """A bar with rate and time left, to be used as a context; `update(n)` moves it on.

    `count` tells how much there is in all; it is asked only when somebody looks on. `done` of it is done.
    """
    from tqdm import tqdm  # type: ignore[import-untyped]  # noqa: PLC0415

    shown = sys.stderr.isatty()
    tqdm.monitor_interval = 0  # no thread of its own: processes may be forked
    return tqdm(
        total=count() if shown else None, initial=done, unit=" articles", disable=not shown, smoothing=0.1
    )


def in_groups(things: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The things in lists of `size`, the last one shorter."""
    rest = iter(things)
    while group := list(islice(rest, size)):
        yield group
