"""Workers that are killed and services that are stopped while callers wait: who gets what."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from threading import Event

from tests.web.served import Served, served, wait_until

# --------------------------------------------------------------------------- a killed worker


def test_of_a_killed_worker_only_its_own_callers_see_anything(tmp_path: Path) -> None:
    """Theirs is a closed connection. Who comes meanwhile waits for the new worker, and is answered."""
    with served(tmp_path / "log", LOG_LEVEL="info") as service, ThreadPoolExecutor(4) as pool:
        begun = [pool.submit(service.analyze, "Attendre 20 à Alep.") for _ in range(2)]
        (killed,) = service.workers()
        wait_until(lambda: _running(service) == 2)
        begin = time.monotonic()
        os.kill(killed, signal.SIGKILL)
        assert service.ask("/livez").status == 200
        assert service.analyze("Alep").status == 200
        assert time.monotonic() - begin < 5
        assert [type(one.exception()) for one in begun] != [None, None]
        assert all(isinstance(one.exception(), OSError | HTTPException) for one in begun)
        assert service.workers() != [killed]
        assert _running(service) == 0
        assert any(f"(pid:{killed}) was sent SIGKILL" in line["message"] for line in service.lines())


def test_other_workers_go_on_while_one_is_killed(tmp_path: Path) -> None:
    with served(tmp_path / "log", WORKERS="2") as service, ThreadPoolExecutor(8) as pool:
        wait_until(lambda: len(service.workers()) == 2)
        begun = [pool.submit(service.analyze, "Attendre 0.8 à Alep.") for _ in range(8)]
        first, second = service.workers()
        time.sleep(0.3)
        os.kill(first, signal.SIGKILL)
        assert service.ask("/livez").status == 200
        outcomes = [one.exception() or one.result().status for one in begun]
        assert all(one == 200 or isinstance(one, OSError | HTTPException) for one in outcomes)
        assert outcomes.count(200) > 0
        wait_until(lambda: len(service.workers()) == 2, 5)
        assert first not in service.workers()
        assert second in service.workers()
        with ThreadPoolExecutor(8) as others:
            answers = list(others.map(service.analyze, ["Alep"] * 16))
        assert {answer.status for answer in answers} == {200}


def test_a_worker_that_hangs_for_good_is_replaced(tmp_path: Path) -> None:
    with served(tmp_path / "log", REQUEST_TIMEOUT_SECONDS="1") as service:
        (frozen,) = service.workers()
        os.kill(frozen, signal.SIGSTOP)
        wait_until(lambda: service.workers() not in ([], [frozen]), 8)
        assert service.analyze("Alep").status == 200


def _running(service: Served) -> int:
    page = service.ask("/metrics").body.decode()
    return int(
        float(
            next(line for line in page.splitlines() if line.startswith("gazette_analyses_running ")).split()[
                1
            ]
        )
    )


# --------------------------------------------------------------------------- stopping under load


def test_what_was_accepted_under_load_is_answered_when_it_stops(tmp_path: Path) -> None:
    """Of requests that the service has begun, every answer arrives whole; the others find nobody at home."""
    stopped = Event()
    told: dict[str, int] = {}
    lost: list[str] = []

    def keep_asking(service: Served, caller: int) -> None:
        for number in range(10_000):
            name = f"{caller}-{number}"
            try:
                answer = service.analyze("Attendre 0.1 à Alep.", X_Request_ID=name)
            except (OSError, HTTPException):
                lost.append(name)
                if stopped.is_set():
                    return
            else:
                told[name] = answer.status
                assert answer.json

    with (
        served(tmp_path / "log", WORKERS="2", GRACEFUL_TIMEOUT_SECONDS="8") as service,
        ThreadPoolExecutor(12) as pool,
    ):
        asked = [pool.submit(keep_asking, service, caller) for caller in range(12)]
        time.sleep(1)
        begin = time.monotonic()
        stopped.set()
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(10) == 0
        assert time.monotonic() - begin < 5
        for one in asked:
            one.result()
        logged = {line["request_id"]: line["status"] for line in service.lines() if "request_id" in line}
    answered = {name: status for name, status in logged.items() if name in told or name in lost}
    assert answered == told
    assert set(told.values()) <= {200, 503}
    assert len(lost) == 12  # one for each caller: the one that came too late
