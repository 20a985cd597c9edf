"""The shared cache on a real Redis, which may be slow, full of nonsense, stopped or frozen."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.adapters import redis_cache
from service.adapters.redis_cache import RedisCache, open_redis_cache
from tests.stores.conftest import Redis
from tests.web.desk import make_app
from tests.web.test_keeping import CALLS, ask


@pytest.fixture
def redis(redis_server: Redis) -> Redis:
    """An empty Redis that runs, whatever the last test did to it."""
    if redis_server.process is None:
        redis_server.start()
    cache = open_cache(redis_server)
    cache._client.flushall()
    cache._client.close()
    return redis_server


def open_cache(redis: Redis) -> RedisCache:
    return open_redis_cache(redis.url, seconds=60, timeout_seconds=0.25)


@pytest.fixture
def cache(redis: Redis) -> Iterator[RedisCache]:
    opened = open_cache(redis)
    yield opened
    opened._client.close()


def test_what_was_put_is_there_for_all(redis: Redis, cache: RedisCache) -> None:
    cache.put("a", b"Alep" * 1000)
    other = open_cache(redis)
    assert other.get(["b", "a"]) == [None, b"Alep" * 1000]
    assert other.get([]) == []
    assert other.tally() == (1, 1, 0)
    assert 0 < other._client.ttl("gazette:1:a") <= 60
    other._client.close()


def test_what_is_made_is_kept_if_it_says_so(cache: RedisCache) -> None:
    assert cache.get_or_make("a", lambda: (b"1", False)) == b"1"
    assert cache.get_or_make("a", lambda: (b"2", True)) == b"2"
    assert cache.get_or_make("a", lambda: (b"3", True)) == b"2"


def test_of_many_who_ask_at_once_one_makes_it(cache: RedisCache) -> None:
    made = []

    def make() -> tuple[bytes, bool]:
        made.append(threading.get_ident())
        time.sleep(0.3)
        return b"made", True

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: cache.get_or_make("a", make), range(16)))
    assert (found, len(made)) == ([b"made"] * 16, 1)


def test_those_who_wait_go_on_when_the_one_fails(cache: RedisCache) -> None:
    begun = threading.Event()

    def fail() -> tuple[bytes, bool]:
        begun.set()
        time.sleep(0.1)
        raise ValueError("The model fell over.")

    with ThreadPoolExecutor(1) as pool:
        failing = pool.submit(cache.get_or_make, "a", fail)
        begun.wait()
        assert cache.get_or_make("a", lambda: (b"mine", True)) == b"mine"
        with pytest.raises(ValueError, match="fell over"):
            failing.result()


def test_a_lock_that_nobody_holds_any_more_stops_nobody_for_long(
    cache: RedisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_cache, "_PATIENCE", 0.2)
    cache._client.set("gazette:1:lock:a", "of one who died", px=30_000)
    assert cache.get_or_make("a", lambda: (b"mine", True)) == b"mine"
    assert cache._client.get("gazette:1:lock:a") == b"of one who died"


def test_what_is_damaged_is_made_anew(cache: RedisCache) -> None:
    cache._client.set("gazette:1:a", b"nonsense")
    assert cache.get(["a"]) == [None]
    assert cache.get_or_make("a", lambda: (b"good", True)) == b"good"
    assert cache.get(["a"]) == [b"good"]


def test_a_cache_that_dies_in_the_midst_costs_nothing_but_time(redis: Redis, cache: RedisCache) -> None:
    def make() -> tuple[bytes, bool]:
        redis.stop()
        return b"made", True

    assert cache.get_or_make("a", make) == b"made"
    begin = time.monotonic()
    assert [cache.get_or_make("a", lambda: (b"made", True)) for _ in range(50)] == [b"made"] * 50
    assert time.monotonic() - begin < 1
    assert cache.counts["failures"] == 1


def test_a_cache_that_came_back_is_asked_again(
    redis: Redis, cache: RedisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redis_cache, "_REST", 0.05)
    cache.put("a", b"before")
    redis.stop()
    assert cache.get(["a"]) == [None]
    redis.start()
    time.sleep(0.06)
    cache.put("a", b"after")
    assert cache.get(["a"]) == [b"after"]


def test_a_cache_that_hangs_is_waited_for_no_longer_than_set(redis: Redis, cache: RedisCache) -> None:
    assert redis.process
    os.kill(redis.process.pid, signal.SIGSTOP)
    try:
        begin = time.monotonic()
        assert cache.get_or_make("a", lambda: (b"made", True)) == b"made"
        assert time.monotonic() - begin < 2
    finally:
        os.kill(redis.process.pid, signal.SIGCONT)


def test_answers_are_the_same_with_it_without_it_and_when_it_dies(redis: Redis, cache: RedisCache) -> None:
    plain, cached = make_app(), make_app(cache=cache)
    for state in ("empty", "full", "dead"):
        if state == "dead":
            redis.stop()
        for path, body in CALLS:
            assert ask(cached, path, body) == ask(plain, path, body), state
    assert cache.counts["hits"] >= len(CALLS)
