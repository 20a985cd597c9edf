"""What a call may raise.

ClientError
├── Unreachable          no answer: nobody there, too slow, broken off
└── Refused              a problem document (RFC 9457), in `problem`
    ├── InvalidRequest   400, 413, 414, 415, 422, 431: it will not do better the next time
    ├── NotAllowed       401, 403: a key is wanted, or another one
    ├── NotFound         404
    └── Busy             429, 503: tried again as often as `Patience` has it
"""

from __future__ import annotations

import httpx

from service.client.answers import Problem
from service.client.decoding import decode


class ClientError(Exception):
    """Everything that the client raises on purpose."""


class Unreachable(ClientError):
    """No whole answer came."""


class Refused(ClientError):
    """The service said why not: `problem` is its document."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.title}: {problem.detail}")
        self.problem = problem


class InvalidRequest(Refused):
    """The request is wrong; `problem.errors` tells by field."""


class NotAllowed(Refused):
    """The service wants an API key, or one with other rights."""


class NotFound(Refused):
    """Nothing has this id."""


class Busy(Refused):
    """Too much at once, or a part is out."""


_BY_STATUS: dict[int, type[Refused]] = {
    **dict.fromkeys((400, 413, 414, 415, 422, 431), InvalidRequest),
    **dict.fromkeys((401, 403), NotAllowed),
    **dict.fromkeys((429, 503), Busy),
    404: NotFound,
}


def refusal(response: httpx.Response) -> Refused:
    """The exception for an answer, read to its end, that is none of the good ones."""
    return refusal_of(_problem(response))


def refusal_of(problem: Problem) -> Refused:
    """The exception for a problem document."""
    return _BY_STATUS.get(problem.status, Refused)(problem)


def _problem(response: httpx.Response) -> Problem:
    if response.headers.get("Content-Type", "").startswith("application/problem+json"):
        return decode(Problem, response.json())
    told = response.text[:200].strip() or "The answer is no problem document: something stands between."
    return Problem("about:blank", response.reason_phrase or "Unexpected answer", response.status_code, told)
