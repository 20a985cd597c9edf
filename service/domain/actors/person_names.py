"""What a person's name is made of: the name without title and civility, its words, and what stands by it."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.functions import Function, read_function
from service.domain.actors.scene import Scene
from service.domain.model import Label, Name
from service.domain.text import fold

_FAMILY = frozenset(
    {"famille", "epoux", "freres", "soeurs", "clan", "couple", "dynastie", "fratrie", "maison"}
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """One mention. `words` are the folded words of the name without particles, given name first as written.

    `gender` is `m`, `f`, or empty when nothing tells it; `several` is true of a family or a couple.
    """

    name: Name
    words: tuple[str, ...]
    generation: str
    gender: str
    several: bool
    function: Function | None
    is_described: bool = False  # by a common noun that is no title: *le boulanger Kaya*

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1 or bool(self.generation)


def read_person(scene: Scene, name: Name) -> PersonName | None:
    """The person that a name tells, `None` when the words are no person's name."""
    bare, civility = _bare(scene, name)
    folded = [word.strip(".,") for word in fold(bare.text).split()]
    generation = next((word for word in folded[1:] if word in french.GENERATIONS), "")
    words = tuple(word for word in folded if word and word not in french.PARTICLES and word != generation)
    if (
        folded[-1] in french.EVENT_ENDINGS
        or fold(bare.text) in french.NOT_PERSONS | french.NOT_NAMES
        or not (words or folded)
    ):
        return None
    here = scene.index.get(bare.start, 0)
    civility = civility or _civility(scene, here)
    function = None if civility in {"couple", "mm", "ff"} else read_function(scene, bare)
    feminine = civility == "f" or (function is not None and function.feminine)
    gender = "f" if feminine else ("m" if civility == "m" else "")
    several = civility in {"couple", "mm", "ff"} or scene.folded(here - 1) in _FAMILY
    described = function is None and _is_described(scene, here)
    return PersonName(bare, words or tuple(folded), generation, gender, several, function, described)


def _is_described(scene: Scene, here: int) -> bool:
    word = scene.folded(here - 1)
    return (
        scene.lower(here - 1)
        and word.isalpha()
        and word not in french.STOPS | french.SMALL
        and scene.folded(here - 2) in french.DEFINITE | french.INDEFINITE
    )


def _bare(scene: Scene, name: Name) -> tuple[Name, str]:
    """The name without the civility and title at its head, and that civility."""
    here = scene.index.get(name.start)
    civility = ""
    if here is None:
        return name, civility
    end = scene.after_span(name.end, here)
    first = here
    while first < end - 1 and (sign := _sheds(scene, first, first == here)) is not None:
        civility = sign or civility
        first += 1
    if first == here:
        return name, civility
    start = scene.words[first].start
    return Name(start, name.end, scene.text[start : name.end], Label.PERSON), civility


def _sheds(scene: Scene, here: int, leading: bool) -> str | None:
    """The civility that a leading word is, `""` for a title, an article or a stop, `None` for a name."""
    word = scene.words[here]
    if word.folded in french.CIVILITIES:
        known = word.folded not in {"don", "me", "m"} or scene.folded(here + 1) == "." or word.folded == "me"
        return french.CIVILITIES[word.folded] if known else None
    if word.folded == ".":
        return ""
    if word.folded in french.TITLES and scene.words[here + 1].text[:1].isupper():
        return ""
    if word.folded in french.BEFORE_NAMES and scene.words[here + 1].capitalised:
        return ""
    return "" if leading and word.text.islower() and word.folded not in french.NAME_BEGINNINGS else None


def _civility(scene: Scene, here: int) -> str:
    """The civility before a name; `couple` for *M. et Mme*."""
    sign, at = _sign(scene, here - 1)
    if sign and scene.folded(at - 1) == "et" and _sign(scene, at - 2)[0]:
        return "couple"
    return sign


def _sign(scene: Scene, here: int) -> tuple[str, int]:
    """The civility that ends at a word and the word where it begins."""
    if scene.folded(here) == ".":
        here -= 1
    word = scene.folded(here)
    return (french.CIVILITIES[word], here) if word in french.CIVILITIES else ("", here)
