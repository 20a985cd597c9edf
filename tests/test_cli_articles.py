"""`gazette articles …`, run in this process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.adapters.sql_articles import open_articles
from service.cli import main


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/store/articles.sqlite"
    monkeypatch.setenv("ARTICLES_URL", address)
    return address


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["articles", *map(str, arguments)])
    return done.exit_code, done.output


def test_importing_again_tells_what_changed(url: str, tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    rows = [
        {"id": str(number), "text": f"Alep {number}.", "published_at": "2016-10-11"} for number in range(450)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("import", path) == (0, "450 articles imported: 450 new, 0 changed, 0 the same.\n")
    rows[3]["text"] = "Homs."
    rows.append({"id": "new", "text": "Le maire de Lyon a parlé lundi aux habitants de la ville."})
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("import", path) == (0, "451 articles imported: 1 new, 1 changed, 449 the same.\n")
    store = open_articles(url)
    assert store.get("3").text == "Homs."
    assert (store.get("new").language, store.get("new").published.at) == ("fr", None)


def test_rows_that_cannot_be_stored_are_told_and_the_exit_code_says_so(url: str, tmp_path: Path) -> None:
    rows = [{"text": "Alep."}, {"id": "no text"}, {"text": "a\0b"}, {"html": "<p>"}]
    (tmp_path / "a.ndjson").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, output = run("import", tmp_path / "a.ndjson")
    assert code == 3
    assert "1 articles imported" in output
    assert "3 could not be read" in output


def test_articles_are_deleted_by_id_and_by_age(url: str) -> None:
    run("import", "--samples")
    assert run("delete", "alep-cheikh-said", "unknown") == (0, "1 articles deleted.\n")
    assert run("delete", "--before", "2000-01-01") == (0, "0 articles deleted.\n")
    assert run("delete", "--older-than", "1") == (0, "11 articles deleted.\n")


@pytest.mark.parametrize("arguments", [[], ["a", "--older-than", "1"], ["--before", "soon"]])
def test_what_to_delete_is_said_in_one_way(url: str, arguments: list[str]) -> None:
    assert run("delete", *arguments)[0] == 2


def test_the_store_is_made_and_brought_up(url: str) -> None:
    assert run("migrate") == (0, "The article store is made: version 2.\n")
    assert run("migrate") == (0, "The article store is current: version 2.\n")
