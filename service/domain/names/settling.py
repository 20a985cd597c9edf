"""Settling the proper names of a text: what the recogniser proposes, put right by what is known for certain.

A recogniser errs in the same ways on the press: it takes titles and articles into a name, splits
*Staffan de Mistura*, calls *OSDH* a miscellany and *Défense* (the ministry) a place. `spans` mends where one
begins and ends, `labels` what it is; overlaps are settled here, in one place, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from service.domain.model import Label, Name, Span
from service.domain.names.firms import firms_by_context
from service.domain.names.known import known_groups, known_names, repeated
from service.domain.names.labels import agree, is_name, is_word_of_a_title, labelled, relabel, seat_first
from service.domain.names.located import keep_whole, place_by_context
from service.domain.names.spans import join_particles, split_country, split_dash, trim
from service.domain.names.surnames import behind_state, spelt_by_acronym, with_article
from service.domain.nations import Nations
from service.domain.ports import ActorBook, Gazetteer
from service.domain.text import Words


def settle_names(
    words: Words,
    proposed: tuple[Name, ...],
    shaped: tuple[Name, ...],
    hidden: Sequence[Span],
    book: ActorBook,
    gazetteer: Gazetteer,
    nations: Nations,
) -> tuple[Name, ...]:
    """The names of persons, organisations and places, in order, none overlapping another or `hidden`.

    The recogniser has `proposed` some; others are `shaped` as names.
    """
    told = (*known_names(words, book), *known_groups(words, book))
    known = (*(seat_first(words, name, gazetteer, nations) for name in told), *shaped)
    pieces = (keep_whole(piece, gazetteer) for name in proposed for piece in split_dash(words, name))
    trimmed = (trim(words, name, book) for name in pieces)
    names = tuple(behind_state(words, name) for name in trimmed if name is not None)
    names = tuple(part for name in names for part in split_country(words, name, gazetteer, nations))
    proper = (relabel(words, name, book, gazetteer, nations) for name in join_particles(words, names))
    kept = [name for name in proper if is_name(words, name, gazetteer, nations)]
    kept = [labelled(name, Label.ORGANISATION) if spelt_by_acronym(words, name) else name for name in kept]
    kept.extend(with_article(words, kept))
    located = place_by_context(words, kept, book, gazetteer)
    taken = _marks(len(words.text), hidden)
    located = firms_by_context(words, located, gazetteer)
    settled = _settle_overlaps(known, agree(located), bytearray(taken))
    settled = _settle_overlaps(settled, repeated(words, settled), taken)
    return tuple(name for name in settled if not is_word_of_a_title(words, name, book))


def names_outside(names: Iterable[Name], spans: Iterable[Span]) -> tuple[Name, ...]:
    """The names of persons and organisations that no place was read over, and all names of places."""
    names, spans = tuple(names), tuple(spans)
    closed = _marks(max((span.end for span in (*names, *spans)), default=0), spans)
    return tuple(
        name for name in names if name.label is Label.PLACE or not any(closed[name.start : name.end])
    )


def _marks(length: int, spans: Iterable[Span]) -> bytearray:
    """One byte for each character of a text, 1 where a span covers it: sets of offsets take longer."""
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return marks


def _settle_overlaps(first: Iterable[Name], second: Iterable[Name], taken: bytearray) -> tuple[Name, ...]:
    """All of `first`, and those of `second` that touch none of them, outside what is `taken`; marks it.

    A name of `second` that goes beyond the one of `first` inside it wins: *Front de
    libération de la Palestine*.
    """
    kept = []
    for name in sorted([*first, *second], key=lambda name: (name.start - name.end, name.start)):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\1" * (name.end - name.start)
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))
