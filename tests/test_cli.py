"""The command line, run in this process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import service
from bench.service import ROOT
from service.cli import main
from tests.conftest import GAZETTEER
from tests.fakes.small_dump import place_lines, write_dump


@pytest.fixture
def cli(compiled_gazetteer: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    monkeypatch.setenv("GAZETTEER_PATH", str(GAZETTEER))
    monkeypatch.setenv("ARTICLES_URL", f"sqlite:///{tmp_path}/articles.sqlite")
    return CliRunner()


def test_it_says_its_version(cli: CliRunner) -> None:
    assert service.__version__ in cli.invoke(main, ["--version"]).output


def test_it_reads_an_article_from_standard_input(cli: CliRunner) -> None:
    text = "Le président Macron se rendra jeudi à Nouméa."
    done = cli.invoke(main, ["analyze", "--published-at", "2024-05-21"], input=text)
    answer = json.loads(done.output)
    assert [date["value"] for date in answer["dates"]] == ["2024-05-23"]
    assert "Nouméa" in {place["name"] for place in answer["places"]}


def test_it_finds_places(cli: CliRunner) -> None:
    done = cli.invoke(main, ["gazetteer", "search", "Lausane", "--limit", "1"])
    assert "Lausanne" in done.output
    assert done.output.startswith("geonames:")


def test_it_describes_the_gazetteer(cli: CliRunner) -> None:
    assert "CC BY 4.0" in cli.invoke(main, ["gazetteer", "info"]).output


def test_a_current_gazetteer_is_left_alone(cli: CliRunner) -> None:
    before = GAZETTEER.stat().st_mtime_ns
    assert "is current" in cli.invoke(main, ["gazetteer", "build"]).output
    assert GAZETTEER.stat().st_mtime_ns == before


def test_it_imports_the_samples(cli: CliRunner) -> None:
    assert "12 articles" in cli.invoke(main, ["articles", "import", "--samples"]).output


def test_it_imports_one_folder_or_the_samples(cli: CliRunner, tmp_path: Path) -> None:
    assert cli.invoke(main, ["articles", "import"]).exit_code == 2
    assert cli.invoke(main, ["articles", "import", str(tmp_path), "--samples"]).exit_code == 2


def test_what_is_wrong_is_one_sentence(cli: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", "no/such/file.sqlite")
    done = cli.invoke(main, ["gazetteer", "info"])
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert "Traceback" not in done.output


def test_a_gazetteer_that_cannot_be_written_is_told_by_its_setting(
    cli: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "/dev/null/gazetteer.sqlite"
    monkeypatch.setenv("GAZETTEER_PATH", path)
    done = cli.invoke(main, ["gazetteer", "build"])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
    assert done.output.startswith(f"Error: GAZETTEER_PATH={path} cannot be written: ")


def test_serving_needs_the_folder_with_the_settings_of_gunicorn(
    cli: CliRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    done = cli.invoke(main, ["serve"])
    assert done.exit_code == 1
    assert "gunicorn.conf.py" in done.output


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("PORT", "abc", "PORT=abc is refused"),
        ("GAZETTEER_PATH", "no/such/file.sqlite", "gazette gazetteer build"),
    ],
)
def test_a_start_that_fails_is_told_in_a_sentence(variable: str, value: str, told: str) -> None:
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    environment = {**os.environ, variable: value}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_that_read_no_text_do_not_import_the_model() -> None:
    program = "import sys, service.cli; sys.exit('spacy' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_it_imports_a_dump_and_places_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", str(tmp_path / "g.sqlite"))
    lines = place_lines()
    dump = write_dump(tmp_path / "dump", [*lines, "7\tof another shape"])
    done = CliRunner().invoke(main, ["gazetteer", "import", str(dump.places[0].parent)])
    assert done.exit_code == 0, done.output
    assert "malformed lines of allCountries.txt: 1" in done.output
    assert f"allCountries.txt:{len(lines) + 1}: it has 2 columns" in done.output
    assert "admin1CodesASCII.txt" in done.output
    assert "was imported" in CliRunner().invoke(main, ["gazetteer", "build"]).output
    (tmp_path / "nous.csv").write_text("id,name,type\nici,Chez nous,city\n", encoding="utf-8")
    CliRunner().invoke(main, ["gazetteer", "import", "--overlay", str(tmp_path / "nous.csv")])
    assert "overlays: nous" in CliRunner().invoke(main, ["gazetteer", "info"]).output
    assert "nous:ici" in CliRunner().invoke(main, ["gazetteer", "search", "Chez nous"]).output
    CliRunner().invoke(main, ["gazetteer", "import", "--remove-overlay", "nous"])
    assert "overlays: none" in CliRunner().invoke(main, ["gazetteer", "info"]).output


def test_an_import_needs_something_to_import(cli: CliRunner, tmp_path: Path) -> None:
    assert cli.invoke(main, ["gazetteer", "import"]).exit_code == 2
    assert cli.invoke(main, ["gazetteer", "import", str(tmp_path)]).exit_code == 2
