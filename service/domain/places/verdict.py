"""The reading that a toponym gets once its candidates are ranked, and how sure it is."""

from __future__ import annotations

import re

from service.domain.model import GazetteerEntry, Match, PlaceCandidate, PlaceType
from service.domain.places.homes import Homes
from service.domain.places.neighbours import distance_km
from service.domain.places.parts import Circumstances, in_city, part_of, unlocated
from service.domain.places.ranking import Ranked
from service.domain.places.reading import Reading, Toponym
from service.domain.places.weighing import Candidate

_SAME_PLACE_KM = 161.0  # the measure of the literature: nearer readings are not rivals
_NEAR_CITY_KM = 30.0
_FAR_KM = 100.0  # of a landmark from the town told for it
_OWN_TOWN = 0.5  # probability from which a site is put at the town of its name
_UNLIKELY = 0.02  # probability below which no candidate is answered: the name is found, not located
_SMALL = 20_000  # inhabitants
_OF_TOWNS = frozenset({PlaceType.BUILDING, PlaceType.AIRPORT, PlaceType.CAMP})
_WITHIN_TOWNS = frozenset({PlaceType.DISTRICT, PlaceType.STREET, PlaceType.BUILDING})
_LINK = re.compile(r"\b(?:de|du|des|d['’]|l['’]|la) ?$")


def read_as(toponym: Toponym, ranked: Ranked, homes: Homes, circumstances: Circumstances) -> Reading:
    entry, sure, reasons = _entry(toponym, ranked, homes, circumstances)
    return Reading(
        toponym=toponym,
        entry=entry,
        confidence=round(sure, 3),
        candidates=tuple(
            PlaceCandidate(candidate.entry, round(probability, 3))
            for candidate, probability in ranked[: circumstances.candidates]
        ),
        reasons=reasons,
    )


_Verdict = tuple[GazetteerEntry, float, tuple[str, ...]]


def _entry(toponym: Toponym, ranked: Ranked, homes: Homes, circumstances: Circumstances) -> _Verdict:
    kind = min(toponym.cue, default=None) if toponym.cue and not toponym.part else None
    if not ranked or ranked[0][1] < _UNLIKELY:
        return _unknown(toponym, kind, homes)
    best, sure = ranked[0][0], confidence_of(toponym, ranked)
    if toponym.part:
        whole = best.entry
        part = part_of(whole, toponym.part, circumstances)
        return part, sure, (*best.reasons, f"the part {toponym.part} of {whole.name}")
    if kind is not None and best.entry.type not in toponym.cue and toponym.text != toponym.name:
        return _stands_near(toponym, kind, best, sure, homes)
    return _in_told_town(toponym, best, homes) or (best.entry, sure, best.reasons)


def _unknown(toponym: Toponym, kind: PlaceType | None, homes: Homes) -> _Verdict:
    reason = "no gazetteer knows the name"
    home = homes.nearest(toponym) if kind in _WITHIN_TOWNS else homes.told(toponym) if kind else None
    if home is not None and kind is not None:
        return _at(toponym, kind, home, 0.5, reason)
    name = toponym.text if toponym.cue else toponym.name
    return unlocated(name, kind or PlaceType.CITY), 0.2, (reason,)


def _at(toponym: Toponym, kind: PlaceType, home: GazetteerEntry, sure: float, *reasons: str) -> _Verdict:
    return in_city(toponym.text, kind, home), sure, (*reasons, f"put at {home.name}, the town told for it")


def _stands_near(toponym: Toponym, kind: PlaceType, best: Candidate, sure: float, homes: Homes) -> _Verdict:
    """*Aéroport de Roissy*, *palais d'Abomey*: a place of its own, at the town that it is named for; but
    *rue de Brest* and *hôpital Nasser* at the town that the text puts them in.
    """
    town, home = best.entry, homes.nearest(toponym)
    linked = bool(_LINK.search(toponym.text[: -len(toponym.name)]))
    of_town = linked and kind in _OF_TOWNS and sure >= _OWN_TOWN and _is_spoken_of(best)
    if home is not None and town.id != home.id and not of_town and kind in _WITHIN_TOWNS | _OF_TOWNS:
        apart = (
            town.point is None or home.point is None or distance_km(town.point, home.point) > _NEAR_CITY_KM
        )
        if apart or not linked or kind is PlaceType.STREET:
            return _at(toponym, kind, home, 0.5)
    return in_city(toponym.text, kind, town), sure, (*best.reasons, f"at the point of {town.name}")


def _is_spoken_of(best: Candidate) -> bool:
    spoken = any(reason.startswith("the text speaks of") for reason in best.reasons)
    return spoken and best.entry.type is PlaceType.CITY and not best.doubtful


def _in_told_town(toponym: Toponym, best: Candidate, homes: Homes) -> _Verdict | None:
    """*Rosemont, à Montréal*, *Disneyland à Shanghai*: a small or famous namesake elsewhere is not meant."""
    small = best.entry.type is PlaceType.CITY and best.entry.population <= _SMALL
    site = best.entry.type in _OF_TOWNS
    if toponym.within or not (small or site):
        return None
    town = homes.told(toponym, behind_comma=small)
    if town is None or town.point is None or best.entry.point is None:
        return None
    if distance_km(town.point, best.entry.point) <= (_FAR_KM if site else _NEAR_CITY_KM):
        return None
    return _at(toponym, best.entry.type if site else PlaceType.DISTRICT, town, 0.5)


def confidence_of(toponym: Toponym, ranked: Ranked) -> float:
    """The probability that the point is right, and that this is a place at all: a monotone estimate.

    The probability of the chosen reading and of those within 161 km of it, times how often a proposal of this
    kind is a place at all (by eye, not yet calibrated): 0.97 for a name of the recogniser that meets a main
    name, 0.9 for an alternate, 0.7 for a similar one; 0.9 of that when only context proposed it.
    """
    best = ranked[0][0].entry
    near = sum(
        probability
        for candidate, probability in ranked
        if candidate.entry.id == best.id
        or (
            best.point is not None
            and candidate.entry.point is not None
            and distance_km(best.point, candidate.entry.point) <= _SAME_PLACE_KM
        )
    )
    trust = {Match.ALTERNATE: 0.9, Match.SIMILAR: 0.7, Match.PREFIX: 0.6}.get(
        best.matched or Match.NAME, 0.97
    )
    if ranked[0][0].misfit or ranked[0][0].doubtful:
        trust *= 0.5
    return min(0.99, near) * trust * (1.0 if toponym.recognised else 0.9)
