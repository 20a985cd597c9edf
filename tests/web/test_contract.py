"""The contract: committed, valid, the one that is served, with examples that fit; and its documentation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from service.web.openapi import render
from service.web.pages import ASSETS, STATIC

COMMITTED = Path(__file__).parents[2] / "openapi.yaml"


def test_the_committed_contract_is_the_one_written_from_the_schemas() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == render(), "run `make openapi`"


def test_the_served_contract_is_the_committed_one(client: FlaskClient) -> None:
    response = client.get("/openapi.yaml")
    assert response.data == COMMITTED.read_bytes()
    assert response.mimetype == "application/yaml"


def test_the_contract_is_valid_openapi_3_1(contract: dict[str, Any]) -> None:
    validate(contract)
    assert contract["openapi"] == "3.1.0"


def operations(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in contract["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield f"{method.upper()} {path}", operation


def test_the_calls_are_those_of_the_design(contract: dict[str, Any]) -> None:
    assert [name for name, _ in operations(contract)] == [
        "POST /v1/analyze",
        "POST /v1/analyze/batch",
        "GET /v1/articles",
        "GET /v1/articles/{id}",
        "GET /v1/articles/{id}/analysis",
        "GET /v1/places",
        "GET /v1/places/reverse",
        "GET /v1/places/{id}",
        "GET /v1/actors",
        "GET /v1/actors/{id}",
        "GET /v1/status",
        "GET /livez",
        "GET /readyz",
        "GET /metrics",
    ]


def test_every_call_is_named_described_and_tells_its_problems(contract: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, operation in operations(contract)]
    assert len(set(ids)) == len(ids)
    for name, operation in operations(contract):
        assert operation["summary"], name
        assert operation["tags"], name
        assert {"200", "406", "500"} <= set(operation["responses"]), name


def test_every_field_is_described(contract: dict[str, Any]) -> None:
    for name, schema in contract["components"]["schemas"].items():
        for field, described in schema["properties"].items():
            refers = "$ref" in described
            assert refers or described.get("description"), f"{name}.{field}"


def examples(node: Any) -> Iterator[tuple[dict[str, Any], Any]]:
    if isinstance(node, dict):
        if isinstance(node.get("examples"), list):
            yield from ((node, example) for example in node["examples"])
        for value in node.values():
            yield from examples(value)
    elif isinstance(node, list):
        for value in node:
            yield from examples(value)


def test_every_example_fits_its_schema(contract: dict[str, Any]) -> None:
    found = list(examples(contract))
    assert len(found) > 100
    for schema, example in found:
        Draft202012Validator(
            {"components": contract["components"], **schema}, format_checker=FormatChecker()
        ).validate(example)


def test_every_example_of_a_request_is_answered(contract: dict[str, Any], client: FlaskClient) -> None:
    body = contract["paths"]["/v1/analyze"]["post"]["requestBody"]["content"]["application/json"]
    for name, example in body["examples"].items():
        Draft202012Validator({"components": contract["components"], **body["schema"]}).validate(
            example["value"]
        )
        assert client.post("/v1/analyze", json=example["value"]).status_code == 200, name


def test_answers_leave_room_for_more_keys(contract: dict[str, Any]) -> None:
    closed = [
        name
        for name, schema in contract["components"]["schemas"].items()
        if schema.get("additionalProperties") is False
    ]
    assert closed == ["AnalyzeRequest", "BatchRequest", "Hints"]


def test_one_source_is_told_in_the_contract(contract: dict[str, Any]) -> None:
    schema = {"components": contract["components"], "$ref": "#/components/schemas/AnalyzeRequest"}
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert validator.is_valid({"text": "Alep", "hints": {"latitude": 1, "longitude": 2}})
    assert not validator.is_valid({})
    assert not validator.is_valid({"text": "Alep", "html": "Alep"})
    assert not validator.is_valid({"text": "Alep", "hints": {"latitude": 1}})
    assert not validator.is_valid({"text": "Alep", "published_at": "yesterday"})


def test_the_documentation_loads_nothing_from_outside(client: FlaskClient) -> None:
    page = client.get("/docs", buffered=True)
    assert page.mimetype == "text/html"
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert "//" not in page.text
    for name in ASSETS:
        assert client.get(f"/docs/{name}", buffered=True).status_code == 200


def test_the_documentation_asks_no_validator() -> None:
    assert "validatorUrl: null" in (STATIC / "docs" / "start.js").read_text(encoding="utf-8")


def test_swagger_ui_is_unchanged() -> None:
    folder = STATIC / "swagger-ui"
    listed = [line.split() for line in (folder / "SOURCE.txt").read_text().splitlines()[2:]]
    assert {name for _, name in listed} | {"SOURCE.txt"} == {path.name for path in folder.iterdir()}
    for digest, name in listed:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", ["swagger-ui-bundle.js", "swagger-ui.css"])
def test_vendored_files_come_with_their_licence(name: str) -> None:
    assert (STATIC / "swagger-ui" / name).exists()
    assert "Apache License" in (STATIC / "swagger-ui" / "LICENSE").read_text()


def test_the_contract_is_plain_yaml() -> None:
    text = render()
    assert not any(line.lstrip().startswith(("&", "*id")) for line in text.splitlines())
    assert yaml.safe_load(text)["info"]["title"] == "Gazette"
