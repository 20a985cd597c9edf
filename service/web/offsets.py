"""Offsets in the unit that the caller counts in. Inside the house they are Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import Any


class OffsetUnit(StrEnum):
    """`utf16` counts code units (JavaScript, Java, C#), `utf8` bytes (Go, Rust)."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    UTF8 = "utf8"


def restate_offsets(spans: Iterable[dict[str, Any]], text: str, unit: OffsetUnit) -> None:
    """Puts `start` and `end` of the dumped spans into the unit, in place and in linear time."""
    spans = list(spans)
    if unit is OffsetUnit.CODEPOINT:
        return
    wanted = {offset for span in spans for offset in (span["start"], span["end"])}
    measured = measure(text, wanted, unit)
    for span in spans:
        span["start"], span["end"] = measured[span["start"]], measured[span["end"]]


def measure(text: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """Where each offset in code points lies in the unit.

    >>> measure("a😀é", [1, 2, 3], OffsetUnit.UTF16)
    {0: 0, 1: 1, 2: 3, 3: 4}
    """
    measured = {0: 0}
    for before, offset in pairwise(sorted({0, *offsets})):
        measured[offset] = measured[before] + _length(text[before:offset], unit)
    return measured


def _length(piece: str, unit: OffsetUnit) -> int:
    if unit is OffsetUnit.UTF8:
        return len(piece.encode())
    return len(piece.encode("utf-16-le")) // 2 if unit is OffsetUnit.UTF16 else len(piece)
