"""What an organisation's name is made of, and which names are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.scene import Scene
from service.domain.model import Label, Name
from service.domain.text import QUOTES, fold

_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "d", "de", "du", "des", "the", "ex", "al"}) - {
    "al"
}


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """One mention. `words` are its folded words without article, `core` those that tell it from others."""

    name: Name
    words: tuple[str, ...]
    core: tuple[str, ...]

    @property
    def is_acronym(self) -> bool:
        return is_acronym(self.name.text)


def is_acronym(text: str) -> bool:
    """*OSDH*, *S.N.C.F.*, *G20*: one word of two to ten capitals or digits."""
    letters = text.replace(".", "").replace("-", "")
    return (
        2 <= len(letters) <= 10 and letters.isalnum() and letters == letters.upper() and letters[0].isalpha()
    )


def read_organisation(scene: Scene, name: Name) -> OrganisationName | None:
    """The organisation that a name tells, `None` when the words name an event, a law, a work …"""
    bare = _bare(scene, name)
    words = tuple(word.replace(".", "") for word in fold(bare.text).split())
    words = tuple(word for word in words if word)
    if len(words) > 1 and words[0] in french.ARTICLES:
        words = words[1:]
    defined = is_acronym(bare.text) and scene.folded(scene.index.get(bare.start, 0) - 1) == "("
    if not words or (_is_no_actor(words) and not defined):
        return None
    core = tuple(word for word in words if word not in french.SHORTENED and word not in french.SMALL)
    return OrganisationName(bare, words, core or words)


def _bare(scene: Scene, name: Name) -> Name:
    """Without quotes and without an article that is not part of the name."""
    start, end = name.start, name.end
    while start < end and (scene.text[start] in QUOTES or scene.text[start].isspace()):
        start += 1
    while end > start and (scene.text[end - 1] in QUOTES or scene.text[end - 1] in " ,;:"):
        end -= 1
    here = scene.index.get(start)
    while here is not None and scene.words[here].text.islower() and _leads(scene, here):
        here += 1
        if here >= len(scene.words) or scene.words[here].start >= end:
            return name
        start = scene.words[here].start
    if (start, end) == (name.start, name.end):
        return name
    return Name(start, end, scene.text[start:end], Label.ORGANISATION)


def _leads(scene: Scene, here: int) -> bool:
    """Articles, and nouns of kind before a capital: *groupe Kelpia* is *Kelpia*."""
    word = scene.words[here].folded
    if word in french.LEADING and here + 1 < len(scene.words):
        return scene.words[here + 1].capitalised
    return word in _ARTICLES


def _is_no_actor(words: tuple[str, ...]) -> bool:
    joined = " ".join(words)
    if (
        joined in french.PORTFOLIOS
        or joined in french.NOT_NAMES
        or joined in french.NOT_ORGANISATIONS
        or joined.isdigit()
    ):
        return True
    if words[-1] in french.EVENT_ENDINGS or (words[0] == "groupe" and len(words) == 2 and len(words[1]) == 1):
        return True
    return any(" ".join(words[:length]) in french.EVENTS for length in range(1, min(4, len(words)) + 1))


def initials(words: Iterable[str]) -> frozenset[str]:
    """The acronyms that a name can have: of its main words, of all its words.

    >>> sorted(initials(["observatoire", "syrien", "des", "droits", "de", "l", "homme"]))
    ['osdddlh', 'osdh']
    """
    every = "".join(word[0] for word in words)
    main = "".join(word[0] for word in words if word not in french.SMALL)
    return frozenset(form for form in (every, main) if len(form) > 1)
