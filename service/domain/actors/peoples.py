"""When the name of a people stands for its power: *Américains et Russes ont rompu les pourparlers*."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.actors import french
from service.domain.actors.scene import Scene, is_sport
from service.domain.text import Word


def find_parties(scene: Scene) -> Iterator[tuple[Word, str]]:
    """The words, with their country, of peoples that are coordinated with another or act as a state."""
    if is_sport(scene):
        return  # *les Français ont gagné*
    here = 0
    while here < len(scene.words):
        country = _people(scene, here)
        if not country:
            here += 1
            continue
        following = _coordinated(scene, here)
        other = _people(scene, following) if following else None
        if following and other and other != country:
            yield scene.words[here], country
            yield scene.words[following], other
            here = following + 1
            continue
        if _acts(scene, here):
            yield scene.words[here], country
        here += 1


def _people(scene: Scene, here: int) -> str | None:
    """The country of a capitalised plural that begins no name: *Russes*."""
    if here >= len(scene.words) or scene.lower(here):
        return None
    word = scene.words[here]
    if not word.folded.endswith(("s", "x")) or word.start in scene.names or word.start in scene.places:
        return None
    return scene.nations.of_inhabitants(word.folded)


def _coordinated(scene: Scene, here: int) -> int | None:
    """The word after *et* (and *les*)."""
    if scene.folded(here + 1) != "et":
        return None
    return here + 3 if scene.folded(here + 2) == "les" else here + 2


def _acts(scene: Scene, here: int) -> bool:
    """*les Américains accusent*, *les Russes ont annoncé*."""
    if scene.folded(here - 1) != "les":
        return False
    verb = scene.folded(here + 1)
    if verb in french.AUXILIARIES:
        return scene.folded(here + 2) in french.STATE_PARTICIPLES
    return verb in french.STATE_VERBS
