"""Each marked sentence means what its marks say, and nothing else in it is a time expression."""

from __future__ import annotations

import pytest

from tests.domain.dates.marked import Marked, bare, found, read_marked
from tests.domain.dates.page import PAGE, page

SENTENCES = tuple(read_marked())


@pytest.mark.parametrize("sentence", SENTENCES, ids=[sentence.name for sentence in SENTENCES])
def test_reads_the_sentence(sentence: Marked) -> None:
    assert [bare(mark) for mark in found(sentence)] == [bare(mark) for mark in sentence.marks]


def test_there_are_enough_sentences_traps_and_tenses() -> None:
    traps = [sentence for sentence in SENTENCES if not sentence.marks]
    tensed = [sentence for sentence in SENTENCES if sentence.tense and sentence.marks]
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES) >= 400
    assert len(traps) >= len(SENTENCES) / 4
    assert len(tensed) >= len(SENTENCES) / 3
    assert {sentence.tense for sentence in tensed} == {"<", ">"}


def test_the_page_shows_these_sentences() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.domain.dates.page > docs/dates.md"
