"""Phrases of page furniture from `boilerplate.csv`."""

from __future__ import annotations

from pathlib import Path

from service.adapters.fact_rows import FactRow, read_rows
from service.domain.boilerplate import BoilerplatePhrase, BoilerplatePhrases
from service.domain.model import ZoneKind
from service.domain.text import fold

_COLUMNS = ("phrase", "match", "kind", "heads", "source")
_MATCH = {"line": True, "start": False}
_HEADS = {"yes": True, "no": False}


def load_phrases(folder: Path) -> BoilerplatePhrases:
    """The phrases of `boilerplate.csv`. Raises `DamagedData`."""
    return BoilerplatePhrases(_phrase(row) for row in read_rows(folder / "boilerplate.csv", _COLUMNS))


def _phrase(row: FactRow) -> BoilerplatePhrase:
    try:
        return BoilerplatePhrase(
            fold(row.required("phrase")), ZoneKind(row["kind"]), _MATCH[row["match"]], _HEADS[row["heads"]]
        )
    except (KeyError, ValueError) as error:
        raise row.damaged(f"{error} is not one of the values of its column") from error
