"""Reads the function of a person from the words beside the name: titles before it, appositions around it.

Long, because both sides of a name read the same noun phrase, word by word.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.actors import french
from service.domain.actors.offices import OfficePhrase, read_office
from service.domain.actors.phrases import phrase_set
from service.domain.actors.scene import Scene
from service.domain.model import Label, Name, PlaceType, Span
from service.domain.text import Word

_TITLES = phrase_set(french.TITLES)
_QUALIFIERS = phrase_set(french.OFFICE_WORDS)
_REACH = 18  # words between a title and its name
_CLOSERS = frozenset({",", ".", ")", ";", ":", "—", "!", "?", "…", "]"})
_PREFIXES = frozenset({"vice", "ex", "ancien", "ancienne", "co", "premier", "premiere", "haut", "haute"})
_ADJECTIVE_ENDINGS = (
    "al",
    "ale",
    "aux",
    "ales",
    "aire",
    "aires",
    "if",
    "ive",
    "ifs",
    "ives",
    "el",
    "elle",
    "els",
    "elles",
    "ien",
    "ienne",
)


@dataclass(frozen=True, slots=True)
class Function(Span):
    """What a person is said to be; `country` of the office or of the person, `role` as in the book.

    `tells` is false where the words place a person but give no function: *son homologue*, *sa veuve*.
    """

    text: str
    role: str | None
    country: str | None
    feminine: bool
    tells: bool


def read_function(scene: Scene, name: Name) -> Function | None:
    """The function told right before or right after a person's name."""
    here = scene.index.get(name.start)
    if here is None:
        return None
    after = scene.after_span(name.end, here)
    return _before(scene, here, name) or _after(scene, after, name) or _origin(scene, here)


def _origin(scene: Scene, here: int) -> Function | None:
    """*l'Américaine* before a name: a country, but no function."""
    word = scene.words[here - 1] if here else None
    country = scene.nations.of_inhabitants(word.folded) if word and word.capitalised else None
    if not word or not country or scene.folded(here - 2) not in {"l", "le", "la", "au", "du"}:
        return None
    feminine = word.folded.endswith("e") and scene.folded(here - 2) == "la"
    return Function(word.start, word.end, word.text, None, country, feminine, False)


# --------------------------------------------------------------------------------- before the name


def _before(scene: Scene, here: int, name: Name) -> Function | None:
    """*le ministre russe des Affaires étrangères Sergueï Lavrov*; with a comma only if it is closed."""
    comma = scene.folded(here - 1) == ","
    after = scene.after_span(name.end, here)
    closed = not comma or after >= len(scene.words) or scene.folded(after) in _CLOSERS
    last = here - 2 if comma else here - 1
    for first in range(last, max(-1, last - _REACH), -1):
        if _breaks(scene, first):
            return None
        if _TITLES.at(scene.words, first) and _reaches(scene, first, last):
            if comma and (_is_of_another(scene, first) or not (closed or _opens(scene, first))):
                return None
            longer = _TITLES.at(scene.words, first - 1) and _reaches(scene, first - 1, last)
            return _function(scene, first - 1 if longer else first, last)  # *directeur général*
    return None


def _opens(scene: Scene, first: int) -> bool:
    """Whether a phrase is the subject that a sentence begins with: no closing comma is waited for then."""
    while scene.folded(first - 1) in french.ARTICLES | _PREFIXES:
        first -= 1
    if first == 0 or scene.folded(first - 1) in {".", "!", "?", "…", ":"}:
        return True
    return "\n" in scene.text[scene.words[first - 1].end : scene.words[first].start]


def _breaks(scene: Scene, here: int) -> bool:
    """Whether no function reaches over a word: a verb, a mark, a person, the end of a line."""
    word = scene.words[here]
    if _stops(word) or scene.person(here):
        return True
    return "\n" in scene.text[word.end : scene.words[here + 1].start]


def _stops(word: Word) -> bool:
    return word.folded in french.STOPS or word.folded in _CLOSERS or word.text == "a"  # not *à*


