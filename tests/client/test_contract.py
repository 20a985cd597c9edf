"""The client's answers are those of `openapi.yaml`, name by name."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import MISSING, Field, fields, is_dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
import yaml

from bench.service import ROOT
from service.client import (
    answers,
    calls,
)

SCHEMAS = yaml.load((ROOT / "openapi.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["components"][
    "schemas"
]


def shape_of(schema: dict[str, Any]) -> Any:
    """What a schema says of JSON, in words that compare with `shape_of_type`."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        return frozenset(shape_of(one) for one in schema["anyOf"])
    if isinstance(schema.get("type"), list):
        alone = [{**schema, "type": one} for one in schema["type"] if one != "null"]
        return frozenset({shape_of(one) for one in alone} | {"null"})
    if schema.get("enum"):
        return ("one of", frozenset(schema["enum"]) - {None})
    inner = schema.get("items") or schema.get("additionalProperties")
    return (schema["type"], shape_of(inner)) if inner else schema["type"]


def shape_of_type(type_: Any) -> Any:
    names = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
    origin, inner = get_origin(type_), get_args(type_)
    if type_ in names:
        return names[type_]
    if is_dataclass(type_):
        return type_.__name__
    if origin is Literal:
        return ("one of", frozenset(inner))
    if origin is tuple:
        return ("array", shape_of_type(inner[0]))
    if origin is dict:
        return ("object", shape_of_type(inner[1]))
    return frozenset(shape_of_type(one) for one in inner)


ANSWERS = [
    one
    for one in vars(answers).values()
    if isinstance(one, type) and is_dataclass(one) and one.__name__ != "BatchAnswer"
]


def is_optional(field: Field[Any]) -> bool:
    return field.default is not MISSING


@pytest.mark.parametrize("type_", ANSWERS, ids=lambda type_: type_.__name__)
def test_every_answer_is_that_of_the_contract(type_: Any) -> None:
    schema, hints = SCHEMAS[type_.__name__], get_type_hints(type_)
    assert {one.name for one in fields(type_)} == set(schema["properties"])
    assert {one.name for one in fields(type_) if not is_optional(one)} == set(schema["required"])
    for one in fields(type_):
        told = shape_of_type(hints[one.name])
        wanted = shape_of(schema["properties"][one.name])
        if is_optional(one) and not (isinstance(wanted, frozenset) and "null" in wanted):
            wanted = frozenset({wanted, "null"})  # `None` stands for a key that is not there
        assert told == wanted, one.name


@pytest.mark.parametrize(("type_", "schema"), [(calls.Options, "BatchRequest"), (calls.Hints, "Hints")])
def test_every_option_is_that_of_the_contract(type_: Any, schema: str) -> None:
    assert set(get_type_hints(type_)) == set(SCHEMAS[schema]["properties"])


def test_keys_of_a_newer_service_are_passed_over() -> None:
    from service.client.decoding import decode

    assert decode(answers.Zone, {"start": 0, "end": 4, "kind": "menu", "colour": "grey"}).end == 4


def test_it_imports_nothing_of_the_service_or_its_frameworks() -> None:
    program = (
        "import sys, service.client; "
        "mine = {name for name in sys.modules if name.split('.')[0] == 'service'}; "
        "foreign = {name for name in mine if not name.startswith('service.client')} - {'service'}; "
        "sys.exit(repr(foreign) if foreign or 'flask' in sys.modules else 0)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
