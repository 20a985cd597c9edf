"""Where a place belongs: its country and first-level division, and the parents that many places share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.adapters.gazetteer_file import SEPARATOR
from service.adapters.place_facts import PlaceFact
from service.domain.model import PlaceType


@dataclass(frozen=True, slots=True)
class Lineages:
    """Numbers the (admin1, parents) that many places share, from the one after `last`."""

    last: int = 0
    numbers: dict[tuple[str | None, tuple[str, ...]], int] = field(default_factory=dict)

    def number(self, admin1: str | None, parents: tuple[str, ...]) -> int:
        return self.numbers.setdefault((admin1, parents), self.last + len(self.numbers) + 1)

    def rows(self) -> list[tuple[int, str | None, str]]:
        return [(number, admin1, SEPARATOR.join(ids)) for (admin1, ids), number in self.numbers.items()]


class Divisions:
    """Finds the country and the first-level division that a GeoNames city belongs to."""

    def __init__(self, facts: Iterable[PlaceFact]) -> None:
        self._regions: dict[str, PlaceFact] = {}
        self._countries: dict[str, PlaceFact] = {}
        for fact in facts:
            if fact.admin1_code:
                self._regions[fact.admin1_code] = fact
            if fact.country and fact.type is PlaceType.COUNTRY:
                self._countries[fact.country] = fact
            elif fact.country and fact.type is PlaceType.TERRITORY:
                self._countries.setdefault(fact.country, fact)

    def of(self, country: str, code: str) -> tuple[str | None, tuple[str, ...]]:
        """The name of the division, and all parents from the nearest outwards."""
        region, nation = self._regions.get(f"{country}.{code}"), self._countries.get(country)
        own = tuple(fact.id for fact in (region, nation) if fact)
        return region.name if region else None, own + (nation.parents if nation else ())
