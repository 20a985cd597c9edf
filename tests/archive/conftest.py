"""An archive of generated articles, and the answers of single calls to compare with.

These tests are left alone by `make test`, as the engines are large; `make test-archive` sets ARCHIVE.
"""

from __future__ import annotations

import logging
import os
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bench.varied import articles
from tests.conftest import GAZETTEER

if not os.environ.get("ARCHIVE"):
    collect_ignore_glob = ["test_*.py"]

FILES = 6
Rows = list[dict[str, Any]]


def count() -> int:
    """Articles of the archive; ARCHIVE=1 for some thousand."""
    told = int(os.environ.get("ARCHIVE", "1"))
    return 3_000 if told == 1 else told


BAD: Rows = [
    {"id": "no-text", "text": None, "title": None, "published_at": "2020-01-01"},
    {"id": "no-day", "text": "Paris.", "title": None, "published_at": "hier"},
    {"id": "too-long", "text": "Paris. " * 20_000, "title": None, "published_at": None},
    {"id": None, "text": "À Lyon, la ministre a été reçue mardi.", "title": None, "published_at": None},
]


@pytest.fixture(scope="session")
def rows() -> Rows:
    """The articles, with some among them that cannot be read, and one without an id."""
    made: Rows = [
        {"id": one.id, "text": one.text, "title": one.title, "published_at": one.published_at}
        for one in islice(articles(seed=7), count())
    ]
    made[10:10] = BAD
    return made


@pytest.fixture(scope="session")
def archive(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as a folder of Parquet files."""
    import pyarrow
    import pyarrow.parquet

    folder = tmp_path_factory.mktemp("archive")
    for number in range(FILES):
        table = pyarrow.Table.from_pylist(rows[number::FILES])
        pyarrow.parquet.write_table(table, folder / f"{number}.parquet")
    return folder


@pytest.fixture(scope="session")
def singles(rows: Rows, compiled_gazetteer: None) -> dict[str | None, bytes]:
    """What the single call answers, by id: bodies as the service sends them."""
    from service.app import create_app
    from service.settings import Settings

    logging.disable(logging.CRITICAL)
    app = create_app(Settings(gazetteer_path=GAZETTEER, articles_url="sqlite://", log_level="error"))
    client = app.test_client()
    found = {}
    for row in rows:
        told = {name: row[name] for name in ("text", "title", "published_at") if row[name] is not None}
        found[row["id"]] = client.post("/v1/analyze", json=told).data
    logging.disable(logging.NOTSET)
    return found


@pytest.fixture(autouse=True)
def _gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", str(GAZETTEER))
    monkeypatch.setenv("ARTICLES_URL", "sqlite://")
