"""API keys: how they are made, how they are kept, and how one is recognised.

A key is 32 random bytes, so nobody guesses one, and no list of likely keys exists: what a slow hash protects
is absent, and a slow hash at every request would be a way to exhaust the service. So keys are kept as plain
SHA-256, which cannot be turned back, and compared in constant time.

The file holds one key a line, `name:sha256:digest`, and behind another colon what the key is good for when
that is not everything; blank lines and those that begin with `#` are passed over.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from service.settings import InvalidSetting

PREFIX = "gz_"  # by which secret scanners know one
_LINE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,63}):sha256:([0-9a-f]{64})(?::(api|metrics))?")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_EVERYTHING = frozenset({"api", "metrics"})
_LOGGER = logging.getLogger("service.keys")


@dataclass(frozen=True, slots=True)
class Key:
    """`digest` of the key in hexadecimal; `scopes` are what it opens: `api` for `/v1`, `metrics`."""

    name: str
    digest: str
    scopes: frozenset[str] = _EVERYTHING


def new_key(name: str) -> tuple[str, str]:
    """A key, and the line for the file. Raises `InvalidSetting` for a name that no line can hold."""
    if not _NAME.fullmatch(name):
        raise InvalidSetting(f"{name!r} is no name for a key: use up to 64 letters, digits, dots, - and _.")
    key = PREFIX + secrets.token_urlsafe(32)
    return key, f"{name}:sha256:{_digest(key)}"


def read_keys(path: Path) -> tuple[Key, ...]:
    """The keys of a file. Raises `InvalidSetting` with the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSetting(f"API_KEYS_PATH={path} cannot be read: {error}.") from error
    return tuple(
        _read_line(line.strip(), path, number)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith("#")
    )


def _read_line(line: str, path: Path, number: int) -> Key:
    found = _LINE.fullmatch(line)
    if not found:  # the line is not repeated: a key may have been put there by mistake
        raise InvalidSetting(f"API_KEYS_PATH={path}, line {number}: must be as `gazette keys new` prints it.")
    return Key(found[1], found[2], frozenset({found[3]}) if found[3] else _EVERYTHING)


class KeyRing:
    """The keys of a file, read again when it changes, so that keys come and go without a restart.

    A file that cannot be read any more, or is wrong, leaves the keys as they were, with a line in the log.
    """

    def __init__(self, path: Path) -> None:
        """Raises `InvalidSetting`."""
        self._path = path
        self._lock = Lock()
        self._stamp = _stamp(path)
        self._keys = read_keys(path)

    def find(self, key: str) -> Key | None:
        """The key that was sent, or `None` when it is not one of ours."""
        self._look_again()
        digest = _digest(key)
        found = None
        for known in self._keys:  # all of them: time must not tell which one nearly matched
            if hmac.compare_digest(known.digest, digest):
                found = known
        return found

    def _look_again(self) -> None:
        stamp = _stamp(self._path)
        if stamp == self._stamp:
            return
        with self._lock:
            if stamp == self._stamp:
                return
            self._stamp = stamp
            try:
                self._keys = read_keys(self._path)
            except InvalidSetting as error:
                _LOGGER.error("The API keys stay as they were: %s", error)  # noqa: TRY400 (no fault of ours)
            else:
                _LOGGER.info("%d API keys read.", len(self._keys))


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What changes when the file does; `None` when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
