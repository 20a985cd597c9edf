"""Which names that nobody knows the words around them tell to be places: *vers X*, *le secteur de X*.

The recogniser takes a town that it has never read of for a person or a body. A locative cue, a toponymic
first word (*Tal Afar*, *Wadi Barada*) or the gazetteer's own name of a district settles it, unless a title,
an age or a verb of saying speaks for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from service.domain.model import Label, Match, Name, PlaceType
from service.domain.names import french
from service.domain.names.known import is_acronym
from service.domain.names.labels import labelled
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import APOSTROPHES, QUOTES, Word, Words, fold

_OWN = frozenset({PlaceType.DISTRICT, PlaceType.AREA})  # from the project's own facts
_TOWN = 20_000  # inhabitants
_REACH = 7  # words before a name that are looked at


def place_by_context(
    words: Words, names: Sequence[Name], book: ActorBook, gazetteer: Gazetteer
) -> list[Name]:
    """The names, those told by their context labelled as places wherever they stand."""
    told: set[str] = set()
    persons = {fold(name.text) for name in names if name.label is Label.PERSON and _is_person(words, name)}
    surnames = {key.split()[-1] for key in persons} | {
        fold(name.text).split()[-1] for name in names if name.label is Label.PERSON and " " in name.text
    }
    for chain in _chains(words, names):
        if all(name.label is Label.PLACE for name in chain):
            continue
        places = False  # whether the list so far is one of places: *les quartiers de A, B et C*
        for name in chain:
            key = fold(name.text)
            places = places or _is_of_place(_folded_before(words, name)) or key in told
            if name.label is Label.PLACE or not _is_open(name, book) or key in persons:
                continue
            beside = name.label is Label.ORGANISATION and _is_beside_a_place(words, name, chain)
            cued = _is_toponymic(name, gazetteer) or is_entered(name, gazetteer)
            if places or beside or cued or _is_cued(words, name, gazetteer, key in surnames):
                told.add(key)
                places = True
    return [labelled(name, Label.PLACE) if fold(name.text) in told else name for name in names]


def keep_whole(name: Name, gazetteer: Gazetteer) -> Name:
    """*Cheikh Maqsoud* before its first word is taken for a title: a district of that very name."""
    if name.label is not Label.PERSON or name.text.isalnum():
        return name
    whole = fold(name.text).partition(" ")[0] in french.TOPONYMIC and is_entered(name, gazetteer)
    return labelled(name, Label.PLACE) if whole else name


def _is_open(name: Name, book: ActorBook) -> bool:
    """Whether nothing but its words tells what the name is."""
    first = name.text.split()[0]
    return not is_acronym(name.text) and fold(first) not in french.BODIES and not book.lookup(name.text)


def _is_person(words: Words, name: Name) -> bool:
    """A civility or title before it, an age, *lui-même* or a verb of saying behind it."""
    before = words.before(name.start, 3)
    titled = [word.folded for word in before if word.text not in "., "]
    if titled and titled[-1] in french.CIVILITIES - french.TOPONYMIC:
        return True
    behind = [word.folded for word in words.after(name.end, 4)]
    if behind[:1] and behind[0] in french.SAYING:
        return True
    if behind[:2] and behind[0] == "a" and behind[1] in french.SAID:
        return True
    return behind[:1] == [","] and len(behind) > 2 and behind[1].isdigit() and behind[2] == "ans"


def _is_toponymic(name: Name, gazetteer: Gazetteer) -> bool:
    """*Tal Afar*, *Wadi Barada*: nobody is called so; *Cheikh Maqsoud* where the gazetteer has it."""
    first, _, rest = fold(name.text).partition(" ")
    if not rest:
        return False
    return first in french.TERRAIN or (first in french.TOPONYMIC and bool(gazetteer.lookup(name.text)))


def is_entered(name: Name, gazetteer: Gazetteer) -> bool:
    """Several words that are a district's own name in the gazetteer's facts."""
    entries = gazetteer.lookup(name.text)[:1] if " " in name.text else ()
    return any(entry.matched is Match.NAME and entry.type in _OWN for entry in entries)


def _chains(words: Words, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The names of persons, bodies and places, those of one list together."""
    chain: list[Name] = []
    for name in names:
        if name.label is Label.OTHER:
            continue
        if chain and not _is_listed(words, chain[-1], name):
            yield chain
            chain = []
        chain.append(name)
    if chain:
        yield chain


