"""Headers that keep browsers from harm, origins that may ask, and proxies that may say who asks."""

from __future__ import annotations

import re

from flask import Flask, Response
from flask_cors import CORS
from werkzeug.middleware.proxy_fix import ProxyFix

from service.settings import InvalidSetting, Settings

# What is not a page does nothing in a browser; a page loads from this server alone, and runs nothing inline.
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
_PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none';"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?")
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_ASKED_WITH = ("Authorization", "Content-Type", "If-None-Match", "X-Request-ID")
_TOLD = (
    "ETag",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "Server-Timing",
    "X-Request-ID",
)
_DAY = 86_400  # seconds


def add_headers(app: Flask) -> None:
    """Adds what a view has not set itself."""
    app.after_request(_secure)


def _secure(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    policy = _PAGE_POLICY if response.mimetype == "text/html" else _DATA_POLICY
    response.headers.setdefault("Content-Security-Policy", policy)
    return response


def allow_origins(app: Flask, settings: Settings) -> None:
    """Lets pages of the origins ask (CORS). Without any, browsers keep other sites out.

    Cookies play no part, so that an answer holds nothing that its caller did not bring the key for.
    Raises `InvalidSetting`.
    """
    origins = [origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()]
    if not origins:
        return
    for origin in origins:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise InvalidSetting(f"CORS_ORIGINS: {origin} is no origin; write `https://example.org` or `*`.")
    CORS(
        app,
        origins="*" if "*" in origins else origins,
        methods=_METHODS,
        allow_headers=_ASKED_WITH,
        expose_headers=_TOLD,
        max_age=_DAY,
        send_wildcard=True,
    )


def trust_proxies(app: Flask, settings: Settings) -> None:
    """Takes the caller's address and scheme from so many proxies in front; from nobody by default."""
    if count := settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=0, x_prefix=0
        )
