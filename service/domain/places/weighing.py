"""What a name weighs by itself for each place that it can mean, before the document is asked.

Weights are natural log-odds, set by hand. Long, because all that a name weighs by itself stands on one page.
"""

from __future__ import annotations

from functools import lru_cache
from math import log10
from typing import NamedTuple

from service.domain.model import GazetteerEntry, Match, PlaceType
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.reading import Toponym
from service.domain.places.stance import Stance
from service.domain.places.variants import romanised
from service.domain.text import fold

KNOWN_MISSPELT = 5_000  # inhabitants of a place that is believed without its country

REGIONS = frozenset({PlaceType.REGION, PlaceType.DEPARTMENT, PlaceType.AREA, PlaceType.TERRITORY})
TOWNS = frozenset({PlaceType.CITY, PlaceType.DISTRICT})
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
    Match.NAME: (3.5, "matched by its own or French name"),
    Match.ALTERNATE: (-2.0, "matched by an alternate name"),
    Match.PREFIX: (-1.5, "matched by the beginning of its name"),
    Match.SIMILAR: (-1.0, "matched by a similar spelling"),
}
_UNCOUNTED = 300  # inhabitants of a place whose number nobody gives
PER_DECADE = 1.3
CAPITAL = 2.5
_HEAD = 1.5  # Madrid se dit prête: a capital that opens a sentence
_SHORT, _RESPELT, _OBSCURE = 4.0, 4.5, -1.5
_METROPOLIS, _WORLDWIDE = 1_000_000, 1.0  # inhabitants of a town that is spoken of everywhere
_KNOWN_BY_ALTERNATE = 50_000
CUED, MISCUED = 3.0, -3.0
_WHOLE, _REVIEWED = 5.0, 8  # names of an entry that are looked at, reviewed ones first
_FOREIGN_COUNTRY = -3.5  # Mexico is the city, le Mexique the country
_FITS, _UNFIT, _TOWN_WITH_ARTICLE, _COUNTRY_AFTER_A = 1.0, -2.5, -4.0, -5.0
_BARE_RIVER = -3.0  # la fumée a gagné Saguenay
_HOME = {"FR": 1.5, "CH": 0.3, "BE": 0.3, "CA": 0.3, "LU": 0.2}  # French is written for these readers

romanised_once = lru_cache(maxsize=4096)(romanised)


class Candidate(NamedTuple):
    """A place that a name can mean. `weight` is in natural log-odds against the other candidates.

    A tuple and no dataclass, since some two hundred are made for an article.
    """

    entry: GazetteerEntry
    weight: float
    reasons: tuple[str, ...] = ()
    doubtful: bool = False  # a slip of spelling, to be believed where the text speaks of its country
    misfit: bool = False  # its kind hardly fits the words before the name

    def plus(self, weight: float, reason: str) -> Candidate:
        reasons = (*self.reasons, reason)
        return Candidate(self.entry, self.weight + weight, reasons, self.doubtful, self.misfit)


_Features = list[tuple[float, str]]


def weigh(entry: GazetteerEntry, toponym: Toponym, stance: Stance, nations: Nations) -> Candidate:
    known = renown(entry)
    found: _Features = [(PER_DECADE * known, f"renown {known:.1f}")]
    _by_match(found, entry, toponym.name)
    _by_rank(found, entry, toponym, stance, nations)
    if toponym.cue and not toponym.part:
        _by_cue(found, entry, toponym)
    misfit = _by_preposition(found, entry, stance, cued=bool(toponym.cue))
    return Candidate(
        entry,
        sum([weight for weight, _ in found]),
        tuple([reason for _, reason in found]),
        misfit=misfit,
    )


def renown(entry: GazetteerEntry) -> float:
    """How well known a place is: the decimal logarithm of its inhabitants, or that of its kind."""
    counted = log10(max(entry.population, _UNCOUNTED))
    if entry.type is PlaceType.CITY:
        return counted
    return max(counted if entry.type in REGIONS else 0.0, _RENOWN.get(entry.type, 4.5))


def match_of(entry: GazetteerEntry, name: str) -> Match:
    if entry.matched is not None:
        return entry.matched
    return Match.NAME if fold(entry.name) == fold(name) else Match.ALTERNATE


