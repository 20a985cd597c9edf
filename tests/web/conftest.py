"""Clients of an application over fakes, and the contract as a validator of answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from werkzeug.test import TestResponse

from service.web.openapi import render
from tests.web.desk import make_app


@pytest.fixture(scope="session")
def contract() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(render())
    return read


@pytest.fixture
def client() -> FlaskClient:
    return make_app().test_client()


@pytest.fixture(scope="session")
def fits(contract: dict[str, Any]) -> Callable[[TestResponse, str], Any]:
    """Checks a JSON answer against a schema of the contract, and gives it."""
    registry: Registry[Any] = Registry().with_resource(
        "contract:", Resource.from_contents({"$schema": Draft202012Validator.META_SCHEMA["$id"], **contract})
    )

    def check(response: TestResponse, schema: str) -> Any:
        answer = response.get_json(force=True)
        reference = {"$ref": f"contract:#/components/schemas/{schema}"}
        Draft202012Validator(reference, registry=registry, format_checker=FormatChecker()).validate(answer)
        return answer

    return check
