"""From place names to places: each toponym gets the reading that its words and the whole document support.

The candidates of a name are weighed by their own words (renown, match of the name, kind called for), then by
the document (countries spoken of, sure places near by, hints), in natural log-odds; probabilities are their
softmax. A spelling keeps one reading in a document unless the text says otherwise. See `confidence_of` for
what is answered as confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.domain.model import Hints
from service.domain.nations import Nations
from service.domain.places.agreement import agree, city_is_told, needs_city
from service.domain.places.candidates import candidates_of
from service.domain.places.capitals import among_capitals, as_capital
from service.domain.places.containment import by_told_parents
from service.domain.places.evidence import Evidence, Witness, spoken_countries, weigh_evidence, witness_weight
from service.domain.places.groups import Group, group_alike
from service.domain.places.homes import Homes, is_town
from service.domain.places.parts import Circumstances, CityPart
from service.domain.places.ranking import Ranked, rank
from service.domain.places.reading import Reading, Toponym
from service.domain.places.verdict import read_as
from service.domain.places.weighing import Candidate
from service.domain.ports import Gazetteer
from service.domain.text import Words

_OUT_OF_REACH = 15.0  # log-odds behind the likeliest
_SETTLED = 14.0  # log-odds from which a lone candidate needs no document: countries
_SURE = 0.5  # probability from which a reading is a witness for others
_ROUNDS = 2  # of looking at the document; the second is left out where the first changed no reading

_Weighed = list[tuple[Candidate, ...]]  # of each group


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
    groups = group_alike(toponyms, words)
    weighed: _Weighed = [
        _in_the_running(
            by_told_parents(
                candidates_of(group.toponym, group.stance, words, gazetteer, nations),
                group.toponym,
                gazetteer,
            ),
            circumstances.hints,
        )
        for group in groups
    ]
    spoken = spoken_countries(words, nations)
    ranked = [rank(found) for found in weighed]
    for _ in range(_ROUNDS):
        before = _read(ranked)
        evidence = Evidence.of(_witnesses(groups, ranked), spoken, circumstances.hints)
        ranked = [
            rank(_in_document(found, group, evidence, before))
            for group, found in zip(groups, weighed, strict=True)
        ]
        if _read(ranked) == before:
            break
    ranked = agree(groups, _capitals_told(toponyms, words, nations, groups, ranked))
    return _readings(toponyms, words, groups, ranked, circumstances)


def _read(ranked: Sequence[Ranked]) -> list[str | None]:
    """The ids of the likeliest."""
    return [found[0][0].entry.id if found else None for found in ranked]


def _in_the_running(found: tuple[Candidate, ...], hints: Hints) -> tuple[Candidate, ...]:
    """Without those that no document could bring to the fore: it speaks for one by some 13 at most."""
    if len(found) < 2 or hints.point or hints.countries:
        return found
    least = max([candidate.weight for candidate in found]) - _OUT_OF_REACH
    return tuple([candidate for candidate in found if candidate.weight >= least])


def _witnesses(groups: Sequence[Group], ranked: Sequence[Ranked]) -> tuple[Witness, ...]:
    """The sure readings, each once."""
    return tuple(
        Witness(
            key=group.key,
            entry=found[0][0].entry,
            probability=found[0][1],
            sentences=group.sentences,
            weight=witness_weight(found[0][0].entry, found[0][1], len(group.members)),
        )
        for group, found in zip(groups, ranked, strict=True)
        if found and found[0][1] > _SURE and not (found[0][0].misfit or found[0][0].doubtful)
    )


def _in_document(
    found: tuple[Candidate, ...], group: Group, evidence: Evidence, read: Sequence[str | None]
) -> Sequence[Candidate]:
    """The candidates in the light of the document, which reads the entries of these ids;
    neighbourhoods only where their city is spoken of.
    """
    if len(found) == 1 and found[0].weight >= _SETTLED:
        return found
    return [
        candidate
        for candidate in weigh_evidence(found, evidence, group.key, group.sentences)
        if not needs_city(candidate.entry, group.toponym) or city_is_told(candidate.entry, read)
    ]


def _capitals_told(
    toponyms: Sequence[Toponym],
    words: Words,
    nations: Nations,
    groups: Sequence[Group],
    ranked: list[Ranked],
) -> list[Ranked]:
    """*La Haye, Vienne, Copenhague*: the capital where capitals are told in one breath."""
    best = {
        member: found[0][0]
        for group, found in zip(groups, ranked, strict=True)
        for member in group.members
        if found
    }
    among = among_capitals(toponyms, words, nations, best)
    if not among:
        return ranked
    return [
        rank([as_capital(candidate, nations) for candidate, _ in found])
        if group.members[0] in among
        else found
        for group, found in zip(groups, ranked, strict=True)
    ]


def _readings(
    toponyms: Sequence[Toponym],
    words: Words,
    groups: Sequence[Group],
    ranked: Sequence[Ranked],
    circumstances: Circumstances,
) -> tuple[Reading, ...]:
    chosen = {member: found for group, found in zip(groups, ranked, strict=True) for member in group.members}
    towns = (
        (toponym, chosen[index][0][0].entry)
        for index, toponym in enumerate(toponyms)
        if chosen[index] and is_town(toponym, chosen[index][0][0].entry)
    )
    homes = Homes.of(words, towns)
    return tuple(
        read_as(toponym, chosen[index], homes, circumstances) for index, toponym in enumerate(toponyms)
    )
