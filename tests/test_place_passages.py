"""Which place a name means: `data/place_passages.txt`, through the service with its own recogniser."""

from __future__ import annotations

import json
import re
import urllib.request
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from bench.service import RunningService

_MARK = re.compile(r"\[([^|\]]+)\|(-?[\d.]+) (-?[\d.]+)\]")
_LINES = (Path(__file__).parent / "data" / "place_passages.txt").read_text(encoding="utf-8").splitlines()
PASSAGES = [line for line in _LINES if line and line[0] not in "#~"]
NEAR_KM = 161.0  # the measure of the literature: a hundred miles


def read(passage: str) -> tuple[str, list[tuple[int, str, float, float]]]:
    """The text without marks; start, name, latitude and longitude of each place."""
    text, expected, last = "", list[tuple[int, str, float, float]](), 0
    for mark in _MARK.finditer(passage):
        text += passage[last : mark.start()]
        expected.append((len(text), mark[1], float(mark[2]), float(mark[3])))
        text += mark[1]
        last = mark.end()
    return text + passage[last:], expected


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (latitude, longitude), (to, across) = (map(radians, point) for point in (one, other))
    half = sin((to - latitude) / 2) ** 2 + cos(latitude) * cos(to) * sin((across - longitude) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))


def point_of(places: list[dict[str, Any]], start: int, end: int) -> tuple[float, float] | None:
    """The point of the place that is mentioned there."""
    for place in places:
        if any(m["start"] < end and start < m["end"] for m in place["mentions"]):
            return None if place["latitude"] is None else (place["latitude"], place["longitude"])
    return None


def ask(live: RunningService, **request: object) -> list[dict[str, Any]]:
    body = json.dumps({"language": "fr", "include": ["places"], **request}).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{live.url}/v1/analyze", body, headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        places: list[dict[str, Any]] = json.load(answer)["places"]
    return places


@pytest.mark.parametrize("passage", PASSAGES)
def test_namesakes_are_told_apart(live: RunningService, passage: str) -> None:
    text, expected = read(passage)
    places = ask(live, text=text, published_at="2024-06-01")
    far = []
    for start, name, latitude, longitude in expected:
        point = point_of(places, start, start + len(name))
        if point is None or distance_km(point, (latitude, longitude)) > NEAR_KM:
            far.append((name, point))
    assert far == []


def test_hints_are_a_bias_among_namesakes(live: RunningService) -> None:
    text = "Il travaille à Tripoli depuis trois ans."
    assert ask(live, text=text)[0]["country"] == "LY"
    assert ask(live, text=text, hints={"countries": ["LB"]})[0]["country"] == "LB"
    near = {"latitude": 34.4, "longitude": 35.8}
    assert ask(live, text=text, hints=near)[0]["country"] == "LB"
