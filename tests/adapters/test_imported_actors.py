"""Actors imported from other collections, and the book that asks our own before them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from service.adapters.actor_book import CsvActorBook
from service.adapters.actor_entities import EntityReader, UnreadableEntity, read_ftm, wikidata_reader
from service.adapters.actor_file import ImportReport, import_actors
from service.adapters.imported_actors import ImportedActors, LayeredActors
from service.domain.model import ActorType, KnownActor, Office
from service.domain.ports import Attribution
from service.errors import DamagedData, NotFound

SOURCE = Attribution("Test register", "CC0-1.0", "https://example.org/")


def _ftm(id: str, schema: str, *names: str, **properties: Any) -> str:
    caption, *rest = names or ("",)
    return json.dumps(
        {
            "id": id,
            "schema": schema,
            "caption": caption,
            "properties": {"name": rest, **properties},
            "datasets": ["made_up"],
        }
    )


KAYA = _ftm(
    "Q900001",
    "Person",
    "Defne Kaya-Osman",
    "Kaya-Osman, Defne",
    country=["tr"],
    position=["Minister of Tides", "Minister of Tides"],
    topics=["role.pep"],
)
FIRM = _ftm("mu-12", "Company", "Kelpia Marine", "Kelpia", jurisdiction=["fr"], topics=["crime.terror"])
PARTY = _ftm("mu-13", "Organization", "Parti des Marées", country=["fr"], topics=["pol.party"])
ADDRESS = _ftm("mu-14", "Address", "1 quai des Brumes")


def _wikidata(id: str, label: str, classes: list[str], **claims: str) -> str:
    told = {"P31": classes, **{key: [item] for key, item in claims.items()}}
    return json.dumps(
        {
            "type": "item",
            "id": id,
            "labels": {"fr": {"language": "fr", "value": label}} if label else {},
            "aliases": {"fr": [{"language": "fr", "value": f"{label} bis"}]},
            "claims": {
                key: [{"mainsnak": {"datavalue": {"value": {"id": item}}}} for item in items]
                for key, items in told.items()
            },
        }
    )


def _import(path: Path, lines: list[str], read: EntityReader = read_ftm) -> ImportReport:
    return import_actors(path, lines, read, SOURCE)


@pytest.fixture
def imported(tmp_path: Path) -> ImportedActors:
    _import(tmp_path / "actors.sqlite", [KAYA, FIRM, PARTY, ADDRESS, "{", ""])
    return ImportedActors(tmp_path / "actors.sqlite")


def test_an_entity_of_ftm_becomes_an_actor() -> None:
    assert read_ftm(KAYA) == KnownActor(
        id="wikidata:Q900001",
        name="Defne Kaya-Osman",
        type=ActorType.PERSON,
        country="TR",
        wikidata="Q900001",
        aliases=("Kaya-Osman, Defne",),
        offices=(Office("Minister of Tides", "TR"),),
        source="made_up",
    )


@pytest.mark.parametrize(
    ("line", "type"),
    [
        (FIRM, ActorType.ARMED_GROUP),
        (PARTY, ActorType.PARTY),
        (_ftm("a", "Company", "Kelpia"), ActorType.COMPANY),
        (_ftm("a", "Organization", "Kelpia"), ActorType.ORGANISATION),
        (_ftm("a", "Person", "Kelpia", topics=["mil"]), ActorType.PERSON),
    ],
)
def test_schema_and_topics_tell_the_type(line: str, type: ActorType) -> None:
    actor = read_ftm(line)
    assert actor is not None
    assert actor.type is type


def test_what_does_not_act_is_passed_over() -> None:
    assert read_ftm(ADDRESS) is None


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        ("{}", "schema or properties are missing"),
        (_ftm("a/b", "Person", "Kelpia"), "'a/b' cannot stand in an address"),
        (_ftm("a", "Person", " ", "?"), "no name"),
        (_ftm("a", "Person", "x" * 200), "no name"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_an_unreadable_line_says_why(line: str, complaint: str) -> None:
    with pytest.raises(UnreadableEntity, match=complaint):
        read_ftm(line)


def test_an_item_of_wikidata_becomes_an_actor() -> None:
    read = wikidata_reader({"Q142": "FR"})
    line = _wikidata("Q900002", "Maël Le Goff", ["Q5"], P27="Q142") + ","
    assert read(line) == KnownActor(
        "wikidata:Q900002",
        "Maël Le Goff",
        ActorType.PERSON,
        "FR",
        "Q900002",
        ("Maël Le Goff bis",),
        source="Wikidata",
    )


@pytest.mark.parametrize(
    "line",
    ["[", "]", _wikidata("Q900003", "Une rivière", ["Q4022"]), _wikidata("Q900004", "", ["Q5"])],
)
def test_what_is_no_actor_of_wikidata_is_passed_over(line: str) -> None:
    assert wikidata_reader({})(line) is None


def test_the_most_telling_class_of_wikidata_wins() -> None:
    actor = wikidata_reader({})(_wikidata("Q900005", "Parti des Marées", ["Q43229", "Q7278"]))
    assert actor is not None
    assert actor.type is ActorType.PARTY


def test_lines_are_counted(tmp_path: Path) -> None:
    told: list[int] = []
    report = import_actors(
        tmp_path / "new" / "actors.sqlite",
        [KAYA, "{", ADDRESS, "", FIRM],
        read_ftm,
        SOURCE,
        lambda report: told.append(report.actors),
    )
    assert (report.lines, report.actors, report.passed_over, report.unreadable) == (5, 2, 1, 1)
    assert report.complaints[0][0] == 2
    assert told == [2]


def test_imported_actors_are_found_by_name_and_id(imported: ImportedActors) -> None:
    (kaya,) = imported.lookup("Defne KAYA-OSMAN")
    assert imported.get(kaya.id) == kaya == read_ftm(KAYA)
    assert imported.lookup("defne kaya-osman") == ()
    assert imported.longest_name("parti") == 3
    assert imported.longest_name("defne") == 3
    assert imported.longest_name("nobody") == 0
    assert imported.by_surname("osman") == (kaya,)
    assert imported.holders("head_of_state", "TR", None) == ()


def test_imported_actors_are_searched(imported: ImportedActors) -> None:
    assert [actor.name for actor in imported.search("kelpia")] == ["Kelpia Marine"]
    assert [actor.name for actor in imported.search("ka")] == ["Defne Kaya-Osman"]
    assert imported.search("ka", offset=1) == imported.search("") == ()


def test_an_unknown_id_is_not_found(imported: ImportedActors) -> None:
    with pytest.raises(NotFound):
        imported.get("ftm:nobody")


def test_an_actor_that_comes_again_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "actors.sqlite"
    _import(path, [KAYA])
    _import(path, [_ftm("Q900001", "Person", "Defne Osman")])
    book = ImportedActors(path)
    assert book.lookup("Defne Kaya-Osman") == ()
    assert [actor.name for actor in book.lookup("Defne Osman")] == ["Defne Osman"]
    assert len(book.attribution) == 2


def test_the_source_and_the_version_are_told(imported: ImportedActors, tmp_path: Path) -> None:
    assert imported.attribution == (SOURCE,)
    _import(tmp_path / "other.sqlite", [KAYA])
    assert imported.version.startswith("imported ")
    assert ImportedActors(tmp_path / "other.sqlite").version != imported.version


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedData, match="there is no such file"):
        ImportedActors(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("no database, but long enough to be taken for one " * 30)
    with pytest.raises(DamagedData, match="cannot be read"):
        ImportedActors(tmp_path / "text.sqlite")
    sqlite3.connect(tmp_path / "empty.sqlite").close()
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(DamagedData, match="schema 0"):
        ImportedActors(tmp_path / "empty.sqlite")


# ------------------------------------------------------------------ behind our own

OWN = KnownActor("wikidata:Q900001", "Defne Kaya", ActorType.PERSON, "TR", "Q900001", ("Defne Kaya-Osman",))


@pytest.fixture
def layered(imported: ImportedActors) -> LayeredActors:
    return LayeredActors(CsvActorBook((OWN,), (), {}, "own"), imported)


def test_our_own_actors_come_first(layered: LayeredActors) -> None:
    assert layered.lookup("Defne Kaya-Osman") == (OWN,)
    assert [actor.name for actor in layered.lookup("Parti des Marées")] == ["Parti des Marées"]
    assert layered.get("wikidata:Q900001") == OWN
    assert layered.get("ftm:mu-13").type is ActorType.PARTY
    assert layered.by_surname("kaya") == (OWN,)
    assert [actor.id for actor in layered.by_surname("osman")] == ["wikidata:Q900001"]
    assert layered.search("defne") == (OWN,)
    assert layered.search("kelpia")[0].id == "ftm:mu-12"
    assert layered.longest_name("defne") == 3
    assert layered.holders("head_of_state", "TR", None) == ()
    assert layered.version.startswith("own, imported ")
    assert layered.attribution == (SOURCE,)
