"""Many requests in one call: a line of JSON in, a line of JSON out, in order, while both sides still send.

What has arrived goes to the model together, a few articles at a time, so that a caller who sends one line and
waits gets its answer, one who sends thousands has them read in real batches, and calls for single articles
get their turn between. An answer is that of the single call, byte for byte, with the `id` in front.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from logging import Logger
from typing import Any

from marshmallow import ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from service.domain.intake import read_request
from service.domain.model import Article, Name
from service.domain.ports import Parts, Recognizer
from service.web.arrivals import Arrivals, Disconnected, Line
from service.web.body import parse_json
from service.web.desk import Desk
from service.web.encoding import to_json
from service.web.keeping import key_of
from service.web.notes import notes
from service.web.parser import flatten
from service.web.problems import INTERNAL, InvalidFields, members_of
from service.web.schemas.analysis import AnalysisSchema
from service.web.schemas.batch import BatchRequestSchema, read_id
from service.web.schemas.options import Asked

MEDIA_TYPE = "application/x-ndjson"
ITEMS = 8  # articles that go to the model together
_BYTES = 24_000  # and no further one past these: nobody else has the model meanwhile
_SLICE = 16_384  # bytes that are sent at once

Id = str | int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a batch, opened: what is asked of which article, or what is wrong with it.

    With a shared cache, `key` is its key there and `kept` the answer that it has.
    """

    line: Line
    id: Id = None
    asked: Asked | None = None
    article: Article | None = None
    error: Exception | None = None
    key: str = ""
    kept: bytes | None = None


class Batch:
    """Answers lines. One for each application: it keeps nothing between calls."""

    def __init__(self, desk: Desk, line_bytes: int, logger: Logger) -> None:
        self._desk = desk
        self._line_bytes = line_bytes
        self._log = logger
        self._requests = BatchRequestSchema()
        self._answers = AnalysisSchema()

    def stream(self, arrivals: Arrivals) -> Iterator[bytes]:
        """The answers to the lines, in order, each sent as soon as it stands."""
        try:
            while arrivals.wait():
                for answer in self.answer(_together(arrivals)):
                    for begin in range(0, len(answer), _SLICE):
                        arrivals.let_out()
                        yield answer[begin : begin + _SLICE]
            if arrivals.refused:
                yield to_json(members_of(_TooLong(arrivals.refused)))
        except Disconnected as error:
            self._log.info("A batch ended before its last line: its caller is gone, or was silent too long.")
            raise ConnectionAbortedError(errno.ECONNRESET, "The caller is gone.") from error

    def answer(self, lines: Sequence[Line]) -> list[bytes]:
        """One line for each, in order. `lines` go to the model together, so there should be few."""
        with self._desk.gate.turn(patient=True):
            items = self._recall([self._open(line) for line in lines])
            recognizer = _Remembering(self._desk.parts.recognizer, self._names_of(items))
            parts = replace(self._desk.parts, recognizer=recognizer)
            return [self._answer(item, parts) for item in items]

    def _open(self, line: Line) -> Item:
        item = Item(line)
        try:
            document = parse_json(self._body_of(line))
            item = Item(line, read_id(document))
            asked = self._load(document)
            return replace(item, asked=asked, article=self._take_in(asked))
        except Exception as error:  # noqa: BLE001 (one bad line spoils no other)
            return replace(item, error=error)

    def _body_of(self, line: Line) -> bytes:
        if line.body is None:
            raise _TooLong(f"The line is longer than the limit of {self._line_bytes} bytes.")
        return line.body

    def _take_in(self, asked: Asked) -> Article:
        return read_request(asked.request, self._desk.parts, self._desk.settings.limits)

    def _load(self, document: Any) -> Asked:
        try:
            asked: Asked = self._requests.load(document)
        except ValidationError as error:
            raise InvalidFields(flatten(error.messages, "body")) from error
        return asked

    def _recall(self, items: list[Item]) -> list[Item]:
        """The items with the answers that the shared cache has, where there is one."""
        cache = self._desk.parts.cache
        if cache is None:
            return items
        keys = [self._key_of(item) for item in items]
        wanted = [key for key in keys if key]
        kept = dict(zip(wanted, cache.get(wanted), strict=True))
        return [replace(item, key=key, kept=kept.get(key)) for item, key in zip(items, keys, strict=True)]

    def _key_of(self, item: Item) -> str:
        return key_of(self._desk, item.asked, item.article) if item.asked and item.article else ""

    def _names_of(self, items: Sequence[Item]) -> dict[str, tuple[Name, ...]]:
        """The names of each text. None when the model fails: each item then meets the fault by itself."""
        texts = list(dict.fromkeys(item.article.text for item in items if item.article and not item.kept))
        try:
            return dict(zip(texts, self._desk.parts.recognizer.recognize_many(texts), strict=True))
        except Exception:  # noqa: BLE001 (the server's last resort)
            self._log.exception("The model failed on %d texts together.", len(texts))
            return {}

    def _answer(self, item: Item, parts: Parts) -> bytes:
        try:
            return _with_id(item.id, self._read(item, parts))
        except Exception as error:  # noqa: BLE001 (one bad line spoils no other)
            return self._problem(item, error)

    def _read(self, item: Item, parts: Parts) -> bytes:
        if item.error or item.asked is None or item.article is None:
            raise item.error or ValueError("A line was not opened.")
        if item.kept:
            return item.kept
        analysis = self._desk.analyze(item.article, item.asked.request.options, parts)
        notes().add_analysis(analysis)
        answer = to_json(self._answers.dump(self._desk.reading(item.asked, analysis)))
        if parts.cache and not analysis.degraded:
            parts.cache.put(item.key, answer)
        return answer

    def _problem(self, item: Item, error: Exception) -> bytes:
        members = members_of(error)
        if members["status"] == INTERNAL.status:
            self._log.error("Line %d of a batch: %s", item.line.number, error, exc_info=error)
        return _with_id(item.id, to_json(members | {"line": item.line.number}))


class _TooLong(RequestEntityTooLarge):
    """A line, or the whole of them, past the limit."""


class _Remembering:
    """`Recognizer` that has read some texts already."""

    def __init__(self, recognizer: Recognizer, names: dict[str, tuple[Name, ...]]) -> None:
        self._recognizer = recognizer
        self._names = names

    @property
    def version(self) -> str:
        return self._recognizer.version

    def recognize(self, text: str) -> tuple[Name, ...]:
        names = self._names.get(text)
        return self._recognizer.recognize(text) if names is None else names

    def recognize_many(self, texts: Sequence[str]) -> list[tuple[Name, ...]]:
        return [self.recognize(text) for text in texts]


def _together(arrivals: Arrivals) -> list[Line]:
    """The lines that have come, as many as go to the model together."""
    lines: list[Line] = []
    size = 0
    while len(lines) < ITEMS and size < _BYTES and (line := arrivals.next()):
        lines.append(line)
        size += len(line.body or b"")
    return lines


def _with_id(id: Id, line: bytes) -> bytes:
    return line if id is None else b'{"id":' + to_json(id).rstrip() + b"," + line[1:]
