"""What a run has done: its output in parts, each of some files of the input, so that it can go on.

`OUT/part=00000/*.parquet` are the answers; `OUT/_run` says what the run is of, and which files each part
answers, written when the part is whole. Paths are local or of any store that pyarrow knows (`s3://…`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from service.adapters.archive_parts import OtherRun
from service.adapters.arrow import parquet
from service.adapters.documents import Columns, UnreadableInput


@dataclass(frozen=True, slots=True)
class Part:
    """Files of the input that are answered together, and the folder that their answers go to."""

    number: int
    folder: str
    files: tuple[str, ...]
    rows: int


class Store:
    """Files under one address: a local path, or a URI."""

    def __init__(self, address: str) -> None:
        """Raises `UnreadableInput`."""
        parquet()  # says what is missing
        from pyarrow import fs  # type: ignore[import-untyped]  # noqa: PLC0415 (an extra)

        self._fs = fs
        self._uri = address if "://" in address else Path(address).absolute().as_uri()
        try:
            self.filesystem, self.root = fs.FileSystem.from_uri(self._uri)
        except (OSError, ValueError) as error:
            raise UnreadableInput(f"{address} cannot be opened: {error}.") from error

    def uri(self, path: str) -> str:
        """The address of a path as other programs want it."""
        scheme, _, _ = self._uri.partition("://")
        return f"{scheme}://{path}" if scheme != "hdfs" else self._uri.removesuffix(self.root) + path

    def tables(self) -> list[str]:
        """The Parquet files at or below the address, in order. Raises `UnreadableInput`."""
        (told,) = self.filesystem.get_file_info([self.root])
        below = [told] if told.is_file else self._below(self.root)
        found = sorted(one.path for one in below if one.is_file and one.path.endswith(".parquet"))
        shown = [path for path in found if not _is_hidden(path.removeprefix(self.root))]
        if not shown:
            raise UnreadableInput(f"There is no .parquet file at {self._uri}.")
        return shown

    def _below(self, folder: str, *, recursive: bool = True) -> list[Any]:
        return list(
            self.filesystem.get_file_info(
                self._fs.FileSelector(folder, allow_not_found=True, recursive=recursive)
            )
        )

    def names(self, folder: str) -> list[str]:
        return sorted(
            one.base_name for one in self._below(f"{self.root}/{folder}".rstrip("/"), recursive=False)
        )

    def rows(self, path: str) -> int:
        return int(parquet().read_metadata(path, filesystem=self.filesystem).num_rows)

    def columns(self, path: str) -> list[str]:
        return list(parquet().read_schema(path, filesystem=self.filesystem).names)

    def read(self, name: str) -> Any:
        with self.filesystem.open_input_stream(f"{self.root}/{name}") as file:
            return json.loads(file.read())

    def write(self, name: str, value: Any) -> None:
        path = f"{self.root}/{name}"
        self.filesystem.create_dir(path.rpartition("/")[0], recursive=True)
        with self.filesystem.open_output_stream(path) as file:
            file.write(json.dumps(value, ensure_ascii=False, sort_keys=True).encode())

    def remove(self, folder: str) -> None:
        self.filesystem.delete_dir(f"{self.root}/{folder}")


class Run:
    """One run over an output. A second process on the same output is not held off: the engines' affair."""

    def __init__(self, output: Store, told: dict[str, Any]) -> None:
        """`told` is what the run is of: columns, options, versions. Raises `OtherRun`."""
        self._output = output
        state = output.names("_run")
        if "run.json" not in state:
            if output.names(""):
                raise OtherRun("The output is a folder that another program has filled: name another.")
            output.write("_run/run.json", told)
        elif output.read("_run/run.json") != told:
            raise OtherRun("The output was begun with other columns, options or versions: name another.")
        self._whole = [name for name in state if name != "run.json"]

    def parts(self, source: Store, together: int) -> Iterator[Part]:
        """What is left to do, the remains of what was interrupted taken away first."""
        whole = {f"part={name.removesuffix('.json')}" for name in self._whole}
        for name in self._output.names(""):
            if name.startswith("part=") and name not in whole:
                self._output.remove(name)
        done = {file for name in self._whole for file in self._output.read(f"_run/{name}")["files"]}
        left = iter([file for file in source.tables() if file not in done])
        number = 1 + max((int(name.removesuffix(".json")) for name in self._whole), default=-1)
        while files := tuple(islice(left, together)):
            rows = sum(map(source.rows, files))
            yield Part(number, f"{self._output.root}/part={number:05}", files, rows)
            number += 1

    def finish(self, part: Part) -> None:
        self._output.write(f"_run/{part.number:05}.json", {"files": list(part.files), "rows": part.rows})


def wanted_columns(source: Store, files: Sequence[str], columns: Columns) -> list[str]:
    """The columns to read. Raises `UnreadableInput` when there is neither text nor page among them."""
    there = source.columns(files[0])
    wanted = [name for name in (getattr(columns, slot) for slot in Columns.__slots__) if name in there]
    if columns.text not in wanted and columns.html not in wanted:
        raise UnreadableInput(f"{files[0]} has no column {columns.text!r}; it has {', '.join(there)}.")
    return wanted


def _is_hidden(path: str) -> bool:
    return any(step.startswith(("_", ".")) for step in path.split("/"))
