"""How long the steps of a request took, told in its `Server-Timing` header (W3C), never in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from flask import Flask, Response, g


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measures a step of the request at hand; the same name adds up."""
    begin = perf_counter()
    try:
        yield
    finally:
        steps = g.setdefault("steps", {})
        steps[name] = steps.get(name, 0.0) + perf_counter() - begin


def tell_times(app: Flask) -> None:
    """Adds `Server-Timing: …, total;dur=12.3` to every response, in milliseconds."""
    app.before_request(_begin)
    app.after_request(_tell)


def _begin() -> None:
    g.begin = perf_counter()


def _tell(response: Response) -> Response:
    steps = {**g.get("steps", {}), "total": perf_counter() - g.begin}
    told = (f"{name};dur={1000 * seconds:.1f}" for name, seconds in steps.items())
    response.headers["Server-Timing"] = ", ".join(told)
    return response
