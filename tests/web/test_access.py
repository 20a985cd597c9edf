"""API keys and rate limits: who may ask, how often, and what is told to those who may not."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from service.cli import main
from service.settings import InvalidSetting, Settings
from service.web.keys import KeyRing, new_key, read_keys
from tests.web.desk import make_app
from tests.web.test_metrics import read

OPEN = ("/livez", "/readyz", "/openapi.yaml", "/docs", "/problems/key-wanted", "/nowhere")
CLOSED = ("/v1/status", "/v1/places?q=Alep", "/v1/articles/treve-a-alep/analysis", "/v1/nowhere", "/metrics")


@pytest.fixture
def ring(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A file of keys, and the keys by name: `desk` for everything, `prometheus` for metrics alone."""
    made = {name: new_key(name) for name in ("desk", "prometheus")}
    lines = (made["desk"][1], "", "# for the monitoring", made["prometheus"][1] + ":metrics")
    path = tmp_path / "keys"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path, {name: key for name, (key, _) in made.items()}


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_without_keys_set_all_is_open(client: FlaskClient) -> None:
    assert client.get("/v1/status").status_code == 200
    assert client.get("/v1/status", headers=bearer("whatever")).status_code == 200


@pytest.mark.parametrize("path", CLOSED)
def test_what_wants_a_key_says_how(
    path: str, ring: tuple[Path, dict[str, str]], fits: Callable[..., Any]
) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    response = client.get(path)
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Gazette"')
    assert fits(response, "Problem")["type"] == "/problems/key-wanted"
    assert client.get(path, headers=bearer(ring[1]["desk"])).status_code in {200, 404}
    assert client.options(path).status_code in {200, 404}


@pytest.mark.parametrize("path", OPEN)
def test_what_tells_that_the_service_lives_and_what_it_is_wants_none(
    path: str, ring: tuple[Path, dict[str, str]]
) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    assert client.get(path, buffered=True).status_code == (404 if path == "/nowhere" else 200)


@pytest.mark.parametrize(
    "told",
    ["Bearer wrong", "Bearer ", "Bearer gz_é", "Basic dXNlcjpwYXNz", "Bearer " + "x" * 5000, "nonsense"],
)
def test_a_wrong_key_is_told_so(told: str, ring: tuple[Path, dict[str, str]]) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    response = client.get("/v1/status", headers={"Authorization": told.encode().decode("latin-1")})
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["WWW-Authenticate"]


def test_the_digest_is_no_key(ring: tuple[Path, dict[str, str]]) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    digest = ring[0].read_text(encoding="utf-8").splitlines()[0].split(":")[2]
    assert client.get("/v1/status", headers=bearer(digest)).status_code == 401


def test_a_key_for_metrics_opens_nothing_else(
    ring: tuple[Path, dict[str, str]], fits: Callable[..., Any]
) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    headers = bearer(ring[1]["prometheus"])
    assert client.get("/metrics", headers=headers).status_code == 200
    response = client.get("/v1/status", headers=headers)
    assert response.status_code == 403
    assert 'error="insufficient_scope"' in response.headers["WWW-Authenticate"]
    assert fits(response, "Problem")["type"] == "/problems/forbidden"


def test_keys_come_and_go_without_a_restart(ring: tuple[Path, dict[str, str]]) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    other, line = new_key("other")
    ring[0].write_text(line, encoding="utf-8")
    assert client.get("/v1/status", headers=bearer(other)).status_code == 200
    assert client.get("/v1/status", headers=bearer(ring[1]["desk"])).status_code == 401


@pytest.mark.parametrize("harm", ["a line that is none", None])
def test_a_damaged_file_leaves_the_keys_as_they_were(
    harm: str | None, ring: tuple[Path, dict[str, str]], caplog: pytest.LogCaptureFixture
) -> None:
    known = KeyRing(ring[0])
    if harm:
        ring[0].write_text(harm, encoding="utf-8")
    else:
        ring[0].unlink()
    with caplog.at_level(logging.ERROR, "service.keys"):
        assert known.find(ring[1]["desk"])
        assert known.find("other") is None
    assert len(caplog.records) == 1
    assert "stay as they were" in caplog.text


