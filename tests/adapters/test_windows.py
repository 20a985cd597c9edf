"""Long texts in pieces: every code point is in one of them, words are whole, names are those of the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.varied import text_of
from service.adapters import windows as cut
from service.adapters.spacy_recognizer import SpacyRecognizer
from service.adapters.windows import LENGTH, MARGIN, windows
from service.data import FOLDER


@pytest.mark.parametrize("text", ["", " ", "Paris", "x" * LENGTH])
def test_a_short_text_is_one_piece(text: str) -> None:
    (only,) = windows(text)
    assert (only.begin, only.end, only.first, only.last) == (0, len(text), 0, len(text))


@given(st.lists(st.sampled_from(["mot", "l'ONU", ".", " ", "\n", "\n\n", "\u00a0", "🙂"]), max_size=400))
def test_pieces_follow_each_other_and_cut_no_word(parts: list[str]) -> None:
    text = "".join(parts) * 60
    pieces = list(windows(text))
    assert [piece.first for piece in pieces] == [0, *(piece.last for piece in pieces[:-1])]
    assert pieces[-1].last == len(text)
    for piece in pieces:
        assert piece.begin <= piece.first <= piece.last <= piece.end
        for place in {piece.begin, piece.first, piece.last, piece.end} - {0, len(text)}:
            assert text[place - 1].isspace()
            assert not text[place].isspace()


def test_pieces_end_with_lines_where_they_can() -> None:
    text = "Une ligne de texte.\n" * 3_000
    assert all(text[piece.last - 1] == "\n" for piece in windows(text))


@pytest.mark.parametrize("lines", [True, False])
def test_names_are_those_of_the_whole_text(lines: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    text = text_of(18_000, seed=5)
    text = text if lines else text.replace("\n", " ")
    recognizer = SpacyRecognizer(FOLDER / "recognizer")
    whole = recognizer.recognize(text)
    monkeypatch.setattr(cut, "LENGTH", 700)
    monkeypatch.setattr(cut, "_LINE", 300)
    assert len(list(windows(text))) > 20
    assert recognizer.recognize(text) == whole
    assert recognizer.recognize_many(["", text, "Paris"])[1] == whole


def test_a_margin_is_wider_than_what_the_model_sees() -> None:
    assert MARGIN >= 200
