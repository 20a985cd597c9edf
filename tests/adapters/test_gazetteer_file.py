"""The gazetteer file: how it is built, when it is current, and when it is refused."""

from __future__ import annotations

import os
import resource
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from service.adapters import gazetteer_sources
from service.adapters.gazetteer_builder import build, is_current
from service.adapters.gazetteer_file import verify
from service.adapters.gazetteer_import import import_dump
from service.adapters.gazetteer_layout import Quality
from service.adapters.gazetteer_sources import Sources
from service.adapters.spellings import alternate_quality
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.domain.model import PlaceType, Point
from service.errors import DamagedData
from tests.fakes.small_dump import write_dump
from tests.fakes.small_world import EXONYMS_CSV, PLACES_CSV, cities, write_sources


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return write_sources(tmp_path)


@pytest.fixture
def file(tmp_path: Path, sources: Sources) -> Path:
    build(tmp_path / "g.sqlite", sources, progress=False)
    return tmp_path / "g.sqlite"


def test_the_report_says_what_was_built(tmp_path: Path, sources: Sources) -> None:
    report = build(tmp_path / "new" / "g.sqlite", sources, progress=False)
    assert report.path.is_file()
    assert report.info.places == 48
    assert report.info == verify(report.path)
    assert "48 places" in report.info.describe()
    assert report.seconds >= 0


def test_a_folder_may_have_an_apostrophe(tmp_path: Path, sources: Sources) -> None:
    assert build(tmp_path / "l'atelier" / "g.sqlite", sources, progress=False).info.places == 48


def test_progress_is_shown_when_wanted(
    tmp_path: Path, sources: Sources, capfd: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "g.sqlite", sources, progress=True)
    assert "Reading places" in capfd.readouterr().err
    build(tmp_path / "g.sqlite", sources, progress=False)
    assert capfd.readouterr().err == ""


def test_the_same_sources_make_the_same_file(tmp_path: Path, sources: Sources, file: Path) -> None:
    again = build(tmp_path / "again.sqlite", sources, progress=False)
    assert again.path.read_bytes() == file.read_bytes()


def test_it_is_current_until_a_source_changes(sources: Sources, file: Path) -> None:
    assert is_current(file, sources)
    assert not is_current(file, replace(sources, cities_version="1"))
    sources.exonyms.write_text(EXONYMS_CSV + "geonames:2643741,Cité,hand\n", encoding="utf-8")
    assert not is_current(file, sources)


def test_what_is_absent_or_damaged_is_not_current(tmp_path: Path, sources: Sources) -> None:
    assert not is_current(tmp_path / "none.sqlite", sources)
    (tmp_path / "text.sqlite").write_text("no database", encoding="utf-8")
    assert not is_current(tmp_path / "text.sqlite", sources)


def test_a_city_gets_its_country_and_division(file: Path) -> None:
    with closing(SqliteGazetteer(file)) as gazetteer:
        alep = gazetteer.get("geonames:170063")
        paris = gazetteer.get("geonames:2988507")
    assert alep.admin1 == "province d'Alep"
    assert [parent.name for parent in alep.parents] == [
        "province d'Alep",
        "Syrie",
        "Asie",
        "Moyen-Orient",
    ]
    assert paris.admin1 is None
    assert [parent.type for parent in paris.parents] == [PlaceType.COUNTRY, PlaceType.CONTINENT]


def test_a_reviewed_row_takes_the_place_of_a_city_and_keeps_its_names(file: Path) -> None:
    with closing(SqliteGazetteer(file)) as gazetteer:
        bab = gazetteer.get("geonames:174448")
    assert (bab.name, bab.point, bab.population) == ("Al-Bab", Point(36.37, 37.51), 130745)
    assert {"El-Bab", "Al Bāb"} <= set(bab.names)
    assert [parent.name for parent in bab.parents][:2] == ["province d'Alep", "Syrie"]


def test_a_french_name_is_shown_and_the_other_kept(file: Path) -> None:
    with closing(SqliteGazetteer(file)) as gazetteer:
        london = gazetteer.get("geonames:2643743")
    assert london.names[:2] == ("Londres", "London")


