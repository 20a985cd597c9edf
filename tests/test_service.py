"""The whole service, from outside: gunicorn, the real model, the real gazetteer."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bench.service import ROOT, RunningService, running_service

ARTICLES = sorted((ROOT / "service" / "data" / "articles").glob("*.json"))


def ask(live: RunningService, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(live.url + path, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def mentions(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        mention
        for kind in ("actors", "places", "dates")
        for entity in answer[kind]
        for mention in entity["mentions"]
    ]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_sample_is_read_and_every_mention_is_its_slice(path: Path, live: RunningService) -> None:
    status, answer = ask(live, f"/v1/articles/{path.stem}/analysis")
    assert status == 200
    assert answer["article"]["text"] == json.loads(path.read_text(encoding="utf-8"))["text"]
    assert all(
        answer["article"]["text"][mention["start"] : mention["end"]] == mention["text"]
        for mention in mentions(answer)
    )
    assert answer["actors"]
    assert answer["places"]
    assert answer["dates"]


def test_a_stored_article_reads_as_the_same_text_sent(live: RunningService) -> None:
    article = json.loads(ARTICLES[0].read_text(encoding="utf-8"))
    _, stored = ask(live, f"/v1/articles/{article['id']}/analysis")
    sent = {key: article[key] for key in ("text", "published_at", "language", "title")}
    _, direct = ask(live, "/v1/analyze", sent)
    assert [stored[kind] for kind in ("actors", "places", "dates", "focus")] == [
        direct[kind] for kind in ("actors", "places", "dates", "focus")
    ]


def test_answers_are_the_same_alone_and_together(live: RunningService) -> None:
    bodies = [
        {"text": json.loads(path.read_text(encoding="utf-8"))["text"], "published_at": "2024-05-14"}
        for path in ARTICLES[:4]
    ]
    alone = [ask(live, "/v1/analyze", body) for body in bodies]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda body: ask(live, "/v1/analyze", body), bodies * 4))
    assert together == alone * 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 50,
        "\u00a0",
        "?",
        "a",
        "🙂" * 200,
        "é" * 300,
        "\r\nÀ Alep,\r\nlundi.\r\n",
        "Le\u0301 Caire",
    ],
)
def test_odd_texts_are_read(text: str, live: RunningService) -> None:
    status, answer = ask(live, "/v1/analyze", {"text": text, "language": "fr"})
    if text:
        assert status == 200
        assert all(text[one["start"] : one["end"]] == one["text"] for one in mentions(answer))
    else:
        assert status == 422


def test_an_unserved_language_is_refused_with_those_served(live: RunningService) -> None:
    text = "The government announced on Tuesday that the talks would resume in Geneva next week. " * 3
    status, problem = ask(live, "/v1/analyze", {"text": text})
    assert status == 422
    assert "fr" in json.dumps(problem["errors"]["language"])


def test_a_text_too_short_to_tell_is_taken_as_french(live: RunningService) -> None:
    status, answer = ask(live, "/v1/analyze", {"text": "Alep"})
    assert (status, answer["article"]["language_source"]) == (200, "assumed")


def test_a_page_is_read_with_offsets_into_its_article(live: RunningService) -> None:
    body = "<p>Le président Macron se rendra jeudi à Genève, a annoncé l'Élysée dans un communiqué.</p>" * 4
    page = f"<html><head><title>Visite</title></head><body><nav>Menu</nav><main>{body}</main></body></html>"
    status, answer = ask(live, "/v1/analyze", {"html": page, "published_at": "2024-05-14"})
    assert status == 200
    text = answer["article"]["text"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in mentions(answer))
    assert "Genève" in {place["name"] for place in answer["places"]}


def test_it_stops_at_a_signal_and_finishes_what_it_began() -> None:
    text = json.loads(ARTICLES[0].read_text(encoding="utf-8"))["text"] * 5
    with running_service(WORKERS="1") as service, ThreadPoolExecutor(1) as pool:
        begun = pool.submit(ask, service, "/v1/analyze", {"text": text, "language": "fr"})
        time.sleep(0.1)
        subprocess.run(["kill", f"-{signal.SIGTERM.value}", str(service.pid)], check=True)
        assert begun.result()[0] == 200


def test_an_interrupt_of_the_terminal_is_left_to_the_arbiter(live: RunningService) -> None:
    children = Path(f"/proc/{live.pid}/task/{live.pid}/children")
    workers = children.read_text(encoding="ascii").split()
    subprocess.run(["kill", "-INT", *workers], check=True)
    assert ask(live, "/livez")[0] == 200
    assert children.read_text(encoding="ascii").split() == workers


def test_a_missing_gazetteer_is_refused_at_the_start_with_what_to_run(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from service.app import create_app; create_app()"]
    environment = {"GAZETTEER_PATH": str(tmp_path / "none.sqlite"), "ARTICLES_URL": "sqlite://"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "gazette gazetteer build" in done.stderr
