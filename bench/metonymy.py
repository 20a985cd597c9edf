"""How well names of countries that act are told from names of countries that are places."""

from __future__ import annotations

from collections.abc import Iterable

from bench.joining import Quality


def metonymic(readings: Iterable[tuple[bool, bool | None]]) -> Quality:
    """The metonymic class. Each pair: metonymic in the gold, in the answer (`None`: the name was not found).

    A name that was not found counts as not metonymic.
    """
    pairs = list(readings)
    hits = sum(gold and answer is True for gold, answer in pairs)
    answered = sum(answer is True for _, answer in pairs)
    wanted = sum(gold for gold, _ in pairs)
    return Quality(hits / answered if answered else 1.0, hits / wanted if wanted else 1.0)


def found(readings: Iterable[tuple[bool, bool | None]]) -> float:
    """The share of the names that were found at all."""
    pairs = list(readings)
    return sum(answer is not None for _, answer in pairs) / len(pairs) if pairs else 1.0
