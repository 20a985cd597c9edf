"""The examples of docs/archives.md run, in local mode, on a few articles; what is missing is said."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.service import ROOT

PAGE = (ROOT / "docs" / "archives.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^``` \{\.(sh|python) \.archive\}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    """Where a reader stands, with a folder `articles`."""
    import pyarrow.parquet

    (tmp_path / "articles").mkdir()
    few = pyarrow.parquet.read_table(archive / "0.parquet").slice(0, 10)
    pyarrow.parquet.write_table(few, tmp_path / "articles" / "few.parquet")
    return tmp_path


def test_there_are_examples_of_each_kind() -> None:
    assert {language for language, _ in EXAMPLES} == {"sh", "python"}


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_an_example_runs(language: str, example: str, folder: Path) -> None:
    example = re.sub(r"^pip install.*\n", "", example)
    command = ["bash", "-ec", example] if language == "sh" else [sys.executable, "-c", example]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("engine", ["ray", "spark"])
def test_what_is_missing_is_said_in_a_sentence(engine: str, folder: Path) -> None:
    """Without the engine; and Spark without Java."""
    block = f"import sys; sys.modules[{'ray' if engine == 'ray' else 'pyspark'!r}] = None\n"
    run = "from service.archive.__main__ import main\nmain()\n"
    command = [sys.executable, "-c", block + run, engine, "articles", "out"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"pip install 'gazette[{engine}]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_spark_without_java_is_refused_in_a_sentence(folder: Path) -> None:
    empty = folder / "bin"
    empty.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": str(empty)}
    environment.pop("JAVA_HOME", None)
    assert shutil.which("java", path=str(empty)) is None
    command = [sys.executable, "-m", "service.archive", "spark", "articles", "out"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "needs Java" in done.stderr
