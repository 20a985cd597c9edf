"""How the values of the domain become JSON: attribute by attribute, at the speed of the attributes."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from marshmallow import EXCLUDE, Schema, fields


class _Column(NamedTuple):
    """One key of the answer: where its value lies in the object, and how it is written."""

    key: str
    read: Callable[[Any], Any]
    write: Callable[..., Any]


class AnswerSchema(Schema):
    """What the service answers. Keys may be added, so that the contract says nothing against others.

    An answer is dumped from a value whose attributes are all there. So each is read by its path at once; the
    framework's own search (as a key, an index, an attribute, a callable) costs thrice the writing, for some
    eight hundred fields an article.
    """

    class Meta:
        unknown = EXCLUDE

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._columns = tuple(
            _Column(field.data_key or name, self._reader(name, field), field._serialize)
            for name, field in self.dump_fields.items()
        )

    def path_of(self, name: str, field: fields.Field[Any]) -> str:
        """The attribute that the field is written from, dotted when it lies deeper."""
        return field.attribute or name

    def _reader(self, name: str, field: fields.Field[Any]) -> Callable[[Any], Any]:
        return attrgetter(self.path_of(name, field)) if field._CHECK_ATTRIBUTE else _nothing

    def _serialize(self, obj: Any, *, many: bool = False) -> Any:
        if many:
            return [self._serialize(each) for each in obj]
        return {key: write(read(obj), key, obj) for key, read, write in self._columns}


def _nothing(_: Any) -> None:
    """For fields that are computed from the whole object."""
