"""Who may ask: the caller's key, where keys are set.

Everything below `/v1` and the metrics want one. Open to all are what tells that the service lives
(`/livez`, `/readyz`), the contract, its documentation, the meaning of problems and the pages for people.
"""

from __future__ import annotations

from pathlib import Path

from flask import Flask, request
from werkzeug.exceptions import HTTPException

from service.settings import Settings
from service.web.keys import Key, KeyRing
from service.web.notes import notes


def scope_of(path: str) -> str | None:
    """What a key must be good for to ask for the path; `None` where none is needed."""
    if path == "/metrics":
        return "metrics"
    return "api" if path == "/v1" or path.startswith("/v1/") else None


def recognise(app: Flask, settings: Settings) -> None:
    """Notes whose key a request brings; turns no one away. Raises `InvalidSetting`."""
    if not settings.api_keys_path:
        return
    ring = KeyRing(Path(settings.api_keys_path))

    def look() -> None:
        key = _bring(ring)
        notes().key = key.name if key else None
        notes().scopes = key.scopes if key else frozenset()

    app.before_request(look)


def want_keys(app: Flask, settings: Settings) -> None:
    """Turns away who brings no key, or one that is not for this; after `recognise`."""
    if settings.api_keys_path:
        app.before_request(_want_key)


def _bring(ring: KeyRing) -> Key | None:
    sent = request.authorization
    if sent is None or sent.type != "bearer" or not sent.token:
        return None
    return ring.find(sent.token)


def _want_key() -> None:
    scope = scope_of(request.path)
    if scope is None or request.method == "OPTIONS":  # browsers ask without keys what they may send
        return
    noted = notes()
    if noted.key is None:
        noted.refused = "key"
        raise _KeyWanted(', error="invalid_token"' if "Authorization" in request.headers else "")
    if scope not in noted.scopes:
        noted.refused = "key"
        raise _NotForThis(f', error="insufficient_scope", scope="{scope}"')


class _Challenge(HTTPException):
    """Says how to bring which key (RFC 6750)."""

    def __init__(self, parameters: str) -> None:
        super().__init__()
        self._told = f'Bearer realm="Gazette"{parameters}'

    def get_headers(self, *_: object) -> list[tuple[str, str]]:
        return [("WWW-Authenticate", self._told)]


class _KeyWanted(_Challenge):
    code = 401


class _NotForThis(_Challenge):
    code = 403
