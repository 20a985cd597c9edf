"""Numbers as French writes them: in words, in figures, in Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.domain.dates.french.words import CARDINALS

_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})(?:er|e|è|ème|ième)?")
_ROMAN_VALUES = {
    "": 0,
    "C": 100,
    "CC": 200,
    "CCC": 300,
    "XC": 90,
    "XL": 40,
    "L": 50,
    "LX": 60,
    "LXX": 70,
    "LXXX": 80,
    "X": 10,
    "XX": 20,
    "XXX": 30,
    "IX": 9,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "I": 1,
    "II": 2,
    "III": 3,
}
LONGEST_NUMBER = 12  # words; "neuf cent quatre-vingt-dix-neuf mille …" has ten


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals, with or without an ordinal ending (*XIXe*)."""
    match = _ROMAN.fullmatch(text)
    return sum(_ROMAN_VALUES[part] for part in match.groups()) if match else None


def spelled(words: Sequence[str]) -> tuple[int, int] | None:
    """The number that the folded words begin with, and how many of them it takes."""
    if not words or words[0] not in CARDINALS:
        return None
    value, used = _below_thousand(words)
    if used < len(words) and words[used] in ("mille", "mil"):
        value, used = max(value, 1) * 1000, used + 1
        rest, more = _below_thousand(words[used:])
        value, used = value + rest, used + more
    return (value, used) if used else None


def _below_thousand(words: Sequence[str]) -> tuple[int, int]:
    value, used = _below_hundred(words)
    if value < 10 and used < len(words) and words[used] in ("cent", "cents"):
        rest, more = _below_hundred(words[used + 1 :])
        return max(value, 1) * 100 + rest, used + 1 + more
    return value, used


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    first = CARDINALS.get(words[0], 100) if words else 100
    if first >= 100:
        return 0, 0
    if first == 4 and len(words) > 1 and words[1] in ("vingt", "vingts"):
        rest, more = _teens(words[2:])
        return 80 + rest, 2 + more
    if first < 20:
        return _teens(words)
    tail = words[2:] if len(words) > 1 and words[1] == "et" else words[1:]
    rest, more = _teens(tail)
    joined = len(words) - len(tail)
    fits = rest in (1, 11) if joined == 2 else rest not in (0, 1, 11)
    if fits and (rest < 10 or first == 60):
        return first + rest, joined + more
    return first, 1


def _teens(words: Sequence[str]) -> tuple[int, int]:
    """1-19 at the start of the words, or nothing."""
    first = CARDINALS.get(words[0], 0) if words else 0
    if first == 10 and len(words) > 1 and words[1] in ("sept", "huit", "neuf"):
        return 10 + CARDINALS[words[1]], 2
    return (first, 1) if 0 < first < 17 else (0, 0)
