"""Articles with the places marked in them: what `bench.places` measures on."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.service import ROOT

_MARK = re.compile(r"\{([^|{}]+)\|([a-z0-9-]+)([!?]?)\}|\[([^|\]]+)\|(-?[\d.]+) (-?[\d.]+)\]")
_USAGES = {"": "literal", "!": "metonymic", "?": "either"}
_PASSAGE_KM = 161.0  # the measure of the literature: a hundred miles


@dataclass(frozen=True, slots=True)
class Expected:
    """A place that the text names from `start` to `end`, and how far off its point may be."""

    start: int
    end: int
    latitude: float
    longitude: float
    tolerance_km: float
    usage: str = "either"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and all its places; `complete` is false where only some of them are marked."""

    id: str
    text: str
    day: date | None
    expected: tuple[Expected, ...]
    complete: bool = True


def articles() -> Iterator[Marked]:
    """`bench/place_articles`: a day, then `{name|key of points.csv}`; `!` marks a power, `?` either."""
    folder = ROOT / "bench" / "place_articles"
    with (folder / "points.csv").open(encoding="utf-8", newline="") as file:
        points = {row["key"]: row for row in csv.DictReader(file)}
    for path in sorted(folder.glob("*.txt")):
        day, _, marked = path.read_text(encoding="utf-8").partition("\n")
        text, expected, last = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            row = points[mark[2]]
            expected.append(
                Expected(
                    len(text),
                    len(text) + len(mark[1]),
                    float(row["latitude"]),
                    float(row["longitude"]),
                    float(row["tolerance_km"]),
                    _USAGES[mark[3]],
                )
            )
            text += mark[1]
            last = mark.end()
        yield Marked(path.stem, text + marked[last:], date.fromisoformat(day), tuple(expected))


def samples() -> Iterator[Marked]:
    """The annotated sample articles."""
    for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        sample = ROOT / "service" / "data" / "articles" / path.name
        text = json.loads(sample.read_text(encoding="utf-8"))["text"]
        table = gold["place_table"]
        expected = tuple(_of_gold(mention, table[mention["place"]]) for mention in gold["places"])
        yield Marked(gold["id"], text, date.fromisoformat(gold["published_at"]), expected)


def _of_gold(mention: dict[str, Any], place: dict[str, Any]) -> Expected:
    return Expected(
        mention["start"],
        mention["end"],
        place["lat"],
        place["lon"],
        place["tolerance_km"],
        mention["usage"],
    )


def passages() -> Iterator[Marked]:
    """`tests/data/place_passages.txt`: namesakes in a sentence or two, `[name|latitude longitude]`."""
    path = ROOT / "tests" / "data" / "place_passages.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line[0] in "#~":
            continue
        text, expected, last = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[last : mark.start()]
            end = len(text) + len(mark[4])
            expected.append(Expected(len(text), end, float(mark[5]), float(mark[6]), _PASSAGE_KM))
            text += mark[4]
            last = mark.end()
        yield Marked(
            f"passage {number}", text + line[last:], date(2024, 6, 1), tuple(expected), complete=False
        )


def newspapers(path: Path) -> Iterator[Marked]:
    """A collection of `{id, text, date, toponyms: [{start, end, lat, lon}]}` lines; points within 161 km."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["date"]) if len(row.get("date") or "") == len("2016-10-12") else None
        expected = tuple(
            Expected(one["start"], one["end"], one["lat"], one["lon"], _PASSAGE_KM)
            for one in row["toponyms"]
            if one.get("lat") is not None
        )
        yield Marked(row["id"], row["text"], day, expected, complete=False)
