"""What a name is a name of, and whether it is one at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from service.domain.model import ActorType, Label, Match, Name, PlaceType
from service.domain.names import shapes
from service.domain.names.french import (
    BODIES,
    CIVILITIES,
    COMMON_MEDIA,
    DETERMINERS,
    HALLS,
    HOUSES,
    MEDIA_SIGNS,
    OFFICES,
    PORTFOLIOS,
    SAYING,
    TELLING,
    TERMS,
)
from service.domain.names.known import is_acronym, label_of
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import APOSTROPHES, QUOTES, Word, Words, fold

_TOWN = 20_000  # inhabitants
_ORDER = (Label.PLACE, Label.PERSON, Label.ORGANISATION)  # of two labels as frequent, the first


def relabel(words: Words, name: Name, book: ActorBook, gazetteer: Gazetteer, nations: Nations) -> Name:
    """Known actors and seats of power are what they are; an unclassed acronym is an organisation."""
    if name.label is not Label.PLACE and (_is_state(name) or _is_building(words, name)):
        return replace(name, label=Label.PLACE)
    actors = book.lookup(name.text)
    if actors:
        return seat_first(words, labelled(name, label_of(actors)), gazetteer, nations)
    if name.label is Label.PLACE:
        return replace(name, label=Label.PERSON) if _is_surname(words, name, book, gazetteer) else name
    town = name.label is Label.ORGANISATION and _is_town(words, name, gazetteer)
    if town or _is_seat(words, name, gazetteer, nations):
        return replace(name, label=Label.PLACE)
    if name.label is Label.OTHER and is_acronym(name.text):
        return replace(name, label=Label.ORGANISATION)
    return name


def _is_surname(words: Words, name: Name, book: ActorBook, gazetteer: Gazetteer) -> bool:
    """*Pour Hollande*: a country's other name stands with its article or *en*, a known surname without."""
    entries = gazetteer.lookup(name.text)
    if not entries or entries[0].type is not PlaceType.COUNTRY or fold(entries[0].name) == fold(name.text):
        return False
    before = [word.folded for word in words.before(name.start, 3) if word.folded]
    of = before[-1:] == ["de"] and before[-2:-1] and before[-2] in TERMS
    return bool(of or before[-1:] not in (["la"], ["en"], ["de"])) and bool(book.by_surname(fold(name.text)))


def _is_state(name: Name) -> bool:
    """*L'État de Zulia*, *l'Etat de New York*"""
    return fold(name.text).startswith(("etat de ", "etat d "))


def _is_building(words: Words, name: Name) -> bool:
    """*Palais des Nations*, *au CHU d'Angers*; not where it is said to say something."""
    if name.text.isalnum():
        return False
    inside = [word.folded for word in words.within(name)]
    if len(inside) < 2 or any(word.folded in SAYING for word in words.after(name.end, 2)):
        return False
    if inside[0] in HALLS or inside[:3] == ["centre", "des", "congres"]:
        return True
    before = [word.folded for word in words.before(name.start, 3) if word.folded]
    return inside[0] in HOUSES and (before[-1:] in (["au"], ["aux"], ["dans"]) or before[-2:] == ["a", "l"])


def seat_first(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> Name:
    """The name of a power's seat is the place's before it is the body's: *le Quai d'Orsay*."""
    entries = gazetteer.lookup(name.text)
    palace = entries and entries[0].type is PlaceType.BUILDING and nations.seat(entries[0].id)
    return labelled(name, Label.PLACE) if palace and not _has_title(words, name) else name


def labelled(name: Name, label: Label) -> Name:
    """The name under a label; itself when it has that label, since most have."""
    return name if name.label is label else replace(name, label=label)


def _is_seat(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> bool:
    """Whether the name is a country's, a capital's or a palace's. *Hollande* and *M. Washington* are men."""
    entries = gazetteer.lookup(name.text)
    if not entries or not nations.seat(entries[0].id):
        return False
    if " " in name.text:
        return entries[0].type is PlaceType.BUILDING and not _has_title(words, name)  # *Maison Blanche*
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
        or fold(name.text) in shapes.BODIES
    ):
        return False
    return not any(word.folded in BODIES for word in words.before(name.start, 3))


def _has_title(words: Words, name: Name) -> bool:
    return any(word.folded in CIVILITIES for word in words.before(name.start, 2))


def is_word_of_a_title(words: Words, name: Name, book: ActorBook) -> bool:
    """*Monde* of a menu, *Le point* of a headline: a medium called by a common word, without a sign of it.

    Its own article with a capital within a sentence is such a sign, and so are *selon*, *au quotidien*,
    a contraction (*au Monde*), a credit (*avec*) and a verb of saying.
    """
    folded = fold(name.text)
    article, _, rest = folded.partition(" ")
    common = rest if article in DETERMINERS and rest else folded
    if common not in COMMON_MEDIA or not any(
        known.type is ActorType.MEDIA for known in book.lookup(name.text)
    ):
        return False
    before = [
        word.folded or word.text
        for word in words.before(name.start, 4)
        if word.text not in APOSTROPHES and word.text not in QUOTES
    ]
    behind = [word.folded for word in words.after(name.end, 3) if word.text not in QUOTES]
    opens = words.sentence(name.start).start == name.start
    if (
        not (SAYING | TELLING).isdisjoint(behind[:2])
        or not MEDIA_SIGNS.isdisjoint(before)
        or behind[:1] == ["avec"]
    ):
        return False
    if opens or name.text.isupper():
        return True
    own = common != folded or any(fold(known.name) == folded for known in book.lookup(name.text))
    return not own and before[-1:] not in (["au"], ["du"], ["aux"])


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
    if first.folded not in PORTFOLIOS:
        return False
    return any(word.folded in OFFICES for word in words.before(first.start, 6))


def agree(names: Sequence[Name]) -> list[Name]:
    """One spelling has one label in a document, the most frequent; a surname goes with its full name."""
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    surnames = {
        fold(name.text).split()[-1] for name in names if name.label is Label.PERSON and " " in name.text
    }
    for name in names:
        votes[fold(name.text)][name.label] += 1
    elected = {key: _elect(found, key in surnames) for key, found in votes.items()}
    return [labelled(name, elected[fold(name.text)]) for name in names]


def _elect(votes: Counter[Label], is_surname: bool) -> Label:
    if is_surname:
        return Label.PERSON
    if len(votes) == 1:
        return next(iter(votes))
    return max(votes, key=lambda label: (votes[label], -_ORDER.index(label)))
