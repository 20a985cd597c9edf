"""Which names of a place are kept, and how good each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.adapters.gazetteer_layout import SEPARATOR, Quality
from service.adapters.tongues import AlternateName
from service.domain.text import fold


@dataclass(frozen=True, slots=True)
class GradedNames:
    """The names of a place that are kept, the one to show first, and the languages of those that are told."""

    qualities: dict[str, Quality]
    languages: dict[str, tuple[str, ...]]


def graded_names(
    main: Iterable[AlternateName], alternates: Iterable[AlternateName], stop_words: frozenset[str]
) -> GradedNames:
    """The main names first; of alternates that fold alike the first, and whatever other has a language."""
    kept: dict[str, Quality] = {}
    languages: dict[str, tuple[str, ...]] = {}
    for one in main:
        kept[one.name] = Quality.MAIN
        _tell(languages, one)
    folded = {fold(name) for name in kept}
    for one in alternates:
        if one.name in kept:
            _tell(languages, one)
            continue
        quality = alternate_quality(one.name, stop_words)
        if quality is None or ((form := fold(one.name)) in folded and not one.languages):
            continue
        folded.add(form)
        kept[one.name] = Quality.CODE if one.searched else quality
        _tell(languages, one)
    return GradedNames(kept, languages)


def _tell(languages: dict[str, tuple[str, ...]], one: AlternateName) -> None:
    if one.languages:
        languages[one.name] = tuple(dict.fromkeys((*languages.get(one.name, ()), *one.languages)))


def alternate_quality(name: str, stop_words: frozenset[str]) -> Quality | None:
    """How good an alternate name of GeoNames is; `None` when it is to be dropped.

    Dropped: names of one or two Latin letters (*LA*), French function words (*Par*, *Sur*), transcriptions
    made by machine, which alone are written all in lower case (*a lei po*, *hlb*), and what has our
    separator in it.
    """
    if SEPARATOR in name or name.islower():
        return None
    if name.isascii():
        letters = sum(map(str.isalpha, name))
        latin = True
    else:
        found = [letter for letter in name if letter.isalpha()]
        letters = len(found)
        latin = all(letter < "ɐ" or "Ḁ" <= letter <= "ỿ" for letter in found)
    if not letters or (latin and (letters < 3 or fold(name) in stop_words)):
        return None
    return Quality.CODE if len(name) == 3 and name.isascii() and name.isupper() else Quality.ALTERNATE
