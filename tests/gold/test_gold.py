"""The annotated sample articles hold together: every offset, table and span."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent
ARTICLES = Path(__file__).parents[2] / "service" / "data" / "articles"
IDS = sorted(path.stem for path in GOLD.glob("*.json"))
ACTOR_TYPES = {
    "person",
    "government",
    "military",
    "armed_group",
    "party",
    "igo",
    "media",
    "company",
    "organisation",
}


def read(folder: Path, id: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / f"{id}.json").read_text(encoding="utf-8"))
    return content


def mentions(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [*gold["actors"], *gold["places"], *gold["dates"]]


def test_every_article_is_annotated() -> None:
    assert sorted(path.stem for path in ARTICLES.glob("*.json")) == IDS
    assert len(IDS) >= 12


@pytest.mark.parametrize("id", IDS)
def test_offsets_point_at_their_text(id: str) -> None:
    gold, article = read(GOLD, id), read(ARTICLES, id)
    text = article["text"]
    assert (gold["id"], article["id"], gold["characters"]) == (id, id, len(text))
    wrong = [m for m in mentions(gold) if text[m["start"] : m["end"]] != m["text"] or "\n" in m["text"]]
    assert wrong == []


@pytest.mark.parametrize("id", IDS)
def test_article_is_complete(id: str) -> None:
    gold, article = read(GOLD, id), read(ARTICLES, id)
    assert article["language"] == gold["language"] == "fr"
    assert article["title"]
    assert date.fromisoformat(article["published_at"]) == date.fromisoformat(gold["published_at"])
    assert 1_500 <= len(article["text"]) <= 3_000


@pytest.mark.parametrize("id", IDS)
def test_actor_table_is_complete(id: str) -> None:
    gold = read(GOLD, id)
    assert {m["actor"] for m in gold["actors"]} == set(gold["actor_table"])
    assert {m["kind"] for m in gold["actors"]} <= {"named", "metonym", "nominal", "optional"}
    assert {row["type"] for row in gold["actor_table"].values()} <= ACTOR_TYPES
    assert all(row["name"] for row in gold["actor_table"].values())


@pytest.mark.parametrize("id", IDS)
def test_place_table_is_complete_and_sourced(id: str) -> None:
    gold = read(GOLD, id)
    assert {m["place"] for m in gold["places"]} == set(gold["place_table"])
    for row in gold["place_table"].values():
        assert row["name"]
        assert row["source"]
        assert -90 <= row["lat"] <= 90
        assert -180 <= row["lon"] <= 180
        assert row["tolerance_km"] > 0


@pytest.mark.parametrize("id", IDS)
def test_a_metonym_is_a_place_and_an_actor(id: str) -> None:
    gold = read(GOLD, id)
    metonyms = {(m["start"], m["end"]) for m in gold["actors"] if m["kind"] == "metonym"}
    metonymic = {(m["start"], m["end"]) for m in gold["places"] if m["usage"] == "metonymic"}
    assert metonyms == metonymic
    assert {m["usage"] for m in gold["places"]} <= {"literal", "metonymic", "either"}


@pytest.mark.parametrize("id", IDS)
def test_nothing_but_optional_dates_lies_in_boilerplate(id: str) -> None:
    gold = read(GOLD, id)
    inside = [
        m
        for m in mentions(gold)
        for zone in gold["boilerplate"]
        if m["start"] < zone["end"] and zone["start"] < m["end"] and not m.get("optional")
    ]
    assert inside == []


@pytest.mark.parametrize("id", IDS)
def test_dates_have_a_type_and_a_value(id: str) -> None:
    dates = read(GOLD, id)["dates"]
    assert {m["type"] for m in dates} <= {"DATE", "TIME", "DURATION", "SET"}
    assert all(m["value"] or m.get("optional") for m in dates)
