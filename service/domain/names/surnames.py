"""Persons whose names begin with a word that is also something else: *Le Maire*, *conseiller d'État X*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.model import Label, Name
from service.domain.names.french import OFFICES, SURNAME_ARTICLES
from service.domain.names.known import slice_of
from service.domain.names.labels import labelled
from service.domain.text import APOSTROPHES, Words, fold


def with_article(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """*Le Maire* within a sentence, where the text has told *Bruno Le Maire*."""
    told = {pair for name in names if name.label is Label.PERSON and (pair := _ending(name.text))}
    if not told:
        return
    for article, rest in zip(words.words, words.words[1:], strict=False):
        pair = (article.text, rest.text)
        if pair in told and words.sentence(article.start).start != article.start:
            yield Name(article.start, rest.end, words.text[article.start : rest.end], Label.PERSON)


def _ending(text: str) -> tuple[str, str] | None:
    parts = text.split()
    return (parts[-2], parts[-1]) if len(parts) > 2 and parts[-2] in SURNAME_ARTICLES else None


def behind_state(words: Words, name: Name) -> Name:
    """*Conseiller d'État Ali Kaya*: the state is the office's, what follows is whoever holds it."""
    inside = list(words.within(name))
    before = [word.folded for word in words.before(name.start, 4) if word.text not in APOSTROPHES]
    if before[-1:] == ["etat"] and _is_of_office(before[:-1]):
        return labelled(name, Label.PERSON) if len(inside) > 1 else name
    if len(inside) < 2 or inside[0].folded != "etat" or not _is_of_office(before):
        return name
    if not inside[1].capitalised:
        return name
    return Name(inside[1].start, name.end, slice_of(words, inside[1:]), Label.PERSON)


def _is_of_office(before: list[str]) -> bool:
    """*Le conseiller d'*"""
    return before[-1:] == ["d"] and before[-2:-1] != [] and before[-2] in OFFICES


def spelt_by_acronym(words: Words, name: Name) -> bool:
    """*Benno Bokk Yakaar (BBY)*: whoever has an acronym of the first letters is no person."""
    behind = words.after(name.end, 3)
    if len(behind) < 3 or behind[0].text != "(" or behind[2].text != ")":
        return False
    letters = "".join(part[0] for part in fold(name.text).split())
    return len(letters) > 1 and behind[1].text.isupper() and behind[1].folded == letters
