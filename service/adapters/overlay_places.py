"""A user's own places, from GeoJSON (RFC 7946) or CSV, under their own id prefix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from service.adapters.overlay_rows import OverlayRow, read_overlay_rows
from service.adapters.place_facts import PlaceFact
from service.errors import DamagedData

_PREFIX = re.compile(r"[a-z][a-z0-9-]{1,30}")
_SLUG = re.compile(r"[A-Za-z0-9._~-]{1,100}")
_TAKEN = frozenset("geonames gazette wikidata osm text nominatim photon pelias".split())
MOST_FAULTS = 20  # told at once


def read_overlay(path: Path, prefix: str | None = None) -> tuple[PlaceFact, ...]:
    """The places of a file, their ids with the prefix: the file's name unless told here or in the ids.

    Raises `DamagedData` that tells up to twenty faults, each with its row.
    """
    rows = read_overlay_rows(path)
    told = {row.id.partition(":")[0] for row in rows if ":" in row.id}
    name = prefix or (min(told) if told else re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-"))
    if not _PREFIX.fullmatch(name) or name in _TAKEN:
        raise DamagedData(
            f"{path}: the id prefix {name!r} is refused: it must be small letters, digits and hyphens, and "
            f"none of {', '.join(sorted(_TAKEN))}. Give one by --prefix."
        )
    faults: list[str] = []
    places: dict[str, PlaceFact] = {}
    for row in rows:
        slug = row.id.removeprefix(f"{name}:")
        if isinstance(row.place, str):
            faults.append(f"{row.where}: {row.place}")
        elif not _SLUG.fullmatch(slug):
            faults.append(f"{row.where}: the id {row.id!r} is not {name}:… of letters, digits, . _ ~ -")
        elif f"{name}:{slug}" in places:
            faults.append(f"{row.where}: the id {row.id!r} is already given")
        else:
            places[f"{name}:{slug}"] = replace(row.place, id=f"{name}:{slug}")
    faults += _unknown_siblings(rows, name, places)
    if faults or not places:
        more = f"\n… and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise DamagedData(
            f"{path} is refused, and the gazetteer left as it is:\n"
            + ("\n".join(faults[:MOST_FAULTS]) or "it holds no place")
            + more
        )
    return tuple(places.values())


def _unknown_siblings(rows: Iterable[OverlayRow], name: str, places: dict[str, PlaceFact]) -> list[str]:
    return [
        f"{row.where}: the parent {parent} is not in the file"
        for row in rows
        if isinstance(row.place, PlaceFact)
        for parent in row.place.parents
        if parent.startswith(f"{name}:") and parent not in places
    ]


def prefix_of(places: Iterable[PlaceFact]) -> str:
    return next(iter(places)).id.partition(":")[0]