@pytest.mark.parametrize(
    ("name", "quality"),
    [
        ("Alep", Quality.ALTERNATE),
        ("حلب", Quality.ALTERNATE),
        ("巴黎", Quality.ALTERNATE),
        ("CDG", Quality.CODE),
        ("LA", None),
        ("La", None),
        ("Par", None),
        ("a lei po", None),
        ("Gand|Gent", None),
        ("’", None),
    ],
)
def test_poor_names_are_left_out(name: str, quality: Quality | None) -> None:
    assert alternate_quality(name, frozenset({"par"})) is quality


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("gazette:x,X,town,FR,,1,1,,city,,,,,hand,", "'town' is none of"),
        ("gazette:x,X,city,FR,,1,,,city,,,,,hand,", "not a number of degrees"),
        ("gazette:x,X,city,FR,,91,1,,city,,,,,hand,", "out of range"),
        ("gazette:x,X,city,France,,1,1,,city,,,,,hand,", "alpha-2"),
        ("gazette:x,X,city,FR,,1,1,1 2 3,city,,,,,hand,", "west south east north"),
        ("gazette:x,X,city,FR,,1,1,1 9 3 4,city,,,,,hand,", "south north of its north"),
        ("gazette:x,X,city,FR,,1,1,,city,many,,,,hand,", "not a whole number"),
        ("gazette:x,X,city,FR,,1,1,,city,,gazette:nobody,,,hand,", "no place gazette:nobody"),
        ("gazette:x,X,city,FR,,1,1,,city,,,,12,hand,", "has the id geonames:12"),
        ("gazette:x,X,city,FR,,1,1,,city,,,,,,", "a source"),
        ("x,X,city,FR,,1,1,,city,,,,,hand,", "typed id"),
        ("gazette:x,X,city,FR", "columns"),
        ("gazette:kremlin,X,city,FR,,1,1,,city,,,,,hand,", "already given at small.csv:14"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, row: str, complaint: str) -> None:
    sources = write_sources(tmp_path, places=f"{PLACES_CSV}{row}\n")
    with pytest.raises(DamagedData, match=complaint) as refused:
        build(tmp_path / "g.sqlite", sources, progress=False)
    assert "small.csv:16" in str(refused.value)
    assert "gazette gazetteer build" in str(refused.value)


@pytest.mark.parametrize(
    "row", ["geonames:1,Nulle part,hand", "geonames:170063,Alep,hand", "170063,Alep,hand", "geonames:2,,hand"]
)
def test_a_bad_french_name_is_refused(tmp_path: Path, row: str) -> None:
    sources = write_sources(tmp_path, exonyms=f"{EXONYMS_CSV}{row}\n")
    with pytest.raises(DamagedData, match=r"exonyms.csv:8"):
        build(tmp_path / "g.sqlite", sources, progress=False)


@pytest.mark.parametrize("row", ["geonames:170063,geonames:2988507", "gazette:old,gazette:nobody"])
def test_a_bad_merger_is_refused(tmp_path: Path, row: str) -> None:
    sources = write_sources(tmp_path, mergers=f"id,into,source\n{row},hand\n")
    with pytest.raises(DamagedData, match=r"mergers.csv:2"):
        build(tmp_path / "g.sqlite", sources, progress=False)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    sources = write_sources(tmp_path, exonyms="id,nom\n")
    with pytest.raises(DamagedData, match="columns are to be id,name,source"):
        build(tmp_path / "g.sqlite", sources, progress=False)


