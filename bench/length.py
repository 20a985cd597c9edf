"""What a character costs in texts of 1 kB to 1 MB, and the most memory: `python -m bench.length`.

Each length is read in a process of its own, for its peak of memory. Processor time is told, since machines
are shared; short texts are read several times, and the best counts. Lengths may be named as arguments.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from bench.service import ROOT
from bench.varied import text_of
from service.app import choose_parts
from service.domain.analysis import analyze
from service.domain.model import Article, Options
from service.settings import from_environment

_LENGTHS = (1_000, 3_000, 30_000, 100_000, 300_000, 1_000_000)
_COMPARED = 3_000
_ENOUGH = 200_000  # characters that a figure is taken from, at least


def main(lengths: tuple[int, ...] = _LENGTHS) -> None:
    print("characters   µs a character   the model alone   × 3 kB   memory before, peak")
    figures = {length: _measured(length) for length in (*lengths, _COMPARED)}
    for length in lengths:
        whole, model, before, peak = figures[length]
        ratio = whole / figures[_COMPARED][0]
        print(
            f"{length:10,}   {whole:14.1f}   {model:15.1f}   {ratio:6.2f}   {before:10.0f} MB, {peak:.0f} MB"
        )


def _measured(length: int) -> tuple[float, ...]:
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "bench.length", "--one", str(length)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    return tuple(map(float, done.stdout.split()))


def _measure(length: int) -> None:
    """Prints microseconds a character, those of the model alone, and MB before and at the peak."""
    settings = replace(from_environment(os.environ), articles_url="sqlite://")
    parts = choose_parts(settings)
    analyze(Article(text_of(_COMPARED, seed=1)), Options(), parts)
    before = _peak()
    texts = [text_of(length, seed) for seed in range(2, 3 + min(_ENOUGH // length, 20))]
    rounds = 3 if length < _ENOUGH else 1
    model = min(_seconds(parts.recognizer.recognize, texts) for _ in range(rounds))
    whole = min(_seconds(lambda text: analyze(Article(text), Options(), parts), texts) for _ in range(rounds))
    scale = 1e6 / (length * len(texts))
    print(whole * scale, model * scale, before, _peak())


def _seconds(task: Callable[[str], object], texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        task(text)
    return time.process_time() - began


def _peak() -> float:
    """The most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _measure(int(sys.argv[2]))
    else:
        main(tuple(map(int, sys.argv[1:])) or _LENGTHS)
