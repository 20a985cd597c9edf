"""gunicorn as it is run, with its real configuration, over parts that answer at once.

What a text says about time happens: `Attendre 0.5` makes its analysis last half a second.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask

from bench.service import ROOT
from service import web
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Parts
from service.settings import from_environment
from tests.web.desk import analyze, make_parts

_APP = "tests.web.served:make_served_app()"
_START_SECONDS = 20


def make_served_app() -> Flask:
    app = Flask("service")
    web.register(app, make_parts(), from_environment(os.environ), _analyze_in_time)
    return app


def _analyze_in_time(article: Article, options: Options, parts: Parts) -> Analysis:
    if "Se tromper" in article.text:
        raise ZeroDivisionError("secret")
    if wait := re.match(r"Attendre ([0-9.]+)", article.text):
        time.sleep(float(wait[1]))
    return analyze(article, options, parts)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Any
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Served:
    """`url` without a slash at the end; `log` is what gunicorn wrote on standard error."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, path: str, body: dict[str, Any] | None = None, **headers: str) -> Answer:
        data = json.dumps(body).encode() if body is not None else None
        told = {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
        request = urllib.request.Request(self.url + path, data, told)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def analyze(self, text: str, **headers: str) -> Answer:
        return self.ask("/v1/analyze", {"text": text, "language": "fr"}, **headers)

    def send(self, request: bytes) -> bytes:
        """The raw answer to raw bytes, until the service closes the connection."""
        with self.connect() as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", int(self.url.rpartition(":")[2])), 10)

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def lines(self) -> list[dict[str, Any]]:
        """The lines of the log, all of which are JSON."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def served(log: Path, **environment: str) -> Iterator[Served]:
    """The service with these settings, ready; stopped at the end by its process id."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    settings = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), **environment}
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", _APP]
    with log.open("wb") as written:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stderr=written)
    service = Served(f"http://127.0.0.1:{port}", process, log)
    try:
        _wait_until_ready(service)
        yield service
    finally:
        if process.poll() is None:
            service.stop()


def _wait_until_ready(service: Served) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and service.process.poll() is None:
        try:
            if service.ask("/readyz").status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(service.log.read_text(encoding="utf-8"))


def wait_until(holds: Callable[[], bool], seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)
