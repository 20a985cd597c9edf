"""What a caller asks of an analysis, in a body or in a query string."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from marshmallow import RAISE, Schema, fields, post_load, validate, validates_schema

from service.domain.model import AnalyzeRequest, Hints, Options, Point
from service.web.fields import Choice, Flag, Number, WholeNumber, about, code, refuse
from service.web.offsets import OffsetUnit


class Boilerplate(StrEnum):
    EXCLUDE = "exclude"
    INCLUDE = "include"


class Part(StrEnum):
    ACTORS = "actors"
    PLACES = "places"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the domain takes it, and the unit in which the caller counts offsets."""

    request: AnalyzeRequest
    unit: OffsetUnit


_LATITUDE = validate.Range(-90, 90)
_LONGITUDE = validate.Range(-180, 180)


def latitude(**options: Any) -> Number:
    return Number(validate=_LATITUDE, metadata=about("Degrees north, WGS84.", 36.2), **options)


def longitude(**options: Any) -> Number:
    return Number(validate=_LONGITUDE, metadata=about("Degrees east, WGS84.", 37.16), **options)


def countries(**options: Any) -> fields.List[Any]:
    inner = code("^[A-Za-z]{2}$", "ISO 3166-1 alpha-2 code, or XK.", "SY")
    told = about("Countries, as ISO 3166-1 alpha-2 codes (or XK).", ["SY", "TR"])
    return fields.List(inner, validate=validate.Length(max=50), metadata=told, **options)


class HintsSchema(Schema):
    """Where the article is expected to be about: a bias, never a filter."""

    class Meta:
        unknown = RAISE

    countries = countries(load_default=())
    latitude = latitude()
    longitude = longitude()

    @validates_schema(pass_original=True)
    def complete(self, _data: dict[str, Any], given: dict[str, Any], **_: Any) -> None:
        refuse_half_a_point(given, "latitude", "longitude")

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Hints:
        return read_hints(data["countries"], data.get("latitude"), data.get("longitude"))


def refuse_half_a_point(given: dict[str, Any], latitude: str, longitude: str) -> None:
    for one, other in ((latitude, longitude), (longitude, latitude)):
        if one in given and other not in given:
            raise refuse(other, f"Goes together with {one}.")


def read_hints(countries: list[str], latitude: float | None, longitude: float | None) -> Hints:
    point = None if latitude is None or longitude is None else Point(latitude, longitude)
    return Hints(tuple(country.upper() for country in countries), point)


class OptionsSchema(Schema):
    """How the article is to be read."""

    class Meta:
        unknown = RAISE

    include = fields.List(
        Choice(Part),
        load_default=tuple(Part),
        validate=validate.Length(1, 10),
        metadata=about("The lists wanted in the answer; the others are left out.", ["actors", "places"]),
    )
    boilerplate = Choice(
        Boilerplate,
        load_default=Boilerplate.EXCLUDE,
        metadata=about("Whether mentions in menus, adverts and the like count. Their zones are always told."),
    )
    candidates = WholeNumber(
        load_default=0,
        validate=validate.Range(0, 10),
        metadata=about("How many ranked alternatives are wanted of each place and actor.", 3),
    )
    explain = Flag(
        load_default=False, metadata=about("Whether each place and actor tells the reasons of its reading.")
    )
    offset_unit = Choice(
        OffsetUnit,
        load_default=OffsetUnit.CODEPOINT,
        metadata=about(
            "The unit of every `start` and `end`: Unicode code points (Python), UTF-16 code units"
            " (JavaScript, Java, C#) or UTF-8 bytes (Go, Rust)."
        ),
    )


def read_options(data: dict[str, Any], hints: Hints) -> Options:
    return Options(
        include=frozenset(part.value for part in data["include"]),
        keep_boilerplate=data["boilerplate"] is Boilerplate.INCLUDE,
        candidates=data["candidates"],
        explain=data["explain"],
        hints=hints,
    )


class AnalysisQuerySchema(OptionsSchema):
    """The options of the analysis of a stored article, as query parameters."""

    hint_countries = countries(data_key="hints.countries", load_default=())
    hint_latitude = latitude(data_key="hints.latitude")
    hint_longitude = longitude(data_key="hints.longitude")

    @validates_schema(pass_original=True)
    def complete(self, _data: dict[str, Any], given: dict[str, Any], **_: Any) -> None:
        refuse_half_a_point(given, "hints.latitude", "hints.longitude")

    @post_load
    def make(self, data: dict[str, Any], **_: Any) -> Asked:
        hints = read_hints(data["hint_countries"], data.get("hint_latitude"), data.get("hint_longitude"))
        return Asked(AnalyzeRequest(options=read_options(data, hints)), data["offset_unit"])