def own_name(entry: GazetteerEntry) -> bool:
    return entry.matched in (Match.NAME, None) and entry.population >= KNOWN_MISSPELT


def _by_match(found: _Features, entry: GazetteerEntry, name: str) -> None:
    """*Romans* for Romans-sur-Isère and *Balakliïa* for Balakliya are hardly alternates."""
    match = match_of(entry, name)
    found.append(_MATCH[match])
    if match is not Match.ALTERNATE or entry.type is not PlaceType.CITY:
        return
    own, short = fold(entry.name).split(), fold(name).split()
    if own[: len(short)] == short and own[len(short) : len(short) + 1] in french.BEHIND_TOWNS:
        found.append((_SHORT, f"short for {entry.name}"))
    elif romanised_once(entry.name) == romanised_once(name):
        found.append((_RESPELT, f"another spelling of {entry.name}"))
    elif entry.population < _KNOWN_BY_ALTERNATE:
        found.append((_OBSCURE, "little known by it"))


def _by_rank(
    found: _Features, entry: GazetteerEntry, toponym: Toponym, stance: Stance, nations: Nations
) -> None:
    """Capitals, towns of a million, places near to the readers, and countries by another name."""
    country = entry.country
    nation = nations.get(country) if country else None
    if nation is not None and nation.capital == entry.id and _of_a_state(entry):
        found.append((CAPITAL, f"capital of {country}"))
        if stance is Stance.HEAD:
            found.append((_HEAD, "a capital at the head of a sentence"))
    if entry.population >= _METROPOLIS and entry.type is PlaceType.CITY and own_name(entry):
        found.append((_WORLDWIDE, "known all over the world"))
    if country in _HOME:
        found.append((_HOME[country], f"readers near {country}"))
    if entry.type is PlaceType.COUNTRY and fold(entry.name) != fold(toponym.name):
        found.append((_FOREIGN_COUNTRY, "a country by another than its French name"))


def _of_a_state(entry: GazetteerEntry) -> bool:
    """Whether a capital is a state's: Saint-Denis de La Réunion is not in the news as Damas is."""
    return not any(parent.type is PlaceType.TERRITORY for parent in entry.parents)


def _by_cue(found: _Features, entry: GazetteerEntry, toponym: Toponym) -> None:
    if entry.type in toponym.cue:
        found.append((CUED, f"the text calls it a {entry.type}"))
        if toponym.text != toponym.name and _bears(entry, toponym.text):
            found.append((_WHOLE, "it bears the whole mention as its name"))
    else:
        found.append((MISCUED, f"the text calls it a {'/'.join(sorted(toponym.cue))}"))


def _bears(entry: GazetteerEntry, text: str) -> bool:
    """*Lac Kivu* is no name of the Kivu."""
    folded = fold(text)
    return any(fold(name) == folded for name in (entry.name, *entry.names[:_REVIEWED]))


def _by_preposition(found: _Features, entry: GazetteerEntry, stance: Stance, *, cued: bool) -> bool:
    """*À Vienne* is the town, *dans la Vienne* the department; *en Géorgie* is no town. Whether it hardly
    fits.
    """
    if stance is Stance.TOWN:
        if entry.type is PlaceType.COUNTRY:
            if entry.country not in french.COUNTRIES_WITH_A:
                found.append((_COUNTRY_AFTER_A, "countries rarely follow à"))
            return False
        fits, context, unfit = entry.type in TOWNS or entry.type in _SITES, "after à", _UNFIT
    elif stance is Stance.OPEN and not cued and entry.type is PlaceType.RIVER:
        found.append((_BARE_RIVER, "a river bears an article"))
        return False
    elif stance is Stance.LAND and not _bears_article(entry):
        fits, context, unfit = entry.type not in TOWNS, "with en or an article", _TOWN_WITH_ARTICLE
    else:
        return False
    hardly = "" if fits else "hardly "
    found.append((_FITS if fits else unfit, f"a {entry.type} {hardly}fits {context}"))
    return not fits


def _bears_article(entry: GazetteerEntry) -> bool:
    if entry.type is not PlaceType.CITY:
        return False
    return fold(entry.name).split(" ", 1)[0] in french.ARTICLES or any(
        fold(name).split(" ", 1)[0] in ("le", "la", "les") for name in entry.names[:6]
    )
