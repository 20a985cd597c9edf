"""What a grammar is made of: items that can be read in several ways, and rules that rewrite them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Readings = Mapping[str, Any]


class Item(NamedTuple):
    """A stretch of text and how it can be read: kind → value (`None` for words without a value)."""

    start: int
    end: int
    readings: Readings


@dataclass(frozen=True, slots=True)
class Rule:
    """`shape` becomes an item of `kinds`; `build` gets the values of the shape's tokens by label.

    With one kind `build` returns its value, with several a tuple; `None` refuses the match. A tuple of
    `Item` replaces the match by several items (lists of days).
    """

    kinds: tuple[str, ...]
    shape: str
    build: Callable[..., Any]
    whole: bool = False  # build gets the matched items instead of labelled values


def rule(kinds: str, shape: str, build: Callable[..., Any], *, whole: bool = False) -> Rule:
    return Rule(tuple(kinds.split()), shape, build, whole)
