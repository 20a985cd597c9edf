"""Lays a user's own places over a gazetteer file, and takes them out again."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from service.adapters import gazetteer_file, overlay_copies
from service.adapters.gazetteer_part import BuildReport, aside, complete, writing
from service.adapters.gazetteer_sources import Sources
from service.adapters.gazetteer_writer import GazetteerWriter
from service.adapters.overlay_places import MOST_FAULTS, prefix_of, read_overlay
from service.adapters.place_facts import PlaceFact
from service.errors import DamagedData


def lay_overlay(path: Path, overlay: Path, prefix: str | None, sources: Sources | None = None) -> BuildReport:
    """Lays a user's own places over the file at `path`, and keeps a copy for when it is written anew.

    Raises `DamagedData` for faults in them, or when there is no gazetteer to lay them over.
    """
    began = time.monotonic()
    places = read_overlay(overlay, prefix)
    gazetteer_file.verify(path)
    with aside(path) as part:
        shutil.copyfile(path, part)
        lay_all(part, path, [places], sources or Sources())
        overlay_copies.keep(path, overlay, prefix_of(places))
        complete(part, path, compact=False)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


def remove_overlay(path: Path, prefix: str, sources: Sources | None = None) -> BuildReport:
    """Takes the places of a prefix out of the file at `path`, and forgets their copy."""
    began = time.monotonic()
    if prefix not in gazetteer_file.verify(path).overlays:
        raise DamagedData(f"{path} has no overlay {prefix!r}.")
    with aside(path) as part:
        shutil.copyfile(path, part)
        with writing(part, sources or Sources(), empty=False) as writer:
            writer.remove(prefix)
            writer.finish()
        overlay_copies.forget(path, prefix)
        complete(part, path, compact=False)
    return BuildReport(path, gazetteer_file.info(path), time.monotonic() - began)


def lay_all(part: Path, path: Path, overlays: Iterable[tuple[PlaceFact, ...]], sources: Sources) -> None:
    """Lays overlays over the file in the making `part`, which is to stand at `path`. Raises `DamagedData`."""
    for places in overlays:
        try:
            with writing(part, sources, empty=False) as writer:
                _lay(writer, places)
                writer.finish()
        except DamagedData as error:
            told = (
                f"{error}\nOverlays are kept in {path}.overlays; one that is removed from there is not laid."
            )
            raise DamagedData(told) from error


def _lay(writer: GazetteerWriter, places: tuple[PlaceFact, ...]) -> None:
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
        raise DamagedData("The overlay is refused:\n" + "\n".join(faults[:MOST_FAULTS]))
    for place in places:
        parents = _completed(writer, place.id, here, {place.id})
        admin1, country = _division_and_country(writer, place, parents, here)
        writer.add(replace(place, parents=parents, admin1=admin1, country=country))


def _division_and_country(
    writer: GazetteerWriter, place: PlaceFact, parents: tuple[str, ...], here: dict[str, PlaceFact]
) -> tuple[str | None, str | None]:
    """Its own, else those of the nearest parent that has some; no farther than the first of the gazetteer."""
    admin1, country = place.admin1, place.country
    for parent in parents:
        own = here.get(parent)
        told = (own.admin1, own.country) if own else writer.division_and_country(parent)
        admin1, country = admin1 or told[0], country or told[1]
        if not own:
            break
    return admin1, country


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
