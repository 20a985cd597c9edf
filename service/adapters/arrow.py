"""pyarrow, which reads and writes Parquet: an extra, so that it is asked for only where it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from service.errors import MissingExtra


def parquet() -> Any:
    """The module `pyarrow.parquet`. Raises `MissingExtra`."""
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise MissingExtra("Parquet", "parquet") from error
    return pyarrow.parquet


def open_table(path: Path) -> Any:
    """A Parquet file that is read in batches. Raises `MissingExtra`, `ValueError`."""
    return parquet().ParquetFile(path)
