"""What a long run has done so far, beside its output, so that an interrupted one goes on.

The folder `<output>.parts` holds `run.json`, which says what the run is of, and the answers in parts of a
fixed number of documents, each put there when it is whole: to go on is to skip as many documents.
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from service.errors import GazetteError

SIZE = 200  # documents of a part


class OtherRun(GazetteError):
    """The output belongs to a run that is not this one; the message says what to do."""


class Parts:
    """The parts of one run. While it is open, no other process can go on with the same."""

    def __init__(self, output: Path, run: dict[str, Any], *, restart: bool) -> None:
        """Raises `OtherRun` when the output was begun by another run, or is being written."""
        self._folder = output.with_name(f"{output.name}.parts")
        self._output = output
        self._run = json.dumps(run, sort_keys=True)
        if restart:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._state = (self._folder / "run.json").open("a+", encoding="utf-8")
        try:
            self._begin()
        except OtherRun:
            self._state.close()
            raise
        self._parts = len(self._whole())

    def _begin(self) -> None:
        try:
            fcntl.flock(self._state, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OtherRun(f"Another process is writing {self._output}.") from error
        self._state.seek(0)
        begun = self._state.read()
        if begun not in ("", self._run):
            raise OtherRun(
                f"{self._output} was begun with other inputs, options or versions:"
                " say --restart to begin anew."
            )
        if not begun:
            self._state.write(self._run)
            self._state.flush()

    @property
    def done(self) -> int:
        """Documents of the parts that are whole."""
        return SIZE * self._parts

    def add(self, lines: Iterable[bytes]) -> None:
        """Puts the next part there."""
        beside = self._folder / "next"
        with beside.open("wb") as file:
            file.writelines(lines)
        beside.replace(self._folder / f"{self._parts:08}.ndjson")
        self._parts += 1

    def lines(self) -> Iterator[bytes]:
        """All lines of all parts, in order."""
        for path in self._whole():
            with path.open("rb") as lines:
                yield from lines

    def close(self) -> None:
        """Lets others go on with it."""
        self._state.close()

    def clear(self) -> None:
        """Removes the parts: the output stands."""
        shutil.rmtree(self._folder)

    def _whole(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*.ndjson"))
