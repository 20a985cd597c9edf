"""The files of a dump, and what became of their lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from service.adapters.gazetteer_part import BuildReport

_LEFT_OUT_SHOWN = 12  # feature codes


@dataclass(frozen=True, slots=True)
class Dump:
    """The files of a dump; only the first is needed. Texts, or zips of them."""

    places: tuple[Path, ...]
    alternates: tuple[Path, ...] = ()
    admin1: Path | None = None
    admin2: Path | None = None
    hierarchy: Path | None = None
    deletes: tuple[Path, ...] = ()


@dataclass(slots=True)
class ImportReport:
    """What became of the lines: `malformed` counts by file, `left_out` by feature code.

    `built` is told when the file stands; `rejected` is where malformed lines are told, if there are some.
    """

    built: BuildReport = field(init=False)
    rows: int = 0
    malformed: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    merged: int = 0
    notes: list[str] = field(default_factory=list)
    rejected: Path | None = None

    def describe(self) -> str:
        """For people, a few lines."""
        info = self.built.info
        lines = [
            f"{self.built.path}: {info.places:,} places, {info.names:,} names in {self.built.seconds:.0f} s",
            f"rows of the dump: {self.rows:,}; the same place as one of ours: {self.merged:,}",
        ]
        if self.left_out:
            most = ", ".join(
                f"{code} {count:,}" for code, count in self.left_out.most_common(_LEFT_OUT_SHOWN)
            )
            lines.append(f"left out by their feature code: {self.left_out.total():,} ({most})")
        for file, count in self.malformed.items():
            lines.append(f"malformed lines of {file}: {count:,}, told in {self.rejected}")
        if self.built.lost_parents:
            lines.append(f"parents of reviewed places that are not there: {self.built.lost_parents:,}")
        return "\n".join(lines + self.notes)
