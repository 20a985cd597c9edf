"""Clients that others would make of the contract, against gunicorn with its real parts.

These tests are left alone by `make test`; `make test-clients` sets CLIENTS to the folder in which it has
installed what they need: Node's packages in `typescript`, the generator of Python clients in `python`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent

if not os.environ.get("CLIENTS"):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def tools() -> Path:
    return Path(os.environ["CLIENTS"]).resolve()


@pytest.fixture(scope="session")
def node(tools: Path) -> Path:
    """The folder with Node's packages, and the program beside them, where it is compiled."""
    folder = tools / "typescript"
    for file in (HERE / "typescript").iterdir():
        if file.is_file() and not file.name.startswith("package"):
            shutil.copy(file, folder)
    return folder


def run(*command: str | Path, within: Path, **environment: str) -> str:
    """What the command prints. Fails with it when the command fails."""
    told = subprocess.run(
        command, cwd=within, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout + told.stderr
