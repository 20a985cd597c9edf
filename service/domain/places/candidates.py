"""What a place name can mean: its candidates, each with what speaks for it before the document is asked."""

from __future__ import annotations

from dataclasses import replace

from service.domain.model import GazetteerEntry, Match, PlaceType
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.reading import Toponym
from service.domain.places.stance import Stance
from service.domain.places.weighing import (
    KNOWN_MISSPELT,
    Candidate,
    match_of,
    own_name,
    romanised_once,
    weigh,
)
from service.domain.ports import Gazetteer
from service.domain.text import Words

_MOST = 24  # candidates kept for the document to choose from
_SPELLINGS = 12  # of an entry, reviewed ones first, that a misspelt name is compared with
_SHORTEST_MISSPELT = 5  # characters; shorter names are a letter away from too many others
_DIVISIONS = frozenset({PlaceType.REGION, PlaceType.DEPARTMENT})
# Weights in natural log-odds, set by hand.
_DESCRIBED = 20.0
_NAMESAKE = -4.0
_SLIP = -2.0


def candidates_of(
    toponym: Toponym, stance: Stance, words: Words, gazetteer: Gazetteer, nations: Nations
) -> tuple[Candidate, ...]:
    """The candidates of a toponym by its own words, most likely first; `()` when no gazetteer knows it."""
    if toponym.name.startswith(("geonames:", "gazette:")):
        return (Candidate(gazetteer.get(toponym.name), _DESCRIBED, ("a description that stands for it",)),)
    entries = _entries(toponym, words, gazetteer)
    weighed = [weigh(entry, toponym, stance, nations) for entry in entries]
    weighed = _towns_first(weighed, stance, toponym) or _misspelt(toponym, stance, gazetteer, nations)
    return tuple(sorted(weighed, key=lambda c: (-c.weight, c.entry.id)))[:_MOST]


def _entries(toponym: Toponym, words: Words, gazetteer: Gazetteer) -> list[GazetteerEntry]:
    name = toponym.name
    found: dict[str, GazetteerEntry] = {}
    asked = [name]
    if toponym.cue and toponym.text != name and not toponym.part:
        asked.insert(0, toponym.text)
    asked += [f"{article} {name}" for article in _own_articles(toponym, words)]
    for spelling in asked:
        for entry in gazetteer.lookup(spelling):
            if not _by_code(entry, spelling):
                found.setdefault(entry.id, entry)
    return list(found.values())


def _towns_first(weighed: list[Candidate], stance: Stance, toponym: Toponym) -> list[Candidate]:
    """*Sfax* alone is the town and not the governorate of that name."""
    if stance is Stance.LAND or toponym.cue or len(weighed) == 1:
        return weighed
    towns = {c.entry.country for c in weighed if c.entry.type is PlaceType.CITY and own_name(c.entry)}
    return [
        candidate.plus(_NAMESAKE, "a town bears the name")
        if candidate.entry.type in _DIVISIONS and candidate.entry.country in towns
        else candidate
        for candidate in weighed
    ]


def _misspelt(toponym: Toponym, stance: Stance, gazetteer: Gazetteer, nations: Nations) -> list[Candidate]:
    """The places whose name is another romanisation of the toponym's, or at most one slip away from it."""
    if len(toponym.name) < _SHORTEST_MISSPELT:
        return []
    form = romanised_once(toponym.name)
    found = []
    for entry in gazetteer.similar(toponym.name):
        spellings = {romanised_once(spelling) for spelling in (entry.name, *entry.names[:_SPELLINGS])}
        same = form in spellings and entry.population >= KNOWN_MISSPELT
        if same or (len(form) >= _SHORTEST_MISSPELT and any(_one_slip(form, other) for other in spellings)):
            candidate = weigh(replace(entry, matched=Match.SIMILAR), toponym, stance, nations)
            found.append(candidate if same else candidate._replace(doubtful=True).plus(_SLIP, "a slip"))
    return [candidate for candidate in found if not candidate.misfit]


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed makes the two equal."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, others = one[same:], other[same:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]


def _own_articles(toponym: Toponym, words: Words) -> tuple[str, ...]:
    """*Au Havre*, *du Caire*: the article may be the town's own."""
    before = words.before(toponym.name_span.start, 1)
    own = french.OWN_ARTICLES.get(before[0].folded) if before else None
    return (own,) if own else ()


def _by_code(entry: GazetteerEntry, spelling: str) -> bool:
    """Whether an airport's code met an ordinary word: *Par* is not Paris."""
    short = len(spelling) <= 3 and entry.type is PlaceType.CITY
    return short and match_of(entry, spelling) is not Match.NAME
