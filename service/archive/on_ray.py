"""The job on Ray Data: a pool of actors, each with the model loaded once."""

from __future__ import annotations

from typing import Any

from service.archive.rows import Job, annotate, schema
from service.archive.runs import Part, Store
from service.cli.reading import prepare
from service.errors import MissingExtra

ROWS = 500  # of a block: what is done again when a machine is lost
_BATCH = 64  # rows that an actor is given at once


class Annotator:
    """For `map_batches`: a table of articles in, one of answers out."""

    def __init__(self, job: Job) -> None:
        prepare(job.settings)
        self._job = job

    def __call__(self, articles: Any) -> Any:
        import pyarrow  # type: ignore[import-untyped]  # noqa: PLC0415 (an extra)

        return pyarrow.Table.from_pylist(annotate(articles.to_pylist(), self._job), schema())


class RayEngine:
    """A cluster, or this machine, for the time of a run. Used as a context."""

    def __init__(self, workers: int, address: str | None = None) -> None:
        """`address` of a cluster, or `None` for this machine. Raises `MissingExtra`."""
        try:
            import ray.data  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 (an extra)
        except ImportError as error:
            raise MissingExtra("Ray", "ray") from error
        self._ray: Any = ray
        self._workers = workers
        self._ours = not self._ray.is_initialized()
        if self._ours and address:
            self._ray.init(address=address)
        elif self._ours:
            self._ray.init(num_cpus=workers + 1, include_dashboard=False)  # one for reading and writing

    def __enter__(self) -> RayEngine:
        return self

    def __exit__(self, *error: object) -> None:
        if self._ours:
            self._ray.shutdown()

    def run(self, part: Part, columns: list[str], job: Job, source: Store, output: Store) -> None:
        data = self._ray.data
        articles = data.read_parquet(list(part.files), columns=columns, filesystem=source.filesystem)
        spread = articles.repartition(target_num_rows_per_block=ROWS)  # a file is one block, however long
        answers = spread.map_batches(
            Annotator,
            fn_constructor_args=(job,),
            batch_format="pyarrow",
            batch_size=_BATCH,
            compute=data.ActorPoolStrategy(size=self._workers),
            num_cpus=1,
        )
        answers.write_parquet(part.folder, filesystem=output.filesystem)
