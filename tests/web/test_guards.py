"""What every response carries for the safety of its reader: ids, headers for browsers, origins, no traces."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import request
from flask.testing import FlaskClient

from service.settings import InvalidSetting, Settings
from service.web.access import scope_of
from tests.web.desk import make_app

PATHS = ("/v1/status", "/v1/places/none", "/nowhere", "/docs", "/openapi.yaml", "/livez", "/metrics")


@pytest.mark.parametrize("path", PATHS)
def test_browsers_are_told_to_run_nothing_of_others(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy or "default-src 'self'" in policy
    assert "script-src" not in policy
    assert "unsafe-eval" not in policy


def test_every_page_has_a_policy_that_runs_its_own_files_alone(client: FlaskClient) -> None:
    for path in ("/", "/docs"):
        response = client.get(path, buffered=True)
        assert (response.status_code, response.mimetype) == (200, "text/html")
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert "<script>" not in response.text
        assert " onclick=" not in response.text


# --------------------------------------------------------------------------- ids


@pytest.mark.parametrize("told", ["a", "7f3c-9a:b/c+d=@e_f", "x" * 128])
def test_a_fair_request_id_is_kept(client: FlaskClient, told: str) -> None:
    assert client.get("/v1/status", headers={"X-Request-ID": told}).headers["X-Request-ID"] == told


@pytest.mark.parametrize("told", ["", "x" * 129, "a b", "-a", "é", 'a"b', "<script>", "a,b"])
def test_an_unfit_request_id_is_replaced(client: FlaskClient, told: str) -> None:
    headers = {"X-Request-ID": told.encode().decode("latin-1")}
    given = client.get("/v1/status", headers=headers).headers["X-Request-ID"]
    assert given != told
    assert len(given) == 32


def test_ids_differ_and_stand_in_problems(client: FlaskClient, fits: Callable[..., Any]) -> None:
    first, second = client.get("/nowhere"), client.get("/v1/places?colour=red")
    ids = {fits(response, "Problem")["request_id"] for response in (first, second)}
    assert ids == {first.headers["X-Request-ID"], second.headers["X-Request-ID"]}
    assert len(ids) == 2


# --------------------------------------------------------------------------- origins and proxies


def preflight(client: FlaskClient, origin: str) -> dict[str, str]:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    return dict(client.options("/v1/analyze", headers=headers).headers)


def test_no_other_origin_may_ask_unless_set(client: FlaskClient) -> None:
    assert not [
        name for name in preflight(client, "https://example.org") if name.startswith("Access-Control")
    ]
    assert "Access-Control-Allow-Origin" not in client.get("/v1/status", headers={"Origin": "null"}).headers


def test_the_origins_set_may_ask_and_no_others() -> None:
    settings = Settings(cors_origins="https://example.org, http://localhost:5173")
    client = make_app(settings).test_client()
    for origin in ("https://example.org", "http://localhost:5173"):
        told = preflight(client, origin)
        assert told["Access-Control-Allow-Origin"] == origin
        assert "POST" in told["Access-Control-Allow-Methods"]
        assert "authorization" in told["Access-Control-Allow-Headers"].lower()
        assert "Access-Control-Allow-Credentials" not in told
    for other in ("https://example.org.evil.net", "https://exampleXorg", "http://example.org", "null"):
        assert "Access-Control-Allow-Origin" not in preflight(client, other)
    read = client.get("/v1/status", headers={"Origin": "https://example.org"}).headers
    assert {"ETag", "Retry-After", "X-Request-ID"} <= set(read["Access-Control-Expose-Headers"].split(", "))
    assert "Origin" in read["Vary"]


def test_any_origin_may_ask_where_that_is_set() -> None:
    client = make_app(Settings(cors_origins="*")).test_client()
    assert preflight(client, "https://example.org")["Access-Control-Allow-Origin"] == "*"


def test_a_proxy_says_who_asks_and_how_but_not_whom() -> None:
    app = make_app(Settings(trusted_proxies=1))
    app.add_url_rule("/who", view_func=lambda: f"{request.remote_addr} {request.scheme} {request.host}")
    told = {"X-Forwarded-For": "9.9.9.9, 8.8.8.8", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil"}
    assert app.test_client().get("/who", headers=told).text == "8.8.8.8 https localhost"


@pytest.mark.parametrize("wrong", ["example.org", "https://example.org/path", ".*", "https://*.example.org"])
def test_what_is_no_origin_is_refused_at_the_start(wrong: str) -> None:
    with pytest.raises(InvalidSetting, match="CORS_ORIGINS"):
        make_app(Settings(cors_origins=wrong))


# --------------------------------------------------------------------------- no way around


def test_every_call_wants_what_its_path_says() -> None:
    rules = {rule.rule for rule in make_app().url_map.iter_rules()}
    free = {rule for rule in rules if scope_of(rule) is None}
    assert {rule for rule in rules if rule.startswith("/v1")} & free == set()
    assert {rule.split("/")[1] for rule in free} == {
        "",
        "docs",
        "explorer",
        "livez",
        "openapi.yaml",
        "problems",
        "readyz",
        "static",
    }


@pytest.mark.parametrize(
    "path", ["/V1/status", "//v1/status", "/./v1/status", "/v1;/status", "/%76%31/status"]
)
def test_no_other_way_to_write_an_address_goes_around_the_keys(path: str, tmp_path: Any) -> None:
    (tmp_path / "keys").touch()
    client = make_app(Settings(api_keys_path=str(tmp_path / "keys"))).test_client()
    assert client.get(path).status_code in {401, 404}


def test_the_debugger_stays_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    assert make_app().debug is False
