"""How prominent a place is: what makes one of its name come to mind before another."""

from __future__ import annotations

import math

from service.domain.model import PlaceType

# How prominent a place of unknown population is: the decimal logarithm of the population that a city
# would need to be meant as readily. For divisions of a country, what is taken off theirs, since the city
# of that name is meant when nothing else is said (*New York*, *Madrid*).
PROMINENCE: dict[PlaceType, float] = {
    PlaceType.CONTINENT: 8.5,
    PlaceType.COUNTRY: 8.0,
    PlaceType.SUPRAREGION: 7.5,
    PlaceType.TERRITORY: 7.0,
    PlaceType.SEA: 6.5,
    PlaceType.REGION: 5.0,
    PlaceType.STRAIT: 5.5,
    PlaceType.RIVER: 5.5,
    PlaceType.MOUNTAIN: 5.5,
    PlaceType.DESERT: 5.5,
    PlaceType.ISLAND: 5.5,
    PlaceType.PENINSULA: 5.5,
    PlaceType.LAKE: 5.5,
    PlaceType.AREA: 5.5,
    PlaceType.BUILDING: 5.5,
    PlaceType.DEPARTMENT: 4.5,
    PlaceType.AIRPORT: 4.0,
    PlaceType.CAMP: 4.0,
    PlaceType.DISTRICT: 3.0,
    PlaceType.PART: 3.0,
    PlaceType.CITY: 2.0,
    PlaceType.STREET: 2.0,
}
DIVISION_DISCOUNT = 1.0
_DIVISIONS = {PlaceType.REGION, PlaceType.DEPARTMENT}


def prominence(kind: PlaceType, population: int) -> float:
    """The decimal logarithm of its inhabitants, or of those that a place of that kind is worth."""
    size = math.log10(population + 1)
    if population and kind in _DIVISIONS:
        return size - DIVISION_DISCOUNT
    return max(PROMINENCE[kind], size)
