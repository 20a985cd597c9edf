"""How well mentions are joined into actors: B³, coverage, and pairs of unlike names.

Over the mentions of one report that gold and answer both have. B³ (Bagga and Baldwin 1998) forgives much when
most mentions repeat a name letter by letter, so pairs of *unlike* names are counted by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Joined:
    """A mention that both sides have: its folded name, its actor in the gold and in the answer.

    Actors are told apart within one report only.
    """

    name: str
    gold: object
    answer: object


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares in 0-1; each is 1 where there is nothing to be wrong about."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(reports: Iterable[Sequence[Joined]]) -> Quality:
    """For each mention, how much of its actor in the answer is of its actor in the gold, and the reverse."""
    precision = recall = 0.0
    count = 0
    for report in reports:
        gold = Counter(mention.gold for mention in report)
        answer = Counter(mention.answer for mention in report)
        for (one, other), size in Counter((mention.gold, mention.answer) for mention in report).items():
            precision += size * size / answer[other]
            recall += size * size / gold[one]
        count += len(report)
    return Quality(_share(precision, count), _share(recall, count))


def unlike_pairs(reports: Iterable[Sequence[Joined]]) -> Quality:
    """Pairs of mentions whose folded names differ: put together by the answer, by the gold, by both."""
    both = answered = wanted = 0
    for report in reports:
        for one, other in combinations(report, 2):
            if one.name != other.name:
                together, belong = one.answer == other.answer, one.gold == other.gold
                both += together and belong
                answered += together
                wanted += belong
    return Quality(_share(both, answered), _share(both, wanted))


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0
