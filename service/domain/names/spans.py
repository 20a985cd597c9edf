"""Where a name begins and ends: what the recogniser took too much is cut, what it took apart is joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.domain.model import Label, Name, Span
from service.domain.names.french import (
    BUILDINGS,
    CIVILITIES,
    DETERMINERS,
    GIVEN_COUNTRIES,
    LINKS,
    LOCALITIES,
    PARTICLES,
    STOPPERS,
)
from service.domain.names.known import slice_of
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import HYPHENS, Word, Words

_DASHES = frozenset(HYPHENS)


def trim(words: Words, name: Name, book: ActorBook) -> Name | None:
    """The name without article, civility, title or stray mark; `None` when nothing is left."""
    inside = list(words.within(name))
    if name.label is not Label.PLACE and _is_of_a_place(words, name, inside):
        name = replace(name, label=Label.PLACE)
    while inside and (not inside[-1].text[-1].isalnum() or inside[-1].text in LINKS):
        inside.pop()
    while inside and _leads(words, inside, name.label, book):
        inside.pop(0)
    if not inside:
        return None
    return Name(inside[0].start, inside[-1].end, slice_of(words, inside), name.label)


def _is_of_a_place(words: Words, name: Name, inside: Sequence[Word]) -> bool:
    """*Le quartier de Cheikh Saïd*, *l'hôpital Nasser*: the word before, or the first, says what it is."""
    if inside and inside[0].text in BUILDINGS:
        return True
    before = [word for word in words.before(name.start, 4) if word.folded]
    if before and before[-1].folded in LINKS:
        before.pop()
        if before and before[-1].folded == "de":
            before.pop()
    return bool(before) and before[-1].text in LOCALITIES and before[-1].end != name.start


def _leads(words: Words, inside: Sequence[Word], label: Label, book: ActorBook) -> bool:
    """Whether the first word introduces a name instead of beginning it."""
    first = inside[0]
    if not first.text[0].isalnum() or first.folded in STOPPERS:
        return True
    if first.folded in DETERMINERS:
        return not first.capitalised or (len(inside) > 1 and not _keeps_article(words, inside, label, book))
    return label is Label.PERSON and first.folded in CIVILITIES


def _keeps_article(words: Words, inside: Sequence[Word], label: Label, book: ActorBook) -> bool:
    """*Le Monde* and *M. Le Drian* keep their article, *La France* at the head of a sentence does not."""
    opens = words.sentence(inside[0].start).start == inside[0].start
    if (label is Label.PERSON and not opens) or (
        label is Label.ORGANISATION and not opens and _goes_on(words, inside[0])
    ):
        return True
    return bool(book.lookup(slice_of(words, inside)))


def _goes_on(words: Words, first: Word) -> bool:
    """Whether a capital is none of a quotation's or a clause's beginning: *selon Le Réveil picard*."""
    before = words.before(first.start, 1)
    return bool(before) and (before[0].text[0].isalnum() or before[0].text in (",", "("))


def split_dash(words: Words, name: Name) -> Iterator[Name]:
    """*Tokyo - Le Japon* are two names: none crosses a dash between spaces."""
    if _DASHES.isdisjoint(name.text):
        yield name
        return
    start = name.start
    for word in words.within(name):
        if word.text in HYPHENS and words.text[word.start - 1].isspace() and start < word.start:
            yield _part(words, name, start, word.start)
            start = word.end
    if start < name.end:
        yield _part(words, name, start, name.end)


def _part(words: Words, name: Name, start: int, end: int) -> Name:
    text = words.text[start:end]
    start += len(text) - len(text.lstrip())
    return Name(start, start + len(text.strip()), text.strip(), name.label)


def split_country(words: Words, name: Name, gazetteer: Gazetteer, nations: Nations) -> Iterator[Name]:
    """*Syrie Staffan* are two names: no person or organisation begins with a bare country.

    But *France Musique*, *France Dimanche*: media and firms are named so after France alone.
    """
    if name.label not in (Label.PERSON, Label.ORGANISATION) or name.text.isalnum():
        yield name
        return
    inside = words.within(name)
    if (
        len(inside) > 1
        and all(word.capitalised for word in inside)
        and (name.label is Label.PERSON or inside[0].text != "France")
        and inside[0].folded not in GIVEN_COUNTRIES
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
    if right.label is Label.PERSON and left.text.isalpha() and " " in right.text.strip():
        return False  # *les costumes Arnys d'Ali Kaya*
    if right.label is not Label.PERSON and any(word.text == "la" for word in between):
        return False  # *les violations par Mme Kaya de la Constitution*
    return 0 < len(between) <= 2 and all(word.text in PARTICLES for word in between)
