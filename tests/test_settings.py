"""Settings: what is read, what is refused, and that each says what it means."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from service.settings import InvalidSetting, Settings, from_environment


def test_nothing_set_gives_the_defaults() -> None:
    assert from_environment({}) == Settings()


def test_variables_are_read_by_name() -> None:
    read = from_environment(
        {"PORT": "9000", "GAZETTEER_PATH": "/srv/g.sqlite", "HOST": " ::1 ", "WORKERS": ""}
    )
    assert (read.port, read.gazetteer_path, read.host, read.workers) == (
        9000,
        Path("/srv/g.sqlite"),
        "::1",
        Settings().workers,
    )


def test_numbers_keep_their_kind() -> None:
    assert from_environment({"REMOTE_GEOCODER_TIMEOUT_SECONDS": "0.5"}).remote_geocoder_timeout_seconds == 0.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "80.5"),
        ("MAX_CHARACTERS", "-1"),
        ("REMOTE_GEOCODER_TIMEOUT_SECONDS", "nan"),
        ("REMOTE_GEOCODER_TIMEOUT_SECONDS", "inf"),
    ],
)
def test_invalid_values_are_refused_by_name_and_value(name: str, value: str) -> None:
    with pytest.raises(
        InvalidSetting, match=f"^{name}={value} is refused: it must be a (whole )?number from "
    ):
        from_environment({name: value})


def test_the_body_limit_leaves_room_for_the_longest_text() -> None:
    assert from_environment({"MAX_CHARACTERS": "10000000"}).body_limit_bytes > 12 * 10_000_000
    assert from_environment({"MAX_BODY_BYTES": "1000"}).body_limit_bytes == 1000


def test_the_domain_gets_its_limits() -> None:
    assert from_environment({"MAX_CHARACTERS": "5"}).limits.max_characters == 5


def test_every_setting_says_what_it_means() -> None:
    assert all(setting.metadata["meaning"] for setting in fields(Settings))


def test_a_word_outside_its_choices_is_refused() -> None:
    assert from_environment({"LOG_LEVEL": "debug"}).log_level == "debug"
    with pytest.raises(InvalidSetting, match=r"^LOG_FORMAT=xml is refused: it must be json or text"):
        from_environment({"LOG_FORMAT": "xml"})


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgresql://gazette:secret@db/articles\n", encoding="utf-8")
    read = from_environment({"ARTICLES_URL_FILE": str(secret)})
    assert read.articles_url == "postgresql://gazette:secret@db/articles"


@pytest.mark.parametrize(
    "environment",
    [
        {"ARTICLES_URL": "sqlite://", "ARTICLES_URL_FILE": "/dev/null"},
        {"ARTICLES_URL_FILE": "/nowhere/at/all"},
    ],
)
def test_a_secret_that_cannot_be_read_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(InvalidSetting, match="ARTICLES_URL_FILE"):
        from_environment(environment)


def test_waiting_analyses_leave_threads_free() -> None:
    for threads, queue in [(1, 0), (1, 3), (4, 16), (9, 0)]:
        settings = Settings(threads=threads, queue_length=queue)
        assert settings.analyses_at_once >= 1
        assert settings.threads_in_all > settings.analyses_at_once + queue
