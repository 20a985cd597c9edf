"""Whether a place lies in a parent that the text tells beside its name: *Valence (Drôme)*."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.model import GazetteerEntry, PlaceType
from service.domain.places.neighbours import distance_km
from service.domain.places.reading import Toponym
from service.domain.places.weighing import REGIONS, Candidate
from service.domain.ports import Gazetteer
from service.domain.text import fold

TOLD_PARENT = 8.0  # natural log-odds of a candidate inside the parent told
_OTHER_PARENT = -1.0


def by_told_parents(
    found: tuple[Candidate, ...], toponym: Toponym, gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """*Valence (Drôme)*: candidates inside a parent that is told beside the name."""
    parents = [entry for name in toponym.within for entry in gazetteer.lookup(name)[:4]]
    parents = [entry for entry in parents if entry.type is not PlaceType.CITY or entry.population > 50_000]
    if not parents:
        return found
    told = "/".join(toponym.within)
    inside = [_inside(candidate.entry, parents) for candidate in found]
    if not any(inside):
        return found
    return tuple(
        candidate.plus(TOLD_PARENT if fits else _OTHER_PARENT, f"{'in' if fits else 'not in'} {told}")
        for candidate, fits in zip(found, inside, strict=True)
    )


def _inside(entry: GazetteerEntry, parents: Sequence[GazetteerEntry]) -> bool:
    above = {parent.id for parent in entry.parents}
    return any(parent.id != entry.id and _holds(parent, entry, above) for parent in parents)


def _holds(parent: GazetteerEntry, entry: GazetteerEntry, above: set[str]) -> bool:
    if parent.id in above:
        return True
    if parent.country is None or parent.country != entry.country:
        return False
    if parent.type is PlaceType.COUNTRY:
        return True
    if entry.admin1 and fold(entry.admin1) == fold(parent.name):
        return True
    near = 90.0 if parent.type is PlaceType.DEPARTMENT else 250.0
    return bool(
        parent.point
        and entry.point
        and parent.type in REGIONS
        and distance_km(parent.point, entry.point) < near
    )
