"""The languages of the names of a place, as the gazetteer file keeps them beside the names.

One cell for each name, in their order, `|` between; a cell is `fr`, or `de,en` for a name that is the same in
both, or empty. `*` marks the name that the source itself gives the place: what those read whose language has
no name of its own for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.adapters.gazetteer_layout import SEPARATOR
from service.domain.model import TaggedName

OWN = "*"
FRENCH, ARABIC = "fr", "ar"
# The press of these countries is Arabic, so a name in Arabic letters is taken for Arabic there.
ARABIC_COUNTRIES = frozenset(
    "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()
)
_ARABIC_LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي")
_MARKS = frozenset(" -'ًٌٍَُِّْٰ")


@dataclass(frozen=True, slots=True)
class AlternateName:
    """Another name of a place; `languages` as ISO 639 codes, none when nobody tells.

    One that is `searched` is no name of a French text (*Lebanon* for Liban), but found by searches.
    """

    name: str
    languages: tuple[str, ...] = ()
    searched: bool = False


def language_by_script(name: str, country: str | None) -> tuple[str, ...]:
    """Arabic for a name written with Arabic letters alone (no Persian or Kurdish ones) in an Arab country."""
    if name.isascii() or country not in ARABIC_COUNTRIES:
        return ()
    letters = set(name) - _MARKS
    return (ARABIC,) if letters and letters <= _ARABIC_LETTERS else ()


def encode(names: Iterable[str], languages: Mapping[str, Iterable[str]]) -> str | None:
    """The cells for the names; `None` when no language is known."""
    cells = [",".join(languages.get(name, ())) for name in names]
    return SEPARATOR.join(cells).rstrip(SEPARATOR) or None


def decode(names: str, cells: str | None) -> tuple[TaggedName, ...]:
    """The names with their languages, in order; the source's own name has the language `None`."""
    if not cells:
        return ()
    return tuple(
        TaggedName(name, None if language == OWN else language)
        for name, cell in zip(names.split(SEPARATOR), cells.split(SEPARATOR), strict=False)
        for language in cell.split(",")
        if language
    )
