"""How far the mention of a place reaches: the words before a name that make it another place.

*Province d'Alep*, *quartiers est d'Alep*, *secteurs est de la ville d'Alep*, *l'est de l'Ukraine* are places
of their own. *La ville d'Alep* is Alep; *au nord de la Syrie* and *à l'est de Damas* say where something
lies, so the name alone is the mention.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.model import PlaceType
from service.domain.places import french
from service.domain.places.french import Role
from service.domain.text import APOSTROPHES, HYPHENS, Word


@dataclass(frozen=True, slots=True)
class Extent:
    """`first` is the index of the mention's first word. `noun` and `role` tell what introduced the name."""

    first: int
    types: frozenset[PlaceType] = frozenset()
    role: Role | None = None
    part: str | None = None
    linked: bool = False  # by de, du, d' …


def read_extent(words: tuple[Word, ...], first: int) -> Extent:
    """The words before the name that starts at index `first`, as far as they belong to it."""
    link = before_link(words, first)
    if link is None:
        return _bare(words, first)
    at = link
    town = french.NOUNS.get(words[at].folded) if at >= 0 else None
    if town is not None and town.role is Role.SETTLEMENT:
        outer = before_link(words, at)
        whole = _introduced(words, outer, first) if outer is not None else None
        if whole is not None and whole.part:
            return whole
        return Extent(first, town.types, town.role, linked=True)
    return _introduced(words, at, first) or Extent(first, linked=True)


def before_link(words: tuple[Word, ...], first: int) -> int | None:
    """The index before *de*, *d'*, *du*, *des*, *de la*, *de l'*; `None` when the name is not linked."""
    at = first - 1
    if at >= 0 and words[at].text in APOSTROPHES:
        at -= 1
        if at >= 0 and words[at].folded == "d":
            return at - 1
        if at >= 0 and words[at].folded != "l":
            return None
        at -= 1
    elif at >= 0 and words[at].folded in french.ARTICLES:
        at -= 1
    elif at >= 0 and words[at].folded in ("du", "des") and not words[at].capitalised:
        return at - 1
    return at - 1 if at >= 0 and words[at].folded == "de" else None


def _bare(words: tuple[Word, ...], first: int) -> Extent:
    """*Quartier Al-Kallasé*, *lac Tchad*, *place Tahrir*."""
    noun = french.NOUNS.get(words[first - 1].folded) if first else None
    if (
        noun is None
        or not noun.bare
        or _is_of_office(words, first - 1)
        or (_capitalised_amid(words, first - 1) and not _of_site(words, noun, first))
    ):
        return _place_called(words, first)
    return Extent(first - 1, noun.types, noun.role)


def _is_of_office(words: tuple[Word, ...], at: int) -> bool:
    """*Conseiller d'État Ali Kaya*: the state is none of that name."""
    before = words[max(0, at - 2) : at]
    return words[at].folded == "etat" and [word.folded for word in before[:1]] == ["d"]


def _of_site(words: tuple[Word, ...], noun: french.Noun, first: int) -> bool:
    """*Le CHU Pellegrin*, *la Cité Keur Gorgui*: the noun has a capital though it is a common one."""
    return noun.role in (Role.SITE, Role.DISTRICT) and not words[first - 2].capitalised


def _place_called(words: tuple[Word, ...], first: int) -> Extent:
    """*Le lieu-dit La Haie-Longue*."""
    called = first >= 3 and words[first - 1].folded == "dit" and words[first - 3].folded in ("lieu", "lieux")
    return Extent(first, french.NOUNS["hameau"].types, Role.SETTLEMENT) if called else Extent(first)


def _introduced(words: tuple[Word, ...], at: int, first: int) -> Extent | None:
    """Reads *quartiers est*, *province rebelle*, *le nord* backwards from index `at`."""
    part, begin = _side(words, at)
    while begin >= 0 and words[begin].folded in french.MODIFIERS:
        begin -= 1
    if begin < 0:
        return Extent(begin + 1, frozenset({PlaceType.PART}), Role.SECTION, part, True) if part else None
    noun = french.NOUNS.get(words[begin].folded)
    if noun is not None and not _capitalised_amid(words, begin) and not _is_side(words, begin):
        return _by_noun(noun, words[begin].folded, begin, first, part)
    if part and begin == _side(words, at)[1] and _names_a_part(words, begin, at):
        return Extent(begin + 1, frozenset({PlaceType.PART}), Role.SECTION, part, True)
    return None


def _is_side(words: tuple[Word, ...], at: int) -> bool:
    """*La balle est dans le camp de Moscou*: whoever is on move, no camp."""
    balls = french.BALLS
    return words[at].folded == "camp" and any(word.folded in balls for word in words[max(0, at - 6) : at])


def _by_noun(noun: french.Noun, word: str, begin: int, first: int, part: str | None) -> Extent:
    if noun.role is Role.SETTLEMENT:
        return Extent(first, noun.types, noun.role, linked=True)
    if noun.role is Role.SECTION:
        if not part and word in french.QUARTERS:
            return Extent(first, french.TOWN_OR_QUARTER, Role.DISTRICT, linked=True)
        if not part and not word.startswith(("banlieue", "faubourg")):
            return Extent(first, linked=True)
        return Extent(begin, noun.types, noun.role, part or "banlieue", True)
    return Extent(begin, noun.types, noun.role, linked=True)


def _side(words: tuple[Word, ...], at: int) -> tuple[str | None, int]:
    """The side told at index `at`, and the index before it: `sud-est`, `est`, `rebelle`."""
    if at < 0:
        return None, at
    folded = words[at].folded
    if folded == "regime" and at >= 2 and words[at - 2].folded == "pro":
        return "gouvernemental", at - 3
    if folded in french.HOLDERS:
        return french.HOLDERS[folded], at - 1
    if folded not in french.DIRECTIONS:
        return None, at
    side = french.DIRECTIONS[folded]
    if at >= 2 and words[at - 1].text in HYPHENS and words[at - 2].folded in ("nord", "sud"):
        return f"{words[at - 2].folded}-{side}", at - 3
    return side, at - 1


def _names_a_part(words: tuple[Word, ...], before: int, last: int) -> bool:
    """Whether a bare direction is a noun with its article (*le nord de*, *dans l'est de*), neither a relation
    (*au nord de*, *à l'est de*) nor the verb *est*.
    """
    if words[last].folded not in french.COMPASS:
        return False
    word = words[before]
    if word.text in APOSTROPHES:
        if before < 1 or words[before - 1].folded != "l":
            return False
        return before < 2 or words[before - 2].folded != "a"
    return word.folded in ("le", "du") or (words[last].capitalised and word.text in '.:"«“\n')


def _capitalised_amid(words: tuple[Word, ...], at: int) -> bool:
    """Whether the noun is itself a name: capitalised after a small word of its own sentence."""
    if not words[at].capitalised or not at or (len(words[at].text) > 1 and words[at].text.isupper()):
        return False  # CHU d'Angers
    return words[at - 1].text.isalpha() and words[at].start - words[at - 1].end <= 1
