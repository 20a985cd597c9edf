"""`gazette analyze` over an archive, with the real model."""

from __future__ import annotations

import csv
import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bench.service import ROOT
from service.adapters.archive_parts import OtherRun, Parts
from service.cli import analyze, main
from tests.conftest import GAZETTEER

SAMPLES = ROOT / "service" / "data" / "articles"


@pytest.fixture(autouse=True)
def gazetteer(compiled_gazetteer: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTEER_PATH", str(GAZETTEER))
    monkeypatch.setenv("ARTICLES_URL", "sqlite://")


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, ["analyze", *map(str, arguments)])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five articles, and two that cannot be read."""
    rows = [
        {"id": "a", "text": "Mardi, le maire de Genève a parlé à Alep.", "published_at": "2016-10-12"},
        {"id": "b"},
        {"id": "c", "text": "Vladimir Poutine est arrivé à Lyon jeudi.", "published_at": "2016-10-12"},
        {"id": "d", "text": "The government announced on Tuesday that the talks would resume next week."},
        {"id": "e", "text": "Des pluies ont inondé la Méditerranée et Marseille."},
    ]
    path = tmp_path / "archive.ndjson"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_lines_of_json_and_the_problems_apart(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.ndjson"
    done = run(archive, "-o", output)
    assert (done.exit_code, "2 articles could not be read" in done.output) == (3, True)
    answers = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "c", "e"]
    assert "Genève" in {place["name"] for place in answers[0]["places"]}
    assert [date["value"] for date in answers[0]["dates"]] == ["2016-10-11"]
    problems = (tmp_path / "out.ndjson.errors.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(problem)["id"] for problem in problems] == ["b", "d"]
    assert {path.name for path in tmp_path.iterdir()} == {
        "archive.ndjson",
        "out.ndjson",
        "out.ndjson.errors.ndjson",
    }
    assert run(archive, "-o", output).exit_code == 2  # it is there
    assert run(archive, "-o", output, "--overwrite").exit_code == 3


def test_standard_output_has_the_same_lines(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.ndjson"
    run(archive, "-o", output)
    done = CliRunner().invoke(main, ["analyze", str(archive), "--errors", str(tmp_path / "errors")])
    assert done.exit_code == 3
    assert done.stdout == output.read_text(encoding="utf-8")
    assert len((tmp_path / "errors").read_text(encoding="utf-8").splitlines()) == 2


def test_mentions_as_csv(archive: Path, tmp_path: Path) -> None:
    run(archive, "-o", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    geneva = next(row for row in rows if row["text"] == "Genève" and row["kind"] == "place")
    assert (geneva["article"], geneva["country"], geneva["latitude"][:4]) == ("a", "CH", "46.2")
    tuesday = next(row for row in rows if row["kind"] == "date")
    assert (tuesday["text"], tuesday["value"], tuesday["first_day"]) == ("Mardi", "2016-10-11", "2016-10-11")


def test_places_as_geojson(archive: Path, tmp_path: Path) -> None:
    run(archive, "-o", tmp_path / "out.geojson")
    collection = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert collection["type"] == "FeatureCollection"
    lyon = next(place for place in collection["features"] if place["properties"]["name"] == "Lyon")
    assert lyon["properties"]["article"] == "c"
    assert [round(number) for number in lyon["geometry"]["coordinates"]] == [5, 46]


def test_tables_as_parquet_with_places_as_geoparquet(archive: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pyarrow import parquet

    run(archive, "-o", tmp_path / "out.parquet")
    tables = {path.stem: parquet.read_table(path) for path in (tmp_path / "out.parquet").iterdir()}
    assert set(tables) == {"articles", "actors", "places", "dates"}
    assert tables["articles"]["article"].to_pylist() == ["a", "c", "e"]
    places = tables["places"]
    path = tmp_path / "out.parquet" / "places.parquet"
    geo = json.loads(parquet.read_metadata(path).metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"]["encoding"] == "WKB"
    for place in places.to_pylist():
        order, kind, east, north = struct.unpack("<BIdd", place["geometry"])
        assert (order, kind, east, north) == (1, 1, place["longitude"], place["latitude"])
    west, south, east, north = geo["columns"]["geometry"]["bbox"]
    assert west < 7 < east
    assert south < 37 < north
    assert tables["dates"]["mentions"].to_pylist()[0][0]["text"] == "Mardi"


def test_a_csv_with_columns_of_other_names(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("no,corps,jour\n7,Mardi à Alep.,2016-10-12\n", encoding="utf-8")
    names = ("--text-column", "corps", "--id-column", "no", "--date-column", "jour")
    answer = json.loads(run(path, *names, "--include", "dates").stdout)
    assert (answer["id"], [date["value"] for date in answer["dates"]]) == ("7", ["2016-10-11"])
    assert "places" not in answer


def test_several_processes_give_the_lines_of_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one.ndjson", tmp_path / "two.ndjson"
    assert run(SAMPLES, "-o", one).exit_code == 0
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    subprocess.run(
        [sys.executable, "-m", "service.cli", "analyze", SAMPLES, "-o", two, "--workers", "2"],
        check=True, env=environment, cwd=ROOT,
    )  # fmt: skip
    assert one.read_bytes() == two.read_bytes()


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted when the first part is whole: its documents are not read again."""
    path, output = tmp_path / "many.ndjson", tmp_path / "out.ndjson"
    rows = [{"id": str(number), "text": f"À Lyon, {number}."} for number in range(450)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    class Interrupted(Parts):
        def add(self, lines: Iterable[bytes]) -> None:
            super().add(lines)
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(analyze, "Parts", Interrupted)
        done = run(path, "-o", output)
    assert (done.exit_code, "The same command goes on" in done.output) == (130, True)
    assert not output.exists()
    first = tmp_path / "out.ndjson.parts" / "00000000.ndjson"
    first.write_bytes(first.read_bytes().replace(b'{"id":"0",', b'{"id":"kept",'))
    assert "say --restart" in run(path, "-o", output, "--candidates", 1).output
    assert run(path, "-o", output).exit_code == 0
    ids = [json.loads(line)["id"] for line in output.read_text(encoding="utf-8").splitlines()]
    assert ids == ["kept", *(str(number) for number in range(1, 450))]
    assert not first.parent.exists()


def test_two_processes_do_not_write_one_output(tmp_path: Path) -> None:
    parts = Parts(tmp_path / "out", {"a": 1}, restart=False)
    with pytest.raises(OtherRun, match="Another process"):
        Parts(tmp_path / "out", {"a": 1}, restart=False)
    parts.close()
    Parts(tmp_path / "out", {"a": 1}, restart=False).close()


def test_a_text_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["analyze"], input="")
    assert (done.exit_code, done.output.count("\n")) == (1, 1)


def test_an_output_of_no_known_kind_is_refused(archive: Path, tmp_path: Path) -> None:
    assert "say --format" in run(archive, "-o", tmp_path / "out.xyz").output
    assert run(archive, "--format", "csv").exit_code == 2
