"""The countries that an article tells, and the one that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from service.domain.actors.scene import Scene


def home_of(told: Mapping[str, int]) -> str | None:
    """The country that `countries_told` tells at least as often as all others together."""
    country = next(iter(told), None)
    return country if country and 2 * told[country] >= sum(told.values()) else None


def countries_told(scene: Scene, others: Iterable[str | None]) -> dict[str, int]:
    """How often an article tells a country, most often first: by its places, adjectives and inhabitants."""
    told = Counter(country for country in others if country)
    inhabitants, adjectives = scene.nations.of_inhabitants, scene.nations.of_adjective
    for word in scene.words:
        of = inhabitants if word.capitalised else adjectives
        if country := of(word.folded):
            told[country] += 1
    return dict(told.most_common())
