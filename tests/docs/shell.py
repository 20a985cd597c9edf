"""Runs the shell commands of the pages as a reader would, in a folder that has what they speak of.

`gazette` runs in this process, so that the model is loaded once; all else runs in bash.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import subprocess
from pathlib import Path

from click.testing import CliRunner
from pyarrow import Table, parquet

from service.cli import main

_ARTICLES = {
    "crue": "La Loire a débordé lundi à Nantes, a dit la mairie.",
    "sommet": "Le ministre est arrivé jeudi à Genève pour un sommet.",
}


def furnish(folder: Path) -> None:
    """The files that the pages name: an archive in several forms."""
    (folder / "archive").mkdir()
    for name, text in _ARTICLES.items():
        (folder / "archive" / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = [{"id": name, "text": text, "published_at": "2024-03-06"} for name, text in _ARTICLES.items()]
    parquet.write_table(Table.from_pylist(rows), folder / "depeches.parquet")
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "archive.ndjson").write_text(lines, encoding="utf-8")
    (folder / "depeches.ndjson").write_text(lines, encoding="utf-8")
    with (folder / "depeches.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("no", "jour", "corps"))
        table.writerows((name, "2024-03-06", text) for name, text in _ARTICLES.items())


def statements(script: str) -> list[str]:
    """The commands of a block: lines, those that go on joined; comments left out."""
    found: list[str] = []
    for line in script.splitlines():
        if found and not _is_whole(found[-1]):
            found[-1] += "\n" + line
        elif line.strip() and not line.startswith("#"):
            found.append(line)
    return found


def run(script: str, folder: Path) -> str:
    """What the last command prints. Raises `AssertionError` for one that fails.

    Variables live from one command to the next, as they do in a shell.
    """
    printed, before = "", ""
    for statement in statements(script):
        if words := _gazette(statement):
            printed = _call(words)
        elif re.match(r"\w+=\$\(", statement):
            before += statement + "\n"
        else:
            printed = _bash(before + statement, folder)
    return printed


def _is_whole(statement: str) -> bool:
    """Whether a command ends here: no quote is open."""
    try:
        shlex.split(statement, comments=True)
    except ValueError:
        return False
    return not statement.endswith("\\")


def _gazette(statement: str) -> list[str]:
    """The arguments of a call of `gazette`; none for other commands."""
    words = shlex.split(statement, comments=True)
    return words[1:] if words and words[0] in {"gazette", ".venv/bin/gazette"} else []


def _call(arguments: list[str]) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def _bash(command: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-euc", command], cwd=folder, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
