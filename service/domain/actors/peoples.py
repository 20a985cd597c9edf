"""When the name of a people stands for its power: *Américains et Russes ont rompu les pourparlers*."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.actors import french
from service.domain.actors.scene import EUROPE, Scene, is_sport
from service.domain.text import Word


def find_parties(scene: Scene) -> Iterator[tuple[Word, str]]:
    """The words, with their country, of peoples that are coordinated with another or act as a state."""
    peoples = dict(_peoples(scene))
    if not peoples or is_sport(scene):
        return  # *les Français ont gagné*
    paired: set[int] = set()
    for here, country in peoples.items():
        other = _coordinated(scene, here)
        if other in peoples and peoples[other] != country:
            paired.update((here, other))
        if here in paired or _acts(scene, here):
            yield scene.words[here], country


def _peoples(scene: Scene) -> Iterator[tuple[int, str]]:
    """The capitalised plurals of inhabitants that begin no name, with their country: *Russes*."""
    for here, word in enumerate(scene.words):
        if word.text[0].isupper() and word.folded[-1] in "sx":
            country = scene.nations.of_inhabitants(word.folded) or (
                EUROPE if word.folded == "europeens" else None
            )
            if country and not _begins_name(scene, word):
                yield here, country


def _begins_name(scene: Scene, word: Word) -> bool:
    """*Français* of *Français du monde*; a recogniser that takes the people itself for a name errs."""
    name = scene.names.get(word.start)
    return name is not None and name.end > word.end


def _coordinated(scene: Scene, here: int) -> int:
    """The word after *et* (and *les*); -1 when nothing is coordinated."""
    if scene.folded(here + 1) != "et":
        return -1
    return here + 3 if scene.folded(here + 2) == "les" else here + 2


def _acts(scene: Scene, here: int) -> bool:
    """*les Américains accusent*, *les Russes ont annoncé*, *les Américains, représentés par …*, *abandonnés
    par les Russes*.
    """
    if scene.folded(here - 1) != "les":
        return False
    verb = scene.folded(here + 1)
    if verb in french.AUXILIARIES:
        return scene.folded(here + 2) in french.STATE_PARTICIPLES
    if verb == "," and scene.folded(here + 2) in french.REPRESENTED:
        return True
    if scene.folded(here - 2) == "par":
        return scene.folded(here - 3) in french.DONE_BY_STATES
    return verb in french.STATE_VERBS
