"""Metrics: what is counted, and that the sums are right across workers, dead ones included."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from service import web
from service.domain.model import Analysis, Article, Options
from service.domain.ports import Parts
from service.settings import Settings
from service.web import metrics_files
from service.web.metrics import metrics
from tests.web.desk import analyze, make_parts
from tests.web.served import served, wait_until


def samples(page: str) -> dict[tuple[str, ...], float]:
    """Values by name and labels, `("gazette_requests_total", "GET", "/livez", "200")`."""
    return {
        (sample.name, *(sample.labels[label] for label in sample.labels)): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


def read(client: FlaskClient) -> dict[tuple[str, ...], float]:
    return samples(client.get("/metrics").text)


def test_requests_are_counted_by_rule_and_status(client: FlaskClient) -> None:
    for path in ("/v1/places/geonames:170063", "/v1/places/geonames:9", "/nowhere/secret", "/livez"):
        client.get(path)
    client.open("/livez", method="BREW")
    found = read(client)
    name = "gazette_requests_total"
    assert found[name, "GET", "/v1/places/<id>", "200"] == 1
    assert found[name, "GET", "/v1/places/<id>", "404"] == 1
    assert found[name, "GET", "unmatched", "404"] == 1
    assert found[name, "OTHER", "unmatched", "405"] == 1
    assert not any("secret" in label for key in found for label in key)


def test_steps_texts_and_places_are_measured(client: FlaskClient) -> None:
    client.post("/v1/analyze", json={"text": "Alep et Sakhour", "language": "fr"})
    found = read(client)
    for step in ("intake", "analysis", "dump"):
        assert found["gazette_step_seconds_count", step] == 1
    assert found[("gazette_article_characters_sum",)] == 15
    assert (found["gazette_places_total", "yes"], found["gazette_places_total", "no"]) == (1, 1)


def test_a_batch_is_measured_when_its_last_line_is_sent(client: FlaskClient) -> None:
    lines = b'{"text": "Alep", "language": "fr"}\n' * 3
    response = client.post("/v1/analyze/batch", data=lines, content_type="application/x-ndjson")
    assert response.data.count(b"\n") == 3
    response.close()
    found = read(client)
    assert found["gazette_requests_total", "POST", "/v1/analyze/batch", "200"] == 1
    assert found["gazette_places_total", "yes"] == 3
    assert found[("gazette_article_characters_sum",)] == 4  # the mean
    assert found[("gazette_analyses_running",)] == 0


def test_degraded_answers_are_counted_by_part() -> None:
    def without_help(article: Article, options: Options, parts: Parts) -> Analysis:
        return replace(analyze(article, options, parts), degraded=("remote_geocoder",))

    app = Flask("service")
    web.register(app, make_parts(), Settings(), without_help)
    client = app.test_client()
    client.post("/v1/analyze", json={"text": "Alep"})
    assert read(client)["gazette_degraded_answers_total", "remote_geocoder"] == 1


def test_caches_are_counted_by_what_was_added_since() -> None:
    app = Flask("service")
    told = [(0, 0, 0), (3, 2, 1), (3, 5, 1)]
    web.register(app, make_parts(), Settings()).watch_cache("gazetteer", lambda: told.pop(0))
    client = app.test_client()
    for _ in range(3):
        client.get("/livez")
    with app.app_context():
        found = samples(metrics().page().decode())
    assert found["gazette_cache_lookups_total", "gazetteer", "hit"] == 3
    assert found["gazette_cache_lookups_total", "gazetteer", "miss"] == 5
    assert found["gazette_gazetteer_misses_total", "gazetteer"] == 1


def test_metrics_are_text_and_nothing_else(client: FlaskClient) -> None:
    response = client.get("/metrics")
    assert (response.mimetype, response.headers["Cache-Control"]) == ("text/plain", "no-store")
    assert client.get("/metrics", headers={"Accept": "application/json"}).status_code == 406


def test_a_worker_that_ended_stays_counted_and_leaves_no_file(tmp_path: Path) -> None:
    with served(tmp_path / "log", WORKERS="2", METRICS_DIRECTORY=str(tmp_path)) as service:
        (directory,) = tmp_path.glob("gazette-metrics-*")
        for _ in range(20):
            assert service.ask("/v1/places/geonames:170063").status == 200
        key = ("gazette_requests_total", "GET", "/v1/places/<id>", "200")
        assert samples(service.ask("/metrics").body.decode())[key] == 20
        before = service.workers()
        os.kill(before[0], signal.SIGKILL)
        wait_until(lambda: len(service.workers()) == 2 and service.workers() != before)
        service.ask("/v1/places/geonames:170063")
        wait_until(lambda: not list(directory.glob(f"*_{before[0]}.db")))
        assert samples(service.ask("/metrics").body.decode())[key] == 21
        service.stop()
    assert not directory.exists()


def test_directories_of_ended_services_are_removed_and_others_kept(tmp_path: Path) -> None:
    ended = tmp_path / "gazette-metrics-4194399-x"
    living = tmp_path / f"gazette-metrics-{os.getppid()}-x"
    other = tmp_path / "somebody-elses"
    for directory in (ended, living, other):
        directory.mkdir()
    made = metrics_files.make_directory(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {made.name, living.name, other.name}
    assert metrics_files.owner(str(made)) == os.getpid()
    assert metrics_files.owner(str(other)) is None
    assert made.stat().st_mode & 0o077 == 0
