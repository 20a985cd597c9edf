"""Documents to answers: in this process, or in several that share the model's memory.

Each process answers lines as the batch call does, so that answers are those of the service.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from logging import getLogger
from typing import TYPE_CHECKING, Any

import orjson

from service.adapters.documents import Document
from service.cli.progress import in_groups
from service.settings import Settings

if TYPE_CHECKING:
    from service.web.batch import Batch

TOGETHER = 8  # documents that go to the model, and to a process, together
_AHEAD = 3  # groups that wait for each process
_LONGEST_TITLE = 2_000  # characters that the contract allows

Options = dict[str, Any]

_batch: Batch | None = None  # of this process, or of the one that it was forked from


def prepare(settings: Settings) -> dict[str, str]:
    """Loads the parts, before any process is forked; the versions that will answer. Raises `DamagedData`.

    The articles come from their documents, so the store is not opened.
    """
    global _batch  # handed on to the processes that are forked, which is the point
    _batch, versions = _load(replace(settings, articles_url="sqlite://"))
    return versions


@cache
def _load(settings: Settings) -> tuple[Batch, dict[str, str]]:
    from service import app  # noqa: PLC0415 (commands that read no text do not import the model)
    from service.domain.analysis import analyze  # noqa: PLC0415
    from service.web.batch import Batch  # noqa: PLC0415
    from service.web.desk import Desk  # noqa: PLC0415

    desk = Desk(app.choose_parts(settings), settings, analyze)
    sources = desk.sources()
    versions = {
        "service": sources.service,
        "model": desk.parts.recognizer.version,
        "gazetteer": sources.gazetteer,
        "rules": sources.rules,
    }
    return Batch(desk, settings.body_limit_bytes, getLogger(__name__)), versions


def answers(documents: Iterable[Document], options: Options, workers: int) -> Iterator[bytes]:
    """A line for each document, in order: its answer or its problem, with its id in front."""
    groups = in_groups(documents, TOGETHER)
    if workers == 1:
        for group in groups:
            yield from _answer(group, options)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(workers, context, initializer=_leave_interrupts)
    waiting: deque[Future[list[bytes]]] = deque()
    try:
        for group in groups:
            waiting.append(pool.submit(_answer, group, options))
            if len(waiting) > _AHEAD * workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C goes to every process of a terminal; the first one tells the others what to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer(group: Sequence[Document], options: Options) -> list[bytes]:
    answered = zip(group, answer_each(group, options), strict=True)
    return [b'{"id":' + orjson.dumps(document.id) + b"," + answer[1:] for document, answer in answered]


def answer_each(group: Sequence[Document], options: Options) -> list[bytes]:
    """The answer of the single call for each document, or its problem, as a line; `prepare` comes first."""
    from service.web.arrivals import Line  # noqa: PLC0415

    if _batch is None:
        raise RuntimeError("Nothing was prepared.")
    readable = [document for document in group if not document.problem]
    lines = [Line(number, _request(document, options)) for number, document in enumerate(readable, start=1)]
    answered = iter(_batch.answer(lines))
    return [_problem(document.problem) if document.problem else next(answered) for document in group]


def _request(document: Document, options: Options) -> bytes:
    told = {
        "text": document.text,
        "html": document.html,
        "title": document.title[:_LONGEST_TITLE] if document.title else None,
        "published_at": document.published_at,
        "language": document.language,
    }
    return orjson.dumps(options | {name: value for name, value in told.items() if value is not None})


def _problem(detail: str) -> bytes:
    told = {"type": "about:blank", "title": "Unreadable", "status": 422, "detail": detail}
    return orjson.dumps(told) + b"\n"
