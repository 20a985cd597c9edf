"""What Prometheus is told, right across gunicorn's workers.

Each worker writes its numbers into files of its own in the directory that `PROMETHEUS_MULTIPROC_DIR` names
(`metrics_files.py` makes it); whichever worker is asked adds them up. Without the variable – in tests, say –
there is one process, and its numbers are in memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import cast

from flask import current_app
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector

from service.web.metrics_files import VARIABLE, reading
from service.web.observation import Seen

MEDIA_TYPE = "text/plain"
EXTENSION = "gazette.metrics"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_CHARACTERS = (500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000)


Tally = Callable[[], tuple[int, int, int]]


class Metrics:
    """The metrics of one application; the names are its contract with dashboards."""

    def __init__(self) -> None:
        values.ValueClass = values.get_value_class()  # type: ignore[no-untyped-call]  # chosen now: at import the directory is not yet known
        self._registry = registry = CollectorRegistry()
        counter, histogram = partial(Counter, registry=registry), partial(Histogram, registry=registry)
        gauge = partial(Gauge, registry=registry, multiprocess_mode="livesum")
        self._requests = counter("gazette_requests", "Requests answered.", ("method", "route", "status"))
        self._seconds = histogram(
            "gazette_request_seconds",
            "From the head of a request to its answer.",
            ("route",),
            buckets=_SECONDS,
        )
        self._steps = histogram(
            "gazette_step_seconds", "Steps of a request, as in Server-Timing.", ("step",), buckets=_SECONDS
        )
        self._articles = histogram(
            "gazette_article_characters",
            "Length of the articles read, in code points (of a batch: the mean).",
            buckets=_CHARACTERS,
        )
        self._places = counter("gazette_places", "Places found in articles.", ("located",))
        self._degraded = counter("gazette_degraded_answers", "Articles read without some part.", ("part",))
        self._refused = counter("gazette_refused", "Requests refused: queue, rate, key.", ("reason",))
        self._cache = counter("gazette_cache_lookups", "Questions to a cache.", ("cache", "result"))
        self._unknown = counter(
            "gazette_gazetteer_misses",
            "Names looked up of which the gazetteer knows no place.",
            ("gazetteer",),
        )
        self._waiting = gauge("gazette_analyses_waiting", "Analyses waiting for their turn.")
        self._running = gauge("gazette_analyses_running", "Analyses running.")
        self._caches: list[CacheCount] = []

    def watch(self, seen: Seen) -> None:
        """Counts a request. Some forty microseconds."""
        noted = seen.notes
        self._requests.labels(seen.method, seen.route, str(seen.status)).inc()
        self._seconds.labels(seen.route).observe(seen.seconds)
        for name, seconds in noted.steps.items():
            self._steps.labels(name).observe(seconds)
        if noted.articles:
            self._articles.observe(noted.characters / noted.articles)
        for located, count in noted.places.items():
            self._places.labels("yes" if located else "no").inc(count)
        for part, count in noted.degraded.items():
            self._degraded.labels(part).inc(count)
        if noted.refused:
            self._refused.labels(noted.refused).inc()
        for cache in self._caches:
            cache.count(self._cache, self._unknown)

    def watch_queue(self, waiting: int, running: int) -> None:
        self._waiting.set(waiting)
        self._running.set(running)

    def watch_cache(self, name: str, read: Tally) -> None:
        """`read` tells how often the cache was hit, missed, and had no place for a name, since the start."""
        self._caches.append(CacheCount(name, read))

    def page(self) -> bytes:
        """All metrics in Prometheus' text format."""
        directory = os.environ.get(VARIABLE)
        if not directory:
            return generate_latest(self._registry)
        registry = CollectorRegistry()
        MultiProcessCollector(registry, directory)  # type: ignore[no-untyped-call]
        with reading(Path(directory)):
            return generate_latest(registry)


class CacheCount:
    """Turns the running totals of a cache into additions to counters."""

    def __init__(self, name: str, read: Tally) -> None:
        self._name = name
        self._read = read
        self._counted = (0, 0, 0)
        self._lock = Lock()

    def count(self, lookups: Counter, unknown: Counter) -> None:
        with self._lock:
            totals = self._read()
            hits, misses, nothing = (now - before for now, before in zip(totals, self._counted, strict=True))
            self._counted = totals
        if hits:
            lookups.labels(self._name, "hit").inc(hits)
        if misses:
            lookups.labels(self._name, "miss").inc(misses)
        if nothing:
            unknown.labels(self._name).inc(nothing)


def metrics() -> Metrics:
    """The metrics of the application at hand."""
    return cast(Metrics, current_app.extensions[EXTENSION])
