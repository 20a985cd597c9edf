"""Makes world.json from countries-50m.json of the npm package world-atlas 2.0.2.

    python convert.py countries-50m.json > world.json

Leaves out the land and the English names, rounds to a hundredth of a degree, and gives each country its ISO
3166-1 alpha-2 code, a point for its label and the area of its largest part, in square degrees.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import core

Point = tuple[float, float]
Ring = list[Point]

STEP = 0.01  # degrees
GRID = 48  # trial points a side, when the point of a label is sought
WITHOUT_CODE = {"Kosovo": "XK"}


def main(source: str) -> None:
    world = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [list(degrees(arc, world["transform"])) for arc in world["arcs"]]
    countries = [country(one, arcs) for one in world["objects"]["countries"]["geometries"]]
    out = {
        "type": "Topology",
        "transform": {"scale": [STEP, STEP], "translate": [0, 0]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
        "arcs": [deltas(arc) for arc in arcs],
    }
    print(json.dumps(out, ensure_ascii=False, separators=(",", ":")))


def degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of an arc, told as differences, in steps of `STEP`."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        scale, shift = transform["scale"], transform["translate"]
        yield round((x * scale[0] + shift[0]) / STEP), round((y * scale[1] + shift[1]) / STEP)


def deltas(arc: Ring) -> list[list[float]]:
    kept = [arc[0], *(b for a, b in zip(arc, arc[1:]) if a != b)]
    if len(kept) == 1:
        kept.append(arc[-1])
    return [list(kept[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in zip(kept, kept[1:]))]


def country(geometry: dict[str, Any], arcs: list[Ring]) -> dict[str, Any]:
    name = geometry["properties"]["name"]
    aliases = core.get_global("territory_aliases")  # CLDR: ISO numeric codes are among them
    known = aliases.get(geometry.get("id", "").zfill(3), [WITHOUT_CODE.get(name)])
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    ring = max((outline(polygon[0], arcs) for polygon in polygons), key=lambda ring: abs(area(ring)))
    x, y = inner_point(ring)
    return {
        "type": geometry["type"],
        "arcs": geometry["arcs"],
        "id": known[0],
        "properties": {
            "label": [round((x * STEP + 180) % 360 - 180, 2), round(y * STEP, 2)],
            "area": round(abs(area(ring)) * STEP**2, 2),
        },
    }


def outline(indices: list[int], arcs: list[Ring]) -> Ring:
    """The corners of a ring; past the antimeridian, longitudes go on counting."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc if not ring else arc[1:])
    turn = round(360 / STEP)
    for at in range(1, len(ring)):
        x, y = ring[at]
        ring[at] = x - turn * round((x - ring[at - 1][0]) / turn), y
    return ring


def area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def inner_point(ring: Ring) -> Point:
    """Of the points of a grid, the one within the ring that is farthest from its corners."""
    west, east = min(p[0] for p in ring), max(p[0] for p in ring)
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    corners = ring[:: max(1, len(ring) // 300)]
    best, room = ((west + east) / 2, (south + north) / 2), -1.0
    for i in range(1, GRID):
        for j in range(1, GRID):
            point = west + (east - west) * i / GRID, south + (north - south) * j / GRID
            near = min((point[0] - x) ** 2 / 2 + (point[1] - y) ** 2 for x, y in corners)
            if near > room and inside(point, ring):
                best, room = point, near
    return best


def inside(point: Point, ring: Ring) -> bool:
    x, y = point
    within = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            within = not within
    return within


if __name__ == "__main__":
    main(sys.argv[1])
