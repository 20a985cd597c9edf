"""Every request, told once it is answered to those who watch. A stream is answered when it is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from secrets import token_hex
from time import perf_counter

from flask import Flask, Response, request

from service.web.notes import Notes, notes

HEADER = "X-Request-ID"
_FAIR = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/+=@-]{0,127}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that was answered. `route` is the rule that matched, never the address; `seconds` in all."""

    method: str
    route: str
    status: int
    seconds: float
    notes: Notes


Watcher = Callable[[Seen], None]


def observe(app: Flask, watchers: Sequence[Watcher]) -> None:
    """Gives each request an id and tells the watchers of it. To be called before other hooks are added."""
    app.before_request(_begin)
    app.after_request(partial(_end, watchers))


def request_id(told: str | None) -> str:
    """The caller's id where it is fit to be repeated in headers and logs, else one of ours."""
    return told if told and _FAIR.fullmatch(told) else token_hex(16)


def _begin() -> None:
    notes().request_id = request_id(request.headers.get(HEADER))


def _end(watchers: Sequence[Watcher], response: Response) -> Response:
    noted = notes()
    response.headers[HEADER] = noted.request_id
    method = request.method if request.method in _METHODS else "OTHER"
    route = request.url_rule.rule if request.url_rule else UNMATCHED
    tell = partial(_tell, watchers, method, route, response, noted)
    if response.is_streamed:
        response.call_on_close(tell)
    else:
        tell()
    return response


def _tell(watchers: Sequence[Watcher], method: str, route: str, response: Response, noted: Notes) -> None:
    seen = Seen(method, route, response.status_code, perf_counter() - noted.begin, noted)
    for watcher in watchers:
        watcher(seen)
