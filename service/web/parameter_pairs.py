"""Query parameters that only go together: one object to OpenAPI; in the address they stand as ever."""

from __future__ import annotations

from typing import Any

_PAIRS = {"near": ("lat", "lon"), "hints.near": ("hints.latitude", "hints.longitude")}


def pair(parameters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Optional parameters that only go together, as the two properties of one."""
    by_name = {parameter["name"]: parameter for parameter in parameters}
    for name, members in _PAIRS.items():
        parts = [by_name[one] for one in members if one in by_name and not by_name[one]["required"]]
        if parts:
            by_name = {key: value for key, value in by_name.items() if key not in members}
            by_name[name] = _object(name, parts)
    return list(by_name.values())


def _object(name: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    names = [part["name"] for part in parts]
    return {
        "in": "query",
        "name": name,
        "description": f"A point to be near: the parameters `{names[0]}` and `{names[1]}`, always together."
        " It only ranks.",
        "required": False,
        "style": "form",
        "explode": True,
        "schema": {
            "type": "object",
            "properties": {
                part["name"]: part["schema"] | {"description": part["description"]} for part in parts
            },
            "additionalProperties": False,
            "anyOf": [{"maxProperties": 0}, {"minProperties": len(parts)}],
        },
        # The first is what the documentation fills in: none, since a point ranks all that is found.
        "examples": {
            "none": {"summary": "No point", "value": {}},
            "point": {
                "summary": "A point",
                "value": {part["name"]: part["schema"]["examples"][0] for part in parts},
            },
        },
    }
