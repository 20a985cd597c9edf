"""Which names of a place are kept, and how good each is."""

from __future__ import annotations

from collections.abc import Iterable

from service.adapters.gazetteer_file import SEPARATOR, Quality
from service.domain.text import fold


def graded_names(
    main: Iterable[str], alternates: Iterable[str], stop_words: frozenset[str]
) -> dict[str, Quality]:
    """The names with their quality, the main ones first; of alternates that fold alike, the first."""
    kept = dict.fromkeys(main, Quality.MAIN)
    folded = {fold(name) for name in kept}
    for name in alternates:
        quality = alternate_quality(name, stop_words)
        if quality is not None and (form := fold(name)) not in folded:
            folded.add(form)
            kept[name] = quality
    return kept


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
