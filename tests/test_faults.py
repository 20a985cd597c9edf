"""The real service where its surroundings fail or are strange: clock, zone, locale, locks, full disks."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from bench.service import ROOT, RunningService, running_service
from service.adapters import spacy_recognizer
from service.adapters.spacy_recognizer import SpacyRecognizer
from service.adapters.sql_articles import open_articles
from service.errors import DamagedData, Unavailable
from tests.adapters.article_store_contract import make_article
from tests.conftest import GAZETTEER
from tests.web.desk import make_app

ARTICLES = sorted((ROOT / "service" / "data" / "articles").glob("*.json"))
# Read by Python before anything else: its clock stands 27 years ago, for all who ask it for a date.
OTHER_DATE = """
import datetime, time
_time, _date, _moment = time.time, datetime.date, datetime.datetime
time.time = lambda: _time() - 27 * 365 * 86_400
class date(_date):
    @classmethod
    def today(cls): return cls.fromtimestamp(time.time())
class moment(_moment):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def today(cls): return cls.now()
datetime.date, datetime.datetime = date, moment
"""
STRANGE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def _bytes(service: RunningService, body: bytes) -> bytes:
    request = urllib.request.Request(f"{service.url}/v1/analyze", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        read: bytes = response.read()
    return read


def test_zone_date_locale_workers_and_company_change_no_byte(live: RunningService, tmp_path: Path) -> None:
    """The answers of two workers to many at once, in a strange place and time, are those given alone."""
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in ARTICLES[:5]]
    bodies = [json.dumps({"text": text}).encode() for text in texts]
    alone = [_bytes(live, body) for body in bodies]
    (tmp_path / "sitecustomize.py").write_text(OTHER_DATE, encoding="utf-8")
    with (
        running_service(
            WORKERS="2",
            GAZETTEER_PATH=str(GAZETTEER),
            ARTICLES_URL=f"sqlite:///{tmp_path}/a.sqlite",
            PYTHONPATH=str(tmp_path),
            **STRANGE,
        ) as strange,
        ThreadPoolExecutor(6) as pool,
    ):
        assert list(pool.map(partial(_bytes, strange), bodies * 3)) == alone * 3


def test_commands_read_and_write_utf_8_whatever_the_locale(compiled_gazetteer: None, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Le maire de Genève parle à Évian.", encoding="utf-8")
    command = [sys.executable, "-m", "service.cli", "analyze", str(tmp_path / "article.txt")]
    environment = {"PATH": os.environ["PATH"], "GAZETTEER_PATH": str(GAZETTEER), **STRANGE}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert {"Genève", "Évian-les-Bains"} & {place["name"] for place in json.loads(done.stdout)["places"]}


def test_a_store_that_another_has_locked_is_unavailable_until_it_is_free(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/articles.sqlite"
    store = open_articles(url, timeout_seconds=0.2)
    store.put(make_article("a"))
    client = make_app(articles=store).test_client()
    with closing(sqlite3.connect(tmp_path / "articles.sqlite")) as other:
        other.execute("BEGIN EXCLUSIVE")
        begin = time.monotonic()
        answer = client.get("/v1/articles/a")
        assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)
        assert time.monotonic() - begin < 2
        assert client.get("/readyz").status_code == 503
        assert client.post("/v1/analyze", json={"text": "Alep", "language": "fr"}).status_code == 200
        other.rollback()
    assert client.get("/v1/articles/a").status_code == 200


def test_a_store_that_is_slow_is_waited_for_within_the_bound(tmp_path: Path) -> None:
    store = open_articles(f"sqlite:///{tmp_path}/articles.sqlite", timeout_seconds=5)
    store.put(make_article("a"))
    with (
        closing(sqlite3.connect(tmp_path / "articles.sqlite", check_same_thread=False)) as other,
        ThreadPoolExecutor(1) as pool,
    ):
        other.execute("BEGIN EXCLUSIVE")
        asked = pool.submit(store.get, "a")
        time.sleep(0.2)
        other.rollback()
        assert asked.result().id == "a"


def test_an_import_of_articles_into_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """The size of files is bounded, which SQLite takes as it takes a full disk: the write fails."""
    database = tmp_path / "articles.sqlite"
    store = open_articles(f"sqlite:///{database}")
    store.put(make_article("a"))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (database.stat().st_size + 8192, limits[1]))
    try:
        with pytest.raises(Unavailable):
            store.put_many((make_article("b"), make_article("c", "Alep. " * 100_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [article.id for article in store.page().articles] == ["a"]
    store.put(make_article("b"))


def test_a_pipeline_that_is_not_installed_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_recognizer, "PIPELINE", "fr_core_news_nowhere")
    with pytest.raises(DamagedData, match="not installed"):
        SpacyRecognizer()
