"""Reads the rows of an overlay: what is wrong with one is told beside it, so that all can be told at once."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.adapters.gazetteer_layout import SEPARATOR
from service.adapters.place_facts import PlaceFact, place_fact
from service.domain.model import PlaceType, Precision
from service.errors import DamagedData

COLUMNS = (
    "id name type country admin1 latitude longitude bbox precision population parents names source".split()
)
_NEEDED = ("id", "name", "type")
_PRECISIONS: dict[PlaceType, Precision] = {
    kind: precision
    for precision, kinds in (
        (Precision.CONTINENT, "continent"),
        (Precision.COUNTRY, "country territory"),
        (Precision.REGION, "supraregion region department area"),
        (Precision.CITY, "city"),
        (Precision.DISTRICT, "district"),
        (Precision.PART, "part"),
        (Precision.EXACT, "street building airport camp"),
        (Precision.WATER, "sea river lake strait"),
        (Precision.TERRAIN, "mountain island peninsula desert"),
    )
    for kind in map(PlaceType, kinds.split())
}


@dataclass(frozen=True, slots=True)
class OverlayRow:
    """`place` is what is wrong with the row, as a sentence, when it is no place."""

    where: str
    id: str
    place: PlaceFact | str


def read_overlay_rows(path: Path) -> tuple[OverlayRow, ...]:
    """Raises `DamagedData` when the file is no CSV or GeoJSON of places."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedData(f"{path} cannot be read: {error}.") from error
    read = _csv_rows if path.suffix.lower() == ".csv" else _geojson_rows
    return tuple(_row(where, cells) for where, cells in read(path, text))


def _row(where: str, cells: dict[str, str]) -> OverlayRow:
    given = cells["id"]
    missing = [column for column in _NEEDED if not cells[column]]
    if missing:
        return OverlayRow(where, given, f"{', '.join(missing)} is missing")
    if SEPARATOR in cells["name"]:
        return OverlayRow(where, given, f"the name holds {SEPARATOR}")
    kind = cells["type"]
    if not cells["precision"] and kind in set(PlaceType):
        cells["precision"] = _PRECISIONS[PlaceType(kind)]
    try:
        place = place_fact(where, {**cells, "id": f"overlay:{given}", "geonames": ""})
    except DamagedData as error:
        return OverlayRow(where, given, str(error).removeprefix(f"{where}: ").partition(". Correct")[0])
    return OverlayRow(where, given, place)


def _csv_rows(path: Path, text: str) -> Iterable[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    header = tuple(reader.fieldnames or ())
    unknown = [column for column in header if column not in COLUMNS]
    if unknown or any(column not in header for column in _NEEDED):
        raise DamagedData(
            f"{path}: its columns are {','.join(header) or 'none'}; needed are {','.join(_NEEDED)}, allowed "
            f"{','.join(COLUMNS)}."
        )
    try:
        for cells in reader:
            where = f"{path.name}:{reader.line_num}"
            yield (
                where,
                {column: (cells.get(column) or "").strip() for column in COLUMNS}
                | {"source": (cells.get("source") or f"overlay {path.name}").strip()},
            )
    except csv.Error as error:
        raise DamagedData(f"{path}: {error}.") from error


def _geojson_rows(path: Path, text: str) -> Iterable[tuple[str, dict[str, str]]]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise DamagedData(f"{path} is no JSON: {error}.") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list):
        raise DamagedData(f"{path} is no GeoJSON FeatureCollection.")
    for number, feature in enumerate(features, start=1):
        yield f"{path.name}, feature {number}", _cells(feature, path.name)


def _cells(feature: Any, name: str) -> dict[str, str]:
    """The cells that the CSV would have; what is of another shape becomes a text that is refused as such."""
    whole = feature if isinstance(feature, Mapping) else {}
    properties = whole.get("properties")
    told = properties if isinstance(properties, Mapping) else {}
    cells = {column: _text(told.get(column)) for column in COLUMNS}
    if whole.get("id") is not None:
        cells["id"] = _text(whole["id"])
    if box := whole.get("bbox"):
        cells["bbox"] = _text(box).replace(SEPARATOR, " ")
    geometry = whole.get("geometry")
    if isinstance(geometry, Mapping):
        cells |= _point(geometry)
    cells["source"] = cells["source"] or f"overlay {name}"
    return cells


def _point(geometry: Mapping[str, Any]) -> dict[str, str]:
    """Longitude comes first in GeoJSON; of whatever else than a point, the box, and its middle."""
    coordinates = geometry.get("coordinates")
    pairs = list(_pairs(coordinates))
    if not pairs:
        return {"latitude": f"{geometry.get('type')} without coordinates", "longitude": ""}
    east, north = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    west, south = min(east), min(north)
    if geometry.get("type") == "Point":
        return {"longitude": str(west), "latitude": str(south)}
    return {
        "longitude": str((west + max(east)) / 2),
        "latitude": str((south + max(north)) / 2),
        "bbox": f"{west} {south} {max(east)} {max(north)}",
    }


def _pairs(coordinates: Any) -> Iterable[tuple[float, float]]:
    """All positions, however deep; those that are no numbers are passed over."""
    waiting = [coordinates]
    while waiting:
        one = waiting.pop()
        if not isinstance(one, list):
            continue
        if len(one) >= 2 and all(isinstance(part, int | float) for part in one[:2]):
            yield float(one[0]), float(one[1])
        else:
            waiting += one


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return SEPARATOR.join(map(str, value))
    return str(value).strip()
