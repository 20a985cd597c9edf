"""Puts other organisations in the place of those of a passage: the context must tell, not the name.

A known one becomes another of its kind, an acronym other letters, a single word a firm that there might be.
The first letter stays a vowel or a consonant, so that the article before it still fits.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from training.recognizer.composition import begins_with_vowel, brings_article
from training.recognizer.corpora import Labelled, Passage
from training.recognizer.fillings import Fillings, letters

_KINDS = ("firm", "party", "media", "igo", "group", "org", "club", "agency", "union", "ngo", "spy")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_TRIES = 8
_SHORTEST_FIRM = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    fillings: Fillings
    kinds: dict[str, str]

    def apply(self, passage: Passage, chance: random.Random) -> Passage:
        """The same organisation always becomes the same other one."""
        chosen: dict[str, str] = {}
        text, names, position = "", list[Labelled](), 0
        for name in passage.names:
            if name.start < position:
                continue
            text += passage.text[position : name.start]
            old = passage.text[name.start : name.end]
            if name.label == "ORG" and old not in chosen:
                chosen[old] = self._other(old, chance)
            new = chosen.get(old, old) if name.label == "ORG" else old
            names.append(Labelled(len(text), len(text) + len(new), name.label))
            text += new
            position = name.end
        return Passage(text + passage.text[position:], tuple(names))

    def _other(self, old: str, chance: random.Random) -> str:
        kind = self.kinds.get(old)
        if kind and chance.random() < 0.7:
            return next((new for new in self._some(kind, chance) if _alike(old, new)), old)
        if _ACRONYM.fullmatch(old) and chance.random() < 0.5:
            return ("A" if begins_with_vowel(old) else "C") + letters(len(old) - 1, chance)
        if not kind and _may_be_firm(old) and chance.random() < 0.3:
            firms = (self.fillings.firm(chance) for _ in range(_TRIES))
            return next((new for new in firms if _alike(old, new)), old)
        return old

    def _some(self, kind: str, chance: random.Random) -> list[str]:
        return [chance.choice(self.fillings.values[kind]) for _ in range(_TRIES)]


def make_exchange(fillings: Fillings) -> Exchange:
    return Exchange(fillings, {name: kind for kind in _KINDS for name in fillings.values[kind]})


def _alike(old: str, new: str) -> bool:
    same_sound = begins_with_vowel(old) == begins_with_vowel(new)
    return same_sound and brings_article(old) == brings_article(new)


def _may_be_firm(name: str) -> bool:
    return " " not in name and name[0].isupper() and len(name) >= _SHORTEST_FIRM
