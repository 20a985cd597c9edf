"""The licence-clean corpora that the recogniser learns from, as paragraphs with labelled spans."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PARAGRAPH = re.compile(r"[^\n]+(?:\n+[^\n]{0,80}(?=\n))?")  # with a short line that follows: a heading
_SHORTEST = 15
POPCORN_KEPT_ASIDE = 120  # the last reports measure the joining of mentions, so they are not learnt from


@dataclass(frozen=True, slots=True)
class Labelled:
    """Half-open offsets in code points; `label` is PER, LOC, ORG or MISC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    names: tuple[Labelled, ...]


def training_passages(data: Path) -> list[Passage]:
    """WiNER-fr (CC BY 4.0) and POPCORN (MIT) in paragraphs, in the order of the files."""
    documents = [*read_winer(data / "winer_train.jsonl"), *_read_popcorn(data / "popcorn_train.jsonl")]
    return [
        passage
        for document in documents
        for passage in _paragraphs(document)
        if len(passage.text) >= _SHORTEST
    ]


def read_winer(path: Path) -> Iterator[Passage]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        names = (Labelled(name["start"], name["end"], name["label"]) for name in row["entities"])
        yield Passage(row["text"], tuple(names))


def _read_popcorn(path: Path) -> Iterator[Passage]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows[:-POPCORN_KEPT_ASIDE]:
        names = (
            Labelled(mention["start"], mention["end"], actor["class"])
            for actor in row["actors"]
            if actor["class"] in ("PER", "LOC", "ORG")
            for mention in actor["mentions"]
            if mention["named"] and mention["text"][:1].isupper()
        )
        yield Passage(row["text"], tuple(sorted(names, key=lambda name: name.start)))


def _paragraphs(document: Passage) -> Iterator[Passage]:
    for match in _PARAGRAPH.finditer(document.text):
        start, end = match.span()
        names = (
            Labelled(name.start - start, name.end - start, name.label)
            for name in document.names
            if start <= name.start and name.end <= end
        )
        yield Passage(match.group(), tuple(names))
