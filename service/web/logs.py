"""Log lines on standard error: one for each request, and what goes wrong. JSON, one object a line, or text.

Article texts, keys, addresses of callers and query strings are never in a line; a trace is, where a fault of
ours needs one.
"""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

from pythonjsonlogger.orjson import OrjsonFormatter

from service.settings import Settings
from service.web.notes import notes
from service.web.observation import Seen

_LOGGER = logging.getLogger("service.request")
_PROBES = frozenset({"/livez", "/readyz", "/metrics"})
_FIELDS = "%(asctime)s %(levelname)s %(name)s %(process)d %(message)s"
_NAMES = {"asctime": "time", "levelname": "level", "name": "logger"}
_OF_GUNICORN = "gunicorn.error"


class _Times:
    """Moments in UTC, `2026-11-22T19:31:00.123Z`."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002
        moment = datetime.fromtimestamp(record.created, UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class JsonLines(_Times, OrjsonFormatter):
    def __init__(self) -> None:
        super().__init__(_FIELDS, rename_fields=_NAMES)


class TextLines(_Times, logging.Formatter):
    def __init__(self) -> None:
        super().__init__(_FIELDS)


def log_request(seen: Seen) -> None:
    """One line for a request; those of probes are of interest only when something is sought."""
    level = logging.DEBUG if seen.route in _PROBES and seen.status < 400 else logging.INFO
    if not _LOGGER.isEnabledFor(level):
        return
    noted = seen.notes
    times = {**noted.steps, "total": seen.seconds}
    told: dict[str, Any] = {
        "method": seen.method,
        "route": seen.route,
        "status": seen.status,
        "ms": {name: round(1000 * seconds, 1) for name, seconds in times.items()},
        "request_id": noted.request_id,
        "characters": noted.characters or None,
        "articles": noted.articles or None,
        "key": noted.key,
        "degraded": sorted(noted.degraded) or None,
        "refused": noted.refused,
    }
    _LOGGER.log(
        level,
        "%s %s %d %.1f ms",
        seen.method,
        seen.route,
        seen.status,
        times["total"] * 1000,
        extra={name: value for name, value in told.items() if value is not None},
    )


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Sends the lines of the service, of gunicorn and of their libraries to `stream`, standard error."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if settings.log_format == "json" else TextLines())
    handler.addFilter(_complete)
    level = settings.log_level.upper()
    for name, least in (("", "WARNING"), ("service", level), (_OF_GUNICORN, level)):
        logger = logging.getLogger(name)
        logger.setLevel(least)
        logger.handlers = [handler]
        logger.propagate = False


def _complete(record: logging.LogRecord) -> bool:
    """Adds the request's id, and mends what gunicorn says of its callers.

    What it repeats of a request that it cannot read is taken out; a caller's silence is no fault of ours.
    """
    if not hasattr(record, "request_id") and (told := notes().request_id):
        record.request_id = told
    if record.name == _OF_GUNICORN:
        if record.exc_info and isinstance(record.exc_info[1], BlockingIOError):
            record.levelno, record.levelname, record.exc_info = logging.INFO, "INFO", None
            record.msg = "A caller was silent for too long."
        if str(record.msg).startswith("Invalid request"):
            record.msg = record.msg.partition("'")[0].rstrip(" :")
    return True
