"""What an operator can set, read once from the environment. The table of the README follows this file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from service.domain.model import Limits
from service.errors import GazetteError


class InvalidSetting(GazetteError):
    """A sentence for the operator: the variable, its value and what it should be."""


def _setting(
    default: Any, meaning: str, least: float = 0, most: float = 1e12, choices: tuple[str, ...] = ()
) -> Any:
    """A field with its meaning and, for numbers, the least and greatest value, both allowed.

    `choices` are the only values of a word; none for any.
    """
    metadata = {"meaning": meaning, "least": least, "most": most, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """One field for each variable; the variable is the field's name in capitals."""

    host: str = _setting("127.0.0.1", "address to listen on")
    port: int = _setting(8000, "TCP port to listen on", 1, 65535)
    workers: int = _setting(1, "worker processes; one per core", 1, 256)
    threads: int = _setting(4, "threads of each worker: half of them analyse, the others stay free", 1, 256)
    queue_length: int = _setting(16, "analyses of a worker that may wait; more are refused with 503", 0, 1000)
    queue_seconds: float = _setting(10.0, "longest wait of an analysis before it is refused", 0, 3600)
    request_timeout_seconds: int = _setting(60, "a worker silent for longer is replaced", 1, 3600)
    client_timeout_seconds: int = _setting(15, "a caller silent for longer in mid-request is left", 1, 3600)
    graceful_timeout_seconds: int = _setting(20, "time for running requests when stopping", 1, 3600)
    max_characters: int = _setting(100_000, "longest text of an article, in code points", 1, 100_000_000)
    max_html_characters: int = _setting(2_000_000, "longest page of HTML, in code points", 1, 100_000_000)
    max_body_bytes: int = _setting(0, "longest request body; 0 leaves room for the two above", 0)
    batch_lines: int = _setting(10_000, "most lines of a batch", 1, 10_000_000)
    batch_bytes: int = _setting(256_000_000, "longest body of a batch", 1)
    batch_silence_seconds: float = _setting(
        60.0, "a batch whose caller neither sends nor reads for longer is cut off", 0.1, 3600
    )
    cache_url: str = _setting("", "Redis that keeps analyses for all workers: `redis://…`; off")
    cache_days: float = _setting(30.0, "how long it keeps them", 0.001, 3650)
    cache_timeout_seconds: float = _setting(0.25, "longest wait for one answer of it", 0.01, 60)
    gazetteer_path: Path = _setting(  # noqa: RUF009 (a path does not change)
        Path("build/gazetteer.sqlite"), "the compiled gazetteer"
    )
    gazetteer_cache_entries: int = _setting(20_000, "look-ups that each worker remembers", 0, 10_000_000)
    actors_path: str = _setting("", "imported actors, asked after our own; off")
    articles_url: str = _setting("sqlite:///build/articles.sqlite", "SQLAlchemy URL of the article store")
    articles_timeout_seconds: float = _setting(5.0, "longest wait for one answer of it", 0.05, 3600)
    remote_geocoder: str = _setting("", "geopy geocoder asked after the gazetteer: nominatim, photon …; off")
    remote_geocoder_domain: str = _setting("", "host of the remote geocoder; its public one")
    remote_geocoder_user_agent: str = _setting("gazette", "name given to the remote geocoder")
    remote_geocoder_timeout_seconds: float = _setting(2.0, "longest wait for one answer of it", 0.05, 60)
    remote_geocoder_requests_per_second: float = _setting(
        1.0, "most questions to it by each worker; what comes earlier goes without it", 0.001, 10_000
    )
    remote_geocoder_cache_entries: int = _setting(
        10_000, "answers of it that each worker keeps", 0, 10_000_000
    )
    api_keys_path: str = _setting("", "file of API keys, read again when it changes; no keys are asked for")
    rate_limit: str = _setting("", "requests of a key or an address: `100 per minute; 2000 per day`; off")
    rate_limit_store_url: str = _setting("memory://", "where they are counted; `redis://…` for all workers")
    cors_origins: str = _setting("", "origins whose pages may ask, joined by commas, or `*`; off")
    trusted_proxies: int = _setting(0, "proxies in front whose X-Forwarded-For and -Proto are true", 0, 10)
    log_level: str = _setting(
        "info", "least weight of a log line", choices=("debug", "info", "warning", "error")
    )
    log_format: str = _setting(
        "json", "`json` or `text`, one line each, on standard error", choices=("json", "text")
    )
    metrics_directory: str = _setting(
        "", "where workers put their metrics; shared memory, or temporary files"
    )
    otel_exporter_otlp_endpoint: str = _setting(
        "", "OpenTelemetry collector (OTLP over HTTP) for traces; off"
    )

    @property
    def analyses_at_once(self) -> int:
        """Analyses of a worker that run at the same time."""
        return max(1, self.threads // 2)

    @property
    def threads_in_all(self) -> int:
        """Threads of a worker: those that wait for their turn sit on one each, beside those set."""
        return max(2, self.threads) + self.queue_length

    @property
    def limits(self) -> Limits:
        return Limits(self.max_characters, self.max_html_characters)

    @property
    def body_limit_bytes(self) -> int:
        """The body limit in force. JSON spends up to 12 bytes on a character (`\\\\ud83d\\\\ude00`)."""
        return self.max_body_bytes or max(12 * self.max_characters, 4 * self.max_html_characters) + 100_000


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Reads the variables; an empty one counts as not set. Raises `InvalidSetting`.

    `NAME_FILE` may name a file that holds the value of `NAME`, for secrets.
    """
    values = {}
    for setting in fields(Settings):
        name = setting.name.upper()
        if text := _told(name, environment):
            values[setting.name] = _read(name, text, type(setting.default), setting.metadata)
    return Settings(**values)


def _told(name: str, environment: Mapping[str, str]) -> str:
    text, path = (environment.get(key, "").strip() for key in (name, f"{name}_FILE"))
    if not path:
        return text
    if text:
        raise InvalidSetting(f"{name} and {name}_FILE are both set: set one of them.")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidSetting(f"{name}_FILE={path} cannot be read: {error}.") from error


def _read(name: str, text: str, kind: type[Any], metadata: Mapping[str, Any]) -> Any:
    if not issubclass(kind, int | float):
        if metadata["choices"] and text not in metadata["choices"]:
            raise InvalidSetting(f"{name}={text} is refused: it must be {' or '.join(metadata['choices'])}.")
        return kind(text)
    least, most = metadata["least"], metadata["most"]
    try:
        value = kind(text)
    except ValueError as error:
        raise InvalidSetting(_complaint(name, text, kind, least, most)) from error
    if not least <= value <= most:
        raise InvalidSetting(_complaint(name, text, kind, least, most))
    return value


def _complaint(name: str, text: str, kind: type[Any], least: float, most: float) -> str:
    noun = "a whole number" if kind is int else "a number"
    return f"{name}={text} is refused: it must be {noun} from {least:g} to {most:,g}."
