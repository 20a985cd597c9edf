"""Where a place belongs: its country and first-level division, and the parents that many places share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from service.adapters.gazetteer_layout import GEONAMES, SEPARATOR
from service.adapters.place_facts import PlaceFact
from service.domain.model import PlaceType


@dataclass(frozen=True, slots=True)
class Lineages:
    """Numbers the (admin1, parents) that many places share, from the one after `last`."""

    last: int = 0
    numbers: dict[tuple[str | None, tuple[str, ...]], int] = field(default_factory=dict)

    def number(self, admin1: str | None, parents: tuple[str, ...]) -> int:
        return self.numbers.setdefault((admin1, parents), self.last + len(self.numbers) + 1)

    def rows(self, heirs: Mapping[str, str | None]) -> list[tuple[int, str | None, str]]:
        """The rows of the table; `heirs` of ids that are not there, `None` for those without."""
        return [
            (
                number,
                admin1,
                SEPARATOR.join(dict.fromkeys(filter(None, (heirs.get(one, one) for one in ids)))),
            )
            for (admin1, ids), number in self.numbers.items()
        ]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a dump: `number` is `None` when there is no row for it."""

    name: str
    number: int | None


class Divisions:
    """Finds the country and the divisions that a place of GeoNames belongs to, by its codes."""

    def __init__(self, facts: Iterable[PlaceFact]) -> None:
        self._told: dict[str, Division] = {}
        self._regions: dict[str, PlaceFact] = {}
        self._countries: dict[str, PlaceFact] = {}
        for fact in facts:
            if fact.admin1_code:
                self._regions[fact.admin1_code] = fact
            if fact.country and fact.type is PlaceType.COUNTRY:
                self._countries[fact.country] = fact
            elif fact.country and fact.type is PlaceType.TERRITORY:
                self._countries.setdefault(fact.country, fact)

    def tell(self, code: str, name: str, number: int | None) -> None:
        """A division of a dump, `FR.84` or `FR.84.26`; one that has a row stays."""
        known = self._told.get(code)
        if known is None or known.number is None:
            self._told[code] = Division(name, number)

    def numbers(self) -> frozenset[int]:
        """The numbers of all divisions told."""
        return frozenset(one.number for one in self._told.values() if one.number is not None)

    def rename(self, names: Mapping[int, str]) -> None:
        """Gives divisions told the names by their numbers."""
        for code, one in self._told.items():
            if one.number is not None and one.number in names:
                self._told[code] = Division(names[one.number], one.number)

    def of(
        self, country: str, code: str, second: str = "", own: int = 0
    ) -> tuple[str | None, tuple[str, ...]]:
        """The name of the first-level division, and all parents from the nearest outwards.

        `own` is the place's number, so that a division is no parent of itself.
        """
        first = f"{country}.{code}"
        region, nation = self._regions.get(first), self._countries.get(country)
        told = self._told.get(first)
        ids = [
            self._id(f"{first}.{second}" if second else ""),
            region.id if region else self._id(first),
            nation.id if nation else None,
            *(nation.parents if nation else ()),
        ]
        name = region.name if region else told.name if told else None
        return name, tuple(one for one in ids if one and one != f"{GEONAMES}{own}")

    def _id(self, code: str) -> str | None:
        told = self._told.get(code)
        return f"{GEONAMES}{told.number}" if told and told.number is not None else None
