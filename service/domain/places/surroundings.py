"""What the words around a name say of it: that it is a place, how far its mention reaches, or that it is
part of a longer name.
"""

from __future__ import annotations

from service.domain.model import PlaceType
from service.domain.places import french
from service.domain.places.extent import Extent, before_link, read_extent
from service.domain.places.french import Role
from service.domain.places.known import Known
from service.domain.places.parents import told_parents
from service.domain.text import HYPHENS

_FAMOUS = 100_000  # inhabitants of a town whose place in the world is spoken of
_FARTHEST = 24  # words back to the noun of a list


def located(known: Known, first: int, last: int) -> bool:
    """Whether the words around a name speak of a place, whatever the name: *à X*, *dans le X*, *près de X*,
    *village de X*, *X (Drôme)*, *en Syrie et à X*.
    """
    words = known.all
    if extent_of(known, first, last).role is not None or told_parents(words, last):
        return True
    before = known.before(first)
    while before and before[-1] in french.ARTICLES:
        before.pop()
        if before and before[-1] in ("dans", "vers", "depuis"):
            return True
    if not before or before[-1] in ("et", ",", "ou"):
        return first >= 2 and first - 2 in known.places
    if before[-1] in ("de", "du", "d", "des"):
        return not french.NEAR_OR_SECTOR.isdisjoint(before[:-1])
    towards = before[-1] in ("en", "jusqu", "dans") or before[-1] in french.TOWARDS
    return towards or words[first - 1].text in ("à", "À", "A")


def extent_of(known: Known, first: int, last: int) -> Extent:
    """How far the mention reaches; but *la place de la France dans le monde* is no square."""
    found = known.extents.get((first, last))
    if found is None:
        found = known.extents[first, last] = _extent_of(known, first, last)
    return found


def _extent_of(known: Known, first: int, last: int) -> Extent:
    extent = read_extent(known.all, first)
    if extent.role is None and extent.part is None:
        return _listed(known, first) or extent
    if known.all[extent.first].folded != "place" or extent.first == first:
        return extent
    if known.all[first].folded in known.persons and extent.linked:
        return Extent(first)
    instead = [word.folded for word in known.all[max(0, extent.first - 2) : extent.first]] == ["a", "la"]
    if instead and extent.linked and first - extent.first == 2:
        return Extent(first)  # nommé à la place de X
    famous = known.lookup(known.text_of(first, last))[:1]
    broad = any(entry.type is PlaceType.COUNTRY or entry.population >= _FAMOUS for entry in famous)
    return Extent(first) if broad else extent


def _listed(known: Known, first: int) -> Extent | None:
    """*Les provinces d'Idlib et de Hama*: the kind that a plural noun gives to the names behind the first."""
    words = known.all
    link = before_link(words, first)
    at = first - 1 if link is None else link
    if at < 1 or words[at].text not in (",", "et", "ou"):
        return None
    while at > max(0, first - _FARTHEST):
        word = words[at]
        small = word.folded in french.INNER or word.text in (",", "ou", "et") or not word.folded
        if not (small or word.capitalised or words[at - 1].text in HYPHENS):
            break
        if word.text in ".;:!?()":
            return None
        at -= 1
    noun = french.NOUNS.get(words[at].folded)
    if noun is None or words[at].folded not in french.PLURALS or words[at].capitalised:
        return None
    if noun.role is Role.SECTION:
        return Extent(first, french.TOWN_OR_QUARTER, Role.DISTRICT, linked=True)
    return Extent(first, noun.types, noun.role, linked=True)


def of_another_name(known: Known, first: int, last: int) -> bool:
    """Whether the place is part of a longer name: *Tour de France*, *traité de Lisbonne*, *France Inter*."""
    words = known.all
    if last < len(words) and last not in known.covered and known.goes_on(last) and last - first == 1:
        return any(entry.type is PlaceType.COUNTRY for entry in known.lookup(words[first].text)[:1])
    if first >= 2 and words[first - 2].folded == "parti" and known.opens_sentence(first - 2):
        return False  # Parti de Sorgues, le peloton …
    link = before_link(words, first)
    if link is None:
        return False
    head = link
    while head > link - 3 and head > 0 and not words[head].capitalised and words[head].text.isalpha():
        if words[head].folded in french.TREATIES:
            return True
        head -= 1
    return head >= 0 and words[head].capitalised and words[head].folded in french.NAMES_OF_OTHERS
