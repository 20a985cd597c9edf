"""The licence-clean corpora that the recogniser learns from, as paragraphs with labelled spans."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PARAGRAPH = re.compile(r"[^\n]+(?:\n+[^\n]{0,80}(?=\n))?")  # with a short line that follows: a heading
_PARAGRAPHS = re.compile(r"[^\n]*\n*")
_ARTICLE = re.compile(r"(?:l['’] ?|les |la |le )(?=\w)")
_SHORTEST = 15
_STRETCH = 900  # characters
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
    return _long_enough(passage for document in _documents(data) for passage in _paragraphs(document))


def training_stretches(data: Path) -> list[Passage]:
    """The same in stretches of some paragraphs, without the articles that a few names were marked with."""
    documents = (_without_articles(document) for document in _documents(data))
    return _long_enough(passage for document in documents for passage in _stretches(document))


def _documents(data: Path) -> list[Passage]:
    return [*read_winer(data / "winer_train.jsonl"), *_read_popcorn(data / "popcorn_train.jsonl")]


def _long_enough(passages: Iterable[Passage]) -> list[Passage]:
    return [passage for passage in passages if len(passage.text) >= _SHORTEST]


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
        yield _cut(document, *match.span())


def _stretches(document: Passage) -> Iterator[Passage]:
    """Whole paragraphs with the line breaks between them, up to some 900 characters."""
    start = end = 0
    for match in _PARAGRAPHS.finditer(document.text):
        if end > start and match.end() - start > _STRETCH:
            yield _cut(document, start, end)
            start = match.start()
        end = match.end()
    yield _cut(document, start, end)


def _cut(document: Passage, start: int, end: int) -> Passage:
    names = (
        Labelled(name.start - start, name.end - start, name.label)
        for name in document.names
        if start <= name.start and name.end <= end
    )
    return Passage(document.text[start:end], tuple(names))


def _without_articles(document: Passage) -> Passage:
    """*[l'ONU]* as *l'[ONU]*, as most are marked; *[Le Monde]* stays."""
    names = []
    for name in document.names:
        article = (
            _ARTICLE.match(document.text, name.start, name.end) if name.label in ("ORG", "LOC") else None
        )
        names.append(Labelled(article.end(), name.end, name.label) if article else name)
    return Passage(document.text, tuple(names))
