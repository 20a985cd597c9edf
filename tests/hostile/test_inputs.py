"""Whatever is sent: an answer that fits the contract and whose offsets hold, or the right problem; no 5xx."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from service import web
from service.app import choose_parts
from service.domain.analysis import analyze
from service.domain.ports import Parts
from service.settings import Settings
from tests.conftest import GAZETTEER

_MAX = 2_000  # characters
_PROBLEM = "application/problem+json"
_BOUNDED = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# What texts of the press hold, and what breaks readers of them.
_PIECES = [
    *(
        "Moscou a annoncé ",
        "à Alep, ",
        "mardi 12 mai 2016",
        "le 3\u00a0mai",
        "M. Dupont ",
        "l’ONU",
        "d'",
        "\n",
        "\r\n",
    ),
    *(
        "😀",
        "𝒜lep",
        "e\u0301",
        "Ale\u0301p",
        "\0",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\u00a0",
        "\u2028",
        "\x85",
    ),
    *(
        "«",
        "»",
        "\ud7ff",
        "\U0010ffff",
        "12/11/2016 ",
        "99999999999999999999 ",
        "XXXXXIe siècle",
        "il y a 9999 ans ",
    ),
]
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), min_size=1, max_size=30).map(
    "".join
)
_UNITS: dict[str, Callable[[str], int]] = {
    "codepoint": len,
    "utf16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf8": lambda text: len(text.encode()),
}


@pytest.fixture(scope="module")
def parts(compiled_gazetteer: None) -> Parts:
    return choose_parts(Settings(gazetteer_path=GAZETTEER, articles_url="sqlite://"))


@pytest.fixture(scope="module")
def real(parts: Parts) -> FlaskClient:
    """The service with its real parts and a low limit."""
    from flask import Flask

    app = Flask("service")
    web.register(app, parts, Settings(max_characters=_MAX, gazetteer_path=GAZETTEER), analyze)
    return app.test_client()


def _mentions(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in ("actors", "places", "dates"):
        for thing in answer[kind]:
            yield from thing["mentions"]


def _cut(text: str, start: int, end: int, unit: str) -> str:
    if unit == "codepoint":
        return text[start:end]
    width, encoding = (2, "utf-16-le") if unit == "utf16" else (1, "utf-8")
    return text.encode(encoding)[start * width : end * width].decode(encoding)


@_BOUNDED
@given(text=_TEXTS.filter(lambda text: 0 < len(text) <= _MAX), unit=st.sampled_from(sorted(_UNITS)))
def test_any_text_is_read_and_offsets_hold(
    real: FlaskClient,
    fits: Callable[[TestResponse, str], Any],
    text: str,
    unit: str,
) -> None:
    sent = {"text": text, "language": "fr", "offset_unit": unit, "candidates": 2, "explain": True}
    response = real.post("/v1/analyze", json=sent)
    assert response.status_code == 200, response.text
    for mention in _mentions(fits(response, "Analysis")):
        assert _cut(text, mention["start"], mention["end"], unit) == mention["text"]


@pytest.mark.parametrize(
    "unit", ["le 12 mai 2016, ", "Jean Dupont et ", "Alep, Lyon, ", "l’ONU ", "Mme Aya Koné\r\n", "😀"]
)
def test_a_text_full_of_one_thing_is_read_up_to_the_limit(real: FlaskClient, unit: str) -> None:
    text = (unit * _MAX)[:_MAX]
    answer = real.post("/v1/analyze", json={"text": text, "language": "fr"}).get_json()
    assert all(text[one["start"] : one["end"]] == one["text"] for one in _mentions(answer))
    refused = real.post("/v1/analyze", json={"text": text + "a", "language": "fr"})
    assert refused.status_code == 413
    assert str(_MAX) in refused.get_json()["detail"]


_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
_FIELDS = (
    "text",
    "html",
    "article_id",
    "title",
    "published_at",
    "language",
    "include",
    "hints",
    "id",
    "candidates",
)


def _refused_rightly(response: TestResponse, allowed: set[int]) -> None:
    assert response.status_code in allowed, response.text
    if response.status_code >= 300:
        assert response.mimetype == _PROBLEM
        problem = response.get_json()
        assert problem["status"] == response.status_code
        assert "Traceback" not in response.text
        assert "/service/" not in response.text


@_BOUNDED
@given(body=st.dictionaries(st.sampled_from(_FIELDS), _VALUES, max_size=5))
def test_any_value_in_any_field_is_answered_or_refused(client: FlaskClient, body: dict[str, Any]) -> None:
    _refused_rightly(
        client.post("/v1/analyze", data=json.dumps(body), content_type="application/json"),
        {200, 400, 404, 422},
    )


@_BOUNDED
@given(body=st.binary(max_size=200))
def test_any_bytes_are_refused(client: FlaskClient, body: bytes) -> None:
    _refused_rightly(client.post("/v1/analyze", data=body, content_type="application/json"), {400, 422})


@_BOUNDED
@given(body=st.lists(st.binary(max_size=60), max_size=8).map(b"\n".join))
def test_any_bytes_are_answered_line_by_line(client: FlaskClient, body: bytes) -> None:
    response = client.post("/v1/analyze/batch", data=body, content_type="application/x-ndjson", buffered=True)
    assert response.status_code == 200
    assert all(json.loads(line)["status"] in {400, 422} for line in response.data.splitlines())


@_BOUNDED
@given(media_type=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40))
def test_any_media_type_is_answered_or_refused(client: FlaskClient, media_type: str) -> None:
    sent = client.post("/v1/analyze", data=b'{"text": "Alep"}', headers={"Content-Type": media_type})
    _refused_rightly(sent, {200, 415})
    _refused_rightly(client.get("/v1/status", headers={"Accept": media_type}), {200, 406})


@_BOUNDED
@given(id=st.text(min_size=1, max_size=60), kind=st.sampled_from(["articles", "places", "actors"]))
def test_any_id_is_known_or_not_found(client: FlaskClient, id: str, kind: str) -> None:
    from urllib.parse import quote

    path = f"/v1/{kind}/{quote(id, safe='', errors='replace')}"
    _refused_rightly(client.get(path), {200, 308, 404, 422})


@pytest.mark.parametrize(
    "path",
    [
        "/..%2f..%2fetc/passwd",
        "/docs/..%2f..%2fapp.py",
        "/explorer/x/../../app.py",
        "/v1/%00",
        "/%ff",
    ],
)
def test_tricks_of_paths_lead_nowhere(client: FlaskClient, path: str) -> None:
    _refused_rightly(client.get(path), {404})


@pytest.mark.parametrize("path", ["/v1//status", "/docs//example.org", "/%2f/example.org/"])
def test_slashes_lead_to_no_other_host(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {308, 404}
    assert (response.location or "http://localhost/").startswith("http://localhost/")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"[" * 200_000, 400, id="deep list"),
        pytest.param(b'{"a":' * 100_000, 400, id="deep object"),
        pytest.param(b'{"text": "a", "hints": ' + b"[" * 900 + b"]" * 900 + b"}", 422, id="rather deep"),
        pytest.param(b"[" + b"1," * 500_000 + b"1]", 422, id="wide list"),
        pytest.param(json.dumps({str(n): n for n in range(50_000)}).encode(), 422, id="wide object"),
        pytest.param(b'{"text": "a", "text": "b"}', 400, id="a key twice"),
        pytest.param(b'{"candidates": ' + b"9" * 100_000 + b"}", 400, id="a long number"),
        pytest.param(b'{"candidates": 1e400, "text": "a"}', 422, id="a great number"),
        pytest.param(b'{"text": "\\ud83d"}', 422, id="half a pair"),
        pytest.param(b'{"\\udc00": 1}', 422, id="half a pair in a key"),
        pytest.param(b"\xff\xfe{\x00}\x00", 400, id="UTF-16"),
        pytest.param('{"text": "é"}'.encode("latin-1"), 400, id="Latin-1"),
        pytest.param(b"\xef\xbb\xbf" + b'{"text": "Alep"}', 200, id="a mark of byte order"),
        pytest.param(b"", 400, id="nothing"),
        pytest.param(b"\0" * 10_000, 400, id="NUL"),
    ],
)
def test_hostile_json_gets_its_problem(client: FlaskClient, body: bytes, status: int) -> None:
    response = client.post("/v1/analyze", data=body, content_type="application/json")
    _refused_rightly(response, {status})
    assert len(response.data) < 10_000_000
