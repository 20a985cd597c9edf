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

import pytest

from bench.service import free_port

if not os.environ.get("STORES"):
    collect_ignore_glob = ["test_*.py"]

_ROOT = os.geteuid() == 0  # PostgreSQL refuses to run as root


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of an empty cluster, to which databases can be added."""
    programs = _postgresql_programs()
    user = "postgres" if _ROOT else None
    with _folder(user) as folder:
        data, port = folder / "data", free_port()
        as_user = {"user": user, "group": user} if user else {}
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "gazette", "-A", "trust", "-E", "UTF8", "--no-sync"],
            check=True, capture_output=True, cwd=folder, env=environment, **as_user,
        )  # fmt: skip
        control = [programs / "pg_ctl", "-D", data, "-w"]
        log = folder / "log"
        started = subprocess.run(
            [*control, "-l", log, "-o", options, "start"],
            check=False, stdout=subprocess.DEVNULL, cwd=folder, env=environment, **as_user,
        )  # fmt: skip
        assert started.returncode == 0, log.read_text()
        try:
            yield f"postgresql://gazette@127.0.0.1:{port}"
        finally:
            subprocess.run(
                [*control, "-m", "immediate", "stop"],
                check=True, stdout=subprocess.DEVNULL, cwd=folder, env=environment, **as_user,
            )  # fmt: skip


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
