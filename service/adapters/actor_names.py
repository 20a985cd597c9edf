"""How the names of actors are compared: folded, with or without their article, with their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.domain.model import KnownActor
from service.domain.text import fold

ARTICLES = ("le ", "la ", "les ", "l ", "the ")
# Articles, particles, and the common nouns that names of institutions begin with: the press writes
# *la Cour pénale internationale* and *la cour pénale internationale*.
_EITHER_CASE = frozenset(
    (
        "le la les l the al el as ach de du des d et von van ben bin of and "
        "académie agence alliance armée assemblée autorité banque brigades bureau chambre comité commission "
        "commissariat conseil cour défense état fédération fonds force forces front gardiens groupe haut "
        "institut ligue mission mouvement observatoire office opération organisation parti programme "
        "tribunal union université"
    ).split()
)
_WORD = re.compile(r"[^\W_]+")


def names_of(actor: KnownActor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def keys_of(actor: KnownActor) -> Iterable[str]:
    """The folded names, without duplicates; folded in one go, since that is what a start waits for."""
    folded = fold.__wrapped__("|".join(names_of(actor)))
    return dict.fromkeys(key.strip() for key in folded.split("|"))


def without_article(key: str) -> str:
    """A folded name without its leading article, when something else is left.

    >>> without_article("le monde"), without_article("l otan"), without_article("la")
    ('monde', 'otan', 'la')
    """
    for article in ARTICLES:
        if key.startswith(article):
            return key[len(article) :]
    return key


def spelt(known: str, name: str) -> bool:
    """Whether a name is that known one, article and accents aside, with at least its capitals."""
    if without_article(fold(known)) != without_article(fold(name)):
        return False
    pairs = zip(reversed(_WORD.findall(known)), reversed(_WORD.findall(name)), strict=False)
    return not any(
        right[0].islower() and left[0].isupper() and left.casefold() not in _EITHER_CASE
        for left, right in pairs
    )
