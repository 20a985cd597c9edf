"""The passages, and how well they are read."""

from __future__ import annotations

from tests.gold.dates.score import passages, score


def test_there_are_twenty_passages_of_several_kinds() -> None:
    read = list(passages())
    assert len(read) >= 20
    assert len({passage.section for _, passage in read}) == len(read)
    assert sum(len(passage.marks) for _, passage in read) >= 150


def test_the_passages_are_read_well() -> None:
    result = score()
    assert result.f1 >= 0.97, result.errors
    assert result.value >= 0.95, result.errors
