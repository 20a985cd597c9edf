"""Finds nominal mentions: an institution, an office or the means of a force with a nationality.

*l'armée syrienne*, *forces de Damas*, *le chef de la diplomatie russe*, *Américains et Russes*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.domain.actors import french
from service.domain.actors.institutions import find_institutions
from service.domain.actors.nominal import Nominal, Power
from service.domain.actors.offices import OfficePhrase, office_starts, read_office
from service.domain.actors.peoples import find_parties
from service.domain.actors.scene import Scene
from service.domain.model import Label, Name, Span


def find_nominals(scene: Scene, hidden: Sequence[Span] = ()) -> tuple[Nominal, ...]:
    """The nominals of a text in order, without overlaps, none in `hidden`; in time linear in its length."""
    found = sorted([*find_institutions(scene), *find_offices(scene), *_parties(scene)], key=_longest_first)
    closed = {offset for span in hidden for offset in range(span.start, span.end)}
    return tuple(nominal for nominal in _settled(found, scene.bearers) if nominal.start not in closed)


def _longest_first(nominal: Nominal) -> tuple[int, int]:
    return nominal.start, -nominal.end


def _settled(nominals: list[Nominal], names: tuple[Name, ...]) -> Iterator[Nominal]:
    """Leaves out what overlaps an earlier nominal or is a piece of a longer proper name."""
    last: Nominal | None = None
    at = 0
    for nominal in nominals:
        while at < len(names) and names[at].end <= nominal.start:
            at += 1
        if any(_is_piece(nominal, name) for name in names[at : at + 4]):
            continue
        if last and nominal.start < last.end:
            if last.power is Power.OFFICE and last.contains(nominal) and nominal.power is not Power.OFFICE:
                last = replace(last, inner=nominal)
            continue
        if last:
            yield last
        last = nominal
    if last:
        yield last


def _is_piece(nominal: Nominal, name: Name) -> bool:
    """*Armée syrienne* of *Armée syrienne libre*; a name that only adds an article is no longer name.

    The office of a named body is none of a country: *président du Parlement européen*.
    """
    if name.label is Label.PLACE or not name.overlaps(nominal):
        return False
    if nominal.contains(name):
        body = name.label is Label.ORGANISATION and name.start > nominal.start and name.text[0].isupper()
        return nominal.power is Power.OFFICE and body
    return name.end > nominal.end or nominal.start - name.start > len("l'une ")


def find_offices(scene: Scene) -> Iterator[Nominal]:
    """Offices with a country told by a definite description."""
    for here in office_starts(scene):
        phrase = read_office(scene, here)
        if phrase and phrase.countries and scene.folded(phrase.first - 1) not in french.INDEFINITE - {"des"}:
            yield from _office(scene, phrase)


def _office(scene: Scene, phrase: OfficePhrase) -> Iterator[Nominal]:
    """One mention; for holders of several countries one each: *présidents russe* and *turc*."""
    several = len(phrase.nationalities) > 1
    ends = phrase.nationalities if several else (phrase.last,)
    first = phrase.first
    for country, last in zip(phrase.countries, ends, strict=False):
        text = scene.span_text(first, last)
        start = scene.words[first].start
        if "\n" not in text:
            head = f"ex {phrase.head}" if phrase.former else phrase.head
            reason = f"office: {phrase.head}, {country}"
            yield Nominal(
                start, start + len(text), text, Power.OFFICE, country, head, role=phrase.role, reason=reason
            )
        following = [word for word in phrase.nationalities if word > last]
        first = following[0] if following else first


def _parties(scene: Scene) -> Iterator[Nominal]:
    for word, country in find_parties(scene):
        yield Nominal(
            word.start,
            word.end,
            word.text,
            Power.GOVERNMENT,
            country,
            word.folded,
            reason="people acting as a power",
        )
