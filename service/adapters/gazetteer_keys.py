"""The keys by which a place of the gazetteer is found: by a name, the beginning of one, or a slip of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.adapters import ranking
from service.adapters.gazetteer_layout import UNITS_OF_PROMINENCE, Quality, Standing, rank_of
from service.adapters.place_facts import PlaceFact
from service.domain.places.variants import romanised, skeleton_of
from service.domain.text import fold, name_key

MISSPELT_ALTERNATES_FROM = 4.7  # prominence of some 50,000 inhabitants: an alternate name may be misspelt
HEADWORDS_FROM = 4.2  # prominence of some 15,000 inhabitants: found by its first letter


def keys_of(
    number: int, place: PlaceFact, names: Mapping[str, Quality], size: float
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Rows of the tables `name`, `headword` and `spelling`, each with its table; `size` is the prominence."""
    prominent = round(size * UNITS_OF_PROMINENCE)
    keys, forms = _keys_and_forms(place, names, size)
    for (key, lead), quality in keys.items():
        rank = rank_of(prominent, quality, place.standing)
        yield "name", (key, rank, number, lead, quality)
        if quality is Quality.MAIN and size >= HEADWORDS_FROM:
            yield "headword", (key, rank, number)
    for form, quality in forms.items():
        yield "spelling", (skeleton_of(form), len(form), form, number, quality, prominent)


def _keys_and_forms(
    place: PlaceFact, names: Mapping[str, Quality], size: float
) -> tuple[dict[tuple[str, str], Quality], dict[str, Quality]]:
    """The keys with their lead, and the spellings that a slip may aim at; the best quality of each."""
    keys: dict[tuple[str, str], Quality] = {}
    forms: dict[str, Quality] = {}
    for name, quality in names.items():
        key = name_key(name)
        if not key:
            continue
        entry = key, ranking.lead(fold(name), key)
        keys[entry] = min(quality, keys.get(entry, quality))
        if _aimed_at(place.standing, quality, size) and key.isascii() and len(key) > 2:
            form = romanised(name)
            forms[form] = min(quality, forms.get(form, quality))
    return keys, forms


def _aimed_at(standing: Standing, quality: Quality, size: float) -> bool:
    """Whether a misspelling may mean the name."""
    known = quality is Quality.MAIN or (quality is Quality.ALTERNATE and size >= MISSPELT_ALTERNATES_FROM)
    return known and standing is Standing.KNOWN
