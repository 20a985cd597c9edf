"""What the rules look at: the words, where other names stand, and which sentences are about sport."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from service.domain.metonymy.french_words import MARKING_SPORT
from service.domain.metonymy.tokens import Tokens, read_tokens
from service.domain.model import Name
from service.domain.text import Words

_SCORE = re.compile(r"(?<![\w-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\w-])")
_SPORTING_WORDS = 4  # so many words of sport make an article of sport


@dataclass(slots=True)
class Scene:
    """`name_ends` gives the word after a name for its first word, `name_starts` the reverse."""

    tokens: Tokens
    name_ends: dict[int, int]
    name_starts: dict[int, int]
    sporting: bool
    _sentences: dict[int, bool] = field(default_factory=dict)

    def is_sport(self, low: int, high: int) -> bool:
        """Whether the sentence between two words tells of a match; in an article of sport, all do."""
        if low not in self._sentences:
            self._sentences[low] = self.sporting or self._has_sport(low, high)
        return self._sentences[low]

    def _has_sport(self, low: int, high: int) -> bool:
        tokens = self.tokens
        if high <= low:
            return False
        return not MARKING_SPORT.isdisjoint(tokens.folded[low:high])


def read_scene(words: Words, names: tuple[Name, ...]) -> Scene:
    tokens = read_tokens(words)
    places = {tokens.index(name.start): tokens.index(name.end) for name in names}
    marks = sum(word in MARKING_SPORT for word in tokens.folded)
    scores = len(_SCORE.findall(words.text)) if marks else 0
    return Scene(
        tokens=tokens,
        name_ends=places,
        name_starts={end: start for start, end in places.items()},
        sporting=marks >= _SPORTING_WORDS or (marks > 1 and scores > 0),
    )
