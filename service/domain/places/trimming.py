"""Where the name begins and ends within what the recogniser calls a place."""

from __future__ import annotations

from service.domain.model import Match, PlaceType
from service.domain.places import french
from service.domain.places.extent import before_link
from service.domain.places.french import Role
from service.domain.places.known import Known
from service.domain.text import HYPHENS, Word, fold

COUNTRIES = frozenset({PlaceType.COUNTRY, PlaceType.TERRITORY, PlaceType.REGION})
_ELIDED = frozenset({"l", "d", "s", "qu", "c"})
_HEADS = frozenset({"La", "Le", "Les", "El", "Al", "Los", "Las", "San", "Santa"})


def core(known: Known, first: int, last: int) -> tuple[int, int]:
    """The name without the articles, type nouns and sides that the recogniser took along."""
    words = known.all
    while last > first and not words[last - 1].text[-1].isalnum():
        last -= 1
    if (
        first < last
        and known.lookup(known.text_of(first, last))
        and words[first].folded not in french.ARTICLES
    ):
        return first, last
    while first < last - 1 and _leads(words, first):
        first += 1
    first = _behind_site(known, first, last)
    cut = last - 1
    if first < cut and words[cut].text.islower() and known.lookup(known.text_of(first, cut)):
        last = cut
    if first < last and not any(word.capitalised for word in words[first:last]):
        return first, first
    return first, last


def _behind_site(known: Known, first: int, last: int) -> int:
    """*Rennes* in *CHU de Rennes*, of which no gazetteer knows the whole; the noun is read before it."""
    noun = french.NOUNS.get(known.all[first].folded)
    if noun is None or noun.role is not Role.SITE:
        return first
    at = next((at for at in range(first + 1, last) if known.all[at].capitalised), first)
    linked = at > first and before_link(known.all, at) == first
    return at if linked and known.lookup(known.text_of(at, last)) else first


def _leads(words: tuple[Word, ...], first: int) -> bool:
    word = words[first]
    if not word.text[-1].isalnum():
        return True
    if word.folded in french.ARABIC_ARTICLES and words[first + 1].text in HYPHENS:
        return False
    noun = french.NOUNS.get(word.folded)
    if noun is not None and noun.role in (Role.SETTLEMENT, Role.DIVISION, Role.DISTRICT, Role.SECTION):
        return True
    linked = words[first + 1].folded in ("de", "d", "du")
    common = word.folded in french.COMPASS or word.folded in french.NOT_PLACES
    return not word.capitalised or (linked and common)


def with_article(known: Known, first: int, last: int) -> int:
    """Takes in *La* of *La Rochelle*, *al-* of *al-Bab*, where the recogniser left them out."""
    words = known.all
    head = words[first - 2] if first >= 2 and words[first - 1].end == words[first].start else None
    elided = head is not None and head.capitalised and head.folded not in _ELIDED
    if elided and known.lookup(known.text_of(first - 2, last)):  # N'Djamena
        return first - 2
    if first >= 2 and words[first - 1].text in HYPHENS and words[first - 2].folded in french.ARABIC_ARTICLES:
        return first - 2
    if not first or words[first - 1].text not in _HEADS:
        return first
    with_article = known.lookup(known.text_of(first - 1, last))
    if not with_article:
        return first
    if known.opens_sentence(first - 1):
        bare = known.lookup(known.text_of(first, last))
        own = fold(with_article[0].name).startswith(fold(words[first - 1].text))
        if bare and (bare[0].type in COUNTRIES or not own):
            return first
    return first - 1


def with_head(known: Known, first: int, last: int) -> int:
    """*Norte de* of *Norte de Santander*, where the recogniser found but *Santander*."""
    words = known.all
    if first < 2 or words[first - 1].folded not in ("de", "d") or not words[first - 2].capitalised:
        return first
    whole = known.lookup(known.text_of(first - 2, last))[:1]
    return first - 2 if any(entry.matched in (Match.NAME, None) for entry in whole) else first
