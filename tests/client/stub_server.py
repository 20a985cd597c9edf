"""A small server that gives the answers that it is told to give."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@contextmanager
def stub(*told: tuple[int, dict[str, str], bytes]) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """A server that gives these answers one after the other, and what it was asked: key and body."""
    waiting, asked = list(told), []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name that http.server wants
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append((self.headers.get("Authorization", ""), body))
            code, headers, content = waiting.pop(0)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
