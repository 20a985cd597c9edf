"""Settling the proper names of a text: what the recogniser proposes, put right by what is known for certain.

A recogniser trained on encyclopaedias errs in the same ways on the press: it takes titles and articles into a
name, splits *Staffan de Mistura*, calls *OSDH* a miscellany and *Défense* (the ministry) a place. Each step
below mends one of them; overlaps are settled in one place, at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from service.domain.model import ActorType, KnownActor, Label, Name, PlaceType, Span
from service.domain.names_french import CIVILITIES, DETERMINERS, OFFICES, PARTICLES, PORTFOLIOS, STOPPERS
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import Word, Words, fold


def settle_names(
    words: Words,
    proposed: tuple[Name, ...],
    hidden: Sequence[Span],
    book: ActorBook,
    gazetteer: Gazetteer,
    nations: Nations,
) -> tuple[Name, ...]:
    """The names of persons, organisations and places, in order, none overlapping another or `hidden`."""
    known = tuple(_known_names(words, book))
    trimmed = (_trim(words, name, book) for name in proposed)
    names = tuple(name for name in trimmed if name is not None)
    names = tuple(part for name in names for part in _split_country(words, name, gazetteer, nations))
    labelled = (_relabel(words, name, book, gazetteer, nations) for name in _join_particles(words, names))
    kept = [name for name in labelled if _is_name(words, name, gazetteer, nations)]
    settled = _settle_overlaps(known, _agree(kept), hidden)
    return _settle_overlaps(settled, _repeated(words, settled), hidden)


def _known_names(words: Words, book: ActorBook) -> Iterator[Name]:
    """Names of the actor book that stand in the text, longest first at each place.

    A single word counts only when it is an acronym: *Front* or *Libération* need the recogniser's word.
    """
    sequence = words.words
    index = 0
    while index < len(sequence):
        found = _known_at(words, index, book) if _may_begin(sequence[index]) else None
        if found:
            yield found
            index += len(words.within(found))
        else:
            index += 1


def _may_begin(word: Word) -> bool:
    return word.capitalised and word.text[0].isalpha()


def _known_at(words: Words, index: int, book: ActorBook) -> Name | None:
    longest = book.longest_name(words.words[index].folded)
    stretch = _on_one_line(words, index, longest)
    for count in range(len(stretch), 0, -1):
        text = _text(words, stretch[:count])
        if not stretch[count - 1].folded or (count == 1 and not _is_acronym(text)):
            continue
        actors = book.lookup(text)
        if actors and not _takes_an_article(stretch[:count], actors[0]):
            return Name(stretch[0].start, stretch[count - 1].end, text, _label_of(actors))
    return None


def _takes_an_article(stretch: Sequence[Word], actor: KnownActor) -> bool:
    """*Le PAM* at the head of a sentence: the article is none of the name's own, as in *Le Monde*."""
    if stretch[0].folded not in DETERMINERS:
        return False
    first = {fold(name).split()[0] for name in (actor.name, *actor.aliases) if fold(name)}
    return stretch[0].folded not in first


def _on_one_line(words: Words, index: int, count: int) -> tuple[Word, ...]:
    """The words from an index to the end of its line until `count` of them are more than a mark."""
    found: list[Word] = []
    for word in words.words[index : index + 2 * count]:
        if count == 0 or (found and "\n" in words.text[found[-1].end : word.start]):
            break
        found.append(word)
        count -= bool(word.folded)
    return tuple(found)


def _is_acronym(text: str) -> bool:
    return len(text) >= 2 and text.isupper() and text.isalnum()


def _label_of(actors: tuple[KnownActor, ...]) -> Label:
    return Label.PERSON if actors[0].type is ActorType.PERSON else Label.ORGANISATION


def _trim(words: Words, name: Name, book: ActorBook) -> Name | None:
    """The name without article, civility, title or stray mark; `None` when nothing is left."""
    inside = list(words.within(name))
    while inside and not inside[-1].text[-1].isalnum():
        inside.pop()
    while inside and _leads(words, inside, name.label, book):
        inside.pop(0)
    if not inside:
        return None
    return Name(inside[0].start, inside[-1].end, _text(words, inside), name.label)


def _text(words: Words, inside: Sequence[Word]) -> str:
    return words.text[inside[0].start : inside[-1].end]


def _leads(words: Words, inside: Sequence[Word], label: Label, book: ActorBook) -> bool:
    """Whether the first word introduces a name instead of beginning it."""
    first = inside[0]
    if not first.text[0].isalnum() or first.folded in STOPPERS:
        return True
    if first.folded in DETERMINERS:
        # *Le Monde* keeps its article, *La France* at the head of a sentence does not.
        return not first.capitalised or (len(inside) > 1 and not book.lookup(_text(words, inside)))
    return label is Label.PERSON and first.folded in CIVILITIES


