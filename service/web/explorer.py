"""The page for people: paste an article, see what the service reads in it.

The page asks the calls of the contract like any other caller, so that there is nothing here but its files.
They lie under an address that holds a digest of them all: kept for good by whoever has them, and never stale.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from service.web.answers import tag

FOLDER = Path(__file__).with_name("static") / "explorer"
PAGE = "index.html"
# What a browser asks for; the rest of the folder says where these come from.
_SERVED = re.compile(
    r"(?:[a-z0-9-]+/)?[a-z0-9.-]+\.(?:css|js|json|svg|woff2)|[a-z0-9-]+/[A-Za-z0-9-]*LICENSE(?:\.txt)?"
)
_TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOR_GOOD = "public, max-age=31536000, immutable"
_AS_THEY_ARE = {".woff2"}  # compressed already


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: its bytes, the same compressed by gzip where that pays, and its media type."""

    body: bytes
    zipped: bytes | None
    media_type: str


def add_explorer(app: Flask) -> None:
    """Adds the page and its files. They are read when they are first asked for, and then kept."""
    app.add_url_rule("/", view_func=explorer)
    app.add_url_rule("/explorer/<version>/<path:name>", view_func=explorer_file)


def explorer() -> Response:
    """The page, which names the address of its files."""
    return _send(_page(), "no-cache")


def explorer_file(version: str, name: str) -> Response:
    """A file of the page. Under another version's digest, while replicas change, it is not to be kept."""
    if name not in _names():
        raise NotFound
    return _send(_asset(name), _FOR_GOOD if version == _digest() else "no-cache")


def _send(asset: Asset, cache_control: str) -> Response:
    zipped = asset.zipped if asset.zipped and request.accept_encodings["gzip"] else None
    response = Response(zipped or asset.body, content_type=asset.media_type)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    if asset.zipped:
        response.vary.add("Accept-Encoding")
    return tag(response, cache_control)


@cache
def _names() -> frozenset[str]:
    files = (path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())
    return frozenset(name for name in files if _SERVED.fullmatch(name))


@cache
def _digest() -> str:
    """Twelve hexadecimal digits that change when any file does."""
    digest = sha256()
    for name in (*sorted(_names()), PAGE):
        digest.update(name.encode() + b"\0" + (FOLDER / name).read_bytes())
    return digest.hexdigest()[:12]


@cache
def _asset(name: str) -> Asset:
    suffix = Path(name).suffix
    media_type = _TYPES.get(suffix) or guess_type(name)[0] or "text/plain"
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return _pack((FOLDER / name).read_bytes(), media_type + charset, suffix not in _AS_THEY_ARE)


@cache
def _page() -> Asset:
    page = (FOLDER / PAGE).read_bytes().replace(b"explorer/", f"explorer/{_digest()}/".encode())
    return _pack(page, "text/html; charset=utf-8", compress=True)


def _pack(body: bytes, media_type: str, compress: bool) -> Asset:
    zipped = gzip.compress(body, mtime=0) if compress else None
    return Asset(body, zipped, media_type)