def test_a_wrong_file_is_refused_at_the_start_without_repeating_it(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text("# ours\ndesk:gz_secret\n", encoding="utf-8")
    with pytest.raises(InvalidSetting, match="line 2") as refused:
        make_app(Settings(api_keys_path=str(path)))
    assert "secret" not in str(refused.value)
    with pytest.raises(InvalidSetting, match="cannot be read"):
        read_keys(tmp_path / "none")


def test_a_new_key_is_printed_with_its_line() -> None:
    printed = CliRunner().invoke(main, ["keys", "new", "desk"]).output
    (key,) = [line for line in printed.splitlines() if line.startswith("gz_")]
    (line,) = [line for line in printed.splitlines() if line.startswith("desk:")]
    assert line == f"desk:sha256:{hashlib.sha256(key.encode()).hexdigest()}"
    assert len(key) > 40
    assert CliRunner().invoke(main, ["keys", "new", "a:b"]).exit_code == 1


def test_names_are_noted_and_refusals_counted(ring: tuple[Path, dict[str, str]]) -> None:
    client = make_app(Settings(api_keys_path=str(ring[0]))).test_client()
    client.get("/v1/status")
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {ring[1]['desk']}"
    assert read(client)["gazette_refused_total", "key"] == 1


# --------------------------------------------------------------------------- rates


def limited(**others: Any) -> FlaskClient:
    return make_app(Settings(rate_limit="2 per minute", **others)).test_client()


def test_there_is_no_limit_unless_set(client: FlaskClient) -> None:
    response = client.get("/v1/status")
    assert not [name for name, _ in response.headers if name.startswith("RateLimit")]


def test_past_the_limit_the_problem_says_when_to_go_on(fits: Callable[..., Any]) -> None:
    client = limited()
    first, second, third = (client.get(path) for path in ("/v1/status", "/v1/actors?q=x", "/v1/status"))
    assert [r.headers["RateLimit-Remaining"] for r in (first, second, third)] == ["1", "0", "0"]
    assert (first.headers["RateLimit-Limit"], "Retry-After" in first.headers) == ("2", False)
    assert third.status_code == 429
    assert 1 <= int(third.headers["Retry-After"]) <= 60
    assert third.headers["RateLimit-Reset"] == third.headers["Retry-After"]
    assert fits(third, "Problem")["type"] == "/problems/too-many-requests"
    assert read(client)["gazette_refused_total", "rate"] == 1


def test_probes_and_pages_have_no_limit() -> None:
    client = limited()
    assert {client.get(path).status_code for path in ("/livez", "/openapi.yaml", "/metrics") * 3} == {200}


def test_each_address_and_each_key_has_its_own_count(ring: tuple[Path, dict[str, str]]) -> None:
    client = limited(api_keys_path=str(ring[0]), trusted_proxies=1)

    def ask(address: str, key: str | None) -> int:
        headers = {"X-Forwarded-For": address} | (bearer(key) if key else {})
        return client.get("/v1/status", headers=headers).status_code

    desk = ring[1]["desk"]
    assert [ask(f"10.0.0.{number}", desk) for number in range(3)] == [200, 200, 429]
    assert [ask("10.0.0.1", None) for _ in range(3)] == [401, 401, 429]  # guessing is limited too
    assert ask("10.0.0.2", None) == 401


def test_the_address_is_not_believed_without_a_trusted_proxy() -> None:
    client = limited()
    told = [{"X-Forwarded-For": f"10.0.0.{number}"} for number in range(3)]
    assert [client.get("/v1/status", headers=one).status_code for one in told] == [200, 200, 429]


def test_while_the_store_is_out_the_worker_counts_for_itself() -> None:
    client = limited(rate_limit_store_url="redis://127.0.0.1:1/0")
    statuses = [client.get("/v1/status").status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert read(client)["gazette_degraded_answers_total", "rate_limit_store"] == 3


@pytest.mark.parametrize(
    "wrong", [{"rate_limit": "often"}, {"rate_limit": "1 per day", "rate_limit_store_url": "ftp://x"}]
)
def test_a_limit_that_cannot_be_read_is_refused_at_the_start(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidSetting, match="RATE_LIMIT"):
        make_app(Settings(**wrong))  # type: ignore[arg-type]
