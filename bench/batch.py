"""Throughput of the batch, as a ratio to bare `nlp.pipe` of the same pipes: `python -m bench.batch`.

All read the sample articles several times over, in turns, in one process; processor time is compared, since
machines are shared. Bare is spaCy's pipeline as it comes, as in `bench.speed`. Beside it are told the
service's own recogniser, whose tokeniser is warm and whose products are NumPy's, and the stream over HTTP.
"""

from __future__ import annotations

import http.client
import json
import logging
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from bench.service import ROOT, running_service
from service import app
from service.adapters.spacy_recognizer import PIPELINE, UNUSED_PIPES
from service.domain.analysis import analyze
from service.settings import from_environment
from service.web.arrivals import Line
from service.web.batch import ITEMS, Batch
from service.web.desk import Desk

_TIMES = 4  # over the samples, each round
_ROUNDS = 7


def main() -> None:
    bodies = [_request(path.read_text(encoding="utf-8")) for path in _samples()] * _TIMES
    texts = [json.loads(body)["text"] for body in bodies]
    settings = from_environment(os.environ)
    desk = Desk(app.choose_parts(settings), settings, analyze)
    batch = Batch(desk, settings.body_limit_bytes, logging.getLogger(__name__))
    groups = [
        [Line(number, body) for number, body in enumerate(bodies[begin : begin + ITEMS], start=1)]
        for begin in range(0, len(bodies), ITEMS)
    ]
    nlp = spacy.load(PIPELINE, exclude=UNUSED_PIPES)

    def bare() -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe(texts, batch_size=ITEMS):
                pass

    def recognise() -> None:
        for begin in range(0, len(texts), ITEMS):
            desk.parts.recognizer.recognize_many(texts[begin : begin + ITEMS])

    def answer() -> None:
        for group in groups:
            batch.answer(group)

    times = _take_turns({"bare": bare, "names": recognise, "batch": answer}, time.process_time)
    ratios = [one / other for one, other in zip(times["bare"], times["batch"], strict=True)]
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {_ROUNDS} rounds, processor time")
    for name, label in (
        ("bare", "bare nlp.pipe"),
        ("names", "the recogniser's"),
        ("batch", "batch, in the process"),
    ):
        seconds = statistics.median(times[name])
        print(f"{label:24} {1000 * seconds / len(texts):6.1f} ms an article   best {min(times[name]):.2f} s")
    print(f"throughput of the batch  × {statistics.median(ratios):.2f} of nlp.pipe (best {max(ratios):.2f})")
    _over_http(b"\n".join(bodies), bare)


def _over_http(body: bytes, bare: Callable[[], None]) -> None:
    with running_service(WORKERS="1") as service:
        host, port = service.url.removeprefix("http://").split(":")

        def stream() -> None:
            connection = http.client.HTTPConnection(host, int(port))
            connection.request("POST", "/v1/analyze/batch", body, {"Content-Type": "application/x-ndjson"})
            connection.getresponse().read()
            connection.close()

        times = _take_turns({"bare": bare, "stream": stream}, time.perf_counter)
    ratios = [one / other for one, other in zip(times["bare"], times["stream"], strict=True)]
    print(f"stream over HTTP         × {statistics.median(ratios):.2f} of nlp.pipe by the clock")


def _take_turns(tasks: dict[str, Callable[[], None]], clock: Callable[[], float]) -> dict[str, list[float]]:
    """Seconds of each task by a clock, done in turns after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for round_ in range(-1, _ROUNDS):
        for name, task in tasks.items():
            began = clock()
            task()
            if round_ >= 0:
                times[name].append(clock() - began)
    return times


def _samples() -> list[Path]:
    return sorted((ROOT / "service" / "data" / "articles").glob("*.json"))


def _request(sample: str) -> bytes:
    article = json.loads(sample)
    return json.dumps({name: article[name] for name in ("text", "published_at", "language")}).encode()


if __name__ == "__main__":
    main()
