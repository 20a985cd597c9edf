"""Parents told beside a place: *Valence (Drôme)*, *Villepinte (Seine-Saint-Denis, France)*, *Alep,
en Syrie*.
"""

from __future__ import annotations

from itertools import pairwise

from service.domain.places import french
from service.domain.text import APOSTROPHES, HYPHENS, Word

_LONGEST_ASIDE = 14  # words between brackets, marks counted


def told_parents(words: tuple[Word, ...], last: int) -> tuple[str, ...]:
    """The names of parents told behind the name that ends before index `last`, the nearest first."""
    if last >= len(words):
        return ()
    if words[last].text == "(":
        return _in_brackets(words, last + 1)
    if words[last].text == ",":
        return _behind_comma(words, last + 1)
    return ()


def _in_brackets(words: tuple[Word, ...], first: int) -> tuple[str, ...]:
    inside = words[first : first + _LONGEST_ASIDE]
    closing = next((at for at, word in enumerate(inside) if word.text == ")"), None)
    if not closing:
        return ()
    told: list[str] = []
    begin = 0
    for at in range(closing + 1):
        if at == closing or inside[at].text in ",;":
            piece = _stripped(inside[begin:at])
            told += [_joined(piece)] if piece and _is_name(piece) else []
            begin = at + 1
    return tuple(told)


def _stripped(piece: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without direction, preposition and article: *nord de la Syrie*, *en Syrie*."""
    while piece and not piece[0].capitalised and not piece[0].text[0].isdigit():
        piece = piece[1:]
    return piece


def _is_name(piece: tuple[Word, ...]) -> bool:
    """A name or a number of a department; an acronym in brackets is rather an agency than a parent."""
    first = piece[0].text
    if first.isdigit():
        return len(piece) == 1 and len(first) in (2, 3, 5)
    return not (len(piece) == 1 and first.isupper() and len(first) <= 4)


def _joined(piece: tuple[Word, ...]) -> str:
    text = piece[0].text
    for before, word in pairwise(piece):
        text += (" " if word.start > before.end else "") + word.text
    return text


def _behind_comma(words: tuple[Word, ...], first: int) -> tuple[str, ...]:
    """*Alep, en Syrie*; *Springfield, dans l'Illinois*; *Lyon, dans le Rhône*."""
    at = first
    if at < len(words) and words[at].folded in ("dans", "en", "au", "aux"):
        at += 1
        while (
            at < len(words)
            and (words[at].folded in french.NOUNS or words[at].folded in _FILLERS)
            and not words[at].capitalised
        ):
            at += 1
    else:
        at = _behind_apposition(words, at)
        if at == first:
            return ()
    end = at
    while (
        end < len(words)
        and (words[end].capitalised or _links(words, end))
        and words[end].text not in ",.;:)("
    ):
        end += 1
    while end > at and not words[end - 1].capitalised:
        end -= 1
    return (_joined(words[at:end]),) if end > at else ()


def _behind_apposition(words: tuple[Word, ...], first: int) -> int:
    """The index of *Liban* in *Tripoli, deuxième ville du Liban*; `first` where no such thing is told."""
    told = False
    for at in range(first, min(first + _LONGEST_APPOSITION, len(words))):
        word = words[at]
        if word.capitalised:
            linked = words[at - 1].folded in _LINKS or words[at - 1].text in APOSTROPHES
            return at if told and linked else first
        if not word.folded and word.text not in APOSTROPHES and word.text not in HYPHENS:
            return first
        told = told or word.folded in french.APPOSITIONS
    return first


_LONGEST_APPOSITION = 8  # words
_LINKS = frozenset({"de", "du", "des", "la", "d", "l"})
_FILLERS = frozenset(
    {"le", "la", "les", "l", "", "de", "d", "du", "des", "nord", "sud", "est", "ouest", "centre"}
)


def _links(words: tuple[Word, ...], at: int) -> bool:
    """A hyphen, an apostrophe or a small word inside a hyphenated name."""
    tight = words[at].start == words[at - 1].end
    return tight and (words[at].text in HYPHENS or words[at].text in APOSTROPHES or words[at].text.isalpha())