def _is_of_another(scene: Scene, first: int) -> bool:
    """*Anne Kaya, maire de Lyon, Ali Kaya*: the phrase belongs to the name before it."""
    for here in range(first - 1, max(0, first - _REACH // 2), -1):
        if scene.folded(here) in {",", "("}:
            return scene.words[here - 1].end in scene.person_ends
        if _breaks(scene, here):
            return False
    return False


def _reaches(scene: Scene, first: int, last: int) -> bool:
    return _phrase_end(scene, first, last + 1) == last


# ---------------------------------------------------------------------------------- after the name


def _after(scene: Scene, here: int, name: Name) -> Function | None:
    """*Abou Omar, le commandant de…,*; *John Kerry le secrétaire d'État américain*; *X (ministre de…)*."""
    comma = scene.folded(here) in {",", "("}
    first = here + 1 if comma else here
    article = scene.folded(first) in {"le", "la", "l", "un", "une", "son", "sa"}
    if scene.folded(first) in {"un", "une"} and not comma:
        return None
    first += article
    while scene.folded(first) in _PREFIXES and not _TITLES.at(scene.words, first):
        first += 1
    if (
        not (comma or article)
        or not _TITLES.at(scene.words, first)
        or "\n" in scene.text[name.end : scene.words[first].start]
    ):
        return None
    office = read_office(scene, first)
    last = _phrase_end(scene, first, len(scene.words))
    if office and office.countries:
        last = max(last, office.last)
    closed = scene.folded(last + 1) in _CLOSERS or last + 1 >= len(scene.words)
    if comma and article and not closed:
        return None  # *Selon X, le président russe souhaite…*: somebody else
    if not comma and not (office and office.countries):
        return None
    return _function(scene, first, last)


def _phrase_end(scene: Scene, first: int, limit: int) -> int:
    """The last word of the noun phrase that a title begins: each word is licensed by those before it."""
    title = _TITLES.at(scene.words, first)
    here = first + (title[0] if title else 1)
    last = here - 1
    linked, limit = False, min(limit, first + _REACH)
    while here < limit:
        word = scene.words[here].folded
        if _ends(scene, here, linked):
            break
        if (end := _name_end(scene, here)) > here and (linked or _qualifies(scene, here)):
            last, linked, here = end - 1, False, end
            continue
        if word in french.FUNCTION_LINKS or word == "a" or (word == "et" and _links(scene, here + 1)):
            linked = True
        elif linked or _qualifies(scene, here):
            last, linked = here, False
        else:
            break
        here += 1
    return last


def _name_end(scene: Scene, here: int) -> int:
    """The word after the name that begins at a word, or that word: *La France insoumise* goes as one."""
    name = scene.names.get(scene.words[here].start)
    return scene.after_span(name.end, here) if name and name.label is not Label.PERSON else here


def _ends(scene: Scene, here: int, linked: bool) -> bool:
    """Verbs, marks, persons, and articles without a preposition before them."""
    word = scene.words[here]
    if word.folded in french.ARTICLES:
        return not linked
    return _stops(word) or scene.person(here) is not None


def _links(scene: Scene, here: int) -> bool:
    return scene.folded(here) in french.FUNCTION_LINKS


def _qualifies(scene: Scene, here: int) -> bool:
    """Adjectives, and names that go on: words that may follow a noun without a preposition."""
    word = scene.words[here]
    if word.capitalised or word.folded in french.PORTFOLIOS:
        return True
    if _QUALIFIERS.at(scene.words, here) or scene.nationality(here):
        return True
    return word.folded.endswith(_ADJECTIVE_ENDINGS) and len(word.folded) > 4


# ------------------------------------------------------------------------------------------- meaning


def _function(scene: Scene, first: int, last: int) -> Function | None:
    start = first
    while scene.folded(start - 1) in _PREFIXES:
        start -= 1
    text = scene.span_text(start, last)
    if "\n" in text:
        return None
    office = read_office(scene, first) or (read_office(scene, start) if start < first else None)
    fits = office is not None and office.last <= last
    role = office.role if office and fits and start == office.first else None
    country = _country(scene, first, last, office if fits else None)
    span = scene.words[start].start
    article = scene.folded(start - 1) in {"la", "une"} or scene.folded(first).endswith(
        ("ente", "trice", "iere")
    )
    return Function(
        span, span + len(text), text, role, country, article, scene.folded(first) not in french.NO_FUNCTION
    )


def _country(scene: Scene, first: int, last: int, office: OfficePhrase | None) -> str | None:
    if office and office.countries:
        return office.countries[0]
    title = _TITLES.at(scene.words, first)
    beside = first + (title[0] if title else 1)
    if found := scene.nationality(beside):
        return found[1]
    name = scene.connector(beside)
    reading = scene.place(name) if beside < name <= last else None
    return reading.entry.country if reading and reading.entry.type is PlaceType.COUNTRY else None
