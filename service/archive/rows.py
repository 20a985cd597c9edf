"""From rows of articles to rows of answers: the one function that both engines call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import orjson

from service.adapters.archive_parquet import COLUMNS, schema_of
from service.adapters.archive_rows import Row, actor_rows, article_row, date_rows, place_rows
from service.adapters.documents import Columns, document_of
from service.cli.reading import TOGETHER, answer_each, prepare
from service.settings import Settings

_LISTS = {"actors": actor_rows, "places": place_rows, "dates": date_rows}


@dataclass(frozen=True)
class Job:
    """What every process of a run must know. `options` are those of a request, as the contract has them."""

    settings: Settings
    columns: Columns = field(default_factory=Columns)
    options: dict[str, Any] = field(default_factory=dict)


@cache
def schema() -> Any:
    """The Arrow schema of the rows of answers, one for each article.

    `id`; `answer`, the JSON of the single call; `problem`, a problem document in its place; then what
    the tables of `gazette analyze` have, with `actors`, `places` and `dates` as lists.
    """
    import pyarrow  # type: ignore[import-untyped]  # noqa: PLC0415 (an extra)

    tables = {name: schema_of(_without_article(columns)) for name, columns in COLUMNS.items()}
    told = [(name, pyarrow.string()) for name in ("id", "answer", "problem")]
    lists = [(name, pyarrow.list_(pyarrow.struct(list(tables[name])))) for name in _LISTS]
    return pyarrow.schema([*told, *tables["articles"], *lists])


def annotate(rows: Sequence[Row], job: Job) -> list[Row]:
    """The answers to some rows, in order. What cannot be read has a `problem`; no row stops the others.

    The first call of a process loads the model. Raises `DamagedData`.
    """
    prepare(job.settings)
    documents = [document_of(row, job.columns, "The row") for row in rows]
    lines: list[bytes] = []
    for begin in range(0, len(documents), TOGETHER):
        lines += answer_each(documents[begin : begin + TOGETHER], job.options)
    ids = [row.get(job.columns.id) for row in rows]
    return [_row(None if id_ is None else str(id_), line) for id_, line in zip(ids, lines, strict=True)]


def _row(id: str | None, line: bytes) -> Row:
    line = line.rstrip(b"\n")
    answer = orjson.loads(line)
    if "article" not in answer:
        answer.pop("line", None)  # its number among those that were read together
        return {"id": id, "problem": orjson.dumps(answer).decode()}
    told = article_row("", answer)
    lists = {name: [_without_article(one) for one in read("", answer)] for name, read in _LISTS.items()}
    return _without_article(told) | {"id": id, "answer": line.decode()} | lists


def _without_article(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "article"}
