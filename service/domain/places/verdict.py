"""The reading that a toponym gets once its candidates are ranked, and how sure it is."""

from __future__ import annotations

import re

from service.domain.model import GazetteerEntry, Match, PlaceCandidate, PlaceType
from service.domain.places.candidates import Candidate
from service.domain.places.evidence import distance_km
from service.domain.places.parts import Circumstances, in_city, part_of, unlocated
from service.domain.places.reading import Reading, Toponym

Ranked = list[tuple[Candidate, float]]  # candidates with their probabilities, best first

_SAME_PLACE_KM = 161.0  # the measure of the literature: nearer readings are not rivals
_NEAR_CITY_KM = 30.0
_WITHIN_TOWNS = frozenset({PlaceType.DISTRICT, PlaceType.STREET, PlaceType.BUILDING})
_LINK = re.compile(r"\b(?:de|du|des|d['’]|l['’]|la) ?$")


def read_as(
    toponym: Toponym, ranked: Ranked, home: GazetteerEntry | None, circumstances: Circumstances
) -> Reading:
    entry, sure, reasons = _entry(toponym, ranked, home, circumstances)
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


def _entry(
    toponym: Toponym, ranked: Ranked, home: GazetteerEntry | None, circumstances: Circumstances
) -> tuple[GazetteerEntry, float, tuple[str, ...]]:
    kind = min(toponym.cue, default=None) if toponym.cue and not toponym.part else None
    if not ranked:
        return _unknown(toponym, kind, home)
    best, sure = ranked[0][0], confidence_of(toponym, ranked)
    if toponym.part:
        whole = best.entry
        part = part_of(whole, toponym.part, circumstances)
        return part, sure, (*best.reasons, f"the part {toponym.part} of {whole.name}")
    if kind is not None and best.entry.type not in toponym.cue and toponym.text != toponym.name:
        return _stands_near(toponym, kind, best, sure, home)
    return best.entry, sure, best.reasons


def _unknown(
    toponym: Toponym, kind: PlaceType | None, home: GazetteerEntry | None
) -> tuple[GazetteerEntry, float, tuple[str, ...]]:
    reason = "no gazetteer knows the name"
    if home is not None and kind in _WITHIN_TOWNS:
        return in_city(toponym.text, kind, home), 0.5, (reason, f"put at {home.name}, the town of the text")
    return unlocated(toponym.text if toponym.cue else toponym.name, kind or PlaceType.CITY), 0.2, (reason,)


def _stands_near(
    toponym: Toponym, kind: PlaceType, best: Candidate, sure: float, home: GazetteerEntry | None
) -> tuple[GazetteerEntry, float, tuple[str, ...]]:
    """*Aéroport de Roissy*, *province d'X* where only a town X is known: a place of its own, at that town."""
    town = best.entry
    bare = not _LINK.search(toponym.text[: -len(toponym.name)])
    if home is not None and town.id != home.id and (kind in _WITHIN_TOWNS or bare):
        apart = (
            town.point is None or home.point is None or distance_km(town.point, home.point) > _NEAR_CITY_KM
        )
        if apart:
            return in_city(toponym.text, kind, home), 0.5, (f"put at {home.name}, the town of the text",)
    return in_city(toponym.text, kind, town), sure, (*best.reasons, f"at the point of {town.name}")


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
