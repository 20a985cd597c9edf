"""Words, sentences and folded forms."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.model import Span
from service.domain.text import fold, name_key, read_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’Élysée", "l elysee"),
        ("Saint‑Étienne\u00a0-  Châteaucreux", "saint etienne chateaucreux"),
        ("Œuvre", "oeuvre"),
        ("Erdoğan Łódź Iğdır", "erdogan lodz igdir"),
        ("«\u202fParis\u202f»", "paris"),
        ("", ""),
    ],
)
def test_folds_what_spellings_differ_by(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Sakhour", "sakhour"),
        ("as-Sakhour", "Sakhour"),
        ("St-Étienne", "Saint-Etienne"),
        ("Ste-Maxime", "Sainte Maxime"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_a_name_is_never_only_an_article() -> None:
    assert name_key("Al") == "al"


@pytest.mark.parametrize(
    "text",
    [
        "M. Dupont est venu. |Il est reparti.",
        "Le 12 janv. 2016, il pleuvait. |Puis il fit beau.",
        "« Venez ! » |Ils vinrent.",
        "Titre sans point\n|Une phrase.",
        "L'O.N.U. siège à New York.",
    ],
)
def test_sentences_begin_where_marked(text: str) -> None:
    plain = text.replace("|", "")
    marked = [0]
    for part in text.split("|")[:-1]:
        marked.append(marked[-1] + len(part))
    assert list(read_words(plain).breaks) == marked


def test_words_are_found_by_offset() -> None:
    words = read_words("À Moscou, le Kremlin se tait.")
    assert [word.text for word in words.before(10, 2)] == ["Moscou", ","]
    assert [word.text for word in words.after(10, 2)] == ["le", "Kremlin"]
    assert [word.text for word in words.within(Span(2, 8))] == ["Moscou"]
    assert words.sentence(5) == Span(0, 29)


@given(st.text())
def test_every_word_is_its_slice(text: str) -> None:
    words = read_words(text)
    assert all(text[word.start : word.end] == word.text for word in words.words)
    assert words.sentence(0).start == 0


def test_reading_is_linear() -> None:
    def seconds(text: str) -> float:
        return min(_timed(text) for _ in range(3))

    for unit in ("Le 3 mai. ", "M. ", '"" ', "\n", "……!?"):
        assert seconds(unit * 8_000) < 5 * seconds(unit * 4_000) + 0.01


def _timed(text: str) -> float:
    began = time.perf_counter()
    read_words(text)
    return time.perf_counter() - began
