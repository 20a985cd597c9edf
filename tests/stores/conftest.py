"""A real PostgreSQL and a real Redis, each of its own, in a temporary folder and on a free port.

These tests are left alone by `make test`; `make test-stores` sets STORES, after installing the servers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.service import free_port

if not os.environ.get("STORES"):
    collect_ignore_glob = ["test_*.py"]

_ROOT = os.geteuid() == 0  # PostgreSQL refuses to run as root


class Postgresql:
    """A PostgreSQL that tests may stop and start. `url` has no database at its end."""

    def __init__(self, folder: Path, user: str | None) -> None:
        self._folder = folder
        self._programs = _postgresql_programs()
        self._as: dict[str, Any] = {"user": user, "group": user} if user else {}
        self._port = free_port()
        self._runs = False
        self.data = folder / "data"
        self.url = f"postgresql://gazette@127.0.0.1:{self._port}"
        self._run("initdb", "-D", self.data, "-U", "gazette", "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        if self._runs:
            return
        options = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self._folder / "log", "-o", options, "start")
        self._runs = True

    def stop(self) -> None:
        """At once, as if it had been killed."""
        if self._runs:
            self._run("pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")
            self._runs = False

    def _run(self, program: str, *arguments: str | Path) -> None:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [self._programs / program, *arguments],
            check=False, stdout=subprocess.DEVNULL, cwd=self._folder, env=environment, **self._as,
        )  # fmt: skip
        log = self._folder / "log"
        assert done.returncode == 0, log.read_text() if log.exists() else program


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Postgresql]:
    user = "postgres" if _ROOT else None
    with _folder(user) as folder:
        server = Postgresql(folder, user)
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture
def postgresql(postgresql_server: Postgresql) -> str:
    """The URL of a cluster that runs, to which databases can be added."""
    postgresql_server.start()
    return postgresql_server.url


def _postgresql_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = str(found[-1]) if found else shutil.which("initdb")
    if not program:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql).")
    return Path(program).parent


@contextmanager
def _folder(user: str | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="gazette-") as name:
        if user:
            shutil.chown(name, user, user)
        yield Path(name)


class Redis:
    """A Redis that tests may stop, start and freeze."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.process = subprocess.Popen(
            [*command, "--dir", str(self._folder)], stdout=subprocess.DEVNULL, cwd=self._folder
        )
        while subprocess.run(
            ["redis-cli", "-p", str(self.port), "ping"], capture_output=True, check=False
        ).returncode:
            assert self.process.poll() is None, "redis-server ended at once"
            time.sleep(0.02)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    if not shutil.which("redis-server"):
        pytest.skip("Redis is not installed (Debian package redis-server).")
    server = Redis(tmp_path_factory.mktemp("redis"))
    server.start()
    try:
        yield server
    finally:
        server.stop()
