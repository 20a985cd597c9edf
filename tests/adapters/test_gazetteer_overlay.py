"""A user's own places over the gazetteer: validated, found, kept when it is built anew."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from service.adapters.gazetteer_builder import build, is_current
from service.adapters.gazetteer_file import verify
from service.adapters.gazetteer_import import import_dump
from service.adapters.gazetteer_overlay import lay_overlay, remove_overlay
from service.adapters.gazetteer_sources import Sources
from service.adapters.overlay_places import read_overlay
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.domain.model import BoundingBox, GazetteerEntry, PlaceType, Point, Precision
from service.errors import DamagedData, NotFound
from tests.fakes.small_dump import write_dump
from tests.fakes.small_world import write_sources

CSV = """\
id,name,type,country,latitude,longitude,names,parents,bbox
salle,Salle Omnia,building,,36.21,37.15,L'Omnia|Omnia,geonames:170063,
annexe,Annexe Omnia,building,,,,,redaction:salle,
zone,Zone d'Alep,area,SY,36.2,37.1,,geonames:163843,36 35 38 37
"""
FEATURE = {
    "type": "Feature",
    "id": "redaction:salle",
    "geometry": {"type": "Point", "coordinates": [37.15, 36.21]},
    "properties": {
        "name": "Salle Omnia",
        "type": "building",
        "names": ["Omnia", "L'Omnia"],
        "parents": ["geonames:170063"],
    },
}


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    return write_sources(tmp_path / "sources")


@pytest.fixture
def file(tmp_path: Path, sources: Sources) -> Path:
    build(tmp_path / "g.sqlite", sources, progress=False)
    return tmp_path / "g.sqlite"


def write(tmp_path: Path, content: str | dict[str, Any], name: str = "redaction.csv") -> Path:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def collection(*features: object) -> dict[str, object]:
    return {"type": "FeatureCollection", "features": list(features)}


def get(file: Path, id: str) -> GazetteerEntry:
    with closing(SqliteGazetteer(file)) as gazetteer:
        return gazetteer.get(id)


def test_places_of_a_table_are_found(tmp_path: Path, file: Path, sources: Sources) -> None:
    lay_overlay(file, write(tmp_path, CSV), None, sources)
    room, annexe, zone = (get(file, f"redaction:{slug}") for slug in ("salle", "annexe", "zone"))
    assert (room.name, room.type, room.precision) == ("Salle Omnia", PlaceType.BUILDING, Precision.EXACT)
    assert (room.country, room.admin1, room.source) == ("SY", "province d'Alep", "overlay redaction.csv")
    assert [parent.name for parent in room.parents][:3] == ["Alep", "province d'Alep", "Syrie"]
    assert [parent.name for parent in annexe.parents][:2] == ["Salle Omnia", "Alep"]
    assert (annexe.country, annexe.admin1, annexe.point) == ("SY", "province d'Alep", None)
    assert zone.bbox == BoundingBox(36, 35, 38, 37)
    with closing(SqliteGazetteer(file)) as gazetteer:
        assert gazetteer.lookup("Omnia")[0] == room
        assert gazetteer.lookup("Alep")[0].id == "geonames:170063"
        assert gazetteer.version.endswith("+ redaction")


def test_what_a_parent_of_the_file_tells_comes_first(tmp_path: Path, file: Path, sources: Sources) -> None:
    rows = "camp,Camp,camp,JO,Mafraq,geonames:170063\ntente,Tente,building,,,redaction:camp\n"
    lay_overlay(file, write(tmp_path, f"id,name,type,country,admin1,parents\n{rows}"), None, sources)
    assert (get(file, "redaction:tente").country, get(file, "redaction:tente").admin1) == ("JO", "Mafraq")


def test_only_line_ends_end_a_row(tmp_path: Path) -> None:
    (place,) = read_overlay(write(tmp_path, "id,name,type\nun,Parc\u2028Un,area\n"))
    assert place.name == "Parc\u2028Un"


def test_places_of_geojson_are_found(tmp_path: Path, file: Path, sources: Sources) -> None:
    polygon = {
        "type": "Feature",
        "properties": {"id": "parc", "name": "Parc", "type": "area", "country": "SY"},
        "geometry": {"type": "Polygon", "coordinates": [[[36, 35], [38, 35], [38, 37], [36, 35]]]},
    }
    lay_overlay(file, write(tmp_path, collection(FEATURE, polygon), "x.geojson"), None, sources)
    assert get(file, "redaction:salle").point == Point(36.21, 37.15)
    assert get(file, "redaction:salle").names == ("Salle Omnia", "Omnia", "L'Omnia")
    park = get(file, "redaction:parc")
    assert (park.point, park.bbox) == (Point(36, 37), BoundingBox(36, 35, 38, 37))


def test_the_prefix_is_that_of_the_ids_or_told_or_the_files_name(tmp_path: Path) -> None:
    bare = "id,name,type\nun,Un,city\n"
    assert read_overlay(write(tmp_path, bare, "Mes lieux.csv"))[0].id == "mes-lieux:un"
    assert read_overlay(write(tmp_path, bare), "agence")[0].id == "agence:un"
    assert read_overlay(write(tmp_path, bare.replace("un,", "afp:un,")))[0].id == "afp:un"


def test_laid_again_it_takes_the_place_of_the_former(tmp_path: Path, file: Path, sources: Sources) -> None:
    lay_overlay(file, write(tmp_path, CSV), None, sources)
    lay_overlay(file, write(tmp_path, "id,name,type\nautre,Autre,city\n"), None, sources)
    assert get(file, "redaction:autre").name == "Autre"
    with pytest.raises(NotFound):
        get(file, "redaction:salle")
    with closing(SqliteGazetteer(file)) as gazetteer:
        assert gazetteer.lookup("Omnia") == ()


def test_it_is_kept_when_the_gazetteer_is_written_anew(tmp_path: Path, file: Path, sources: Sources) -> None:
    overlay = write(tmp_path, CSV)
    lay_overlay(file, overlay, None, sources)
    overlay.unlink()
    assert is_current(file, sources)
    build(file, sources, progress=False)
    assert get(file, "redaction:salle").name == "Salle Omnia"
    import_dump(file, write_dump(tmp_path / "dump"), sources, progress=False)
    assert get(file, "redaction:salle").name == "Salle Omnia"
    assert verify(file).overlays == ("redaction",)


def test_it_can_be_taken_out_again(tmp_path: Path, file: Path, sources: Sources) -> None:
    before = verify(file).version
    lay_overlay(file, write(tmp_path, CSV), None, sources)
    remove_overlay(file, "redaction", sources)
    assert verify(file).version == before
    with pytest.raises(NotFound):
        get(file, "redaction:salle")
    with pytest.raises(DamagedData, match="no overlay"):
        remove_overlay(file, "redaction", sources)


def test_an_overlay_whose_parents_went_away_is_named(tmp_path: Path, file: Path, sources: Sources) -> None:
    lay_overlay(file, write(tmp_path, CSV), None, sources)
    fewer = write_sources(tmp_path / "fewer", places=(_WITHOUT_SYRIA), exonyms="id,name,source\n")
    with pytest.raises(DamagedData, match=r"no place geonames:163843 to be a parent(?s:.*)g.sqlite.overlays"):
        build(file, fewer, progress=False)
    assert get(file, "redaction:salle").name == "Salle Omnia"


_WITHOUT_SYRIA = """\
id,name,type,country,admin1,latitude,longitude,bbox,precision,population,parents,names,geonames,source,admin1_code
geonames:6255148,Europe,continent,,,48.69,9.14,,continent,,,,,GeoNames,
"""


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("salle,,building,,,,,,", "redaction.csv:2: name is missing"),
        ("salle,Salle,hall,,,,,,", "'hall' is none of continent"),
        ("salle,Salle,building,,91,1,,,", "91 degrees are out of range"),
        ("salle,Salle,building,,north,1,,,", "'north' is not a number of degrees"),
        ("salle,Salle,building,Syrie,,,,,", "country 'Syrie' is not an ISO"),
        ("salle,Salle,building,,,,,,1 2 3", "bbox '1 2 3' is not"),
        ("salle,Salle|Omnia,building,,,,,,", "the name holds |"),
        ("la salle,Salle,building,,,,,,", "the id 'la salle' is not redaction:…"),
        (
            "salle,Salle,building,,,,,redaction:nulle-part,",
            "the parent redaction:nulle-part is not in the file",
        ),
        ("geonames:1,Salle,building,,,,,,", "the id prefix 'geonames' is refused"),
    ],
)
def test_a_bad_row_is_told_and_nothing_is_changed(
    tmp_path: Path, file: Path, sources: Sources, row: str, complaint: str
) -> None:
    before = file.read_bytes()
    with pytest.raises(DamagedData) as refused:
        lay_overlay(file, write(tmp_path, CSV.partition("\n")[0] + f"\n{row}\n"), None, sources)
    assert complaint in str(refused.value)
    assert "gazette gazetteer build" not in str(refused.value)
    assert file.read_bytes() == before
    assert not (tmp_path / "g.sqlite.overlays").exists()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    rows = "".join(f"x{n},,city\n" for n in range(30))
    with pytest.raises(DamagedData) as refused:
        read_overlay(write(tmp_path, f"id,name,type\n{rows}"))
    assert "redaction.csv:21: name is missing" in str(refused.value)
    assert "and 10 more" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "name", "complaint"),
    [
        ("id,nom\n", "x.csv", "its columns are id,nom; needed are id,name,type"),
        ("id,name,type\n", "redaction.csv", "it holds no place"),
        ("{", "redaction.geojson", "is no JSON"),
        ("[]", "redaction.geojson", "is no GeoJSON FeatureCollection"),
        ('{"features": [7]}', "redaction.geojson", "feature 1: id, name, type is missing"),
        ('{"features": []}', "redaction.geojson", "it holds no place"),
    ],
)
def test_what_is_no_overlay_is_refused(tmp_path: Path, content: str, name: str, complaint: str) -> None:
    with pytest.raises(DamagedData) as refused:
        read_overlay(write(tmp_path, content, name))
    assert complaint in str(refused.value)


@pytest.mark.parametrize("parent", ["geonames:1", "geonames:alep", "wikidata:Q41183"])
def test_an_unknown_parent_is_told(tmp_path: Path, file: Path, sources: Sources, parent: str) -> None:
    overlay = write(tmp_path, f"id,name,type,parents\nsalle,Salle,building,{parent}\n")
    with pytest.raises(DamagedData, match=rf"redaction.csv:2: there is no place {parent} to be a parent"):
        lay_overlay(file, overlay, None, sources)


def test_there_must_be_a_gazetteer_to_lay_it_over(tmp_path: Path, sources: Sources) -> None:
    with pytest.raises(DamagedData, match="no gazetteer"):
        lay_overlay(tmp_path / "none.sqlite", write(tmp_path, CSV), None, sources)
