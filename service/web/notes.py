"""What is noted about the request at hand while it is answered, for those who watch: metrics, log, traces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter, time_ns
from typing import Any

from flask import g, has_app_context

from service.domain.model import Analysis

_SPANS_AT_MOST = 200  # of a batch of thousands of articles


@dataclass(slots=True)
class Notes:
    """`begin` in seconds of `perf_counter`, `began_at` in nanoseconds since 1970.

    `steps` are seconds by name, the same name added up; `spans` are the single steps with begin and end in
    seconds of `perf_counter`. `key` is the name of the caller's key, `scopes` what it opens.
    `characters` and `places` (whether located or not) are sums over the articles read, `degraded` counts
    articles by the part that was out.
    `refused` says why the request was turned away: queue, rate or key. `leave` gives back its place in the
    queue, while it has one. `parent` is the caller's trace.
    """

    request_id: str = ""
    key: str | None = None
    scopes: frozenset[str] = frozenset()
    begin: float = field(default_factory=perf_counter)
    began_at: int = field(default_factory=time_ns)
    steps: dict[str, float] = field(default_factory=dict)
    spans: list[tuple[str, float, float]] = field(default_factory=list)
    characters: int = 0
    articles: int = 0
    places: Counter[bool] = field(default_factory=Counter)
    degraded: Counter[str] = field(default_factory=Counter)
    refused: str | None = None
    leave: Callable[[], None] | None = None
    parent: Any = None

    def add_step(self, name: str, begin: float, end: float) -> None:
        self.steps[name] = self.steps.get(name, 0.0) + end - begin
        if len(self.spans) < _SPANS_AT_MOST:
            self.spans.append((name, begin, end))

    def add_analysis(self, analysis: Analysis) -> None:
        self.articles += 1
        self.characters += len(analysis.article.text)
        self.places.update(place.entry.point is not None for place in analysis.places)
        self.degraded.update(analysis.degraded)


def notes() -> Notes:
    """The notes of the request at hand; outside of one, notes that nobody reads."""
    if not has_app_context():
        return Notes()
    if "notes" not in g:
        g.notes = Notes()
    found: Notes = g.notes
    return found
