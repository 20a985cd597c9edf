"""Both engines give the rows that the service gives, whatever rows are among them, and go on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.service import ROOT
from service.archive.rows import schema
from tests.archive.conftest import BAD, FILES, Rows

ENGINES = ["ray", "spark"]


def run(engine: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "service.archive", engine, "--workers", "2", *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def read(folder: Path) -> Rows:
    import pyarrow.parquet

    tables = [pyarrow.parquet.ParquetFile(path).read() for path in sorted(folder.glob("part=*/*.parquet"))]
    assert all(table.schema.remove_metadata().equals(schema()) for table in tables)
    return [row for table in tables for row in table.to_pylist()]


@pytest.fixture(scope="module", params=ENGINES)
def output(request: pytest.FixtureRequest, archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param) / "out"
    done = run(request.param, str(archive), str(folder), "--files", "4")
    print(done.stdout)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_answer_is_that_of_the_single_call(
    output: Path, rows: Rows, singles: dict[str | None, bytes]
) -> None:
    answers = read(output)
    assert sorted(str(row["id"]) for row in answers) == sorted(str(row["id"]) for row in rows)
    for row in answers:
        if row["problem"] is None:
            assert row["answer"].encode() + b"\n" == singles[row["id"]]


def test_what_cannot_be_read_has_a_problem(output: Path) -> None:
    problems = {row["id"]: json.loads(row["problem"]) for row in read(output) if row["problem"]}
    assert set(problems) == {"no-text", "no-day", "too-long"} < {row["id"] for row in BAD}
    assert {key: one["status"] for key, one in problems.items()} == {
        "no-text": 422,
        "no-day": 422,
        "too-long": 413,
    }


def test_columns_say_what_the_answer_says(output: Path) -> None:
    for row in read(output)[:200]:
        if row["answer"] is None:
            assert row["places"] is None
            continue
        answer = json.loads(row["answer"])
        assert row["characters"] == answer["article"]["characters"]
        assert row["model"] == answer["meta"]["model"]
        for name in ("actors", "places", "dates"):
            assert [one["mentions"] for one in row[name]] == [
                [{key: told[key] for key in one["mentions"][0]} for told in one_told["mentions"]]
                for one, one_told in zip(row[name], answer[name], strict=True)
            ]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_interrupted_run_goes_on(engine: str, archive: Path, tmp_path: Path) -> None:
    """Few articles: one of the files, split."""
    import pyarrow.parquet

    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    table = pyarrow.parquet.read_table(archive / "0.parquet")
    for number in range(3):
        pyarrow.parquet.write_table(table.slice(4 * number, 4), source / f"{number}.parquet")
    assert run(engine, str(source), str(target), "--files", "1").returncode == 0
    first = sorted(str(row["id"]) for row in read(target))
    assert len(first) == 12

    kept = (target / "part=00000").stat().st_mtime_ns
    (target / "_run" / "00001.json").unlink()  # as if it had been interrupted in its midst
    shutil.copy(next((target / "part=00001").glob("*.parquet")), target / "part=00001" / "half.parquet")
    pyarrow.parquet.write_table(table.slice(12, 4), source / "later.parquet")
    done = run(engine, str(source), str(target), "--files", "1")
    assert done.returncode == 0, done.stderr
    assert "part=00000" not in done.stdout
    assert (target / "part=00000").stat().st_mtime_ns == kept
    assert sorted(str(row["id"]) for row in read(target)) == sorted(
        [*first, *map(str, table.slice(12, 4)["id"].to_pylist())]
    )
    assert "All files are answered already." in run(engine, str(source), str(target)).stdout
    other = run(engine, str(source), str(target), "--candidates", "2")
    assert other.returncode == 1
    assert other.stderr.startswith("Error: The output was begun with other")


def test_there_are_enough_files_to_share() -> None:
    assert FILES > 4
