"""Where a name begins and ends: what the recogniser took too much is cut, what it took apart is joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.model import Label, Name, Span
from service.domain.names.french import CIVILITIES, DETERMINERS, PARTICLES, STOPPERS
from service.domain.names.known import slice_of
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import Word, Words


def trim(words: Words, name: Name, book: ActorBook) -> Name | None:
    """The name without article, civility, title or stray mark; `None` when nothing is left."""
    inside = list(words.within(name))
    while inside and not inside[-1].text[-1].isalnum():
        inside.pop()
    while inside and _leads(words, inside, name.label, book):
        inside.pop(0)
    if not inside:
        return None
    return Name(inside[0].start, inside[-1].end, slice_of(words, inside), name.label)


def _leads(words: Words, inside: Sequence[Word], label: Label, book: ActorBook) -> bool:
    """Whether the first word introduces a name instead of beginning it."""
    first = inside[0]
    if not first.text[0].isalnum() or first.folded in STOPPERS:
        return True
    if first.folded in DETERMINERS:
        # *Le Monde* keeps its article, *La France* at the head of a sentence does not.
        return not first.capitalised or (len(inside) > 1 and not book.lookup(slice_of(words, inside)))
    return label is Label.PERSON and first.folded in CIVILITIES


def split_country(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> Iterator[Name]:
    """*Syrie Staffan* are two names: no person or organisation begins with a bare country."""
    inside = words.within(name)
    if (
        name.label in (Label.PERSON, Label.ORGANISATION)
        and len(inside) > 1
        and all(word.capitalised for word in inside)
        and _is_country(inside[0].text, gazetteer, nations)
    ):
        yield Name(inside[0].start, inside[0].end, inside[0].text, Label.PLACE)
        yield Name(inside[1].start, name.end, slice_of(words, inside[1:]), Label.PERSON)
    else:
        yield name


def _is_country(text: str, gazetteer: Gazetteer, nations: Nations) -> bool:
    return any(
        entry.country and (nation := nations.get(entry.country)) and nation.place == entry.id
        for entry in gazetteer.lookup(text)[:1]
    )


def join_particles(words: Words, names: Sequence[Name]) -> Iterator[Name]:
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
