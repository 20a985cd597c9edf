"""The recogniser on the real pipeline."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.adapters import spacy_recognizer
from service.adapters.spacy_recognizer import SpacyRecognizer
from service.data import FOLDER
from service.domain.model import Label
from service.errors import DamagedData

TEXT = (
    "Angela Merkel a rencontré des élus du Bundestag à Berlin.\n\nNantes\nLe maire de Nantes s'est dit ravi."
)


@pytest.fixture(scope="module")
def recognizer() -> SpacyRecognizer:
    return SpacyRecognizer(FOLDER / "recognizer")


def test_finds_persons_places_and_organisations(recognizer: SpacyRecognizer) -> None:
    found = {(name.text, name.label) for name in recognizer.recognize(TEXT)}
    assert {
        ("Angela Merkel", Label.PERSON),
        ("Berlin", Label.PLACE),
        ("Bundestag", Label.ORGANISATION),
    } <= found


def test_no_name_crosses_a_line_break_and_every_text_is_its_slice(recognizer: SpacyRecognizer) -> None:
    text = "Petites Annonces\nImmobilier\r\nMaison à Lyon\u2028Paris Sud\n" * 5
    for name in recognizer.recognize(text):
        assert text[name.start : name.end] == name.text
        assert len(name.text.splitlines()) == 1


def test_threads_get_the_answers_of_one(recognizer: SpacyRecognizer) -> None:
    texts = [TEXT, TEXT[::-1], "", " ", "Le Caire, 3 mai.", "🙂" * 50] * 4
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(recognizer.recognize, texts)) == [recognizer.recognize(text) for text in texts]


def test_many_texts_get_the_answers_of_each(recognizer: SpacyRecognizer) -> None:
    texts = [TEXT, "", "🙂" * 50, " ", TEXT[::-1], "Le Caire, 3 mai.", TEXT * 40]
    assert recognizer.recognize_many(texts) == [recognizer.recognize(text) for text in texts]
    assert recognizer.recognize_many([]) == []


def test_memory_does_not_grow_with_the_words_met(recognizer: SpacyRecognizer) -> None:
    strings = recognizer._nlp.vocab.strings
    before = len(strings)
    for number in range(50):
        recognizer.recognize(f"Zorglub{number} a rencontré Xyzzy{number} à Fnord{number}.")
    assert len(strings) - before < 50


def test_its_index_of_words_is_emptied_now_and_then_and_answers_stay(
    recognizer: SpacyRecognizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [TEXT, *(f"Zorglub{number} a rencontré Anne Xyzzy{number} à Lyon." for number in range(30))]
    before = [recognizer.recognize(text) for text in texts]
    monkeypatch.setattr(spacy_recognizer, "_MOST_WORDS", 50)
    for _ in range(2):
        assert [recognizer.recognize(text) for text in texts] == before
        assert recognizer.recognize_many(texts) == before
        assert len(recognizer._nlp.vocab) <= 50


def test_the_version_names_pipeline_and_weights(recognizer: SpacyRecognizer) -> None:
    pipeline, number, tuned, checksum = recognizer.version.split()
    assert (pipeline, tuned, len(checksum)) == ("fr_core_news_md", "tuned", 12)
    assert number[0].isdigit()
    assert SpacyRecognizer().version == f"{pipeline} {number}"


def test_refuses_damaged_weights(tmp_path: Path) -> None:
    folder = tmp_path / "recognizer"
    shutil.copytree(FOLDER / "recognizer", folder)
    content = bytearray((folder / "model").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "model").write_bytes(content)
    with pytest.raises(DamagedData, match="damaged"):
        SpacyRecognizer(folder)


def test_refuses_absent_weights(tmp_path: Path) -> None:
    with pytest.raises(DamagedData, match="cannot be read"):
        SpacyRecognizer(tmp_path)
