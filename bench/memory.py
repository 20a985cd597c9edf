"""Does the memory of a worker grow with what it has read? `make memory REQUESTS=50000`.

Every request brings names, dates, searches and ids that none before it had, so that a cache or a vocabulary
that keeps what it met would show. Caches with a bound fill up first: the slope is taken from the second half.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.service import ROOT, running_service

_TOGETHER = 2  # connections
_EVERY = 1000  # requests between two looks
_SYLLABLES = (
    "ba be bi bo da de di do fa fe fi fo la le li lo ma me mi mo na ne ni no ra re ri ro sa se".split()
)
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_FIRST_DAY = date(1700, 1, 1)


@dataclass(frozen=True, slots=True)
class Look:
    """After `requests`: megabytes of the worker in all, and of those that are its own (no mapped files)."""

    requests: int
    seconds: float
    resident: float
    anonymous: float


def name_of(number: int) -> str:
    """A name that no other number below a million has."""
    syllables = []
    for _ in range(4):
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
    return "".join(syllables).capitalize()


def article(number: int) -> dict[str, str]:
    """A short article of a day, of persons, a town and a body of its own."""
    day = _FIRST_DAY + timedelta(days=number)
    told = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    who, other, where, body = (name_of(4 * number + part) for part in range(4))
    return {
        "text": f"Le {told}, Jean {who} a rencontré Anne {other} à {where}. La société {body} a confirmé "
        f"l'accord, signé près de Lyon en {day.year + 1}.\nTrois jours plus tard, M. {who} est parti pour "
        f"Saint-{where}, selon l'agence {body} Presse.",
        "language": "fr",
        "published_at": day.isoformat(),
    }


def calls(number: int) -> Iterator[tuple[str, str, bytes | None, int]]:
    """Method, path, body and the status that is right: mostly articles, one in ten a search, one a miss."""
    if number % 10 == 0:
        yield "GET", f"/v1/places?q={quote(name_of(4 * number))}", None, 200
    elif number % 10 == 1:
        yield "GET", f"/v1/articles/none-{number}", None, 404
    else:
        yield "POST", "/v1/analyze", json.dumps(article(number)).encode(), 200


def ask(url: str, numbers: range) -> None:
    """Sends the requests of these numbers over one connection. Raises `RuntimeError` for a wrong status."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    for number in numbers:
        for method, path, body, right in calls(number):
            headers = {"Content-Type": "application/json", "X-Request-ID": f"memory-{number}"}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
            if response.status != right:
                raise RuntimeError(f"{method} {path} was answered {response.status}: {content[:300]!r}")
    connection.close()


def looks(url: str, pid: int, requests: int) -> Iterator[Look]:
    """Sends so many requests, and looks at the worker after every thousand."""
    begin = time.monotonic()
    yield _look(pid, 0, 0.0)
    with ThreadPoolExecutor(_TOGETHER) as pool:
        for done in range(0, requests, _EVERY):
            end = min(done + _EVERY, requests)
            list(
                pool.map(
                    ask, [url] * _TOGETHER, [range(done + one, end, _TOGETHER) for one in range(_TOGETHER)]
                )
            )
            yield _look(pid, end, time.monotonic() - begin)


def _look(pid: int, requests: int, seconds: float) -> Look:
    status = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    )
    resident, anonymous = (int(status[key].split()[0]) / 1024 for key in ("VmRSS", "RssAnon"))
    return Look(requests, seconds, resident, anonymous)


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line through the points, by least squares."""
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0


def main() -> None:
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--requests", type=int, default=50_000)
    read.add_argument("--seconds", type=float, default=float("inf"), help="stop after this time")
    read.add_argument("--most", type=float, default=0.2, help="megabytes that 1,000 requests may add")
    told = read.parse_args()
    settings = {
        "WORKERS": "1",
        "ARTICLES_URL": "sqlite:///build/memory-articles.sqlite",
        "LOG_LEVEL": "warning",
        "GAZETTEER_PATH": os.environ.get("GAZETTEER_PATH", str(ROOT / "build" / "gazetteer.sqlite")),
    }
    seen: list[Look] = []
    with running_service(**settings) as service:
        children = Path(f"/proc/{service.pid}/task/{service.pid}/children")
        (worker,) = (int(pid) for pid in children.read_text(encoding="ascii").split())
        print("requests  seconds  resident MB  own MB", flush=True)
        for look in islice(looks(service.url, worker, told.requests), None):
            seen.append(look)
            print(
                f"{look.requests:8}  {look.seconds:7.0f}  {look.resident:11.1f}  {look.anonymous:6.1f}",
                flush=True,
            )
            if look.seconds > told.seconds:
                break
    half = seen[len(seen) // 2 :]
    grown = {
        kind: slope([(look.requests / 1000, getattr(look, kind)) for look in half])
        for kind in ("resident", "anonymous")
    }
    rate = seen[-1].requests / max(seen[-1].seconds, 0.001)
    print(f"{seen[-1].requests} requests, {rate:.0f} a second, every status as it should be")
    print(
        f"of the second half, for 1,000 requests: resident {grown['resident']:+.3f} MB, "
        f"own {grown['anonymous']:+.3f} MB"
    )
    sys.exit(max(grown.values()) > told.most)


if __name__ == "__main__":
    main()
