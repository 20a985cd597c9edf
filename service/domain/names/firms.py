"""Which names that nobody knows the words around them tell to be firms: *le PDG de X*, *rachetée par X*.

The recogniser takes a firm that it has never read of, called by one word, for a person or a town.
"""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.model import Label, Name
from service.domain.names import french
from service.domain.names.labels import labelled
from service.domain.ports import Gazetteer
from service.domain.text import Words, fold

_REACH = 5  # words before a name that are looked at
_LEADING = french.LINKS | french.FIRM_NOUNS | {"chez", "par", ""}
_OPEN = (Label.PERSON, Label.PLACE)


def firms_by_context(words: Words, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """The names, those told by their context labelled as organisations wherever they stand."""
    full = [name for name in names if name.label is Label.PERSON and not _is_single(name)]
    surnames = {fold(name.text).split()[-1] for name in full}
    told = {
        fold(name.text)
        for name in names
        if name.label in _OPEN and _is_single(name) and _is_cued(words, name)
    }
    told = {key for key in told - surnames if not gazetteer.lookup(key)}
    return [labelled(name, Label.ORGANISATION) if fold(name.text) in told else name for name in names]


def _is_single(name: Name) -> bool:
    return len(name.text.split()) == 1


def _is_cued(words: Words, name: Name) -> bool:
    before, after = words.before(name.start, _REACH), words.after(name.end, 4)
    if before and before[-1].folded in _LEADING and _is_led(name, [word.folded for word in before]):
        return True
    if not after or after[0].text != ",":
        return False
    behind = [word.folded for word in after[1:] if word.folded]
    return len(behind) > 1 and behind[0] in french.ARTICLES and behind[1] in french.FIRMS


def _is_led(name: Name, before: list[str]) -> bool:
    before = [word for word in before if word]  # apostrophes fold to nothing
    if before[-1:] == ["chez"]:
        return name.label is Label.PLACE or not french.EMPLOYED.isdisjoint(before)
    if before[-1:] == ["par"]:
        return before[-2:-1] != [] and before[-2] in french.BOUGHT
    while before and before[-1] in french.LINKS:
        before.pop()
    return before[-1:] != [] and before[-1] in french.FIRM_NOUNS
