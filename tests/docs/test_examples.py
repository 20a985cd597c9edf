"""Every command and every example of the pages is run, and does what its page says.

A page is run from its top to its end, in one shell and one Python, as a reader would. What cannot be run is
marked in the page (`<!-- not run -->`), and stands below with its reason.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shlex
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from bench.service import ROOT, RunningService
from service import app
from service.adapters.spacy_recognizer import SpacyRecognizer
from service.adapters.sql_articles import load_samples, open_articles
from service.app import SAMPLES
from service.cli import main
from tests.conftest import GAZETTEER
from tests.docs import shell
from tests.docs.blocks import BLOCKS, PAGES, Block, blocks_of
from tests.docs.likeness import unlike

ADDRESS = "http://127.0.0.1:8000"
# The beginning of a block, and why it is not run here.
NOT_RUN = {
    ("index.md", "make serve"): "starts a server for good; CI does it through `make test`",
    ("clients.md", "npm install"): "wants a registry of npm; `make test-clients` does it",
    ("deployment.md", "docker build"): "wants a container engine",
    (
        "deployment.md",
        "mkdir deploy/secrets",
    ): "wants a container engine; the files are tested in tests/deploy",
    ("deployment.md", "cp deploy/kubernetes"): "wants a cluster; the files are tested in tests/deploy",
    ("deployment.md", "pip install"): "changes the environment; a wheel is built by `make wheel`",
    ("gazetteer.md", "mkdir dump"): "wants a dump; tests/test_cli.py imports a small one by the same command",
}
UNTOLD = ("text", "", "csv", "yaml", "http")  # read, or compared with the block before; see below
ELSEWHERE = ("ts",)  # files of tests/clients, put into the page as they are
RUN = ("sh", "python", "js", "java", "json", *ELSEWHERE, *UNTOLD)


recognizer = cache(SpacyRecognizer)  # the model is loaded once for all pages


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a reader's own, with the files that the pages speak of and a store with the samples."""
    folder = tmp_path_factory.mktemp("reader")
    shell.furnish(folder)
    load_samples(open_articles(f"sqlite:///{folder}/articles.sqlite"), SAMPLES)
    return folder


@pytest.fixture
def folder(
    live: RunningService, compiled_gazetteer: None, furnished: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setattr(app, "SpacyRecognizer", recognizer)
    monkeypatch.chdir(furnished)
    monkeypatch.setenv("GAZETTEER_PATH", str(GAZETTEER))
    monkeypatch.setenv("ARTICLES_URL", f"sqlite:///{furnished}/articles.sqlite")
    return furnished


def is_excepted(block: Block) -> bool:
    return any(block.page == page and block.content.startswith(begin) for page, begin in NOT_RUN)


WITH_EXAMPLES = [page for page in PAGES if any(block.language not in UNTOLD for block in blocks_of(page))]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.stem)
def test_every_example_does_what_its_page_says(page: Path, folder: Path, live: RunningService) -> None:
    names: dict[str, Any] = {"__name__": page.stem}
    printed = ""
    for block in blocks_of(page):
        content = block.content.replace(ADDRESS, live.url)
        if is_excepted(block):
            continue
        if block.language == "sh":
            printed = shell.run(content, folder)
        elif block.language == "python":
            printed = run_python(content, names, block.name)
        elif block.language in {"js", "java"}:
            printed = run_foreign(block.language, content, folder)
        elif block.language == "json":
            assert not unlike(json.loads(content), json.loads(printed)), block.name
        elif block.language == "text" and printed:
            assert content.strip() == printed.strip(), block.name
        elif block.language == "yaml":
            yaml.safe_load(content)
        elif block.language == "csv":
            assert len({len(row) for row in csv.reader(io.StringIO(content))}) == 1, block.name


def test_the_python_of_the_readme_runs(live: RunningService) -> None:
    examples = [block for block in blocks_of(ROOT / "README.md") if block.language == "python"]
    assert examples
    for block in examples:
        assert "Alep" in run_python(block.content.replace(ADDRESS, live.url), {}, block.name)


def run_python(content: str, names: dict[str, Any], name: str) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(content, name, "exec"), names)
    return output.getvalue()


def run_foreign(language: str, content: str, folder: Path) -> str:
    """By Node or Java where the machine has them; elsewhere the example counts as right."""
    command, file = {"js": ("node", "example.mjs"), "java": ("java", "Offsets.java")}[language]
    if not shutil.which(command):
        return ""
    (folder / file).write_text(content, encoding="utf-8")
    done = subprocess.run([command, file], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_examples_in_every_language() -> None:
    assert {"sh", "python", "js", "java", "json"} <= {block.language for block in BLOCKS}
    assert {block.language for block in BLOCKS if not is_excepted(block)} <= set(RUN)


def test_programs_that_are_run_elsewhere_are_the_files_themselves() -> None:
    for block in BLOCKS:
        if block.language in ELSEWHERE:
            assert re.fullmatch(r'--8<-- "tests/clients/[\w/.]+"\n', block.content), block.name


def test_what_is_not_run_is_little_and_has_its_reason() -> None:
    assert len(NOT_RUN) <= 8
    assert all(len(reason.split()) > 2 for reason in NOT_RUN.values())
    excepted = [block for block in BLOCKS if is_excepted(block)]
    assert len(excepted) == len(NOT_RUN)  # none is left over
    assert {block for block in BLOCKS if block.marked} <= set(excepted)  # what a page marks is listed


def test_likeness() -> None:
    told = {"a": 1, "b": [{"c": "x", "d": 2}]}
    assert not unlike({"a": 1, "b": [{"c": "…", "d": 2}]}, told)
    assert not unlike({"b": [{"c": "x", "…": "…"}], "…": "…"}, told)
    assert unlike({"a": 1}, told) == ["answer.b is not shown"]
    assert unlike({"a": 2, "e": 1, "…": "…"}, told) == ["answer.e is not there", "answer.a is 1, not 2"]
    assert unlike({"b": [], "…": "…"}, told) == [f"answer.b is {told['b']}, not []"]


def test_the_commands_of_the_readme_run(folder: Path) -> None:
    """All but the import of a dump, which `tests/test_cli.py` does with a small one."""
    blocks = [block.content for block in blocks_of(ROOT / "README.md") if "gazetteer info" in block.content]
    (commands,) = blocks
    first, *others = shell.statements(commands.replace(".venv/bin/", ""))
    told, _, asked = first.partition(" | gazette ")
    answer = CliRunner().invoke(main, shlex.split(asked), input=shlex.split(told)[1])
    assert "Nouméa" in answer.output
    for command in others:
        shell.run(command, folder)
