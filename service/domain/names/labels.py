"""What a name is a name of, and whether it is one at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from service.domain.model import Label, Match, Name, PlaceType
from service.domain.names.french import BODIES, CIVILITIES, OFFICES, PORTFOLIOS
from service.domain.names.known import is_acronym, label_of
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import Word, Words, fold

_TOWN = 20_000  # inhabitants


def relabel(words: Words, name: Name, book: ActorBook, gazetteer: Gazetteer, nations: Nations) -> Name:
    """Known actors and seats of power are what they are; an unclassed acronym is an organisation."""
    actors = book.lookup(name.text)
    if actors:
        return seat_first(words, replace(name, label=label_of(actors)), gazetteer, nations)
    if name.label is not Label.PLACE and " " not in name.text and _is_seat(words, name, gazetteer, nations):
        return replace(name, label=Label.PLACE)
    if name.label is Label.ORGANISATION and _is_town(words, name, gazetteer):
        return replace(name, label=Label.PLACE)
    if name.label is Label.OTHER and is_acronym(name.text):
        return replace(name, label=Label.ORGANISATION)
    return name


def seat_first(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> Name:
    """The name of a power's seat is the place's before it is the body's: *le Quai d'Orsay*."""
    entries = gazetteer.lookup(name.text)
    palace = entries and entries[0].type is PlaceType.BUILDING and nations.seat(entries[0].id)
    return replace(name, label=Label.PLACE) if palace and not _has_title(words, name) else name


def _is_seat(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> bool:
    """Whether the name is a country's, a capital's or a palace's. *Hollande* and *M. Washington* are men."""
    entries = gazetteer.lookup(name.text)
    if not entries or not nations.seat(entries[0].id):
        return False
    own_name = fold(entries[0].name) == fold(name.text) or entries[0].type is PlaceType.BUILDING
    return name.label is not Label.PERSON or (own_name and not _has_title(words, name))


def _is_town(words: Words, name: Name, gazetteer: Gazetteer) -> bool:
    """*Khan Younès*, taken for an organisation: a town of that very name, and no firm is spoken of."""
    entries = gazetteer.lookup(name.text)
    if (
        not entries
        or entries[0].matched is not Match.NAME
        or entries[0].population < _TOWN
        or is_acronym(name.text)
    ):
        return False
    return not any(word.folded in BODIES for word in words.before(name.start, 3))


def _has_title(words: Words, name: Name) -> bool:
    return any(word.folded in CIVILITIES for word in words.before(name.start, 2))


def is_name(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> bool:
    inside = words.within(name)
    if name.label is Label.OTHER or not any(word.capitalised or word.text[0].isdigit() for word in inside):
        return False
    if len(inside) == 1 and _is_common(words, inside[0], name.label, gazetteer, nations):
        return False
    return inside[0].folded not in OFFICES and not _is_portfolio(words, inside[0])


def _is_common(words: Words, word: Word, label: Label, gazetteer: Gazetteer, nations: Nations) -> bool:
    """People of a country, and ordinary words that a sentence begins with."""
    if label is not Label.PERSON and nations.of_inhabitants(word.folded):
        return True
    if label is not Label.PLACE or words.sentence(word.start).start != word.start:
        return False
    return not gazetteer.lookup(word.text)


def _is_portfolio(words: Words, first: Word) -> bool:
    """*Défense* in *le ministre russe de la Défense*, *État* in *secrétaire d'État*."""
    before = [word for word in words.before(first.start, 6) if word.text != "'" and word.folded]
    if first.folded not in PORTFOLIOS:
        return False
    return any(word.folded in OFFICES for word in before)


def agree(names: Sequence[Name]) -> list[Name]:
    """One spelling has one label in a document, the most frequent; a surname goes with its full name."""
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    surnames = {
        fold(name.text).split()[-1] for name in names if name.label is Label.PERSON and " " in name.text
    }
    for name in names:
        votes[fold(name.text)][name.label] += 1
    return [
        replace(name, label=_elect(votes[fold(name.text)], fold(name.text) in surnames)) for name in names
    ]


def _elect(votes: Counter[Label], is_surname: bool) -> Label:
    if is_surname:
        return Label.PERSON
    order = [Label.PLACE, Label.PERSON, Label.ORGANISATION]
    return max(votes, key=lambda label: (votes[label], -order.index(label)))
