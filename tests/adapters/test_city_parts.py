"""The dated facts about parts of cities, as shipped and as damaged."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from service import data
from service.adapters.city_parts import load_city_parts
from service.errors import DamagedData

ALEPPO = "geonames:170063"


def test_the_east_of_aleppo_was_the_rebels_until_december_2016() -> None:
    parts = {(part.city, part.word): part for part in load_city_parts(data.FOLDER)}
    rebels = parts[ALEPPO, "rebelle"]
    assert rebels.side == "est"
    assert rebels.holds(date(2016, 10, 11))
    assert not rebels.holds(date(2017, 1, 1))
    assert not rebels.holds(None)
    assert rebels.point == parts[ALEPPO, "est"].point
    assert rebels.point.longitude > parts[ALEPPO, "ouest"].point.longitude


@pytest.mark.parametrize(
    "row",
    ["geonames:170063,est,est,,,nobody,x", "geonames:170063,est,est,2012,,rebel,x", ",est,est,,,rebel,x"],
)
def test_a_row_that_cannot_be_understood_is_refused(row: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data.FOLDER / "places", folder / "places")
    shutil.copy(data.FOLDER / "aleppo_sides_2016.csv", folder)
    (folder / "city_parts.csv").write_text(f"city,word,side,since,until,held_by,source\n{row}\n", "utf-8")
    with pytest.raises(DamagedData):
        load_city_parts(folder)
