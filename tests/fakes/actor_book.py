"""A book of actors for tests, simple enough to be right by reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from service.domain.model import ActorType, KnownActor
from service.domain.text import fold
from service.errors import Merged, NotFound


class FakeActorBook:
    """`ActorBook` over the actors given; the successor holds an office on the day of the change."""

    version = "fake"

    def __init__(self, *actors: KnownActor, merged: Mapping[str, str] | None = None) -> None:
        self._actors = actors
        self._merged = merged or {}

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        wanted = fold(name)
        exact = tuple(actor for actor in self._actors if wanted in _names(actor))
        bare = {_bare(wanted)}
        found = exact or tuple(a for a in self._actors if bare & {_bare(known) for known in _names(a)})
        return tuple(a for a in found if any(_spelt(known, name) for known in (a.name, *a.aliases)))

    def longest_name(self, first_word: str) -> int:
        names = {
            spelling for actor in self._actors for name in _names(actor) for spelling in (name, _bare(name))
        }
        return max((len(name.split()) for name in names if name.split()[0] == first_word), default=0)

    def by_surname(self, word: str) -> tuple[KnownActor, ...]:
        persons = [actor for actor in self._actors if actor.type is ActorType.PERSON and " " in actor.name]
        return tuple(actor for actor in persons if fold(actor.name).split()[-1] == word)

    def search(self, q: str, limit: int = 10, offset: int = 0) -> tuple[KnownActor, ...]:
        hits = sorted(
            (rank, not any(office.role for office in actor.offices), name, actor.id)
            for actor in self._actors
            for rank, name in _hits(actor, fold(q))
        )
        ids = list(dict.fromkeys(found for *_, found in hits))
        return tuple(self.get(found) for found in ids[offset : offset + limit])

    def get(self, id: str) -> KnownActor:
        for actor in self._actors:
            if actor.id == id:
                return actor
        if id in self._merged:
            raise Merged("actor", id, self._merged[id])
        raise NotFound("actor", id)

    def holders(self, role: str, country: str, day: date | None) -> tuple[KnownActor, ...]:
        held = [
            (office.since or date.min, actor.id)
            for actor in self._actors
            for office in actor.offices
            if office.role == role and (office.country or "") == country
            if day is None or (office.since or date.min) <= day < (office.until or date.max)
        ]
        latest = dict.fromkeys(holder for _, holder in sorted(held, reverse=True))
        return tuple(self.get(holder) for holder in latest)


def _names(actor: KnownActor) -> set[str]:
    return {fold(name) for name in (actor.name, *actor.aliases)}


def _bare(key: str) -> str:
    for article in ("le ", "la ", "les ", "l ", "the "):
        if key.startswith(article):
            return key.removeprefix(article)
    return key


def _spelt(known: str, name: str) -> bool:
    """No word in lower case where the known name has a capital; articles and accents aside."""
    pairs = list(zip(re.findall(r"\w+", known)[::-1], re.findall(r"\w+", name)[::-1], strict=False))
    return _bare(fold(known)) == _bare(fold(name)) and all(
        right[0].isupper() or left[0].islower() or left.lower() in {"le", "la", "les", "l", "al", "el", "de"}
        for left, right in pairs
    )


def _hits(actor: KnownActor, key: str) -> Iterator[tuple[int, str]]:
    for name in _names(actor) if key else ():
        if name == key:
            yield 0, name
        elif name.startswith(key) or _bare(name).startswith(key):
            yield 1, name
        elif f" {key}" in name:
            yield 2, name
