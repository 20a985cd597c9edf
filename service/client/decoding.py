"""From JSON to the dataclasses of `answers`. Keys that a newer service adds are passed over."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


def decode(type_: type[_T], value: Any) -> _T:
    """The value as that dataclass. Raises `KeyError` or `TypeError` when it is none."""
    decoded: _T = _decoder(cast(Hashable, type_))(value)
    return decoded


@cache
def _decoder(type_: Hashable) -> Callable[[Any], Any]:
    """How JSON becomes that type; made once for each."""
    origin, arguments = get_origin(type_), get_args(type_)
    if is_dataclass(type_):
        return _object(type_)
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda values: tuple(item(value) for value in values)
    if origin is dict:
        item = _decoder(arguments[1])
        return lambda values: {key: item(value) for key, value in values.items()}
    if origin is UnionType or NoneType in arguments:
        inner = _decoder(next(one for one in arguments if one is not NoneType))
        return lambda value: None if value is None else inner(value)
    return lambda value: value


def _object(type_: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(type_)
    members = [(one.name, _decoder(hints[one.name]), one.default is not MISSING) for one in fields(type_)]

    def decode_object(value: dict[str, Any]) -> Any:
        return type_(
            **{
                name: decode_member(value[name])
                for name, decode_member, may_be_absent in members
                if not may_be_absent or name in value
            }
        )

    return decode_object
