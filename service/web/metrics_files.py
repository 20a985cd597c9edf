"""The directory in which gunicorn's workers keep their metrics, from the start of the service to its end.

Every service has a directory of its own, so that nothing of an earlier one is counted. The files of a worker
that ended are added to one file for all the dead and removed: counters never fall, files never pile up.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prometheus_client import mmap_dict

_Numbers: Any = mmap_dict.MmapedDict  # the library's own format, which it does not type

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 (the directory made within is private)
_PREFIX = "gazette-metrics-"
_OURS = re.compile(rf"{_PREFIX}([0-9]+)-.+")
_LOCK = "lock"
_THE_DEAD = "0"  # no process has this id
_SUMS = ("counter", "histogram")


def in_memory() -> str | None:
    """A folder that no disk slows down, where there is one."""
    return str(_SHARED_MEMORY) if os.access(_SHARED_MEMORY, os.W_OK) else None


def make_directory(base: str) -> Path:
    """A new private directory below `base`, of this process; what ended services left there is removed.

    Without `base` it lies in shared memory, which no disk slows down, or else among temporary files.
    """
    folder = Path(base or in_memory() or tempfile.gettempdir())
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        if (ours := _OURS.fullmatch(left.name)) and not _lives(int(ours[1])):
            shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=folder))
    (made / _LOCK).touch()
    return made


def owner(directory: str) -> int | None:
    """The process that made the directory."""
    ours = _OURS.fullmatch(Path(directory).name)
    return int(ours[1]) if ours else None


def remove_directory(directory: Path) -> None:
    shutil.rmtree(directory, ignore_errors=True)


def _lives(pid: int) -> bool:
    """Whether another process has this id; ours is new, so what bears it is old."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def bury(pid: int, directory: Path) -> None:
    """Adds the counts of a worker that ended to those of the dead, and removes its files."""
    with _locked(directory, fcntl.LOCK_EX):
        for kind in _SUMS:
            left = directory / f"{kind}_{pid}.db"
            if left.exists():
                dead = _Numbers(str(directory / f"{kind}_{_THE_DEAD}.db"))
                for key, value, *_ in _Numbers.read_all_values_from_file(str(left)):
                    dead.write_value(key, dead.read_value(key)[0] + value, 0.0)
                dead.close()
        for left in directory.glob(f"*_{pid}.db"):
            left.unlink()


@contextmanager
def reading(directory: Path) -> Iterator[None]:
    """No worker is buried meanwhile: it would be counted twice, or not at all."""
    with _locked(directory, fcntl.LOCK_SH):
        yield


@contextmanager
def _locked(directory: Path, how: int) -> Iterator[None]:
    with (directory / _LOCK).open("rb") as lock:
        fcntl.flock(lock, how)
        yield
