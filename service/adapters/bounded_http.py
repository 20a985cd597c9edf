"""How geopy asks over the network: an answer has a time and a size beyond which it is not read.

The timeout of a socket bounds each wait, not their sum: who sends a byte now and then could hold a caller for
hours. Here the connection is shut when the time for the whole answer is over.
"""

from __future__ import annotations

import http.client
import socket
from contextlib import suppress
from ssl import SSLContext
from threading import Timer
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from geopy.adapters import URLLibAdapter

MOST_BYTES = 4_000_000  # twenty places with outlines are less


class BoundedAdapter(URLLibAdapter):  # type: ignore[misc]
    """geopy's adapter for urllib, over connections with bounds."""

    def __init__(self, *, proxies: Any, ssl_context: SSLContext | None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        handlers = _Plain(), _Secure(context=ssl_context), ProxyHandler(proxies)
        self.urlopen = build_opener(*handlers).open


class _Response(http.client.HTTPResponse):
    def read(self, amt: int | None = None) -> bytes:
        content = super().read(MOST_BYTES + 1 if amt is None else amt)
        if len(content) > MOST_BYTES:
            raise http.client.HTTPException(f"The answer is longer than {MOST_BYTES} bytes.")
        return content


class _Timed(http.client.HTTPConnection):
    """Shuts its socket when `timeout` seconds have passed since it was opened."""

    response_class = _Response

    def connect(self) -> None:
        super().connect()
        timer = Timer(float(self.timeout or 0), _shut, [self.sock])
        timer.daemon = True
        timer.start()


class _TimedSecure(_Timed, http.client.HTTPSConnection):
    pass


class _Plain(HTTPHandler):
    def http_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(_Timed, request)


class _Secure(HTTPSHandler):
    def https_open(self, request: Request) -> http.client.HTTPResponse:
        return self.do_open(_TimedSecure, request, context=self._context)  # type: ignore[attr-defined]


def _shut(connection: socket.socket) -> None:
    with suppress(OSError):  # it was closed long ago
        connection.shutdown(socket.SHUT_RDWR)
