"""How often one caller may ask: a key by its name, others by their address. Off unless set.

The counts are in the memory of each worker, or in Redis for all of them. While Redis cannot be asked, each
worker counts for itself, so that callers are answered and still bounded; a count of degraded answers tells.
"""

from __future__ import annotations

import math
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request

from service.settings import InvalidSetting, Settings
from service.web.access import scope_of
from service.web.notes import notes

if TYPE_CHECKING:
    from flask_limiter import Limiter, RequestLimit

_PART = "rate_limit_store"
# Seconds: who asks must not wait for a store that hangs.
_PATIENCE: dict[str, Any] = {"socket_connect_timeout": 0.3, "socket_timeout": 0.3, "wrap_exceptions": True}


def limit_rates(app: Flask, settings: Settings) -> None:
    """Adds the limits; after `access.recognise`, before who brings no key is turned away.

    Raises `InvalidSetting`.
    """
    if not settings.rate_limit:
        return
    from limits.errors import StorageError  # noqa: PLC0415 (most services run without limits)

    limiter = _open(app, settings)
    first = limiter.limiter

    def tell(response: Response) -> Response:
        if limiter.current_limit:
            with suppress(StorageError):  # it failed just now: the next request finds it out
                _tell(response, limiter.current_limit)
        if limiter.limiter is not first:
            notes().degraded[_PART] += 1
        return response

    app.after_request(tell)


def _open(app: Flask, settings: Settings) -> Limiter:
    from flask_limiter import Limiter  # noqa: PLC0415 (as above)
    from limits import parse_many  # noqa: PLC0415
    from limits.errors import ConfigurationError  # noqa: PLC0415

    try:
        parse_many(settings.rate_limit)
    except ValueError as error:
        raise InvalidSetting(
            f"RATE_LIMIT={settings.rate_limit} is refused: write `100 per minute; 2000 per day`."
        ) from error
    url = settings.rate_limit_store_url
    limiter = Limiter(
        _caller,
        application_limits=[settings.rate_limit],
        storage_uri=url,
        storage_options=_PATIENCE if url.startswith("redis") else {},
        strategy="sliding-window-counter",
        in_memory_fallback_enabled=True,
    )
    limiter.request_filter(lambda: scope_of(request.path) != "api" or request.method == "OPTIONS")
    try:
        limiter.init_app(app)
    except ConfigurationError as error:
        raise InvalidSetting(f"RATE_LIMIT_STORE_URL={url} is refused: {error}") from error
    return limiter


def _caller() -> str:
    key = notes().key
    return f"key {key}" if key else f"address {request.remote_addr}"


def _tell(response: Response, limit: RequestLimit) -> None:
    """The limit that is nearest, in the headers of draft-ietf-httpapi-ratelimit-headers-07."""
    seconds = max(1, math.ceil(limit.reset_at - time.time()))
    response.headers["RateLimit-Limit"] = str(limit.limit.amount)
    response.headers["RateLimit-Remaining"] = str(max(0, limit.remaining))
    response.headers["RateLimit-Reset"] = str(seconds)
    if limit.breached:
        notes().refused = "rate"
        response.headers["Retry-After"] = str(seconds)
