"""The contexts that call for a place: *le quartier de X*, *à X*, *X (50570)*, *au large de X*."""

from __future__ import annotations

from service.domain.model import GazetteerEntry, Match, PlaceType
from service.domain.places import french
from service.domain.places.extent import read_extent
from service.domain.places.french import Role
from service.domain.places.known import BROAD, LARGE, Known
from service.domain.places.surroundings import extent_of
from service.domain.text import fold

_TOWN, _LARGE_TOWN = 5_000, 100_000  # inhabitants from which a context is believed
_OF_ITSELF = frozenset(
    {PlaceType.BUILDING, PlaceType.AIRPORT, PlaceType.SEA, PlaceType.STREET, PlaceType.MOUNTAIN}
)
_WATERS = frozenset({PlaceType.RIVER, PlaceType.LAKE, PlaceType.SEA, PlaceType.STRAIT})


def called_for(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    text = known.text_of(first, last)
    if known.persons & {fold(text)} or (text.isupper() and len(text) <= 4 and not _any_of(entries, BROAD)):
        return False
    if not entries:
        return _introduced(known, first)
    return (
        _as_country(known, first, text, entries)
        or _as_landmark(known, first, last, entries)
        or _introduced(known, first)
        or _with_postcode(known, last)
        or _as_water(known, first, entries)
        or _as_quarter(known, first, entries)
        or _as_dateline(known, first, last, entries)
        or _behind_preposition(known, first, entries)
        or _in_brackets(known, first, last, entries)
    )


def _any_of(entries: tuple[GazetteerEntry, ...], types: frozenset[PlaceType]) -> bool:
    return any(entry.type in types for entry in entries)


def _as_country(known: Known, first: int, text: str, entries: tuple[GazetteerEntry, ...]) -> bool:
    folded = fold(text)
    if not any(e.type in BROAD and e.matched in (Match.NAME, None) for e in entries[:3]):
        return False
    if folded in french.GUARDED_COUNTRIES:
        return first > 0 and known.all[first - 1].text in ("à", "en", "la", "au", "île", "l")
    return len(folded) > 3 or text.isupper()


def _as_landmark(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*Quai d'Orsay*: a building's or a water's full name of several words speaks for itself."""
    several = sum(word.capitalised for word in known.all[first:last]) > 1
    own = (entry for entry in entries[:1] if entry.matched in (Match.NAME, None))
    return several and any(entry.type in _OF_ITSELF for entry in own)


def _introduced(known: Known, first: int) -> bool:
    """*Le quartier de X*, *province de X*, *village de X*."""
    role = read_extent(known.all, first).role
    if role in (Role.SETTLEMENT, Role.DISTRICT):
        return True
    return role in (Role.DIVISION, Role.GROUND, Role.SECTION) and bool(known.lookup(known.all[first].text))


def in_street(known: Known, first: int, last: int) -> bool:
    """*Rue de Rivoli*, *place de la République*."""
    extent = extent_of(known, first, last)
    return PlaceType.STREET in extent.types and known.all[first].folded not in known.persons


def is_place_called(known: Known, first: int) -> bool:
    """*Le lieu-dit La Haie-Longue*: nobody else is called so, however long the name."""
    return first > 0 and known.all[first - 1].folded == "dit" and _introduced(known, first)


def _with_postcode(known: Known, last: int) -> bool:
    """*X (50570)*: five digits in brackets."""
    behind = [word.text for word in known.all[last : last + 3]]
    return (
        len(behind) == 3
        and behind[0] == "("
        and behind[1].isdigit()
        and len(behind[1]) == 5
        and behind[2] == ")"
    )


def _as_water(known: Known, first: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*La route longe le Trieux*."""
    before = known.before(first)
    along = len(before) > 1 and before[-1] in french.ARTICLES and before[-2] in french.ALONG_WATER
    return along and entries[0].matched in (Match.NAME, None) and entries[0].type in _WATERS


def _as_quarter(known: Known, first: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*À la Belle-de-Mai*, where the text names Marseille."""
    before = known.before(first)
    while before and before[-1] in french.ARTICLES:
        before.pop()
    if not before or before[-1] not in {"a", "au", "aux", "dans"}:
        return False
    return any(
        entry.type is PlaceType.DISTRICT
        and entry.matched is Match.NAME
        and any(known.counts[fold(parent.name)] for parent in entry.parents[:1])
        for entry in entries
    )


def _as_dateline(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*WASHINGTON (AP). —*, *STOCKHOLM, 23 (Reuter)*: a known town before an agency."""
    if entries[0].population < _LARGE_TOWN or not known.text_of(first, last).isupper():
        return False
    return any(word.text == "(" for word in known.all[last : last + 4])


def _behind_preposition(known: Known, first: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    before = known.before(first)
    if not before:
        return False
    own = any(entry.matched in (Match.NAME, None) for entry in entries)
    inhabitants = entries[0].population if own else 0
    if known.all[first - 1].text in ("à", "À", "A"):
        return own or entries[0].population >= _TOWN
    within = before[-1] in french.ARTICLES and before[-2:-1] == ["dans"]
    if own and (before[-1] == "en" or within) and _any_of(entries, LARGE):
        return True
    near = before[-1] in ("de", "du", "d") and not french.NEAR.isdisjoint(before[:-1])
    if near or before[-1] in french.TOWARDS:
        return own and (_any_of(entries, LARGE) or inhabitants >= _TOWN)
    joined = before[-1] == "et" and first - 2 in known.places
    if before[-2:-1] == ["et"] and before[-1] in ("de", "d") and known.places & set(range(first - 5, first)):
        return own and any(_believed(entry) for entry in entries)
    return inhabitants >= _LARGE_TOWN and (joined or before[-1] in french.OF)


def _believed(entry: GazetteerEntry) -> bool:
    """Whether a place is in the reviewed facts, or large enough to be named without a hint."""
    return entry.population >= _TOWN or entry.id.startswith("gazette:") or entry.type is not PlaceType.CITY


def _in_brackets(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*Valence (Drôme)*: a region told in brackets behind a name."""
    if first < 2 or last >= len(known.all) or not known.all[first - 2].capitalised:
        return False
    enclosed = known.all[first - 1].text == "(" and known.all[last].text in "),"
    return enclosed and _any_of(entries, LARGE)
