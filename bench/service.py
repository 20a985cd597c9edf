"""A real service to measure and to test against: gunicorn on a free loopback port, stopped at the end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_START_SECONDS = 60
_STOP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class RunningService:
    """`url` without a slash at the end; `pid` of gunicorn's arbiter."""

    url: str
    pid: int


@contextmanager
def running_service(*, python: str = sys.executable, **environment: str) -> Iterator[RunningService]:
    """Starts the service with these settings, waits until it is ready, and stops it by its process id.

    `python` is that of the environment that it is installed in.
    """
    port = free_port()
    settings = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), **environment}
    command = [python, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    process = subprocess.Popen(command, cwd=ROOT, env=settings)  # noqa: S603 (our own command)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(url, process)
        yield RunningService(url, process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(_STOP_SECONDS)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The service ended at once, with exit code {process.returncode}.")
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=2).close()  # noqa: S310 (loopback)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The service was not ready within {_START_SECONDS} s.")
