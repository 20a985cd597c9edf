"""The recipe of the recogniser: corpora are read right, variations keep their spans."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.recognizer.augmentation import read_repertoire, vary
from training.recognizer.corpora import POPCORN_KEPT_ASIDE, Labelled, Passage, training_passages

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
