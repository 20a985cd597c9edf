"""How long the steps of a request took, told in its `Server-Timing` header (W3C), never in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from flask import Flask, Response

from service.web.notes import notes


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measures a step of the request at hand; the same name adds up."""
    begin = perf_counter()
    try:
        yield
    finally:
        notes().add_step(name, begin, perf_counter())


def tell_times(app: Flask) -> None:
    """Adds `Server-Timing: …, total;dur=12.3` to every response, in milliseconds."""
    app.after_request(_tell)


def _tell(response: Response) -> Response:
    noted = notes()
    steps = {**noted.steps, "total": perf_counter() - noted.begin}
    told = (f"{name};dur={1000 * seconds:.1f}" for name, seconds in steps.items())
    response.headers["Server-Timing"] = ", ".join(told)
    return response
