"""Every quarter of Aleppo is found by each of its spellings where the text speaks of Aleppo, else never."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from service.adapters.nations import load_nations
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.domain.model import Label, Name
from service.domain.nations import Nations
from service.domain.places import find_toponyms, resolve
from service.domain.ports import Gazetteer
from service.domain.text import read_words
from tests.conftest import GAZETTEER

DATA = Path(__file__).parents[1] / "service" / "data"
_PREFIX = "gazette:alep-"
_DESCRIPTIONS = {"Vieille ville", "Alep ancienne", "Projet 1070"}  # no names by their shape


def spellings() -> list[tuple[str, str]]:
    """The ids of the quarters with each of their spellings in Latin letters."""
    path = DATA / "places" / "aleppo_districts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["type"] == "district"]
    return [
        (row["id"], name)
        for row in rows
        for name in row["names"].split("|")
        if name[0].isupper() and name.isprintable() and name[0] < "ɐ" and "(" not in name
        if name not in _DESCRIPTIONS
    ]


@pytest.fixture(scope="module")
def gazetteer(compiled_gazetteer: None) -> SqliteGazetteer:
    return SqliteGazetteer(GAZETTEER)


@pytest.fixture(scope="module")
def nations() -> Nations:
    return load_nations(DATA)


def read(text: str, towns: tuple[str, ...], gazetteer: Gazetteer, nations: Nations) -> list[str]:
    """The ids of the places read, of which a recogniser found the towns."""
    words = read_words(text)
    names = tuple(Name(text.index(town), text.index(town) + len(town), town, Label.PLACE) for town in towns)
    toponyms = find_toponyms(words, names, gazetteer, nations)
    return [reading.entry.id for reading in resolve(toponyms, words, gazetteer, nations)]


def test_each_spelling_is_found_where_aleppo_is_told(gazetteer: SqliteGazetteer, nations: Nations) -> None:
    missed = [
        (place, name)
        for place, name in spellings()
        if place
        not in read(f"À Alep, le quartier de {name} a été bombardé lundi.", ("Alep",), gazetteer, nations)
    ]
    assert missed == []


def test_no_spelling_is_a_quarter_of_aleppo_elsewhere(gazetteer: SqliteGazetteer, nations: Nations) -> None:
    taken = [
        (place, name)
        for place, name in spellings()
        for text, towns in (
            (f"Le quartier de {name} a été bombardé lundi, près de Mossoul, en Irak.", ("Mossoul", "Irak")),
            (f"À Damas, le quartier de {name} a été bombardé lundi.", ("Damas",)),
            (f"À Téhéran, une rue de {name} a été inondée lundi.", ("Téhéran",)),
        )
        if any(found.startswith(_PREFIX) for found in read(text, towns, gazetteer, nations))
    ]
    assert taken == []
