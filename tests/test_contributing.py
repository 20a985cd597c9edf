"""The contributor's page is held true: its examples read, its targets and paths exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from bench.service import ROOT
from service.adapters.place_facts import read_place_facts
from tests.domain.dates.marked import bare, found, read_marked

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
DISTRICTS = ROOT / "service" / "data" / "places" / "aleppo_districts.csv"


def block(language: str) -> str:
    match = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert match
    return match[1]


def test_the_district_can_be_added_as_shown(tmp_path: Path) -> None:
    copy = tmp_path / DISTRICTS.name
    copy.write_text(DISTRICTS.read_text(encoding="utf-8") + block("csv"), encoding="utf-8")
    assert read_place_facts(tmp_path)[-1].name == "Exemple"


def test_the_date_means_what_is_shown(tmp_path: Path) -> None:
    copy = tmp_path / "sentences.txt"
    (example,) = re.findall(r"```\n(@ .*?)```", PAGE, re.DOTALL)
    copy.write_text(example, encoding="utf-8")
    (sentence,) = read_marked(copy)
    assert [bare(mark) for mark in found(sentence)] == [bare(mark) for mark in sentence.marks]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z-]+)", PAGE))))
def test_targets_exist(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"[`(]((?:service|tests|docs|deploy)/[\w./-]*\w)", PAGE)))
)
def test_paths_exist(path: str) -> None:
    assert (ROOT / path).exists()


def test_hooks_call_tools_of_the_environment() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [hook["entry"].split()[0] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert {Path(entry).name for entry in entries} == {"ruff", "lint-imports", "mypy", "python"}


def test_the_container_prepares_by_targets_that_exist() -> None:
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    for target in container["postCreateCommand"].split()[1:]:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize(
    "path", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")), ids=lambda path: path.stem
)
def test_issue_templates_are_forms(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"]
    assert all(field["attributes"]["label"] for field in form["body"])
