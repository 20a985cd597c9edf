"""How a call goes, without I/O: what to send, when to wait and try again, how to read the answer.

A talk is a generator. It gives out what is to be done – a `Pause`, or a request to be sent – and is sent what
came of it; its value is the answer. The shells do as they are told, with or without `await`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx

from service.client.answers import Analysis, BatchAnswer, Problem
from service.client.calls import Call, Options, body_of
from service.client.decoding import decode
from service.client.errors import Unreachable, refusal, refusal_of

_T = TypeVar("_T")
_AGAIN = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long is tried again on 429, on 503 and when nobody answers.

    The service's own `Retry-After` is waited for; without one, `first_seconds`, then twice as long each time,
    less a random part so that callers do not come back together. One who is told to wait for longer than
    `longest_seconds` is told so by `Busy` at once.
    """

    retries: int = 4
    first_seconds: float = 0.5
    longest_seconds: float = 30.0

    def pause(self, tried: int, told: str | None = None) -> float | None:
        """Seconds to wait after the attempt number `tried`, from 1; `None` when it is to be given up."""
        if tried > self.retries:
            return None
        if (seconds := _retry_after(told)) is not None:
            return seconds if seconds <= self.longest_seconds else None
        longest: float = min(self.first_seconds * 2.0 ** (tried - 1), self.longest_seconds)
        return longest * random.uniform(0.5, 1)  # noqa: S311 (no secret)


@dataclass(frozen=True, slots=True)
class Pause:
    seconds: float


Step = httpx.Request | Pause
Came = httpx.Response | httpx.TransportError | None
Talk = Generator[Step, Came, _T]


def attempt(request: httpx.Request, patience: Patience) -> Talk[httpx.Response]:
    """Sends until there is an answer to be read. Raises `Refused` and `Unreachable`."""
    tried = 0
    while True:
        tried += 1
        came = yield request
        if isinstance(came, httpx.Response) and came.is_success:
            return came
        pause = patience.pause(tried, _told(came)) if _is_worth_another(came) else None
        if pause is None:
            raise _failure(request, came)
        yield Pause(pause)


def talk(call: Call[_T], http: httpx.Client | httpx.AsyncClient, patience: Patience) -> Talk[_T]:
    """Asks a call, and reads its answer. Raises `Refused` and `Unreachable`."""
    request = http.build_request(
        call.method,
        call.path,
        params=list(call.query) or None,
        json=dict(call.body) if call.body is not None else None,
        headers={"Accept": call.accept},
    )
    response = yield from attempt(request, patience)
    return call.read(response.json())


class Lines:
    """Lines of a batch on their way: sent together, answered one after the other.

    What is still open when a stream breaks off is sent again by the next request.
    """

    def __init__(self, together: Iterable[Options]) -> None:
        self._open = [json.dumps(body_of(options)).encode() for options in together]

    def __bool__(self) -> bool:
        return bool(self._open)

    def request(self, http: httpx.Client | httpx.AsyncClient) -> httpx.Request:
        return http.build_request(
            "POST",
            "/v1/analyze/batch",
            content=b"\n".join(self._open),
            headers={"Content-Type": "application/x-ndjson", "Accept": "application/x-ndjson"},
        )

    def read(self, answer: dict[str, Any]) -> BatchAnswer:
        """The answer to the first line that is open. Raises `Refused` when it is none."""
        known_as = answer.get("id")
        if "article" in answer:
            told = BatchAnswer(known_as, decode(Analysis, answer), None)
        elif "line" in answer:
            told = BatchAnswer(known_as, None, decode(Problem, answer))
        else:  # the request as a whole is past a limit
            raise refusal_of(decode(Problem, answer))
        self._open = self._open[1:]
        return told


def groups(requests: Iterable[Options], size: int) -> Iterator[Lines]:
    """The requests, taken from their source as they are needed."""
    together: list[Options] = []
    for options in requests:
        together.append(options)
        if len(together) == size:
            yield Lines(together)
            together = []
    if together:
        yield Lines(together)


def pause_of_batch(tried: int, patience: Patience) -> Pause:
    """Before the rest of a batch is sent again. Raises `Unreachable` when that has been tried enough."""
    seconds = patience.pause(tried)
    if seconds is None:
        raise Unreachable(f"The batch broke off {tried} times.")
    return Pause(seconds)


def _is_worth_another(came: Came) -> bool:
    """A service that is silent in the midst of an answer is not asked again: it may be at work on it."""
    if isinstance(came, httpx.Response):
        return came.status_code in _AGAIN
    return not isinstance(came, httpx.ReadTimeout)


def _told(came: Came) -> str | None:
    return came.headers.get("Retry-After") if isinstance(came, httpx.Response) else None


def _failure(request: httpx.Request, came: Came) -> Exception:
    if isinstance(came, httpx.Response):
        return refusal(came)
    error = Unreachable(f"{request.url} did not answer: {came or type(came).__name__}.")
    error.__cause__ = came
    return error


def _retry_after(told: str | None) -> float | None:
    """Seconds from now; the header is a number or a date of HTTP."""
    if told is None:
        return None
    if told.strip().isdigit():
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
