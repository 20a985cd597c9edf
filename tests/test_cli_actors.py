"""`gazette actors …`, run in this process on entities made up."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli import main

ENTITY = json.dumps(
    {"id": "mu-1", "schema": "Company", "caption": "Kelpia Marine", "properties": {"jurisdiction": ["fr"]}}
)
FTM = ["actors", "import", "--format", "ftm", "--credit", "Test register", "--licence", "CC0-1.0"]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    monkeypatch.setenv("ACTORS_PATH", str(tmp_path / "actors.sqlite"))
    return CliRunner()


def test_entities_are_imported_and_found(cli: CliRunner, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "entities.json.gz", "wt", encoding="utf-8") as file:
        file.write(f"{ENTITY}\n{{\n")
    done = cli.invoke(main, [*FTM, str(tmp_path / "entities.json.gz")])
    assert done.exit_code == 0, done.output
    assert "entities.json.gz:2: no JSON" in done.output
    assert "1 actors from 2 lines; 0 tell of something else, 1 could not be read." in done.output
    found = cli.invoke(main, ["actors", "search", "kelpia"])
    assert found.output.startswith("ftm:mu-1\tKelpia Marine\tcompany\tFR")


def test_wikidata_needs_no_credit(cli: CliRunner) -> None:
    line: dict[str, object] = {"id": "Q900001", "labels": {"fr": {"value": "Ligue des Marées"}}}
    line["claims"] = {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q43229"}}}}]}
    done = cli.invoke(
        main, ["actors", "import", "-", "--format", "wikidata"], input=f"[\n{json.dumps(line)},\n]\n"
    )
    assert "1 actors from 3 lines" in done.output


@pytest.mark.parametrize(
    ("arguments", "text", "complaint"),
    [
        (["actors", "import", "-", "--format", "ftm"], ENTITY, "--credit and --licence"),
        ([*FTM, "-"], "{", "holds no actor that could be read"),
    ],
)
def test_a_refused_import_says_why(cli: CliRunner, arguments: list[str], text: str, complaint: str) -> None:
    done = cli.invoke(main, arguments, input=text)
    assert done.exit_code != 0
    assert complaint in done.output


def test_without_a_path_it_says_how_to_serve_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACTORS_PATH", raising=False)
    done = CliRunner().invoke(main, [*FTM, "-"], input=ENTITY)
    assert "Serve them by ACTORS_PATH=build/actors.sqlite" in done.output
