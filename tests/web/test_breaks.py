"""The contract breaks nothing that a released one promised, and what breaks is found."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.web.openapi import render
from tests.web.breaks import breaks

RELEASED = sorted((Path(__file__).parents[2] / "docs" / "contract").glob("openapi-*.yaml"))


@pytest.fixture(scope="module")
def contract() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(render())
    return read


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_no_released_contract_is_broken(released: Path, contract: dict[str, Any]) -> None:
    assert breaks(yaml.safe_load(released.read_text(encoding="utf-8")), contract) == []


def test_there_is_a_released_contract() -> None:
    assert RELEASED


Change = Callable[[dict[str, Any]], Any]
_BREAKS: dict[str, Change] = {
    "a path": lambda c: c["paths"].pop("/v1/places"),
    "a call": lambda c: c["paths"]["/v1/analyze"].pop("post"),
    "its name": lambda c: c["paths"]["/v1/analyze"]["post"].update(operationId="read"),
    "a parameter": lambda c: _query(c).pop(0),
    "a parameter wanted": lambda c: _query(c)[-1].update(required=True),
    "a new parameter wanted": lambda c: _query(c).append(
        {"in": "query", "name": "new", "required": True, "schema": {"type": "string"}}
    ),
    "a field of a request": lambda c: _schema(c, "AnalyzeRequest")["properties"].pop("title"),
    "a field wanted": lambda c: _schema(c, "AnalyzeRequest").update(required=["language"]),
    "a type of a request": lambda c: _schema(c, "AnalyzeRequest")["properties"]["explain"].update(
        type="string"
    ),
    "a value of a request": lambda c: _field(c, "AnalyzeRequest", "offset_unit")["enum"].remove("utf16"),
    "a narrower bound": lambda c: _field(c, "AnalyzeRequest", "candidates").update(maximum=5),
    "a field of an answer": lambda c: _schema(c, "Analysis")["properties"].pop("focus"),
    "a field no longer sure": lambda c: _schema(c, "Analysis")["required"].remove("article"),
    "a type of an answer": lambda c: _field(c, "Zone", "start").update(type="string"),
    "null in an answer": lambda c: _field(c, "Zone", "start").update(type=["integer", "null"]),
    "a media type": lambda c: c["paths"]["/v1/places"]["get"]["responses"]["200"]["content"].pop(
        "application/geo+json"
    ),
    "a problem": lambda c: c["paths"]["/v1/analyze"]["post"]["responses"].pop("413"),
    "a field of a line": lambda c: _schema(c, "BatchProblem")["properties"].pop("line"),
}
_ADDITIONS: dict[str, Change] = {
    "a path": lambda c: c["paths"].update({"/v1/new": c["paths"]["/v1/status"]}),
    "a parameter": lambda c: _query(c).append({"in": "query", "name": "new", "schema": {"type": "string"}}),
    "a field of a request": lambda c: _schema(c, "AnalyzeRequest")["properties"].update(
        new={"type": "string"}
    ),
    "a field of an answer": lambda c: (
        _schema(c, "Analysis")["properties"].update(new={"type": "string"}),
        _schema(c, "Analysis")["required"].append("new"),
    ),
    "a wider bound": lambda c: _field(c, "AnalyzeRequest", "candidates").update(maximum=50),
    "a value of a request": lambda c: _field(c, "AnalyzeRequest", "offset_unit")["enum"].append("bytes"),
    "words": lambda c: _field(c, "Zone", "start").update(description="Elsewhere."),
}


def _query(contract: dict[str, Any]) -> Any:
    return contract["paths"]["/v1/places"]["get"]["parameters"]


def _schema(contract: dict[str, Any], name: str) -> Any:
    return contract["components"]["schemas"][name]


def _field(contract: dict[str, Any], schema: str, name: str) -> Any:
    return _schema(contract, schema)["properties"][name]


@pytest.mark.parametrize("change", _BREAKS.values(), ids=_BREAKS.keys())
def test_a_break_is_found(change: Change, contract: dict[str, Any]) -> None:
    changed = copy.deepcopy(contract)
    change(changed)
    assert breaks(contract, changed)


@pytest.mark.parametrize("change", _ADDITIONS.values(), ids=_ADDITIONS.keys())
def test_an_addition_breaks_nothing(change: Change, contract: dict[str, Any]) -> None:
    changed = copy.deepcopy(contract)
    change(changed)
    assert breaks(contract, changed) == []