def _split_country(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> Iterator[Name]:
    """*Syrie Staffan* are two names: no person or organisation begins with a bare country."""
    inside = words.within(name)
    if (
        name.label in (Label.PERSON, Label.ORGANISATION)
        and len(inside) > 1
        and all(word.capitalised for word in inside)
        and _is_country(inside[0].text, gazetteer, nations)
    ):
        yield Name(inside[0].start, inside[0].end, inside[0].text, Label.PLACE)
        yield Name(inside[1].start, name.end, _text(words, inside[1:]), Label.PERSON)
    else:
        yield name


def _is_country(text: str, gazetteer: Gazetteer, nations: Nations) -> bool:
    return any(
        entry.country and (nation := nations.get(entry.country)) and nation.place == entry.id
        for entry in gazetteer.lookup(text)[:1]
    )


def _join_particles(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """*Staffan* + de + *Mistura*: a person's name goes on behind a particle."""
    current: Name | None = None
    for name in names:
        if current and _continues(words, current, name):
            current = Name(current.start, name.end, words.text[current.start : name.end], Label.PERSON)
            continue
        if current:
            yield current
        current = name
    if current:
        yield current


def _continues(words: Words, left: Name, right: Name) -> bool:
    if (
        left.label is not Label.PERSON
        or right.label is Label.OTHER
        or "\n" in words.text[left.end : right.start]
    ):
        return False
    between = words.within(Span(left.end, right.start))
    return 0 < len(between) <= 2 and all(word.text in PARTICLES for word in between)


def _relabel(words: Words, name: Name, book: ActorBook, gazetteer: Gazetteer, nations: Nations) -> Name:
    """Known actors and seats of power are what they are; an unclassed acronym is an organisation."""
    actors = book.lookup(name.text)
    if actors:
        return replace(name, label=_label_of(actors))
    if name.label is not Label.PLACE and " " not in name.text and _is_seat(words, name, gazetteer, nations):
        return replace(name, label=Label.PLACE)
    if name.label is Label.OTHER and _is_acronym(name.text):
        return replace(name, label=Label.ORGANISATION)
    return name


def _is_seat(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> bool:
    """Whether the name is a country's, a capital's or a palace's. *Hollande* and *M. Washington* are men."""
    entries = gazetteer.lookup(name.text)
    if not entries or not nations.seat(entries[0].id):
        return False
    own_name = fold(entries[0].name) == fold(name.text) or entries[0].type is PlaceType.BUILDING
    return name.label is not Label.PERSON or (own_name and not _has_title(words, name))


def _has_title(words: Words, name: Name) -> bool:
    return any(word.folded in CIVILITIES for word in words.before(name.start, 2))


def _is_name(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> bool:
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


def _agree(names: Sequence[Name]) -> list[Name]:
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


def _repeated(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """The names once recognised, wherever they stand again: *Alep* in *bataille d'Alep*."""
    labels = {fold(name.text): name.label for name in names if len(name.text) > 2}
    longest: dict[str, int] = {}
    for folded in labels:
        first, *rest = folded.split()
        longest[first] = max(1 + len(rest), longest.get(first, 0))
    for index, word in enumerate(words.words):
        if word.folded in longest and _may_begin(word):
            stretch = _on_one_line(words, index, longest[word.folded])
            yield from _longest_match(words, stretch, labels)


def _longest_match(words: Words, stretch: tuple[Word, ...], labels: dict[str, Label]) -> Iterator[Name]:
    for count in range(len(stretch), 0, -1):
        text = _text(words, stretch[:count])
        label = labels.get(fold(text))
        if label and stretch[count - 1].folded:
            yield Name(stretch[0].start, stretch[count - 1].end, text, label)
            return


def _settle_overlaps(
    first: Iterable[Name], second: Iterable[Name], hidden: Sequence[Span]
) -> tuple[Name, ...]:
    """All of `first`, and those of `second` that touch none of them, outside `hidden`.

    A name of `second` that goes beyond the one of `first` inside it wins: *Front de
    libération de la Palestine*.
    """
    taken: dict[int, Name] = {}
    closed = {offset for span in hidden for offset in range(span.start, span.end)}
    for name in sorted([*first, *second], key=lambda name: (name.start - name.end, name.start)):
        offsets = range(name.start, name.end)
        if not any(offset in taken or offset in closed for offset in offsets):
            taken.update((offset, name) for offset in offsets)
    return tuple(sorted(set(taken.values())))
