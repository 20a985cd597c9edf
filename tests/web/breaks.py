"""What a change of the contract breaks for those who were built against an earlier one.

Callers may go on sending what they sent: nothing of a request is removed, newly required or narrowed.
Readers go on finding what they found: nothing of an answer is removed, made optional or given another type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
_DEPTH = 12  # schemas within schemas; a schema may name itself


@dataclass(frozen=True, slots=True)
class Contracts:
    """The contract that was, and the one that is."""

    old: dict[str, Any]
    new: dict[str, Any]


def breaks(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """One sentence for each break; none when the new contract keeps what the old one promised."""
    return list(dict.fromkeys(_of_paths(Contracts(old, new))))


def _of_paths(both: Contracts) -> Iterator[str]:
    for path, item in both.old["paths"].items():
        if path not in both.new["paths"]:
            yield f"{path}: removed"
            continue
        now = both.new["paths"][path]
        for method in (name for name in _METHODS if name in item):
            where = f"{method.upper()} {path}"
            if method in now:
                yield from _of_operation(both, where, item[method], now[method])
            else:
                yield f"{where}: removed"


def _of_operation(both: Contracts, where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    if old.get("operationId") != new.get("operationId"):
        yield f"{where}: operationId changed"
    yield from _of_parameters(both, where, old, new)
    body, now = (_content(both_, one.get("requestBody", {})) for both_, one in _sides(both, old, new))
    if new.get("requestBody", {}).get("required") and not old.get("requestBody", {}).get("required"):
        yield f"{where}: a body is newly required"
    yield from _of_contents(both, f"{where} request", body, now, sent=True)
    for status, response in old.get("responses", {}).items():
        if status not in new.get("responses", {}):
            yield f"{where}: answer {status} removed"
            continue
        before, after = _content(both.old, response), _content(both.new, new["responses"][status])
        yield from _of_contents(both, f"{where} {status}", before, after, sent=False)


def _sides(both: Contracts, old: Any, new: Any) -> tuple[tuple[dict[str, Any], Any], ...]:
    return (both.old, old), (both.new, new)


def _of_parameters(both: Contracts, where: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    before, after = (
        {
            (one["in"], one["name"]): one
            for one in (_resolve(contract, one) for one in call.get("parameters", ()))
        }
        for contract, call in _sides(both, old, new)
    )
    for key, parameter in after.items():
        if parameter.get("required") and not before.get(key, {}).get("required"):
            yield f"{where}: parameter {key[1]} is newly required"
    for key, parameter in before.items():
        if key not in after:
            yield f"{where}: parameter {key[1]} removed"
        else:
            inside = f"{where} parameter {key[1]}"
            yield from _of_schema(both, inside, parameter["schema"], after[key]["schema"], sent=True)


def _content(contract: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = _resolve(contract, body).get("content", {})
    return content


def _of_contents(
    both: Contracts, where: str, old: dict[str, Any], new: dict[str, Any], *, sent: bool
) -> Iterator[str]:
    for media_type, content in old.items():
        if media_type not in new:
            yield f"{where}: {media_type} removed"
        elif "schema" in content:
            now = new[media_type].get("schema", {})
            yield from _of_schema(both, where, content["schema"], now, sent=sent)


def _of_schema(
    both: Contracts, where: str, old: Any, new: Any, *, sent: bool, depth: int = 0
) -> Iterator[str]:
    old, new = _resolve(both.old, old), _resolve(both.new, new)
    if depth > _DEPTH or not isinstance(old, dict) or not isinstance(new, dict):
        return
    yield from _of_types(where, old, new, sent)
    yield from _of_required(where, old, new, sent)
    before, after = old.get("properties", {}), new.get("properties", {})
    for name, schema in before.items():
        if name in after:
            inside = f"{where}.{name}"
            yield from _of_schema(both, inside, schema, after[name], sent=sent, depth=depth + 1)
        else:
            yield f"{where}.{name}: removed"
    for key in ("items", "contentSchema", "additionalProperties"):
        if key in old:
            inside = f"{where}[]"
            yield from _of_schema(both, inside, old[key], new.get(key, {}), sent=sent, depth=depth + 1)
    for key in ("anyOf", "oneOf", "allOf"):
        for one, now in zip(old.get(key, ()), new.get(key, ()), strict=False):
            yield from _of_schema(both, where, one, now, sent=sent, depth=depth + 1)
        if sent and len(new.get(key, ())) < len(old.get(key, ())) and key != "allOf":
            yield f"{where}: an alternative removed"


def _of_types(where: str, old: dict[str, Any], new: dict[str, Any], sent: bool) -> Iterator[str]:
    before, after = _types(old), _types(new)
    lost, gained = before - after, after - before
    if (before or after) and (lost if sent and after else gained if not sent and before else set()):
        yield f"{where}: type changed from {sorted(before)} to {sorted(after)}"
    if not sent and before and not after:
        yield f"{where}: type no longer told"
    values, now = set(map(repr, old.get("enum", ()))), set(map(repr, new.get("enum", ())))
    if sent and now and (values - now or not values):
        yield f"{where}: values removed: {sorted(values - now) or 'now a closed set'}"
    for key, narrower in (
        ("minimum", 1),
        ("minLength", 1),
        ("minItems", 1),
        ("maximum", -1),
        ("maxLength", -1),
        ("maxItems", -1),
    ):
        bound, limit = old.get(key), new.get(key)
        if sent and limit is not None and (bound is None or (limit - bound) * narrower > 0):
            yield f"{where}: {key} narrowed from {bound} to {limit}"
    if sent and new.get("pattern") and new.get("pattern") != old.get("pattern"):
        yield f"{where}: pattern changed"


def _of_required(where: str, old: dict[str, Any], new: dict[str, Any], sent: bool) -> Iterator[str]:
    before, after = set(old.get("required", ())), set(new.get("required", ()))
    for name in sorted(after - before if sent else before - after):
        yield f"{where}.{name}: {'newly required' if sent else 'no longer sure'}"


def _types(schema: dict[str, Any]) -> set[str]:
    told = schema.get("type", [])
    types = {told} if isinstance(told, str) else set(told)
    return types | {"integer"} if "number" in types else types


def _resolve(contract: dict[str, Any], thing: Any) -> Any:
    while isinstance(thing, dict) and "$ref" in thing:
        target: Any = contract
        for part in thing["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        thing = target
    return thing
