"""Articles in files of every kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from service.adapters.documents import (
    Columns,
    Document,
    UnreadableInput,
    count_documents,
    find_files,
    read_documents,
)


def read(*paths: Path, columns: Columns | None = None) -> list[Document]:
    return list(read_documents(find_files(paths), columns or Columns()))


def test_a_folder_is_read_in_order_with_what_lies_below(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(f"Texte {name}", encoding="utf-8")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    (tmp_path / "page.html").write_text("<p>Alep</p>", encoding="utf-8")
    found = read(tmp_path)
    assert [document.text for document in found] == ["Texte a.txt", "Texte b/a.txt", "Texte c.txt", None]
    assert found[3] == Document("page", html="<p>Alep</p>")
    assert count_documents(find_files([tmp_path])) == 4


ROW = {"id": "7", "text": "Alep.", "title": "Trêve", "published_at": "2016-10-11", "language": "fr"}
READ = Document("7", "Alep.", None, "Trêve", "2016-10-11", "fr")


def test_objects_and_tables_tell_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ROW), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(ROW) + "\n\n", encoding="utf-8")
    for name, delimiter in (("c.csv", ","), ("d.csv", ";"), ("e.tsv", "\t")):
        lines = [delimiter.join(ROW), delimiter.join(ROW.values())]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8-sig")
    assert read(tmp_path) == [READ] * 5
    assert count_documents(find_files([tmp_path])) == 5


def test_parquet_tells_the_same_and_keeps_its_dates(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    row = ROW | {"published_at": date(2016, 10, 11), "views": 3}
    parquet.write_table(pyarrow.Table.from_pylist([row] * 600), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet") == [READ] * 600
    assert count_documents([tmp_path / "a.parquet"]) == 600


def test_columns_are_named_and_ids_made_where_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('corps,jour\n"Alep,\nlundi",2016-10-11\nHoms,\n', encoding="utf-8")
    found = read(path, columns=Columns(text="corps", date="jour"))
    assert found == [
        Document(f"{path}:1", "Alep,\nlundi", published_at="2016-10-11"),
        Document(f"{path}:2", "Homs"),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is not JSON"),
        ("[1]", "is no JSON object"),
        ('{"id": "a"}', "has no text"),
        ('{"text": "Alep", "published_at": "hier"}', "no ISO 8601 day or moment in published_at"),
        ('{"text": "\\ud83d"}', "not UTF-8 in text"),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_spoils_no_other(
    tmp_path: Path, line: str, problem: str
) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(f'{{"text": "Alep."}}\n{line}\n{{"text": "Homs."}}\n', encoding="utf-8")
    first, wrong, last = read(path)
    assert (first.text, last.text) == ("Alep.", "Homs.")
    assert problem in str(wrong.problem)
    assert f"{path}:2" in str(wrong.problem)


def test_a_file_that_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(UnreadableInput, match=r"a\.txt cannot be read"):
        read(tmp_path)
    with pytest.raises(UnreadableInput, match="no file to read"):
        find_files([])
    with pytest.raises(UnreadableInput, match="ending that is not read"):
        find_files([tmp_path / "a.pdf"])
