"""The cells of the notebooks run in order, against a real service."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.service import RunningService
from tests.docs.blocks import DOCS

NOTEBOOKS = sorted((DOCS / "notebooks").glob("*.ipynb"))


def cells(notebook: Path) -> list[str]:
    read = json.loads(notebook.read_text(encoding="utf-8"))
    assert (read["nbformat"], read["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in read["cells"]}) == len(read["cells"])
    assert all(not cell.get("outputs") for cell in read["cells"]), "Clear the outputs before it is kept."
    return ["".join(cell["source"]) for cell in read["cells"] if cell["cell_type"] == "code"]


def test_the_sample_articles_are_mapped(
    live: RunningService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    output = io.StringIO()
    for number, cell in enumerate(cells(DOCS / "notebooks" / "sample_map.ipynb")):
        source = cell.replace("http://127.0.0.1:8000", live.url)
        with contextlib.redirect_stdout(output):
            exec(compile(source, f"cell {number}", "exec"), names)
    assert len(names["stored"]) == 12
    assert "Genève, CH" in output.getvalue()
    drawn = ElementTree.parse(tmp_path / "sample_map.svg").getroot()
    assert len(drawn.findall(".//{http://www.w3.org/2000/svg}circle")) == len(names["spots"]) > 20
    assert names["Picture"]()._repr_svg_().startswith("<svg")


def test_every_notebook_is_run_here() -> None:
    assert [notebook.name for notebook in NOTEBOOKS] == ["sample_map.ipynb"]
