"""The arithmetic of the scorers of actors, on reports small enough to be counted by hand."""

from __future__ import annotations

import pytest

from bench.actors import joined_mentions, named_mentions, usages
from bench.joining import Joined, b_cubed, unlike_pairs
from bench.metonymy import found, metonymic

# name, gold, answer
RIGHT = [Joined("ali kaya", 1, "a"), Joined("kaya", 1, "a"), Joined("onu", 2, "b")]
APART = [Joined("ali kaya", 1, "a"), Joined("kaya", 1, "c"), Joined("onu", 2, "b")]
MERGED = [Joined("ali kaya", 1, "a"), Joined("kaya", 1, "a"), Joined("onu", 2, "a")]


@pytest.mark.parametrize(
    ("reports", "precision", "recall"),
    [
        ([RIGHT], 1, 1),
        ([APART], 1, (1 / 2 + 1 / 2 + 1) / 3),
        ([MERGED], (2 / 3 + 2 / 3 + 1 / 3) / 3, 1),
        ([RIGHT, APART], 1, 5 / 6),
        ([], 1, 1),
    ],
)
def test_b_cubed(reports: list[list[Joined]], precision: float, recall: float) -> None:
    quality = b_cubed(reports)
    assert (quality.precision, quality.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("reports", "precision", "recall"),
    [
        ([RIGHT], 1, 1),
        ([APART], 1, 0),
        ([MERGED], 1 / 3, 1),
        ([[Joined("kaya", 1, "a"), Joined("kaya", 2, "a")]], 1, 1),
    ],
)
def test_unlike_pairs(reports: list[list[Joined]], precision: float, recall: float) -> None:
    quality = unlike_pairs(reports)
    assert (quality.precision, quality.recall) == pytest.approx((precision, recall))


def test_f1_is_the_harmonic_mean() -> None:
    assert unlike_pairs([MERGED]).f1 == pytest.approx(0.5)
    assert unlike_pairs([APART]).f1 == 0


def _mention(start: int, end: int, text: str, named: bool = True) -> dict[str, object]:
    return {"start": start, "end": end, "text": text, "named": named}


REPORT = {
    "actors": [
        {"class": "PER", "mentions": [_mention(0, 8, "Ali Kaya"), _mention(20, 22, "il", named=False)]},
        {"class": "ORG", "mentions": [_mention(4, 8, "Kaya"), _mention(30, 33, "ONU")]},
        {"class": "LOC", "mentions": [_mention(40, 44, "Riga")]},
    ]
}


def test_the_longest_of_overlapping_named_mentions_is_kept() -> None:
    assert [(number, mention["text"]) for number, mention in named_mentions(REPORT)] == [
        (0, "Ali Kaya"),
        (1, "ONU"),
    ]


def test_mentions_that_the_answer_has_are_joined() -> None:
    answer = [{"mentions": [_mention(4, 8, "Kaya")]}, {"mentions": [_mention(40, 44, "Riga")]}]
    assert joined_mentions(REPORT, answer) == [Joined("ali kaya", 0, 0)]


def test_a_name_that_is_not_found_is_not_metonymic() -> None:
    row = {
        "mentions": [
            {"start": 0, "end": 6, "label": "metonymic"},
            {"start": 10, "end": 16, "label": "literal"},
            {"start": 20, "end": 26, "label": "metonymic"},
        ]
    }
    places = [
        {"mentions": [{"start": 0, "end": 6, "usage": "metonymic"}]},
        {"mentions": [{"start": 10, "end": 16, "usage": "metonymic"}]},
    ]
    pairs = list(usages(row, places))
    assert pairs == [(True, True), (False, True), (True, None)]
    quality = metonymic(pairs)
    assert (quality.precision, quality.recall) == (0.5, 0.5)
    assert found(pairs) == pytest.approx(2 / 3)
    assert metonymic([]).f1 == found([]) == 1