def test_a_failed_build_leaves_the_old_file_and_nothing_else(tmp_path: Path, file: Path) -> None:
    before = file.read_bytes()
    bad = write_sources(tmp_path / "bad", places="nonsense\n")
    with pytest.raises(DamagedData):
        build(file, bad, progress=False)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_an_interrupted_build_leaves_the_old_file_and_nothing_else(tmp_path: Path, file: Path) -> None:
    def interrupted() -> dict[str, Mapping[str, Any]]:
        raise KeyboardInterrupt

    before = file.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        build(file, replace(write_sources(tmp_path / "more"), cities=interrupted), progress=False)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("room", [0, 8192, 40_000, 80_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, file: Path, sources: Sources, room: int
) -> None:
    before = file.read_bytes()
    assert len(before) > room
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limits[1]))
    try:
        with pytest.raises((sqlite3.Error, OSError)):
            build(file, sources, progress=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path, file: Path, sources: Sources) -> None:
    (tmp_path / ".g.sqlite.4194999.part").write_bytes(b"half")
    (tmp_path / f".g.sqlite.{os.getppid()}.part").write_bytes(b"another's")
    build(file, sources, progress=False)
    assert [path.name for path in tmp_path.glob(".*")] == [f".g.sqlite.{os.getppid()}.part"]


# ---------------------------------------------------------------------- refusals


def test_an_absent_file_is_refused_with_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(DamagedData, match=r"no gazetteer at .* Run `gazette gazetteer build`"):
        SqliteGazetteer(tmp_path / "none.sqlite")


def test_another_schema_is_refused_with_what_to_run(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
        connection.commit()
    with pytest.raises(
        DamagedData, match=r"schema 99; this version reads \d+. Run `gazette gazetteer build`"
    ):
        SqliteGazetteer(file)


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0 and then nothing"])
def test_what_is_no_gazetteer_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "g.sqlite"
    path.write_bytes(content)
    with pytest.raises(DamagedData, match="gazette gazetteer build"):
        SqliteGazetteer(path)


@pytest.mark.parametrize("tenth", range(10))
def test_a_single_flipped_bit_is_refused_at_start(file: Path, tenth: int) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) * tenth // 10 + 200] ^= 4
    file.write_bytes(content)
    with pytest.raises(DamagedData, match="Run `gazette gazetteer build`"):
        SqliteGazetteer(file)


def test_a_page_of_zeros_is_refused_at_start(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:16384] + bytes(8192) + content[24576:])
    with pytest.raises(DamagedData, match="gazette gazetteer build"):
        SqliteGazetteer(file)


def test_an_import_that_is_refused_says_how_to_import_it_again(tmp_path: Path, sources: Sources) -> None:
    path = tmp_path / "g.sqlite"
    import_dump(path, write_dump(tmp_path / "dump"), sources, progress=False)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
        connection.commit()
    with pytest.raises(DamagedData, match=r"schema 1; .* run `gazette gazetteer import`"):
        SqliteGazetteer(path)


def test_a_file_cut_short_is_refused(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedData, match="gazette gazetteer build"):
        verify(file)
    with pytest.raises(DamagedData, match="gazette gazetteer build"):
        _ask_everything(file)


def _ask_everything(file: Path) -> None:
    with closing(SqliteGazetteer(file)) as gazetteer:
        for city in cities().values():
            gazetteer.lookup(city["name"])


# ---------------------------------------------------------------------- processes and threads


def test_threads_ask_at_once(file: Path) -> None:
    found: list[int] = []
    with closing(SqliteGazetteer(file)) as gazetteer:
        threads = [
            threading.Thread(target=lambda: found.extend(len(gazetteer.lookup("Paris")) for _ in range(50)))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [2] * 200


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # there may be threads; the child has none
def test_a_child_process_opens_the_file_anew(file: Path) -> None:
    with closing(SqliteGazetteer(file)) as gazetteer:
        gazetteer.lookup("Paris")
        child = os.fork()
        if child == 0:
            os._exit(0 if len(gazetteer.lookup("Paris")) == 2 else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert len(gazetteer.lookup("Paris")) == 2


def test_it_opens_again_after_closing(file: Path) -> None:
    gazetteer = SqliteGazetteer(file)
    gazetteer.lookup("Paris")
    gazetteer.close()
    assert len(gazetteer.lookup("Paris")) == 2
    gazetteer.close()


def test_the_shipped_sources_can_be_read() -> None:
    shipped = Sources()
    assert all(file.is_file() for file in shipped.files)
    assert gazetteer_sources.read_attribution(shipped.attribution)
    assert "par" in gazetteer_sources.read_stop_words(shipped.stop_words)
