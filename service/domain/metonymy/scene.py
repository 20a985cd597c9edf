"""What the rules look at: the words, where other names stand, and which sentences are about sport."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from service.domain.metonymy.french_words import COMPETITIONS, MARKING_SPORT
from service.domain.metonymy.tokens import Tokens, read_tokens
from service.domain.model import Name
from service.domain.text import Words

_DASHES = frozenset(("-", "–"))
_POINTS = frozenset(str(points) for points in range(200))
_MARKS = MARKING_SPORT | _POINTS | COMPETITIONS.keys()
_SENTENCE = 5  # shorter lines may be a menu
_LEAGUE = "ligue"  # Ligue 1, Ligue des champions
_SPORTING_WORDS = 4  # so many words of sport make an article of sport


@dataclass(frozen=True, slots=True)
class Scene:
    """`name_ends` gives the word after a name for its first word, `name_starts` the reverse; `marked` are the
    words and scores of sport in order, `sporting` says that the whole article is about sport."""

    tokens: Tokens
    name_ends: dict[int, int]
    name_starts: dict[int, int]
    sporting: bool
    marked: tuple[int, ...]

    def is_sport(self, low: int, high: int) -> bool:
        """Whether the words between two numbers tell of a match; in an article of sport, all do."""
        if self.sporting or not self.marked:
            return self.sporting
        at = bisect_left(self.marked, low)
        return at < len(self.marked) and self.marked[at] < high


def read_scene(words: Words, names: tuple[Name, ...]) -> Scene:
    tokens = read_tokens(words)
    name_ends = {tokens.index(name.start): tokens.index(name.end) for name in names}
    marks = [index for index, word in enumerate(tokens.folded) if word in _MARKS]
    sport = [index for index in marks if _is_sport_word(tokens, index)]
    scores = [index for index in marks if _is_score(tokens, index)]
    leagues = sum(tokens.folded[index] == _LEAGUE for index in sport)  # counted twice: nothing else is meant
    return Scene(
        tokens=tokens,
        name_ends=name_ends,
        name_starts={end: start for start, end in name_ends.items()},
        sporting=len(sport) + leagues >= _SPORTING_WORDS or (len(sport) > 1 and len(scores) > 0),
        marked=tuple(sorted(sport + scores)),
    )


def _is_sport_word(tokens: Tokens, index: int) -> bool:
    """In a sentence, that is: the menu of a page names sports too."""
    word = tokens.folded[index]
    known = word in MARKING_SPORT or not COMPETITIONS.get(word, frozenset()).isdisjoint(
        tokens.folded[index + 1 : index + 3]
    )
    low, high = tokens.sentence(index) if known else (0, 0)
    return high - low >= _SENTENCE


def _is_score(tokens: Tokens, index: int) -> bool:
    """*2-1*, *(24-17)*; a longer pair of numbers without brackets may be years or pages."""
    if index + 1 >= len(tokens.words) or tokens.between(index + 1) not in _DASHES:
        return False
    first, second = tokens.folded[index : index + 2]
    longest = 3 if tokens.at(index - 1) == "(" and tokens.at(index + 2) == ")" else 1
    points = first in _POINTS and second in _POINTS
    return points and max(len(first), len(second)) <= longest
