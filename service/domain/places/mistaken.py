"""Places that the recogniser takes for somebody: *à Washington*, *la prise d'Izioum*, *l'avenue Vali-Asr*.

A name is taken back only where the gazetteer bears it as a main name, or a noun before it says what it is,
and never where the text knows a person by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from service.domain.model import GazetteerEntry, Label, Match, Name, PlaceType
from service.domain.nations import Nations
from service.domain.places import french
from service.domain.places.extent import before_link, read_extent
from service.domain.places.french import Role
from service.domain.places.known import LARGE, Known
from service.domain.places.parents import told_parents
from service.domain.places.surroundings import located
from service.domain.text import APOSTROPHES, Word

_TOWN, _MISTAKEN_TOWN, _LARGE_TOWN = 5_000, 20_000, 100_000  # inhabitants
_HOME = frozenset({"FR", "BE", "CH", "CA", "LU"})  # where surnames are names of towns
_LANDS = frozenset({PlaceType.MOUNTAIN, PlaceType.DESERT, PlaceType.PENINSULA})
_CALLING = frozenset({Role.SETTLEMENT, Role.DISTRICT, Role.DIVISION, Role.SITE})


def mistaken(known: Known, names: tuple[Name, ...], nations: Nations) -> Iterator[tuple[int, int]]:
    """The word ranges of the names of persons and organisations that are places."""
    full = frozenset(_words_of_full_names(known, names)) | french.FIRST_NAMES
    abroad: frozenset[str] | None = None
    for name in names:
        if name.label is Label.PLACE:
            continue
        first, last = known.index(name.start), known.index(name.end)
        nested = _nested(known, first, last) if name.label is not Label.PERSON else None
        if nested is not None:
            yield nested, last
            continue
        seat = _seat(known, first, last, nations)
        own = _own(known, first, last)
        person = name.label is Label.PERSON and not (last - first == 1 and known.all[first].folded in full)
        if seat is not None:
            yield seat, last
        elif (
            first
            and ((own and _in_place_of(known, first, last, own)) or (person and _is_called(known, first)))
        ) or (first and own and (_is_water(known, first, own) or _is_land(known, name, first, own))):
            yield first, last
        elif first and person and own:
            abroad = _abroad(known, nations) if abroad is None else abroad
            if _fits(known, first, last, own, abroad):
                yield first, last


def _own(known: Known, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    found = known.lookup(known.text_of(first, last))[:3]
    return tuple(entry for entry in found if entry.matched in (Match.NAME, None))


def _words_of_full_names(known: Known, names: tuple[Name, ...]) -> Iterator[str]:
    """The folded words of persons that are named with more than one."""
    for name in names:
        words = known.words.within(name)
        if name.label is Label.PERSON and len([word for word in words if word.capitalised]) > 1:
            yield from (word.folded for word in words)


def _seat(known: Known, first: int, last: int, nations: Nations) -> int | None:
    """Where the name of a seat of power begins: *Le Pentagone* without its article."""
    if last - first < 2 or known.all[first].folded not in french.ARTICLES:
        return None
    entries = known.lookup(known.text_of(first + 1, last))[:1]
    palace = any(entry.type is PlaceType.BUILDING and nations.seat(entry.id) for entry in entries)
    return first + 1 if palace else None


def _nested(known: Known, first: int, last: int) -> int | None:
    """Where the place begins in *gendarmerie du Vaucluse*, a body that is called by where it is, and in
    *au CHU d'Angers*, a site that somebody is at.
    """
    head = known.all[first]
    body = not head.capitalised and head.folded in french.LOCAL_BODIES
    if not body and not (_is_site(head) and _at(known, first)):
        return None
    for at in range(last - 1, first, -1):
        if before_link(known.all, at) is not None and known.all[at].capitalised:
            known_at_all = any(entry.matched is not Match.ALTERNATE for entry in known.entries(at, last)[:1])
            return at if known_at_all else None
    return first + 1 if not body and last > first + 1 and known.all[first + 1].capitalised else None


def _is_site(head: Word) -> bool:
    noun = french.NOUNS.get(head.folded)
    return noun is not None and noun.role is Role.SITE and (not head.capitalised or head.text.isupper())


def _at(known: Known, first: int) -> bool:
    """*Au CHU*, *à l'hôpital*, *devant la prison*, *dans le stade*."""
    before = known.before(first)
    while before and before[-1] in french.ARTICLES:
        before.pop()
        if known.all[first - 1].text in APOSTROPHES and before and before[-1] == "a":
            return True
    return bool(before) and before[-1] in {"au", "dans", "devant", "vers", "a"}


def _is_water(known: Known, first: int, own: tuple[GazetteerEntry, ...]) -> bool:
    """*Le Pô*, whatever the recogniser takes it for; *le PO* is somebody."""
    word, before = known.all[first], known.all[first - 1]
    return (
        own[0].type is PlaceType.RIVER
        and not word.text.isupper()
        and before.folded in french.ARTICLES | french.CONTRACTED
    )


def _is_land(known: Known, name: Name, first: int, own: tuple[GazetteerEntry, ...]) -> bool:
    """*Le Haut Atlas*, taken for a body: a land's own name of several words, behind its article."""
    several = sum(part.capitalised for part in known.words.within(name)) > 1
    before = known.all[first - 1].folded or known.all[first - 2].folded
    named = name.label is not Label.PERSON and before in french.ARTICLES | french.CONTRACTED
    return several and named and own[0].type in _LANDS


def _in_place_of(known: Known, first: int, last: int, own: tuple[GazetteerEntry, ...]) -> bool:
    word = known.all[first - 1]
    if word.text in ("à", "À", "A"):
        return bool(told_parents(known.all, last)) or any(e.population >= _MISTAKEN_TOWN for e in own)
    if word.folded == "en":
        return any(entry.type in LARGE for entry in own[:1])
    return word.folded == "et" and last - first > 1 and first - 2 in known.places


def _is_called(known: Known, first: int) -> bool:
    """*Avenue Vali-Asr*, *le CHU Pellegrin*, *le quartier populaire d'Albouystown*."""
    extent = read_extent(known.all, first)
    if extent.role not in _CALLING:
        return False
    noun = known.all[extent.first]
    return extent.role is not Role.SITE or (not extent.linked and noun.folded in french.NAMED_AFTER_PERSONS)


def _fits(
    known: Known, first: int, last: int, own: tuple[GazetteerEntry, ...], abroad: frozenset[str]
) -> bool:
    if known.all[first - 1].capitalised and not known.opens_sentence(first - 1):
        return False  # the frigate Amiral Makarov
    before = known.all[first - 1].folded or known.all[first - 2].folded
    if own[0].type is PlaceType.COUNTRY and before not in french.ARTICLES | {"en"}:
        return False  # pour Hollande
    if any(entry.population >= _LARGE_TOWN for entry in own) and before in french.OF:
        return True
    believed = [entry for entry in own if entry.type is not PlaceType.CITY or entry.population >= _TOWN]
    if believed and located(known, first, last):
        return True
    return any(entry.country in abroad for entry in believed)


def _abroad(known: Known, nations: Nations) -> frozenset[str]:
    """The foreign countries that the text speaks of, by their names, adjectives and people."""
    spoken = (
        nations.of_inhabitants(word.folded) if word.capitalised else nations.of_adjective(word.folded)
        for word in known.all
    )
    named = (
        entry.country
        for at in sorted(known.places)
        for entry in known.lookup(known.all[at].text)[:1]
        if entry.type is PlaceType.COUNTRY
    )
    return frozenset(country for country in chain(spoken, named) if country) - _HOME
