"""From place names to places: each toponym gets the reading that its words and the whole document support.

The candidates of a name are weighed by their own words (renown, match of the name, kind called for), then by
the document (countries spoken of, sure places near by, hints), in natural log-odds; probabilities are their
softmax. A spelling keeps one reading in a document unless the text says otherwise. See `confidence_of` for
what is answered as confidence.

Long, because it is the one way of a name from its candidates to its reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import exp

from service.domain.model import GazetteerEntry, Hints, PlaceType
from service.domain.nations import Nations
from service.domain.places.candidates import Candidate, candidates_of
from service.domain.places.capitals import among_capitals, as_capital
from service.domain.places.containment import TOLD_PARENT, by_told_parents
from service.domain.places.evidence import Evidence, Witness, spoken_countries, weigh_evidence, witness_weight
from service.domain.places.homes import Homes, is_town
from service.domain.places.parts import Circumstances, CityPart
from service.domain.places.reading import Reading, Toponym
from service.domain.places.stance import stance_of
from service.domain.places.verdict import Ranked, read_as
from service.domain.ports import Gazetteer
from service.domain.text import Words, fold

_NONE_OF_THEM = 8.0  # log-odds of a place that the gazetteer lacks, or of no place
_TOLD_LATER = 2.0  # log-odds of a reading that is told only behind the name: Valence … Valence, en Espagne
_OUT_OF_REACH = 15.0  # log-odds behind the likeliest
_SETTLED = 14.0  # log-odds from which a lone candidate needs no document: countries
_SURE = 0.5  # probability from which a reading is a witness for others


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
        group: _in_the_running(
            by_told_parents(
                candidates_of(toponyms[group], words, gazetteer, nations), toponyms[group], gazetteer
            ),
            circumstances.hints,
        )
        for group in groups
    }
    sentences = {
        group: frozenset(words.sentence(toponyms[member].start).start for member in members)
        for group, members in groups.items()
    }
    mentions = {group: len(members) for group, members in groups.items()}
    ranked = {group: _ranked(found) for group, found in weighed.items()}
    spoken = spoken_countries(words, nations)
    for _ in range(2):
        witnesses = _witnesses(ranked, toponyms, mentions, sentences)
        evidence = Evidence(witnesses, spoken, circumstances.hints)
        read = {found[0][0].entry.id for found in ranked.values() if found}
        ranked = {
            group: _ranked(_in_document(found, toponyms[group], evidence, read, sentences[group]))
            for group, found in weighed.items()
        }
    among = among_capitals(toponyms, words, nations, _best_of(groups, ranked))
    for group in groups:
        if group in among:
            ranked[group] = _ranked([as_capital(candidate, nations) for candidate, _ in ranked[group]])
    _agree(groups, toponyms, ranked)
    homes = Homes.of(
        words,
        (
            (toponyms[member], ranked[group][0][0].entry)
            for group, members in groups.items()
            for member in members
            if ranked[group] and is_town(toponyms[member], ranked[group][0][0].entry)
        ),
    )
    readings: dict[int, Reading] = {}
    for group, members in groups.items():
        for member in members:
            readings[member] = read_as(toponyms[member], ranked[group], homes, circumstances)
    return tuple(readings[index] for index in range(len(toponyms)))


def _best_of(groups: dict[int, list[int]], ranked: dict[int, Ranked]) -> dict[int, Candidate]:
    """The likeliest candidate of each toponym that has any, by its index."""
    return {
        member: ranked[group][0][0]
        for group, members in groups.items()
        for member in members
        if ranked[group]
    }


def _witnesses(
    ranked: dict[int, Ranked],
    toponyms: Sequence[Toponym],
    mentions: dict[int, int],
    sentences: dict[int, frozenset[int]],
) -> tuple[Witness, ...]:
    sure = (
        (group, found[0][0].entry, found[0][1])
        for group, found in ranked.items()
        if found and found[0][1] > _SURE and not (found[0][0].misfit or found[0][0].doubtful)
    )
    return tuple(
        Witness(
            key=fold(toponyms[group].name),
            entry=entry,
            probability=probability,
            mentions=mentions[group],
            sentences=sentences[group],
            weight=witness_weight(entry, probability, mentions[group]),
        )
        for group, entry, probability in sure
    )


def _in_the_running(found: tuple[Candidate, ...], hints: Hints) -> tuple[Candidate, ...]:
    """Without those that no document could bring to the fore: it speaks for one by some 13 at most."""
    least = max((candidate.weight for candidate in found), default=0.0) - _OUT_OF_REACH
    return found if hints.point or hints.countries else tuple(c for c in found if c.weight >= least)


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


# ------------------------------------------------------------------- the document


def _in_document(
    found: tuple[Candidate, ...],
    toponym: Toponym,
    evidence: Evidence,
    read: set[str],
    sentences: frozenset[int],
) -> Sequence[Candidate]:
    """The candidates in the light of the document, of which the entries `read` have these ids;
    neighbourhoods only where their city is spoken of.
    """
    if len(found) == 1 and found[0].weight >= _SETTLED:
        return found
    seen = weigh_evidence(found, evidence, fold(toponym.name), sentences)
    return [
        candidate
        for candidate in seen
        if not _needs_city(candidate.entry, toponym) or _city_is_told(candidate.entry, read)
    ]


def _needs_city(entry: GazetteerEntry, toponym: Toponym) -> bool:
    """A quarter, or a landmark that the text names otherwise: *hôpital de la Citadelle* is none of Alep."""
    if entry.type is PlaceType.DISTRICT:
        return True
    site = (
        entry.type in (PlaceType.BUILDING, PlaceType.STREET) and toponym.cue and toponym.text != toponym.name
    )
    return bool(site) and fold(toponym.text) not in {fold(name) for name in (entry.name, *entry.names)}


def _city_is_told(district: GazetteerEntry, read: set[str]) -> bool:
    cities = {parent.id for parent in district.parents if parent.type is PlaceType.CITY}
    return not cities or bool(cities & read)


def _agree(groups: dict[int, list[int]], toponyms: Sequence[Toponym], ranked: dict[int, Ranked]) -> None:
    """A name keeps the reading that a told parent gave it elsewhere: *Valence (Drôme) … Valence*."""
    told = {
        fold(toponyms[group].name): (ranked[group][0], toponyms[group].start)
        for group in groups
        if ranked[group] and any(reason.startswith("in ") for reason in ranked[group][0][0].reasons)
    }
    for group in groups:
        toponym = toponyms[group]
        if fold(toponym.name) not in told or toponym.within or not ranked[group]:
            continue
        best, start = told[fold(toponym.name)]
        sure = TOLD_PARENT if start < toponym.start else _TOLD_LATER
        if any(candidate.entry.id == best[0].entry.id for candidate, _ in ranked[group]) and not toponym.cue:
            ranked[group] = _ranked(
                [
                    candidate.plus(sure, "as elsewhere in the text")
                    if candidate.entry.id == best[0].entry.id
                    else candidate
                    for candidate, _ in ranked[group]
                ]
            )
