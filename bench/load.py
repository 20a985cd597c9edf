"""The service under twice the load that it can carry: `make load SECONDS=300`.

Callers come at a fixed rate, whether those before them were answered or not, do not heed `Retry-After`, and
compare every answer with the one that was given alone. Runs in the environment of `requirements-load.lock`,
not that of the service, whose Python `--python` tells.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

import gevent
from gevent.pool import Pool
from locust import FastHttpUser, constant_throughput, events, task
from locust.env import Environment

from bench.service import ROOT, running_service

_ARTICLES = sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
_CALLERS_TO_MEASURE = 6
_SLOWEST = 3.0  # seconds a caller may be kept before it comes late for its next turn
_MOST_CALLERS = 400
_LONGEST_RETRY = 60  # seconds
_LIVEZ_BOUND = 2.0  # seconds; on an idle machine it is a hundredth of that
_RECOVERY_BOUND = 5.0  # seconds
_HEADERS = {"Content-Type": "application/json"}


@dataclass(slots=True)
class Seen:
    """What came back: seconds by kind (`read`, `refused`, `livez`), and what should not have been."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: Counter[str] = field(default_factory=Counter)


def bodies() -> list[bytes]:
    """Requests of the sample articles, of 2,000 to 4,000 characters each."""
    told = [json.loads(path.read_text(encoding="utf-8")) for path in _ARTICLES]
    keys = ("text", "title", "language", "published_at")
    return [json.dumps({key: one[key] for key in keys if one[key]}).encode() for one in told]


def ask(url: str, body: bytes) -> bytes:
    """Raises `urllib.error.HTTPError` unless it is answered."""
    request = urllib.request.Request(f"{url}/v1/analyze", body, _HEADERS)  # noqa: S310 (loopback)
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        return bytes(response.read())


def alone(url: str) -> tuple[dict[bytes, bytes], float]:
    """The answer to each body, asked one by one and twice over, and the median seconds of one."""
    answers, seconds = {}, []
    for body in bodies() * 2:
        begin = time.monotonic()
        answer = ask(url, body)
        seconds.append(time.monotonic() - begin)
        if answers.setdefault(body, answer) != answer:
            raise SystemExit("An article was answered in two ways, alone.")
    return answers, statistics.median(seconds)


def capacity(url: str, seconds: float) -> float:
    """Answers a second to a few callers who ask without pause."""
    done = 0
    end = time.monotonic() + seconds

    def keep_asking(own: Iterator[bytes]) -> None:
        nonlocal done
        while time.monotonic() < end:
            ask(url, next(own))
            done += 1

    pool = Pool(_CALLERS_TO_MEASURE)
    for caller in range(_CALLERS_TO_MEASURE):
        pool.spawn(keep_asking, cycle(bodies()[caller:] + bodies()[:caller]))
    pool.join()
    return done / seconds


def press(url: str, rate: float, seconds: float, answers: dict[bytes, bytes]) -> Seen:
    """Sends `rate` requests a second for so long, and asks `/livez` twice a second."""
    seen = Seen()
    callers = min(_MOST_CALLERS, round(rate * _SLOWEST) + 1)
    turn = cycle(answers)

    class Caller(FastHttpUser):
        wait_time = constant_throughput(rate / callers)

        @task
        def read(self) -> None:
            body = next(turn)
            begin = time.monotonic()
            with self.client.post("/v1/analyze", data=body, headers=_HEADERS, catch_response=True) as got:
                _judge(got, answers[body], time.monotonic() - begin, seen)

    class Prober(FastHttpUser):
        wait_time = constant_throughput(2)
        fixed_count = 1

        @task
        def probe(self) -> None:
            begin = time.monotonic()
            with self.client.get("/livez", catch_response=True) as got:
                seen.seconds["livez"].append(time.monotonic() - begin)
                if got.status_code != 200:
                    seen.wrong[f"/livez answered {got.status_code}"] += 1

    environment = Environment(user_classes=[Caller, Prober], events=events, host=url, reset_stats=False)
    runner = environment.create_local_runner()
    runner.start(callers + 1, spawn_rate=callers + 1)
    gevent.sleep(seconds)
    environment.stop_timeout = 30  # those on their way are waited for
    runner.quit()
    return seen


def _judge(got: Any, right: bytes, seconds: float, seen: Seen) -> None:
    if got.status_code == 200:
        seen.seconds["read"].append(seconds)
        if got.content != right:
            seen.wrong["another answer than alone"] += 1
    elif got.status_code == 503:
        seen.seconds["refused"].append(seconds)
        if not 1 <= int(got.headers.get("Retry-After") or 0) <= _LONGEST_RETRY:
            seen.wrong["503 without Retry-After"] += 1
        if json.loads(got.content)["status"] != 503:
            seen.wrong["503 without a problem document"] += 1
    else:
        seen.wrong[f"{got.status_code} {got.error or ''}".strip()] += 1


def recovery(url: str, usual: float) -> float:
    """Seconds until an article is answered again within three times the usual time."""
    begin = time.monotonic()
    while time.monotonic() - begin < 60:
        asked = time.monotonic()
        try:
            ask(url, bodies()[0])
        except urllib.error.HTTPError:
            time.sleep(0.1)
        else:
            if time.monotonic() - asked < max(3 * usual, 0.5):
                break
    return time.monotonic() - begin


def _line(kind: str, seconds: list[float]) -> str:
    if not seconds:
        return f"{kind:8} none"
    ordered = sorted(seconds)
    half, most = (ordered[int(part * (len(ordered) - 1))] for part in (0.5, 0.99))
    return (
        f"{kind:8} {len(ordered):7}   median {half:.3f} s   99 % {most:.3f} s   longest {ordered[-1]:.3f} s"
    )


def main() -> None:
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--seconds", type=float, default=300)
    read.add_argument("--times", type=float, default=2.0, help="how many times the capacity")
    read.add_argument("--workers", default="1")
    read.add_argument("--queue-seconds", type=float, default=10.0)
    read.add_argument("--python", default=sys.executable, help="of the environment with the service")
    told = read.parse_args()
    settings = {
        "WORKERS": told.workers,
        "QUEUE_SECONDS": str(told.queue_seconds),
        "ARTICLES_URL": "sqlite:///build/load-articles.sqlite",
        "LOG_LEVEL": "error",
    }
    with running_service(python=told.python, **settings) as service:
        answers, usual = alone(service.url)
        can = capacity(service.url, 10)
        print(
            f"alone {usual:.3f} s; capacity {can:.1f} answers a second; pressing {told.times * can:.1f}",
            flush=True,
        )
        seen = press(service.url, told.times * can, told.seconds, answers)
        recovered = recovery(service.url, usual)
    for kind in ("read", "refused", "livez"):
        print(_line(kind, seen.seconds[kind]))
    sent = len(seen.seconds["read"]) + len(seen.seconds["refused"]) + sum(seen.wrong.values())
    print(f"{sent / told.seconds:.1f} requests a second; {len(seen.seconds['read']) / told.seconds:.1f} read")
    print(f"as quick as before {recovered:.1f} s after the end; wrong: {dict(seen.wrong) or 'none'}")
    slow = max(seen.seconds["read"], default=0) > told.queue_seconds + 10 * usual + 1
    deaf = max(seen.seconds["livez"], default=_LIVEZ_BOUND) > _LIVEZ_BOUND
    sys.exit(bool(seen.wrong) or slow or deaf or recovered > _RECOVERY_BOUND or not seen.seconds["read"])


if __name__ == "__main__":
    main()
