"""What GeoNames' feature codes are to us: `data/feature_codes.csv`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from service.adapters.fact_rows import FactRow, read_rows
from service.adapters.gazetteer_layout import Standing
from service.domain.model import PlaceType, Precision

COLUMNS = ("code", "type", "precision", "prominence", "source")
_SEATS = frozenset({"P.PPLC", "P.PPLG", "P.PPLA", "P.PPLA2", "P.PPLA3", "P.PPLA4"})
_INHABITED_FROM = 500  # inhabitants: the limit of the gazetteer that comes with Gazette
_RENOWNED_FROM = 6  # languages that have a name for it
_PER_DECADE_OF_LANGUAGES = 1.5  # a hill named in forty languages is as prominent as a town of 25,000


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of GeoNames. `prominence` is that of one without inhabitants and other names."""

    code: str
    type: PlaceType
    precision: Precision
    prominence: float

    def prominence_of(self, population: int, languages: int) -> float:
        """On the scale of `prominence.py`; a division counts less than the town of its name."""
        size = math.log10(population + 1) - (self.code.startswith("A.") and population > 0)
        known = self.prominence
        if not self.code.startswith(("P.", "A.")):
            known += _PER_DECADE_OF_LANGUAGES * math.log10(1 + languages)
        return max(known, size)

    def standing(self, population: int, languages: int) -> Standing:
        if self.code.startswith("A.") or population >= _INHABITED_FROM or self.code in _SEATS:
            return Standing.KNOWN
        if languages >= _RENOWNED_FROM:
            return Standing.KNOWN
        return Standing.MINOR if self.code.startswith("P.") else Standing.SEARCHED


def read_features(path: Path) -> dict[str, Feature]:
    """The kinds by code, `P.PPL`. Raises `DamagedData` for a row that cannot be understood."""
    return {feature.code: feature for feature in map(_feature, read_rows(path, COLUMNS))}


def _feature(row: FactRow) -> Feature:
    try:
        return Feature(
            row.required("code"),
            PlaceType(row.required("type")),
            Precision(row.required("precision")),
            float(row.required("prominence")),
        )
    except ValueError as error:
        raise row.damaged(str(error)) from error
