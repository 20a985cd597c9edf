"""The recipe of the recogniser: corpora are read right, variations keep their spans."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.recognizer.augmentation import read_repertoire, vary
from training.recognizer.composition import Composer, agree, read_composer
from training.recognizer.corpora import (
    POPCORN_KEPT_ASIDE,
    Labelled,
    Passage,
    training_passages,
    training_stretches,
)
from training.recognizer.exchange import make_exchange
from training.recognizer.fillings import Fillings, read_fillings

SENTENCE = "Le maire de Nantes, Jean Aubert, « ravi », a reçu l'équipe de l'OMS à Nantes : un succès."
NAMES = tuple(
    Labelled(start, start + len(text), label)
    for text, label, start in (
        ("Nantes", "LOC", SENTENCE.index("Nantes")),
        ("Jean Aubert", "PER", SENTENCE.index("Jean")),
        ("OMS", "ORG", SENTENCE.index("OMS")),
        ("Nantes", "LOC", SENTENCE.rindex("Nantes")),
    )
)


@pytest.fixture(scope="module")
def fillings() -> Fillings:
    return read_fillings(read_repertoire())


@pytest.fixture(scope="module")
def composer(fillings: Fillings) -> Composer:
    return read_composer(fillings)


@pytest.mark.parametrize("seed", range(40))
def test_a_varied_passage_keeps_its_spans(seed: int) -> None:
    varied = vary(Passage(SENTENCE, NAMES), read_repertoire(), random.Random(seed))
    texts = [varied.text[name.start : name.end] for name in varied.names]
    assert [name.label for name in varied.names] == ["LOC", "PER", "ORG", "LOC"]
    assert all(text == text.strip() and text for text in texts)
    assert texts[0] == texts[3]
    assert texts[2].upper() == "OMS"


def test_the_corpora_become_passages(tmp_path: Path) -> None:
    article = {
        "text": "Un titre\n\nLe maire de Nantes est venu.\nOui.",
        "entities": [{"start": 22, "end": 28, "label": "LOC"}],
    }
    mention = {"start": 0, "end": 4, "text": "Awa ", "named": True}
    report = {"text": "Awa est partie hier soir.", "actors": [{"class": "PER", "mentions": [mention]}]}
    (tmp_path / "winer_train.jsonl").write_text(json.dumps(article), encoding="utf-8")
    lines = [json.dumps(report)] * (POPCORN_KEPT_ASIDE + 1)
    (tmp_path / "popcorn_train.jsonl").write_text("\n".join(lines), encoding="utf-8")
    passages = training_passages(tmp_path)
    assert [passage.text[name.start : name.end] for passage in passages for name in passage.names] == [
        "Nantes",
        "Awa ",
    ]


def test_stretches_hold_whole_paragraphs_and_names_without_articles(tmp_path: Path) -> None:
    text = f"{'Rien. ' * 100}\n\n{'Encore. ' * 60}l'ONU parle.\nFin de la journée."
    start = text.index("l'ONU")
    article = {"text": text, "entities": [{"start": start, "end": start + 5, "label": "ORG"}]}
    (tmp_path / "winer_train.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "popcorn_train.jsonl").write_text("", encoding="utf-8")
    first, second = training_stretches(tmp_path)
    assert first.text + second.text == text
    assert [second.text[name.start : name.end] for name in second.names] == ["ONU"]


def test_every_sentence_of_our_own_can_be_written(composer: Composer) -> None:
    chance = random.Random(1)
    for sentence in composer.sentences:
        made = composer.write(sentence, chance)
        texts = [made.text[name.start : name.end] for name in made.names]
        assert not set(made.text) & set("{}[]|"), sentence
        assert all(text == text.strip() and text for text in texts), sentence
        assert {name.label for name in made.names} <= {"PER", "LOC", "ORG", "MISC"}, sentence
        assert all(a.end <= b.start for a, b in zip(made.names, made.names[1:], strict=False)), sentence


@pytest.mark.parametrize("seed", range(20))
def test_composed_passages_keep_their_spans(composer: Composer, seed: int) -> None:
    one, other = (composer.compose(random.Random(seed)) for _ in range(2))
    assert one == other
    assert all("\n" not in one.text[name.start : name.end] for name in one.names)


@pytest.mark.parametrize(
    ("text", "name", "agreed"),
    [
        ("selon la ", "AFP", "selon l'"),
        ("selon l'", "CGT", "selon le "),
        ("La ", "Libération", "La "),
        ("Le ", "Les Républicains", ""),
        ("chef du ", "PS", "chef du "),
        ("chef du ", "EI", "chef de l'"),
        ("Chez ", "Airbus", "Chez "),
    ],
)
def test_an_article_is_made_to_fit(text: str, name: str, agreed: str) -> None:
    assert agree(text, name) == agreed


@pytest.mark.parametrize("seed", range(20))
def test_exchanged_organisations_keep_all_else(fillings: Fillings, seed: int) -> None:
    exchanged = make_exchange(fillings).apply(Passage(SENTENCE, NAMES), random.Random(seed))
    texts = [exchanged.text[name.start : name.end] for name in exchanged.names]
    assert [texts[0], texts[1], texts[3]] == ["Nantes", "Jean Aubert", "Nantes"]
    assert exchanged.text.replace(texts[2], "OMS") == SENTENCE
