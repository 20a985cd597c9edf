"""Passages written by ourselves, for what the corpora lack: firms, parties, clubs, groups and acronyms of the
press of any year, long names of organisations, menus, tales and letters, capitals that begin no name.

`sentences.txt` holds the sentences. A slot in braces is filled anew each time; `[text|LABEL]` is a name as it
stands, slots and all.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from training.recognizer.corpora import Labelled, Passage
from training.recognizer.fillings import Fillings

_SENTENCES = Path(__file__).parent / "sentences.txt"
_MARK = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<as>\w+)\]|\{(?P<slot>[^}|]+)(?:\|(?P<label>\w+))?\}")
_SLOT = re.compile(r"\{(\w+)\}")
_ARTICLE = re.compile(r"\b(?:à l['’]|de l['’]|[Ll]e |[Ll]a |[LlDd]['’]|du |de |au )$")
_BEFORE_VOWEL = {"le ": "l'", "la ": "l'", "du ": "de l'", "au ": "à l'", "de ": "d'"}
_BEFORE_CONSONANT = {"l'": "le ", "d'": "de ", "à l'": "au ", "de l'": "du "}
_VOWEL = re.compile(r"[aeiouyhâàéèêëîïôœAEIOUYHÂÀÉÈÊËÎÏÔŒ]")
_BRINGS_ITS_OWN = re.compile(r"(?:La|Le|Les) |L['’]|[a-zéèàç']+ ")
_BEFORE_COUNTRY = re.compile(r"\w+ |d'")


@dataclass(frozen=True, slots=True)
class Composer:
    sentences: tuple[str, ...]
    fillings: Fillings

    def compose(self, chance: random.Random) -> Passage:
        """One to three sentences, in one paragraph or on lines of their own."""
        chosen = chance.sample(self.sentences, chance.choice((1, 1, 2, 3)))
        glue = chance.choice((" ", "\n", "\n\n"))
        text, names = "", list[Labelled]()
        for sentence in chosen:
            text += glue if text else ""
            made = self.write(sentence, chance)
            names.extend(Labelled(len(text) + n.start, len(text) + n.end, n.label) for n in made.names)
            text += made.text
        return Passage(text, tuple(names))

    def write(self, sentence: str, chance: random.Random) -> Passage:
        """A sentence with its slots filled."""
        chosen: dict[str, str] = {}
        text, names, position = "", list[Labelled](), 0
        for mark in _MARK.finditer(sentence):
            text += sentence[position : mark.start()]
            position = mark.end()
            before, value, label = self._name(mark, chosen, chance)
            if label and mark["slot"]:
                text = agree(text, value) + before
            if label:
                names.append(Labelled(len(text), len(text) + len(value), label))
            text += value
        return Passage(text + sentence[position:], tuple(names))

    def _name(
        self, mark: re.Match[str], chosen: dict[str, str], chance: random.Random
    ) -> tuple[str, str, str]:
        """The preposition that comes with a name (*en*, *du*), the name, its label."""
        if not mark["slot"]:
            return (
                "",
                _SLOT.sub(lambda slot: self.fillings.fill(slot[1], chosen, chance), mark["text"]),
                mark["as"],
            )
        value = self.fillings.fill(mark["slot"], chosen, chance)
        label = mark["label"] or self.fillings.label(mark["slot"])
        preposition = _BEFORE_COUNTRY.match(value) if mark["slot"][:2] in ("en", "de") else None
        before = preposition[0] if preposition else ""
        return before, value[len(before) :], label


def begins_with_vowel(name: str) -> bool:
    """*h* among the vowels, as in most names of the press."""
    return bool(_VOWEL.match(name))


def brings_article(name: str) -> bool:
    return bool(_BRINGS_ITS_OWN.match(name))


def agree(text: str, name: str) -> str:
    """The text with its last article made to fit the name that follows, or left out where it brings one."""
    article = _ARTICLE.search(text)
    if not article:
        return text
    word, before = article[0], text[: article.start()]
    if brings_article(name):
        return before if word[0] in "LlD" else text
    new = (_BEFORE_VOWEL if begins_with_vowel(name) else _BEFORE_CONSONANT).get(word.lower(), word)
    return before + (new[0].upper() + new[1:] if word[0].isupper() else new)


def read_composer(fillings: Fillings) -> Composer:
    lines = _SENTENCES.read_text(encoding="utf-8").splitlines()
    return Composer(tuple(line for line in lines if line and not line.startswith("#")), fillings)
