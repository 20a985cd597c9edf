"""The fenced blocks of the pages: what a reader would copy, or compare with what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from bench.service import ROOT

DOCS = ROOT / "docs"
MARK = "<!-- not run -->"
# A fence at the start of a line, its language, what is in it; before it perhaps the mark.
_FENCE = re.compile(rf"^({re.escape(MARK)}\n)?```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """`page` is the name of the file; `marked` when the page says that it cannot be run."""

    page: str
    language: str
    content: str
    marked: bool

    @property
    def name(self) -> str:
        """How tests call it: the page and its first line."""
        return f"{self.page}: {self.content.strip().splitlines()[0][:60]}"


def blocks_of(page: Path) -> list[Block]:
    """The blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [Block(page.name, language, body, bool(mark)) for mark, language, body in _FENCE.findall(text)]


PAGES = sorted(DOCS.glob("*.md"))
BLOCKS = [block for page in PAGES for block in blocks_of(page)]
