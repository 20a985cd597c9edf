"""A blueprint whose views return plain values: what they take and answer is told by decorators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from flask import Response
from flask_smorest import Blueprint
from marshmallow import RAISE, Schema

from service.web import geojson
from service.web.answers import JSON, Reshape, answer, choose_type, tag
from service.web.parser import StrictParser
from service.web.problems import INVALID, Kind

View = Callable[..., Any]


class NoQuerySchema(Schema):
    """Calls without parameters take none."""

    class Meta:
        unknown = RAISE


class Room(Blueprint):  # type: ignore[misc]
    """One group of calls."""

    ARGUMENTS_PARSER = StrictParser()

    def serves(self, method: str, path: str, name: str) -> Callable[[View], View]:
        """The view answers the method at the path; `name` is the call's id in the contract."""

        def decorate(view: View) -> View:
            served: View = self.route(path, methods=[method])(self.doc(operationId=name)(view))
            return served

        return decorate

    def takes(
        self, schema: type[Schema], location: str = "query", examples: dict[str, Any] | None = None
    ) -> Callable[[View], View]:
        """The view's first argument is the query or the body, loaded by the schema."""

        def decorate(view: View) -> View:
            loaded: View = self.arguments(schema(), location=location, examples=examples)(view)
            # The framework names its own response here, differently from one Python to the next.
            loaded._apidoc["arguments"]["responses"] = {str(INVALID.status): INVALID.component}  # type: ignore[attr-defined]
            return loaded

        return decorate

    def takes_nothing(self, view: View) -> View:
        """Refuses any query parameter."""

        @wraps(view)
        def without_query(_query: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
            return view(*args, **kwargs)

        return self.takes(NoQuerySchema)(without_query)

    def answers(
        self,
        schema: type[Schema],
        *,
        problems: Sequence[Kind] = (),
        features: type[Schema] | None = None,
        reshape: Reshape | None = None,
        cache_control: str | None = "no-cache",
    ) -> Callable[[View], View]:
        """The view's value is dumped by the schema; as GeoJSON too, by `reshape`, which `features` describes.

        `cache_control` goes with an `ETag`; with `None` the answer must not be kept.
        """
        dumper = schema()
        described = {JSON: schema, **({geojson.MEDIA_TYPE: features} if features else {})}

        def decorate(view: View) -> View:
            @wraps(view)
            def respond(*args: Any, **kwargs: Any) -> Response:
                media_type = choose_type(tuple(described))
                value = view(*args, **kwargs)
                response = answer(value, dumper, media_type, reshape)
                return tag(response, None if _degraded(value) else cache_control)

            return self._describe(respond, described, problems)

        return decorate

    def _describe(self, view: View, described: dict[str, type[Schema]], problems: Sequence[Kind]) -> View:
        meaning = next(iter(described.values())).__doc__ or ""
        for media_type, schema in reversed(described.items()):
            view = self.response(200, schema, content_type=media_type, description=meaning)(view)
        for kind in problems:
            view = self.alt_response(kind.status, kind.component)(view)
        return view


def _degraded(value: Any) -> bool:
    """An answer without some part's word may be whole the next time: nobody should keep it."""
    return bool(getattr(getattr(value, "meta", None), "degraded", ()))
