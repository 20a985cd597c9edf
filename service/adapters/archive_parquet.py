"""Answers as Parquet tables, by pyarrow (an extra). Places are GeoParquet 1.1: points as WKB, WGS84."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from types import TracebackType
from typing import Any

from service.adapters.archive_rows import Answer, Row, actor_rows, article_row, date_rows, place_rows
from service.adapters.arrow import parquet

_ROWS = 20_000  # written at once, as a row group
_TEXTS = "string"
COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        **dict.fromkeys(("article", "language", "published_at", "published_at_source"), _TEXTS),
        "characters": "int64",
        **dict.fromkeys(("focus_country", "focus_place", "service", "model", "gazetteer", "rules"), _TEXTS),
    },
    "actors": {
        **dict.fromkeys(("article", "id", "name", "type", "country", "function", "wikidata"), _TEXTS),
        "confidence": "double",
        "mentions": "kind",
    },
    "places": {
        **dict.fromkeys(("article", "id", "name", "type", "country", "admin1"), _TEXTS),
        **dict.fromkeys(("latitude", "longitude"), "double"),
        "precision": _TEXTS,
        "confidence": "double",
        "mentions": "usage",
        "geometry": "binary",
    },
    "dates": {
        **dict.fromkeys(
            ("article", "type", "value", "mod", "relation", "quant", "freq", "begin", "end"), _TEXTS
        ),
        "mentions": "",
    },
}


class Tables:
    """The tables of a folder, written as a context; `articles.parquet` and so on."""

    def __init__(self, folder: Path) -> None:
        self._parquet = parquet()
        self._schemas = {name: schema_of(columns) for name, columns in COLUMNS.items()}
        self._writers = {
            name: self._parquet.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
            for name, schema in self._schemas.items()
        }
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._points: list[float] | None = None  # west, south, east, north of all

    def __enter__(self) -> Tables:
        return self

    def add(self, article: str, answer: Answer) -> None:
        self._put("articles", [article_row(article, answer)])
        self._put("actors", actor_rows(article, answer))
        self._put("dates", date_rows(article, answer))
        places = place_rows(article, answer)
        for place in places:
            self._stretch(place["longitude"], place["latitude"])
        self._put("places", places)

    def _put(self, table: str, rows: list[Row]) -> None:
        self._rows[table] += rows
        if len(self._rows[table]) >= _ROWS:
            self._flush(table)

    def _flush(self, table: str) -> None:
        import pyarrow  # type: ignore[import-untyped]  # noqa: PLC0415

        if rows := self._rows.pop(table, []):
            self._writers[table].write_table(pyarrow.Table.from_pylist(rows, self._schemas[table]))

    def _stretch(self, east: float | None, north: float | None) -> None:
        if east is None or north is None:
            return
        box = self._points or [east, north, east, north]
        self._points = [min(box[0], east), min(box[1], north), max(box[2], east), max(box[3], north)]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, writer in self._writers.items():
            if error is None:
                self._flush(name)
                if name == "places":
                    writer.add_key_value_metadata({"geo": json.dumps(_geo(self._points))})
            writer.close()


def _geo(box: list[float] | None) -> dict[str, Any]:
    """The metadata of GeoParquet; without a `crs`, coordinates are longitude and latitude in WGS84."""
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
    if box:
        column["bbox"] = box
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def schema_of(columns: dict[str, str]) -> Any:
    """The types by name; that of `mentions` is the name of what a mention tells beside its span and text."""
    import pyarrow  # noqa: PLC0415

    def mentions(more: str) -> Any:
        fields = [("start", pyarrow.int64()), ("end", pyarrow.int64()), ("text", pyarrow.string())]
        return pyarrow.list_(pyarrow.struct(fields + ([(more, pyarrow.string())] if more else [])))

    return pyarrow.schema(
        [
            (name, mentions(type_) if name == "mentions" else pyarrow.type_for_alias(type_))
            for name, type_ in columns.items()
        ]
    )
