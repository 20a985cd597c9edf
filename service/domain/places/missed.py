"""Place names that the recogniser missed and their context gives away.

The gazetteer is never the detector: a capitalised word is proposed only where a context calls for a place
(*le quartier de X*, *à X*, *X (50570)*, *au large de X*), where it names a country, or where the same
spelling is recognised elsewhere in the text; and then the gazetteer must know it.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.model import PlaceType
from service.domain.places import french
from service.domain.places.contexts import called_for, in_street, is_place_called
from service.domain.places.extent import read_extent
from service.domain.places.known import Known
from service.domain.places.surroundings import of_another_name
from service.domain.text import APOSTROPHES, HYPHENS, fold

_ROMAN = frozenset("ivx")
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
        if in_street(known, first, last):
            return last
        if folded in french.NOT_PLACES:
            continue
        if folded in recognised and not known.persons & {folded}:
            return last
        entries = known.entries(first, last)
        if (entries or last - first == 1 or is_place_called(known, first)) and called_for(
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
        if _is_berber_link(known, at):
            continue
        if not (mark and not gap) and not word.capitalised and word.folded not in french.WITHIN_NAMES and gap:
            break
        if not word.text[0].isalpha() and not mark:
            break
        if not mark and (word.capitalised or not gap):
            ends.append(at + 1)
    return ends


def _is_berber_link(known: Known, at: int) -> bool:
    """*n'* of *Tizi n'Test*, *of* in Berber; *Tunis n'a* goes on in lower case."""
    behind = known.all[at + 1 : at + 3]
    linked = len(behind) == 2 and behind[0].text in APOSTROPHES and behind[1].capitalised
    return known.all[at].text == "n" and linked
