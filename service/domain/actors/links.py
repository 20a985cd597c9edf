"""What the words between two neighbouring names say about them: *X (ex-Y)*, *X, rebaptisé Y*, *X (ABC)*."""

from __future__ import annotations

from enum import Enum, auto

from service.domain.actors import french
from service.domain.actors.phrases import phrase_set
from service.domain.actors.scene import Scene
from service.domain.model import Name

_RENAMED = phrase_set(french.RENAMED)
_SLACK = frozenset({",", "(", "le", "la", "l", "les", "un", "plus", "ou"})
_REACH = 9  # words between two names of one actor


class Link(Enum):
    RENAMED = auto()
    BRACKETED = auto()  # nothing but an opening bracket between them, and a closing one after


def link_between(scene: Scene, one: Name, other: Name) -> Link | None:
    """How a name is tied to the one that follows it."""
    if "\n" in scene.text[one.end : other.start]:
        return None
    first = scene.index.get(one.start)
    last = scene.index.get(other.start)
    if first is None or last is None or last - first > _REACH + len(one.text):
        return None
    first = scene.after_span(one.end, first)
    if last - first > _REACH:
        return None
    between = [scene.folded(here) for here in range(first, last)]
    if between in (["("], ["(", "ou"]) and scene.folded(scene.after_span(other.end, last)) in {")", ",", "/"}:
        return Link.BRACKETED
    return Link.RENAMED if _says_renamed(scene, first, last) else None


def _says_renamed(scene: Scene, first: int, last: int) -> bool:
    said = False
    while first < last:
        if found := _RENAMED.at(scene.words, first):
            said, first = said or found[1] != "ou", first + found[0]
        elif scene.folded(first) in _SLACK:
            first += 1
        else:
            return False
    return said
