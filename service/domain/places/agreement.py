"""One place keeps one reading in a document; quarters need their city."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from service.domain.model import GazetteerEntry, PlaceType
from service.domain.places.containment import TOLD_PARENT
from service.domain.places.groups import Group
from service.domain.places.ranking import Ranked, rank
from service.domain.places.reading import Toponym
from service.domain.text import fold

_TOLD_LATER = 2.0  # log-odds of a reading that is told only behind the name: Valence … Valence, en Espagne
_SITES = frozenset({PlaceType.BUILDING, PlaceType.STREET})


def needs_city(entry: GazetteerEntry, toponym: Toponym) -> bool:
    """A quarter, or a landmark that the text names otherwise: *hôpital de la Citadelle* is none of Alep."""
    if entry.type is PlaceType.DISTRICT:
        return True
    if entry.type not in _SITES or not toponym.cue or toponym.text == toponym.name:
        return False
    return fold(toponym.text) not in {fold(name) for name in (entry.name, *entry.names)}


def city_is_told(district: GazetteerEntry, read: Collection[str | None]) -> bool:
    """Whether one of the places read, given by their ids, is a city that the district lies in."""
    cities = {parent.id for parent in district.parents if parent.type is PlaceType.CITY}
    return not cities or not cities.isdisjoint(read)


def agree(groups: Sequence[Group], ranked: list[Ranked]) -> list[Ranked]:
    """A name keeps the reading that a told parent gave it elsewhere: *Valence (Drôme) … Valence*."""
    told = {
        group.key: (found[0][0].entry.id, group.toponym.start)
        for group, found in zip(groups, ranked, strict=True)
        if found and any(reason.startswith("in ") for reason in found[0][0].reasons)
    }
    return [_as_told(group, found, told) for group, found in zip(groups, ranked, strict=True)]


def _as_told(group: Group, found: Ranked, told: dict[str, tuple[str, int]]) -> Ranked:
    toponym = group.toponym
    if group.key not in told or toponym.within or toponym.cue:
        return found
    best, start = told[group.key]
    if not any(candidate.entry.id == best for candidate, _ in found):
        return found
    sure = TOLD_PARENT if start < toponym.start else _TOLD_LATER
    return rank(
        [
            candidate.plus(sure, "as elsewhere in the text") if candidate.entry.id == best else candidate
            for candidate, _ in found
        ]
    )
