"""Place names that the recogniser missed and their context gives away.

The gazetteer is never the detector: a capitalised word is proposed only where a context calls for a place
(*le quartier de X*, *à X*, *X (50570)*, *au large de X*), where it names a country, or where the same
spelling is recognised elsewhere in the text; and then the gazetteer must know it.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.model import GazetteerEntry, Label, Match, Name, PlaceType
from service.domain.places import french
from service.domain.places.extent import read_extent
from service.domain.places.french import Role
from service.domain.places.known import Known, extent_of, of_another_name
from service.domain.places.parents import told_parents
from service.domain.text import APOSTROPHES, HYPHENS, fold

_TOWN, _LARGE_TOWN = 5_000, 100_000  # inhabitants from which a context is believed
_MISTAKEN_TOWN = 20_000
_LONGEST = 8  # words of a name: Saint-Pair-sur-Mer has seven, counting hyphens
_BROAD = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY, PlaceType.CONTINENT, PlaceType.SUPRAREGION})
_LARGE = _BROAD | {
    PlaceType.REGION,
    PlaceType.DEPARTMENT,
    PlaceType.AREA,
    PlaceType.SEA,
    PlaceType.RIVER,
    PlaceType.MOUNTAIN,
    PlaceType.ISLAND,
    PlaceType.PENINSULA,
    PlaceType.DESERT,
    PlaceType.STRAIT,
    PlaceType.LAKE,
}


def told_by_context(known: Known, recognised: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Word ranges of names that the recogniser missed; `recognised` are those that it found, folded."""
    index = 0
    while index < len(known.all):
        last = _named_at(known, index, recognised) if _may_begin(known, index) else None
        if last is not None:
            yield index, last
        index = last or index + 1


def mistaken(known: Known, names: tuple[Name, ...]) -> Iterator[tuple[int, int]]:
    """Places that the recogniser takes for somebody: *à Washington*, *Kirkouk et Tal Afar*."""
    for name in names:
        first, last = known.index(name.start), known.index(name.end)
        if name.label is Label.PLACE or not first:
            continue
        own = tuple(e for e in known.lookup(name.text)[:3] if e.matched in (Match.NAME, None))
        if own and _in_place_of(known, first, last, own):
            yield first, last


def _in_place_of(known: Known, first: int, last: int, own: tuple[GazetteerEntry, ...]) -> bool:
    word = known.all[first - 1]
    if word.text in ("à", "À"):
        return bool(told_parents(known.all, last)) or any(e.population >= _MISTAKEN_TOWN for e in own)
    if word.folded == "en":
        return _any_of(own[:1], _LARGE)
    return word.folded == "et" and last - first > 1 and first - 2 in known.places


def _may_begin(known: Known, index: int) -> bool:
    word = known.all[index]
    if index in known.covered or not word.capitalised or not word.text[0].isalpha():
        return False
    elided = index + 1 < len(known.all) and known.all[index + 1].text in APOSTROPHES  # N'Djamena
    return (len(word.text) > 1 or elided) and not _behind_capital(known, index)


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
        if (entries or last - first == 1) and _called_for(known, first, last, entries):
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
        if not (mark and not gap) and not word.capitalised and word.folded not in french.INNER and gap:
            break
        if not word.text[0].isalpha() and not mark:
            break
        if not mark and (word.capitalised or not gap):
            ends.append(at + 1)
    return ends


# ------------------------------------------------------------------- the contexts


def _called_for(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    text = known.text_of(first, last)
    if known.persons & {fold(text)} or (text.isupper() and len(text) <= 4 and not _any_of(entries, _BROAD)):
        return False
    if not entries:
        return _introduced(known, first)
    return (
        _as_country(known, first, text, entries)
        or _introduced(known, first)
        or _with_postcode(known, last)
        or _behind_preposition(known, first, entries)
        or _in_brackets(known, first, last, entries)
    )


def _any_of(entries: tuple[GazetteerEntry, ...], types: frozenset[PlaceType]) -> bool:
    return any(entry.type in types for entry in entries)


def _as_country(known: Known, first: int, text: str, entries: tuple[GazetteerEntry, ...]) -> bool:
    folded = fold(text)
    if not any(e.type in _BROAD and e.matched in (Match.NAME, None) for e in entries[:3]):
        return False
    if folded in french.GUARDED_COUNTRIES:
        return first > 0 and known.all[first - 1].text in ("à", "en", "la", "au", "île", "l")
    return len(folded) > 3 or text.isupper()


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


def _behind_preposition(known: Known, first: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    before = known.before(first)
    if not before:
        return False
    own = any(entry.matched in (Match.NAME, None) for entry in entries)
    inhabitants = entries[0].population if own else 0
    if known.all[first - 1].text in ("à", "À", "A"):
        return own or entries[0].population >= _TOWN
    within = before[-1] in french.ARTICLES and before[-2:-1] == ["dans"]
    if own and (before[-1] == "en" or within) and _any_of(entries, _LARGE):
        return True
    near = before[-1] in ("de", "du", "d") and not french.NEAR.isdisjoint(before[:-1])
    if near or before[-1] in french.TOWARDS:
        return own and (_any_of(entries, _LARGE) or inhabitants >= _TOWN)
    joined = before[-1] == "et" and first - 2 in known.places
    return inhabitants >= _LARGE_TOWN and (joined or before[-1] in french.OF)


def _in_brackets(known: Known, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """*Valence (Drôme)*: a region told in brackets behind a name."""
    if first < 2 or last >= len(known.all) or not known.all[first - 2].capitalised:
        return False
    enclosed = known.all[first - 1].text == "(" and known.all[last].text in "),"
    return enclosed and _any_of(entries, _LARGE)
