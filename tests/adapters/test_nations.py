"""Nations and seats of power, read from their tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.nations import load_nations, read_seats
from service.errors import DamagedData

NATIONS = (
    "country,name,place,capital,adjectives,inhabitants,source\n"
    "RU,Russie,geonames:2017370,geonames:524901,russe|russes,Russe|Russes,test\n"
    "XK,Kosovo,geonames:831053,,kosovar|kosovare,Kosovar|Kosovare,test\n"
)
SEATS = (
    "place,country,actor,source\n"
    "gazette:kremlin,RU,,test\n"
    "geonames:2800866,,gazette:commission-europeenne,test\n"
)


def _folder(folder: Path, nations: str = NATIONS, seats: str = SEATS) -> Path:
    (folder / "nations.csv").write_text(nations, encoding="utf-8")
    (folder / "seats.csv").write_text(seats, encoding="utf-8")
    return folder


def test_nations_are_found_by_adjective_inhabitant_and_place(tmp_path: Path) -> None:
    nations = load_nations(_folder(tmp_path))
    assert nations.of_adjective("kosovare") == "XK"
    assert nations.of_inhabitants("russes") == "RU"
    russia, kosovo = nations.get("RU"), nations.get("XK")
    assert russia is not None
    assert russia.name == "Russie"
    assert kosovo is not None
    assert kosovo.capital is None


def test_seats_stand_for_a_country_or_an_actor(tmp_path: Path) -> None:
    nations = load_nations(_folder(tmp_path))
    kremlin, brussels, moscow = map(nations.seat, ("gazette:kremlin", "geonames:2800866", "geonames:524901"))
    assert kremlin is not None
    assert (kremlin.country, kremlin.actor) == ("RU", None)
    assert brussels is not None
    assert (brussels.country, brussels.actor) == (None, "gazette:commission-europeenne")
    assert moscow is not None
    assert moscow.country == "RU"
    assert nations.seat("geonames:1") is None


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("RUS,Russie,geonames:1,,,,test\n", r"nations\.csv:4: country 'RUS'"),
        (",Russie,geonames:1,,,,test\n", "country is empty"),
        ("FR,France,,,,,test\n", "place is empty"),
        ("FR,France,geonames:1,,,,\n", "source is empty"),
        ("RU,Russie,geonames:1,,,,test\n", "RU has a row already"),
    ],
)
def test_a_damaged_nation_is_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(DamagedData, match=complaint):
        load_nations(_folder(tmp_path, nations=NATIONS + row))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("gazette:elysee,,,test\n", r"seats\.csv:4: gazette:elysee stands for no country"),
        ("gazette:kremlin,RU,,test\n", "gazette:kremlin has a row already"),
        (",RU,,test\n", "place is empty"),
    ],
)
def test_a_damaged_seat_is_refused(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(DamagedData, match=complaint):
        read_seats(_folder(tmp_path, seats=SEATS + row) / "seats.csv")
