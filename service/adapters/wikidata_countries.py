"""Which item of Wikidata is which country, from `wikidata_countries.csv`."""

from __future__ import annotations

from pathlib import Path

from service.adapters.fact_rows import read_rows

_COLUMNS = ("country", "wikidata", "source")


def read_countries(folder: Path) -> dict[str, str]:
    """The code (ISO 3166-1 alpha-2) of the item of each country. Raises `DamagedData`."""
    rows = read_rows(folder / "wikidata_countries.csv", _COLUMNS)
    return {row.required("wikidata"): row.required("country") for row in rows}
