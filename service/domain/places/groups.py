"""Toponyms that are read alike: the same name, told in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.places.reading import Toponym
from service.domain.places.stance import Stance, stance_of
from service.domain.text import Words, fold


@dataclass(frozen=True, slots=True)
class Group:
    """Toponyms of one name, with the same kind called for, parents told and preposition.

    `members` are their indices in order of the text, `toponym` is the first of them, `key` its folded name,
    `sentences` the offsets of the sentences that they stand in.
    """

    toponym: Toponym
    key: str
    stance: Stance
    members: tuple[int, ...]
    sentences: frozenset[int]


def group_alike(toponyms: Sequence[Toponym], words: Words) -> tuple[Group, ...]:
    """In order of the first of each."""
    members: dict[tuple[object, ...], list[int]] = {}
    stances: list[Stance] = []
    sentences: list[int] = []
    for index, toponym in enumerate(toponyms):
        sentence = words.sentence(toponym.start).start
        stance = stance_of(toponym, words, sentence)
        key = (fold(toponym.name), toponym.cue, toponym.within, toponym.part is None, stance)
        members.setdefault(key, []).append(index)
        stances.append(stance)
        sentences.append(sentence)
    return tuple(
        Group(
            toponym=toponyms[indices[0]],
            key=fold(toponyms[indices[0]].name),
            stance=stances[indices[0]],
            members=tuple(indices),
            sentences=frozenset(sentences[index] for index in indices),
        )
        for indices in members.values()
    )
