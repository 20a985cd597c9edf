"""Which media type an answer comes in, and places as GeoJSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.desk import TRUCE
from tests.web.test_http import PATHS

GEO = "application/geo+json"
WITH_PLACES = tuple(path for path in PATHS if "places" in path or "analysis" in path)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("application/json; charset=utf-8", "application/json"),
        (GEO, GEO),
        (f"{GEO};q=0.5, application/json;q=0.4", GEO),
        (f"{GEO};q=0.5, application/json", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
    ],
)
@pytest.mark.parametrize("path", WITH_PLACES)
def test_places_come_in_the_media_type_asked_for(
    client: FlaskClient, path: str, accept: str | None, media_type: str
) -> None:
    response = client.get(path, headers={"Accept": accept} if accept else {})
    assert (response.status_code, response.mimetype) == (200, media_type)
    assert "Accept" in response.headers["Vary"].split(", ")


@pytest.mark.parametrize("accept", ["text/html", "application/xml", f"{GEO};q=0", "nonsense"])
@pytest.mark.parametrize("path", [path for path in PATHS if path.startswith("/v1")])
def test_what_cannot_be_served_is_not_acceptable(client: FlaskClient, path: str, accept: str) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (406, "application/problem+json")


def test_only_places_come_as_geojson(client: FlaskClient) -> None:
    assert client.get("/v1/actors?q=Lavrov", headers={"Accept": GEO}).status_code == 406


def test_an_analysis_as_geojson(client: FlaskClient, fits: Callable[..., Any]) -> None:
    response = client.post("/v1/analyze", json={"text": TRUCE.text}, headers={"Accept": GEO})
    answer = fits(response, "FeatureCollection")
    city, district = answer["features"]
    assert city["geometry"] == {"type": "Point", "coordinates": [37.16117, 36.20124]}
    assert city["bbox"] == [37.05, 36.12, 37.25, 36.28]
    assert city["properties"]["mentions"][0]["text"] == "Alep"
    assert not {"latitude", "longitude", "bbox", "id"} & set(city["properties"])
    assert (district["geometry"], "bbox" in district) == (None, False)
    assert answer["meta"]["model"] == "fake 1.0"


def test_one_place_as_geojson(client: FlaskClient, fits: Callable[..., Any]) -> None:
    answer = fits(client.get("/v1/places/geonames:170063", headers={"Accept": GEO}), "Feature")
    assert (answer["id"], answer["properties"]["name"]) == ("geonames:170063", "Alep")


def test_no_places_are_an_empty_collection(client: FlaskClient) -> None:
    body = {"text": TRUCE.text, "include": ["dates"]}
    answer = client.post("/v1/analyze", json=body, headers={"Accept": GEO}).get_json(force=True)
    assert answer["features"] == []
