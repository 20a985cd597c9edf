"""The shared cache on Redis. Everything works without it, only slower: whatever fails here is a miss.

Of many who ask for one thing at once, one makes it and the others wait for it: who makes it holds a lock that
ends by itself. While Redis is out it is not asked for some seconds, so that its silence is paid for once.
"""

from __future__ import annotations

import logging
import secrets
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

_PREFIX = "gazette:1:"  # the form of what is kept
_LOCK_MS = 30_000  # longer than an article takes; after this the others go on though its holder has died
_PATIENCE = 10.0  # seconds that one waits for another's answer before making it
_LOOK = 0.02  # seconds between two looks
_REST = 5.0  # seconds for which a Redis that failed is left alone
_UNLOCK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
_T = TypeVar("_T")

log = logging.getLogger(__name__)


class RedisCache:
    """`Cache` on Redis. Values are kept compressed, for `seconds`."""

    def __init__(self, client: Redis, seconds: int) -> None:
        self._client: Any = client
        self._seconds = seconds
        self._rest_until = 0.0
        self.counts: Counter[str] = Counter()  # hits, misses, failures since the start

    def tally(self) -> tuple[int, int, int]:
        """Questions whose answer was kept, those whose was not, and none."""
        return self.counts["hits"], self.counts["misses"], 0

    def get(self, keys: Sequence[str]) -> list[bytes | None]:
        if not keys:
            return []
        kept = self._ask(lambda: self._client.mget([_PREFIX + key for key in keys]), [None] * len(keys))
        found = [_unpack(value) for value in kept]
        self.counts["hits"] += sum(value is not None for value in found)
        self.counts["misses"] += sum(value is None for value in found)
        return found

    def put(self, key: str, value: bytes) -> None:
        self._ask(lambda: self._client.set(_PREFIX + key, zlib.compress(value, 1), ex=self._seconds), None)

    def get_or_make(self, key: str, make: Callable[[], tuple[bytes, bool]]) -> bytes:
        found = self.get([key])[0]
        if found is not None:
            return found
        token = secrets.token_hex(8)
        first = self._ask(lambda: self._client.set(_lock(key), token, nx=True, px=_LOCK_MS), True)
        if not first and (found := self._wait(key)) is not None:
            return found
        try:
            value, keep = make()
            if keep:
                self.put(key, value)
            return value
        finally:
            if first:
                self._ask(lambda: self._client.eval(_UNLOCK, 1, _lock(key), token), None)

    def _wait(self, key: str) -> bytes | None:
        """What another makes; `None` when it gave up, takes too long, or Redis is out."""
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            time.sleep(_LOOK)
            kept, locked = self._ask(lambda: self._client.mget([_PREFIX + key, _lock(key)]), (None, None))
            if kept is not None or locked is None:
                return _unpack(kept)
        return None

    def _ask(self, question: Callable[[], _T], otherwise: _T) -> _T:
        """What Redis says; `otherwise` when it fails, and for a while after."""
        if time.monotonic() < self._rest_until:
            return otherwise
        try:
            return question()
        except (RedisError, OSError) as error:
            self._rest_until = time.monotonic() + _REST
            self.counts["failures"] += 1
            log.warning("The cache is not asked for %.0f s: %s", _REST, error)
            return otherwise


def open_redis_cache(url: str, seconds: float, timeout_seconds: float) -> RedisCache:
    """The cache at a Redis URL; nothing is asked yet. Raises `ValueError`."""
    client = Redis.from_url(
        url,
        socket_timeout=timeout_seconds,
        socket_connect_timeout=timeout_seconds,
        retry=Retry(NoBackoff(), 1),  # a connection that was closed meanwhile is opened anew
    )
    return RedisCache(client, max(1, round(seconds)))


def _lock(key: str) -> str:
    return f"{_PREFIX}lock:{key}"


def _unpack(kept: bytes | None) -> bytes | None:
    """The value; `None` for none, and for one that is damaged."""
    try:
        return None if kept is None else zlib.decompress(kept)
    except zlib.error:
        return None