def _is_beside_a_place(words: Words, name: Name, chain: Sequence[Name]) -> bool:
    """*Raqa et Deir Ezzor*: joined to a place by *et* alone; a comma joins a rider's team to a country."""
    at = chain.index(name)
    pairs = [(chain[at - 1], name)] * (at > 0) + [(name, one) for one in chain[at + 1 : at + 2]]
    joined = (
        words.text[left.end : right.start].strip() == "et" and Label.PLACE in (left.label, right.label)
        for left, right in pairs
    )
    return "-" not in name.text and any(joined)


def _is_listed(words: Words, left: Name, right: Name) -> bool:
    """*Khan Younès et Rafah*: joined by a comma, *et*, *ou*, *puis*, with or without *de*."""
    if right.start - left.end > 8 or "\n" in words.text[left.end : right.start]:
        return False
    between = [word.folded or word.text for word in words.after(left.end, 4) if word.start < right.start]
    return bool(between) and all(word in french.JOINING or word in APOSTROPHES for word in between)


def _is_cued(words: Words, name: Name, gazetteer: Gazetteer, is_surname: bool) -> bool:
    before = _before(words, name)
    folded = _folded_before(words, name)
    if _is_apposed(words, name):
        return True
    if is_surname or not before or before[-1].text in QUOTES:
        return False
    last = before[-1]
    if _is_constituency(folded, name):
        return True
    if last.text in ("à", "À") or (last.text == "A" and _opens(words, last)):
        return folded[-2:-1] == ["jusqu"] or _goes_to(folded[:-1], name, gazetteer)
    taken = last.folded in french.TAKEN and (name.label is Label.ORGANISATION or " " not in name.text)
    held = last.folded in french.HELD or (
        last.folded == "de" and not french.CONQUESTS.isdisjoint(folded[-3:-1])
    )
    return taken or last.folded == "vers" or (held and bool(gazetteer.lookup(name.text)))


def _is_constituency(folded: list[str], name: Name) -> bool:
    """*Élu dans Camille-Laurin*, *député de Camille-Laurin*: seats are called after people."""
    if name.label is not Label.PERSON or " " in name.text:
        return False
    if folded[-1] == "dans":
        return not french.ELECTED.isdisjoint(folded[-4:-1])
    return folded[-1] in {"de", "d"} and not french.DEPUTIES.isdisjoint(folded[-2:-1])


def _is_of_place(folded: list[str]) -> bool:
    """*Le secteur de*, *les quartiers de la*: the noun before the links."""
    here = len(folded)
    while here and folded[here - 1] in french.LINKS:
        here -= 1
    return 0 < here < len(folded) and folded[here - 1] in french.PLACE_NOUNS


def _opens(words: Words, word: Word) -> bool:
    return words.sentence(word.start).start == word.start


def _before(words: Words, name: Name) -> list[Word]:
    """The words of the line before the name."""
    before = [word for word in words.before(name.start, _REACH) if word.text not in APOSTROPHES]
    start = words.text.rfind("\n", 0, name.start) + 1 if before else 0
    return [word for word in before if word.start >= start]


def _folded_before(words: Words, name: Name) -> list[str]:
    return [word.folded or word.text for word in _before(words, name)]


def _is_apposed(words: Words, name: Name) -> bool:
    """*X, ville de …*, *X (province d'Alep)*, *X (nord)*."""
    behind = [word.folded or word.text for word in words.after(name.end, 3)]
    if behind[:1] == [","] and behind[1:2]:
        return behind[1] in french.PLACE_NOUNS - {"camp", "province", "est"} or (
            len(behind) > 2 and behind[1] in {"une", "la"} and behind[2] in french.SETTLEMENTS
        )
    return behind[:1] == ["("] and bool(behind[1:2]) and behind[1] in french.SIDES


def _goes_to(before: Iterable[str], name: Name, gazetteer: Gazetteer) -> bool:
    """*Réunis à X*; not *téléphoné à X*, *grâce à X*: a town of that name, or nothing dative before it."""
    words = tuple(before)
    if any(word in french.DATIVE for word in words[-4:]):
        return False
    entries = gazetteer.lookup(name.text)[:1]
    if entries and entries[0].matched is Match.NAME:
        return True
    return bool(words) and words[-1] in french.STAYING
