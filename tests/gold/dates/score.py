"""Scores the reader of dates on the annotated passages beside this file: `python -m tests.gold.dates.score`.

A mention counts as found when it overlaps a marked one, one to one; `value` is the share of the marked
mentions whose value, type, modifier and relation are all right. Vague references count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.domain.dates.marked import Marked, found, unmark

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Score:
    marked: int
    found: int
    right: int
    answered: int
    errors: tuple[str, ...]

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.marked + self.answered)

    @property
    def value(self) -> float:
        return self.right / self.marked


def passages() -> Iterator[tuple[str, Marked]]:
    """Name and passage; the first lines give its subject (`#`) and its day of publication (`@`)."""
    from datetime import date

    for path in sorted(HERE.glob("*.txt")):
        subject, day, text = path.read_text(encoding="utf-8").split("\n", 2)
        day = day.removeprefix("@").strip()
        yield path.stem, unmark(text, subject, None if day == "-" else date.fromisoformat(day))


def score() -> Score:
    marked = hits = right = answered = 0
    errors: list[str] = []
    for name, passage in passages():
        got = found(passage)
        free = list(got)
        for start, text, value in passage.marks:
            match = next((m for m in free if m[0] < start + len(text) and start < m[0] + len(m[1])), None)
            if match:
                free.remove(match)
                hits += 1
                right += match[2] == value
            if not match or match[2] != value:
                errors.append(f"{name}: {text!r} is {value!r}, not {match[2] if match else None!r}")
        errors += [f"{name}: {text!r} is no time" for _, text, _ in free]
        marked += len(passage.marks)
        answered += len(got)
    return Score(marked, hits, right, answered, tuple(errors))


if __name__ == "__main__":
    result = score()
    print(*result.errors, sep="\n")
    print(f"{result.marked} mentions, F1 {result.f1:.3f}, value {result.value:.3f}")
