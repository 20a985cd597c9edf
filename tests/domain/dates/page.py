"""Writes `docs/dates.md` from the marked sentences: `python -m tests.domain.dates.page > docs/dates.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.domain.dates.marked import Marked, read_marked

PAGE = Path(__file__).parents[3] / "docs" / "dates.md"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HEAD = Path(__file__).with_name("page_head.md")


def page() -> str:
    return _HEAD.read_text(encoding="utf-8") + "".join(_sections(list(read_marked())))


def _sections(sentences: list[Marked]) -> Iterator[str]:
    told: tuple[str, date | None] | None = None
    for sentence in sentences:
        here = (sentence.section, sentence.published)
        if told is None or told[0] != sentence.section:
            yield f"\n### {sentence.section}\n"
        if told != here:
            yield _table_head(sentence)
        told = here
        yield _row(sentence)


def _table_head(sentence: Marked) -> str:
    day = sentence.published
    when = (
        f"Published on {_WEEKDAYS[day.weekday()]} {day.isoformat()}" if day else "Day of publication unknown"
    )
    if sentence.marks or not sentence.section.startswith("Traps"):
        return f"\n{when}:\n\n| sentence | values |\n|---|---|\n"
    return "\nNothing is found here:\n\n"


def _row(sentence: Marked) -> str:
    if not sentence.marks:
        return f"- {sentence.text}\n"
    text, at = "", 0
    for start, marked, _ in sentence.marks:
        text += sentence.text[at:start] + f"**{marked}**"
        at = start + len(marked)
    values = ", ".join(f"`{value}`" for _, _, value in sentence.marks)
    return f"| {text + sentence.text[at:]} | {values} |\n"


if __name__ == "__main__":
    sys.stdout.write(page())
