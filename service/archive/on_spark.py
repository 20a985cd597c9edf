"""The job on Spark: `mapInArrow`, with the model loaded once by each Python worker."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from service.archive.rows import Job, annotate, schema
from service.archive.runs import Part, Store
from service.errors import GazetteError, MissingExtra

ROWS = 500  # of a partition: what is done again when a machine is lost
_BATCH = 64  # rows that a worker is given at once


class MissingJava(GazetteError):
    """Spark's own engine cannot start."""


def annotator(job: Job) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """For `mapInArrow`: record batches of articles in, of answers out."""

    def annotate_partition(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow  # type: ignore[import-untyped]  # noqa: PLC0415 (an extra)

        for batch in batches:
            yield pyarrow.RecordBatch.from_pylist(annotate(batch.to_pylist(), job), schema())

    return annotate_partition


def spark_schema() -> Any:
    """The schema of the answers as Spark has it."""
    from pyspark.sql.pandas.types import (  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
        from_arrow_schema,
    )

    return from_arrow_schema(schema())


class SparkEngine:
    """A session for the time of a run. Used as a context."""

    def __init__(self, workers: int, master: str | None = None, settings: Mapping[str, str] = {}) -> None:
        """`master` of a cluster, or `None` for this machine. Raises `MissingExtra` and `MissingJava`."""
        try:
            from pyspark.sql import (  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
                SparkSession,
            )
        except ImportError as error:
            raise MissingExtra("Spark", "spark") from error
        _find_java()
        builder: Any = SparkSession.builder.appName("gazette")
        builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
        if master is None:
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            builder = builder.master(f"local[{workers}]").config("spark.ui.enabled", "false")
        else:
            builder = builder.master(master)
        for name, value in settings.items():
            builder = builder.config(name, value)
        self._spark = builder.getOrCreate()

    def __enter__(self) -> SparkEngine:
        return self

    def __exit__(self, *error: object) -> None:
        self._spark.stop()

    def run(self, part: Part, columns: list[str], job: Job, source: Store, output: Store) -> None:
        articles = self._spark.read.parquet(*map(source.uri, part.files)).select(*columns)
        spread = articles.repartition(max(1, -(-part.rows // ROWS)))
        answers = spread.mapInArrow(annotator(job), spark_schema())
        answers.write.mode("overwrite").option("compression", "zstd").parquet(output.uri(part.folder))


def _find_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (shutil.which("java") or (home and (Path(home) / "bin" / "java").exists())):
        raise MissingJava("Spark needs Java 17 or newer: install it, or set JAVA_HOME.")
