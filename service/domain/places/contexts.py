"""Place names that the recogniser missed and their context gives away.

The gazetteer is never the detector: a capitalised word is proposed only where a context calls for a place
(*le quartier de X*, *à X*, *X (50570)*, *au large de X*), where it names a country, or where the same
spelling is recognised elsewhere in the text; and then the gazetteer must know it.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.model import GazetteerEntry, Match, PlaceType
from service.domain.places import french
from service.domain.places.extent import read_extent
from service.domain.places.french import Role
from service.domain.places.known import BROAD, LARGE, Known, extent_of, of_another_name
from service.domain.text import APOSTROPHES, HYPHENS, fold

_TOWN, _LARGE_TOWN = 5_000, 100_000  # inhabitants from which a context is believed
_OF_ITSELF = frozenset({PlaceType.BUILDING, PlaceType.AIRPORT, PlaceType.SEA, PlaceType.STREET})
_ROMAN = frozenset("ivx")
_WATERS = frozenset({PlaceType.RIVER, PlaceType.LAKE, PlaceType.SEA, PlaceType.STRAIT})
_LONGEST = 8  # words of a name: Saint-Pair-sur-Mer has seven, counting hyphens


def told_by_context(known: Known, recognised: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Word ranges of names that the recogniser missed; `recognised` are those that it found, folded."""
    end = 0
    for index in _beginnings(known):
        if index < end:
            continue
        last = _named_at(known, index, recognised)
        if last is not None:
            yield index, last
            end = last


def _beginnings(known: Known) -> Iterator[int]:
    """The indices of words outside all names with which a name may begin."""
    for index, word in enumerate(known.all):
        if index in known.covered:
            continue
        first = word.text[0]
        if word.capitalised:
            if _may_begin(known, index) or _numbered(known, index):
                yield index
        elif (first.isdigit() or first in _ROMAN) and _numbered(known, index):
            yield index


def _may_begin(known: Known, index: int) -> bool:
    word = known.all[index]
    elided = index + 1 < len(known.all) and known.all[index + 1].text in APOSTROPHES  # N'Djamena
    return (len(word.text) > 1 or elided) and not _behind_capital(known, index)


def _numbered(known: Known, index: int) -> bool:
    """*Le 18e arrondissement*, *rue de la 3e-DIA*: names that begin with a number."""
    word = known.all[index]
    behind = known.all[index + 1 : index + 2]
    if behind and behind[0].folded == french.ARRONDISSEMENT:
        number = word.folded.strip("ivxe")
        return (not number or number[0].isdigit()) and word.folded.endswith(("e", "er", "eme"))
    return word.text[0].isdigit() and PlaceType.STREET in read_extent(known.all, index).types


def _behind_capital(known: Known, index: int) -> bool:
    """Whether the word continues a capitalised run: *Tours* in *Jean Tours*."""
    if not index:
        return False
    before, word = known.all[index - 1], known.all[index]
    if before.text in HYPHENS and before.end == word.start:
        return index < 2 or known.all[index - 2].folded not in french.ARABIC_ARTICLES
    joined = before.capitalised and before.text.isalpha() and known.words.text[before.end : word.start] == " "
    return joined and not known.opens_sentence(index - 1)


def _named_at(known: Known, first: int, recognised: frozenset[str]) -> int | None:
    """The end of the place name at `first`; the longest name that the gazetteer or the text knows."""
    if known.all[first + 1 : first + 2] and known.all[first + 1].folded == french.ARRONDISSEMENT:
        return first + 2 if known.lookup(known.text_of(first, first + 2)) else None
    for last in reversed(_ends(known, first)):
        text = known.text_of(first, last)
        folded = fold(text)
        if known.goes_on(last) or of_another_name(known, first, last):
            continue
        if _in_street(known, first, last):
            return last
        if folded in french.NOT_PLACES:
            continue
        if folded in recognised and not known.persons & {folded}:
            return last
        entries = known.entries(first, last)
        if (entries or last - first == 1 or _is_place_called(known, first)) and _called_for(
            known, first, last, entries
        ):
            return last
    return None


def _ends(known: Known, first: int) -> list[int]:
    """The indices at which a name that begins at `first` may end, shortest first."""
    ends = [first + 1]
    for at in range(first + 1, min(first + _LONGEST, len(known.all))):
        before, word = known.all[at - 1], known.all[at]
        gap = known.words.text[before.end : word.start]
        if at in known.covered or "\n" in gap or len(gap) > 1:
            break
        mark = word.text in HYPHENS or word.text in APOSTROPHES
        if not (mark and not gap) and not word.capitalised and word.folded not in french.WITHIN_NAMES and gap:
            break
        if not word.text[0].isalpha() and not mark:
            break
        if not mark and (word.capitalised or not gap):
            ends.append(at + 1)
    return ends


# ------------------------------------------------------------------- the contexts


def _called_for(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
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


def _in_street(known: Known, first: int, last: int) -> bool:
    """*Rue de Rivoli*, *place de la République*."""
    extent = extent_of(known, first, last)
    return PlaceType.STREET in extent.types and known.all[first].folded not in known.persons


def _is_place_called(known: Known, first: int) -> bool:
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
