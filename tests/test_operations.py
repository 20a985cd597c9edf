"""The pages for operators and researchers are held true: what they name exists."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from bench.service import ROOT
from service.settings import Settings
from service.web.metrics import Metrics

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:tests|service|docs)/[\w/.]*)`", SECURITY))))
def test_what_is_said_to_hold_a_defence_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_metric_is_in_the_table_and_no_other() -> None:
    told = set(re.findall(r"`(gazette_[a-z_]+)`", OPERATIONS))
    page = Metrics().page().decode()
    kinds = dict(re.findall(r"^# TYPE (gazette_\w+) (\w+)$", page, re.MULTILINE))
    known = {name for name, _ in kinds.items() if not name.endswith("_created")}
    assert told == known


def test_every_setting_named_exists() -> None:
    known = {setting.name.upper() for setting in fields(Settings)}
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`", OPERATIONS + SECURITY))
    foreign = {"OTEL_TRACES_SAMPLER", "OTEL_EXPORTER_OTLP_HEADERS"}
    assert {name.removesuffix("_FILE") for name in named} - foreign <= known


def test_a_directory_for_metrics_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--check-config", "--config", "gunicorn.conf.py"],
        cwd=ROOT,
        env={"METRICS_DIRECTORY": str(tmp_path / "file")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: METRICS_DIRECTORY=")
    assert "Traceback" not in done.stderr
