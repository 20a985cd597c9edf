"""How readily a place stands for a power."""

from __future__ import annotations

from enum import IntEnum

from service.domain.metonymy.french_words import AUTHORITIES, DETERMINERS, FORMS_OF_STATE
from service.domain.model import PlaceType
from service.domain.nations import Nations
from service.domain.places.reading import Reading
from service.domain.text import fold

_SPEAKING_LANDS = frozenset(
    (
        PlaceType.CITY,
        PlaceType.REGION,
        PlaceType.DEPARTMENT,
        PlaceType.TERRITORY,
        PlaceType.AREA,
        PlaceType.CONTINENT,
        PlaceType.SUPRAREGION,
    )
)


NAMING_POWERS = FORMS_OF_STATE | AUTHORITIES


class Rank(IntEnum):
    """From never to mostly."""

    NEVER = 0  # a part, a district, a river …
    LAND = 1  # a town or region: only when it clearly speaks, or plays
    CAPITAL = 2
    COUNTRY = 3
    SEAT = 4  # a building such as the Kremlin: mostly its power


def rank_of(reading: Reading, nations: Nations) -> Rank:
    """Whether the place that a name is read as can stand for a power at all."""
    toponym, entry = reading.toponym, reading.entry
    kind = _type_word(reading)
    if toponym.part is not None or entry.type is PlaceType.PART or (kind and kind not in NAMING_POWERS):
        return Rank.NEVER
    if kind in AUTHORITIES or nations.seat(entry.id) is None:
        return Rank.LAND if entry.type in _SPEAKING_LANDS else Rank.NEVER
    if entry.type in {PlaceType.BUILDING, PlaceType.STREET, PlaceType.DISTRICT}:
        return Rank.SEAT
    return Rank.CAPITAL if entry.type is PlaceType.CITY else Rank.COUNTRY


def _type_word(reading: Reading) -> str | None:
    """The folded lower-case word that a mention begins with: *quartier de Sakhour*, *capitale française*."""
    if not reading.toponym.text[0].islower():
        return None
    first = fold(reading.toponym.text.split(maxsplit=1)[0]).split()[0]
    return None if first in DETERMINERS else first
