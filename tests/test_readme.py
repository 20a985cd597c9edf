"""The README is held true: its commands run, its tables follow the code."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from dataclasses import fields
from typing import Any

import pytest

import service
from bench.service import ROOT, RunningService
from service.settings import Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
CURLS = [
    command for block in BLOCKS for command in re.split(r"\n(?=curl)", block) if command.startswith("curl")
]


def run(command: str, live: RunningService) -> Any:
    """The JSON that a command of the README prints, asked of the service under test."""
    command = command.replace("http://127.0.0.1:8000", live.url)
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def test_there_are_commands() -> None:
    assert len(CURLS) >= 8


@pytest.mark.parametrize("command", CURLS)
def test_every_curl_line_answers_as_told(command: str, live: RunningService) -> None:
    answer = run(command, live)
    assert ("status" in answer and answer["status"] >= 400) == ("<html></html>" in command), answer


def test_the_first_example_says_what_the_text_says_of_it(live: RunningService) -> None:
    answer = run(CURLS[0], live)
    moscow = next(place for place in answer["places"] if place["name"] == "Moscou")
    assert [mention["usage"] for mention in moscow["mentions"]] == ["metonymic"]
    assert any(actor["type"] == "government" and actor["country"] == "RU" for actor in answer["actors"])
    assert [date["value"] for date in answer["dates"]] == ["2016-10-11"]
    kerry = next(actor for actor in answer["actors"] if actor["name"] == "John Kerry")
    assert kerry["function"]


def test_the_table_of_settings_is_the_code() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (?:`(.*?)`)? ?\| (.*?) \|$", README, re.MULTILINE)
    assert rows == [(one.name.upper(), str(one.default), one.metadata["meaning"]) for one in fields(Settings)]


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize("path", re.findall(r"`((?:service|docs|bench)/[\w/.]*)`", README))
def test_every_path_named_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(service.__version__)} – \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE)


def test_the_locks_hold_hashes_and_no_index() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in lock
        assert not re.search(r"index-url|find-links|://", lock)
        for requirement in wanted:
            package = re.split(r"[][><=]", requirement)[0]
            assert re.search(rf"^{re.escape(package)}==", lock, re.MULTILINE | re.IGNORECASE), package
