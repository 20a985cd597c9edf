"""The language of a text by py3langid: a naive Bayes model over byte n-grams that comes with the package."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_ENOUGH_LETTERS = 20
_READ = 10_000  # characters; the beginning tells the language, the rest costs time
_CERTAIN = 0.7
_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content
_ONE_SCRIPT = 0.7


class LangidLanguages:
    """`LanguageDetector` over the model of py3langid, which is read when it is first asked."""

    def detect(self, text: str) -> str | None:
        """Nothing is told of fewer than twenty letters, of a mixture of scripts, and when in doubt."""
        head = text[:_READ]
        letters = [char for char in head if char.isalpha()]
        if len(letters) < _ENOUGH_LETTERS or _mixed(letters):
            return None
        language, certainty = _identifier().classify(head)
        return str(language) if certainty >= _CERTAIN and language != _NO_LANGUAGE else None


def _mixed(letters: list[str]) -> bool:
    """Whether no script has most of the letters: such a text is in no language that could be named."""
    scripts = Counter(_script(letter) for letter in set(letters))
    return scripts.most_common(1)[0][1] < _ONE_SCRIPT * scripts.total()


def _script(letter: str) -> str:
    """The script as the letter's Unicode name begins: `LATIN`, `CYRILLIC`, `CJK` …"""
    return unicodedata.name(letter, "UNNAMED").split(" ", 1)[0]


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
