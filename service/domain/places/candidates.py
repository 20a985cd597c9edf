"""What a place name can mean: its candidates, each with what speaks for it before the document is asked.

Long, because all that a name weighs by itself is read side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import log10

from service.domain.model import GazetteerEntry, Match, PlaceType
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.reading import Toponym
from service.domain.places.stance import Stance, stance_of
from service.domain.places.variants import romanised
from service.domain.ports import Gazetteer
from service.domain.text import Words, fold

_MOST = 24  # candidates kept for the document to choose from
_SPELLINGS = 12  # of an entry, reviewed ones first, that a misspelt name is compared with
_KNOWN_MISSPELT = 5_000  # inhabitants of a place that is believed without its country
_SHORTEST_MISSPELT = 5  # characters; shorter names are a letter away from too many others

REGIONS = frozenset({PlaceType.REGION, PlaceType.DEPARTMENT, PlaceType.AREA, PlaceType.TERRITORY})
TOWNS = frozenset({PlaceType.CITY, PlaceType.DISTRICT})
_DIVISIONS = frozenset({PlaceType.REGION, PlaceType.DEPARTMENT})
_SITES = frozenset(
    {PlaceType.ISLAND, PlaceType.TERRITORY, PlaceType.BUILDING, PlaceType.AIRPORT, PlaceType.CAMP}
)

# How well known a kind of place is, on the scale of the decimal logarithm of inhabitants.
_RENOWN: dict[PlaceType, float] = {
    PlaceType.COUNTRY: 9.0,
    PlaceType.CONTINENT: 9.0,
    PlaceType.SUPRAREGION: 7.5,
    PlaceType.TERRITORY: 7.0,
    PlaceType.SEA: 6.5,
    PlaceType.REGION: 5.6,
    PlaceType.AREA: 5.6,
    PlaceType.STRAIT: 5.5,
    PlaceType.RIVER: 5.2,
    PlaceType.MOUNTAIN: 5.2,
    PlaceType.ISLAND: 5.2,
    PlaceType.PENINSULA: 5.2,
    PlaceType.DESERT: 5.2,
    PlaceType.DEPARTMENT: 5.0,
    PlaceType.BUILDING: 5.5,
}
_MATCH: dict[Match, tuple[float, str]] = {
    Match.NAME: (3.5, "its own or French name"),
    Match.ALTERNATE: (-2.0, "an alternate name"),
    Match.PREFIX: (-1.5, "the beginning of its name"),
    Match.SIMILAR: (-1.0, "a similar spelling"),
}
_UNCOUNTED = 300  # inhabitants of a place whose number nobody gives
# Weights in natural log-odds, set by hand.
PER_DECADE = 1.3
CAPITAL = 2.5
_HEAD = 1.5  # Madrid se dit prête: a capital that opens a sentence
_SHORT, _RESPELT, _OBSCURE = 4.0, 4.5, -1.5
_METROPOLIS, _WORLDWIDE = 1_000_000, 1.0  # inhabitants of a town that is spoken of everywhere
_KNOWN_BY_ALTERNATE = 50_000
CUED, MISCUED = 3.0, -3.0
_DESCRIBED = 20.0
_NAMESAKE = -4.0
_FOREIGN_COUNTRY = -3.5  # Mexico is the city, le Mexique the country
_FITS, _UNFIT, _TOWN_WITH_ARTICLE, _COUNTRY_AFTER_A = 1.0, -2.5, -4.0, -5.0
_HOME = {"FR": 1.5, "CH": 0.3, "BE": 0.3, "CA": 0.3, "LU": 0.2}  # French is written for these readers


_romanised = lru_cache(maxsize=4096)(romanised)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name can mean. `weight` is in natural log-odds against the other candidates."""

    entry: GazetteerEntry
    weight: float
    reasons: tuple[str, ...] = ()
    doubtful: bool = False  # a slip of spelling, to be believed where the text speaks of its country
    misfit: bool = False  # its kind hardly fits the words before the name

    def plus(self, weight: float, reason: str) -> Candidate:
        reasons = (*self.reasons, reason)  # spelt out: `replace` takes four times as long
        return Candidate(self.entry, self.weight + weight, reasons, self.doubtful, self.misfit)


def candidates_of(
    toponym: Toponym, words: Words, gazetteer: Gazetteer, nations: Nations
) -> tuple[Candidate, ...]:
    """The candidates of a toponym by its own words, most likely first; `()` when no gazetteer knows it."""
    if toponym.name.startswith(("geonames:", "gazette:")):
        return (Candidate(gazetteer.get(toponym.name), _DESCRIBED, ("a description that stands for it",)),)
    entries = _entries(toponym, words, gazetteer)
    stance = stance_of(toponym, words)
    weighed = [_weigh(entry, toponym, stance, nations) for entry in entries]
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
    if stance is Stance.LAND or toponym.cue:
        return weighed
    towns = {c.entry.country for c in weighed if c.entry.type is PlaceType.CITY and _own_name(c.entry)}
    return [
        candidate.plus(_NAMESAKE, "a town bears the name")
        if candidate.entry.type in _DIVISIONS and candidate.entry.country in towns
        else candidate
        for candidate in weighed
    ]


def _own_name(entry: GazetteerEntry) -> bool:
    return entry.matched in (Match.NAME, None) and entry.population >= _KNOWN_MISSPELT


