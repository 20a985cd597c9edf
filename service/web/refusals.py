"""What gunicorn refuses before the application sees it, as problem documents."""

from __future__ import annotations

from service.web.encoding import to_json
from service.web.observation import HEADER, request_id
from service.web.problems import MEDIA_TYPE, OTHER, kind_of


def refusal(status: int, reason: str, message: str) -> bytes:
    """The whole response, after which the connection is closed; `reason` is the phrase behind the status."""
    told = request_id(None)
    kind = kind_of(status)
    body = to_json(
        {
            "type": "about:blank" if kind is OTHER else kind.type,
            "title": reason if kind is OTHER else kind.title,
            "status": status,
            "detail": message or kind.meaning,
            "request_id": told,
        }
    )
    head = (
        f"HTTP/1.1 {status} {reason}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        f"{HEADER}: {told}",
    )
    return "\r\n".join((*head, "", "")).encode("latin-1") + body
