"""The page for people as a browser is sent it. What it does there, `tests/browser` shows."""

from __future__ import annotations

import gzip
import re

import pytest
from flask.testing import FlaskClient


def files_of(client: FlaskClient) -> list[str]:
    """The addresses of the files that the page names."""
    return re.findall(r'(?:href|src)="(explorer/[^"]+)"', client.get("/").get_data(as_text=True))


def test_the_page_is_asked_for_anew_and_known_again(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.mimetype == "text/html"
    assert page.headers["Cache-Control"] == "no-cache"
    again = client.get("/", headers={"If-None-Match": page.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_its_policy_forbids_all_from_outside(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_every_file_that_it_names_is_kept_for_good(client: FlaskClient) -> None:
    names = files_of(client)
    assert len(names) > 8
    for name in names:
        response = client.get(f"/{name}")
        assert response.status_code == 200, name
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response.headers["ETag"]


def test_under_another_version_a_file_is_sent_but_not_kept(client: FlaskClient) -> None:
    response = client.get("/explorer/0123456789ab/js/main.js")
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")
    assert response.mimetype == "text/javascript"


@pytest.mark.parametrize("name", ["world/world.json", "leaflet/leaflet.js", "js/main.js"])
def test_files_are_compressed_for_those_who_can_read_it(client: FlaskClient, name: str) -> None:
    plain = client.get(f"/explorer/x/{name}")
    small = client.get(f"/explorer/x/{name}", headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in small.headers["Vary"]
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize(
    "name", ["index.html", "world/convert.py", "../docs/start.js", "js/none.js", "SOURCE.txt"]
)
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/explorer/x/{name}").status_code == 404


@pytest.mark.parametrize("name", ["leaflet/LICENSE", "world/LICENSE", "fonts/newsreader-LICENSE.txt"])
def test_licences_lie_beside_what_they_cover(client: FlaskClient, name: str) -> None:
    assert client.get(f"/explorer/x/{name}").status_code == 200