def _misspelt(toponym: Toponym, stance: Stance, gazetteer: Gazetteer, nations: Nations) -> list[Candidate]:
    """The places whose name is another romanisation of the toponym's, or at most one slip away from it."""
    if len(toponym.name) < _SHORTEST_MISSPELT:
        return []
    form = _romanised(toponym.name)
    found = []
    for entry in gazetteer.similar(toponym.name):
        spellings = {_romanised(spelling) for spelling in (entry.name, *entry.names[:_SPELLINGS])}
        same = form in spellings and entry.population >= _KNOWN_MISSPELT
        if same or (len(form) >= _SHORTEST_MISSPELT and any(_one_slip(form, other) for other in spellings)):
            candidate = _weigh(replace(entry, matched=Match.SIMILAR), toponym, stance, nations)
            found.append(candidate if same else replace(candidate, doubtful=True).plus(-2.0, "a slip"))
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
    return short and _match_of(entry, spelling) is not Match.NAME


def _match_of(entry: GazetteerEntry, name: str) -> Match:
    if entry.matched is not None:
        return entry.matched
    return Match.NAME if fold(entry.name) == fold(name) else Match.ALTERNATE


def renown(entry: GazetteerEntry) -> float:
    """How well known a place is: the decimal logarithm of its inhabitants, or that of its kind."""
    counted = log10(max(entry.population, _UNCOUNTED))
    if entry.type is PlaceType.CITY:
        return counted
    return max(counted if entry.type in REGIONS else 0.0, _RENOWN.get(entry.type, 4.5))


def _weigh(entry: GazetteerEntry, toponym: Toponym, stance: Stance, nations: Nations) -> Candidate:
    known = renown(entry)
    candidate = Candidate(entry, PER_DECADE * known, (f"renown {known:.1f}",))
    candidate = _by_match(candidate, toponym.name)
    nation = nations.get(entry.country) if entry.country else None
    if nation is not None and nation.capital == entry.id and _of_a_state(entry):
        candidate = candidate.plus(CAPITAL, f"capital of {entry.country}")
        if stance is Stance.HEAD:
            candidate = candidate.plus(_HEAD, "a capital at the head of a sentence")
    if entry.type is PlaceType.CITY and entry.population >= _METROPOLIS and _own_name(entry):
        candidate = candidate.plus(_WORLDWIDE, "known all over the world")
    if entry.country in _HOME:
        candidate = candidate.plus(_HOME[entry.country], f"readers near {entry.country}")
    if entry.type is PlaceType.COUNTRY and fold(entry.name) != fold(toponym.name):
        candidate = candidate.plus(_FOREIGN_COUNTRY, "a country by another than its French name")
    if toponym.cue and not toponym.part:
        candidate = _by_cue(candidate, toponym)
    return _by_preposition(candidate, stance)


def _by_match(candidate: Candidate, name: str) -> Candidate:
    """*Romans* for Romans-sur-Isère and *Balakliïa* for Balakliya are hardly alternates."""
    entry, match = candidate.entry, _match_of(candidate.entry, name)
    weight, reason = _MATCH[match]
    candidate = candidate.plus(weight, f"matched by {reason}")
    if match is not Match.ALTERNATE or entry.type is not PlaceType.CITY:
        return candidate
    own, short = fold(entry.name).split(), fold(name).split()
    if own[: len(short)] == short and own[len(short) : len(short) + 1] in french.BEHIND_TOWNS:
        return candidate.plus(_SHORT, f"short for {entry.name}")
    if _romanised(entry.name) == _romanised(name):
        return candidate.plus(_RESPELT, f"another spelling of {entry.name}")
    return (
        candidate
        if entry.population >= _KNOWN_BY_ALTERNATE
        else candidate.plus(_OBSCURE, "little known by it")
    )


def _of_a_state(entry: GazetteerEntry) -> bool:
    """Whether a capital is a state's: Saint-Denis de La Réunion is not in the news as Damas is."""
    return not any(parent.type is PlaceType.TERRITORY for parent in entry.parents)


def _by_cue(candidate: Candidate, toponym: Toponym) -> Candidate:
    entry, cue = candidate.entry, toponym.cue
    if entry.type in cue:
        return candidate.plus(CUED, f"the text calls it a {entry.type}")
    return candidate.plus(MISCUED, f"the text calls it a {'/'.join(sorted(cue))}")


def _by_preposition(candidate: Candidate, stance: Stance) -> Candidate:
    """*À Vienne* is the town, *dans la Vienne* the department; *en Géorgie* is no town."""
    entry = candidate.entry
    if stance is Stance.TOWN:
        if entry.type is PlaceType.COUNTRY:
            if entry.country in french.COUNTRIES_WITH_A:
                return candidate
            return candidate.plus(_COUNTRY_AFTER_A, "countries rarely follow à")
        return _prefer(candidate, entry.type in TOWNS or entry.type in _SITES, "after à", _UNFIT)
    if stance is Stance.LAND and not _bears_article(entry):
        return _prefer(candidate, entry.type not in TOWNS, "with en or an article", _TOWN_WITH_ARTICLE)
    return candidate


def _prefer(candidate: Candidate, fits: bool, context: str, unfit: float) -> Candidate:
    if fits:
        return candidate.plus(_FITS, f"a {candidate.entry.type} fits {context}")
    worse = candidate.plus(unfit, f"a {candidate.entry.type} hardly fits {context}")
    return replace(worse, misfit=True)


def _bears_article(entry: GazetteerEntry) -> bool:
    if entry.type is not PlaceType.CITY:
        return False
    return fold(entry.name).split(" ", 1)[0] in french.ARTICLES or any(
        fold(name).split(" ", 1)[0] in ("le", "la", "les") for name in entry.names[:6]
    )
