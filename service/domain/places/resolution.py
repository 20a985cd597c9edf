"""From place names to places: each toponym gets the reading that its words and the whole document support.

The candidates of a name are weighed by their own words (renown, match of the name, kind called for), then by
the document (countries spoken of, sure places near by, hints), in natural log-odds; probabilities are their
softmax. A spelling keeps one reading in a document unless the text says otherwise. See `confidence_of` for
what is answered as confidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import exp

from service.domain.model import GazetteerEntry, Hints, Match, PlaceCandidate, PlaceType
from service.domain.nations import Nations
from service.domain.places.candidates import REGIONS, Candidate, candidates_of, stance_of
from service.domain.places.evidence import Evidence, Witness, distance_km, spoken_countries, weigh_evidence
from service.domain.places.parts import Circumstances, CityPart, in_city, part_of, unlocated
from service.domain.places.reading import Reading, Toponym
from service.domain.ports import Gazetteer
from service.domain.text import Words, fold

_SAME_PLACE_KM = 161.0  # the measure of the literature: nearer readings are not rivals
_TOLD_PARENT, _OTHER_PARENT = 8.0, -1.0
_NEAR_CITY_KM = 30.0
_WITHIN_TOWNS = frozenset({PlaceType.DISTRICT, PlaceType.STREET, PlaceType.BUILDING})
_LINK = re.compile(r"\b(?:de|du|des|d['’]|l['’]|la) ?$")
_NONE_OF_THEM = 8.0  # log-odds of a place that the gazetteer lacks, or of no place
_SURE = 0.5  # probability from which a reading is a witness for others

Ranked = list[tuple[Candidate, float]]


def resolve(  # noqa: PLR0913, PLR0917 (the story hands over what it knows, each under its name)
    toponyms: tuple[Toponym, ...],
    words: Words,
    gazetteer: Gazetteer,
    nations: Nations,
    hints: Hints | None = None,
    candidates: int = 0,
    day: date | None = None,
    city_parts: tuple[CityPart, ...] = (),
) -> tuple[Reading, ...]:
    """A reading for every toponym, in their order; `candidates` (0-10) is how many alternatives to give."""
    circumstances = Circumstances(hints or Hints(), day, city_parts, candidates)
    groups = _groups(toponyms, words)
    weighed = {
        group: _by_parents(
            candidates_of(toponyms[group], words, gazetteer, nations), toponyms[group], gazetteer
        )
        for group in groups
    }
    mentions = {group: len(members) for group, members in groups.items()}
    ranked = {group: _ranked(found) for group, found in weighed.items()}
    spoken = spoken_countries(words, nations)
    for _ in range(2):
        witnesses = _witnesses(ranked, toponyms, mentions)
        evidence = Evidence(witnesses, spoken, circumstances.hints)
        ranked = {
            group: _ranked(_in_document(found, toponyms[group], evidence, ranked))
            for group, found in weighed.items()
        }
    _agree(groups, toponyms, ranked)
    home = _home_city(ranked, toponyms, mentions)
    readings: dict[int, Reading] = {}
    for group, members in groups.items():
        for member in members:
            readings[member] = _read(toponyms[member], ranked[group], home, circumstances)
    return tuple(readings[index] for index in range(len(toponyms)))


def _witnesses(
    ranked: dict[int, Ranked], toponyms: Sequence[Toponym], mentions: dict[int, int]
) -> tuple[Witness, ...]:
    return tuple(
        Witness(fold(toponyms[group].name), found[0][0].entry, found[0][1], mentions[group])
        for group, found in ranked.items()
        if found and found[0][1] > _SURE and not (found[0][0].misfit or found[0][0].doubtful)
    )


def _groups(toponyms: Sequence[Toponym], words: Words) -> dict[int, list[int]]:
    """The indices of toponyms that are read alike: same name, kind called for, told parents, preposition."""
    first: dict[tuple[object, ...], int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    for index, toponym in enumerate(toponyms):
        stance = stance_of(toponym, words)
        key = (fold(toponym.name), toponym.cue, toponym.within, toponym.part is None, stance)
        groups[first.setdefault(key, index)].append(index)
    return dict(groups)


def _ranked(found: Sequence[Candidate]) -> Ranked:
    if not found:
        return []
    ordered = sorted(found, key=lambda c: (-c.weight, c.entry.id))
    top = ordered[0].weight
    odds = [exp(max(-60.0, candidate.weight - top)) for candidate in ordered]
    total = sum(odds) + exp(_NONE_OF_THEM - top)
    return [(candidate, odd / total) for candidate, odd in zip(ordered, odds, strict=True)]


# ------------------------------------------------------------------- the words beside the name


def _by_parents(
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
        candidate.plus(_TOLD_PARENT if fits else _OTHER_PARENT, f"{'in' if fits else 'not in'} {told}")
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


# ------------------------------------------------------------------- the document


def _in_document(
    found: tuple[Candidate, ...], toponym: Toponym, evidence: Evidence, ranked: dict[int, Ranked]
) -> list[Candidate]:
    """The candidates in the light of the document; neighbourhoods only where their city is spoken of."""
    read = {candidates[0][0].entry.id for candidates in ranked.values() if candidates}
    seen = weigh_evidence(found, evidence, fold(toponym.name))
    return [
        candidate
        for candidate in seen
        if candidate.entry.type is not PlaceType.DISTRICT or _city_is_told(candidate.entry, read)
    ]


def _city_is_told(district: GazetteerEntry, read: set[str]) -> bool:
    cities = {parent.id for parent in district.parents if parent.type is PlaceType.CITY}
    return not cities or bool(cities & read)


def _agree(groups: dict[int, list[int]], toponyms: Sequence[Toponym], ranked: dict[int, Ranked]) -> None:
    """A name keeps the reading that a told parent gave it elsewhere: *Valence (Drôme) … Valence*."""
    told = {
        fold(toponyms[group].name): ranked[group][0]
        for group in groups
        if ranked[group]
        and "in" in " ".join(ranked[group][0][0].reasons[-4:]).split()
        and toponyms[group].within
    }
    for group in groups:
        best = told.get(fold(toponyms[group].name))
        toponym = toponyms[group]
        if best is None or toponym.within or not ranked[group]:
            continue
        if any(candidate.entry.id == best[0].entry.id for candidate, _ in ranked[group]) and not toponym.cue:
            ranked[group] = _ranked(
                [
                    candidate.plus(_TOLD_PARENT, "as elsewhere in the text")
                    if candidate.entry.id == best[0].entry.id
                    else candidate
                    for candidate, _ in ranked[group]
                ]
            )


def _home_city(
    ranked: dict[int, Ranked], toponyms: Sequence[Toponym], mentions: dict[int, int]
) -> GazetteerEntry | None:
    """The town most often named: where streets and neighbourhoods without a point are put."""
    counts: dict[str, int] = defaultdict(int)
    cities: dict[str, GazetteerEntry] = {}
    for group, candidates in ranked.items():
        called = (
            toponyms[group].cue and not toponyms[group].part and PlaceType.CITY not in toponyms[group].cue
        )
        if candidates and not called and candidates[0][0].entry.type is PlaceType.CITY:
            entry = candidates[0][0].entry
            cities[entry.id] = entry
            counts[entry.id] += mentions[group]
    return cities[max(counts, key=lambda city: counts[city])] if counts else None


# ------------------------------------------------------------------- the reading


def _read(
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
