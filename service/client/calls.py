"""What can be asked: each function makes a `Call`, which is sent by `Client.ask` or `AsyncClient.ask`.

A call is a value: nothing is sent before it is asked, and it may be asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, Literal, TypedDict, TypeVar, Unpack
from urllib.parse import quote

from service.client.answers import (
    ActorList,
    Analysis,
    Article,
    ArticlePage,
    FullPlace,
    KnownActor,
    NearbyList,
    OffsetUnit,
    PlaceList,
    PlaceType,
    Status,
)
from service.client.decoding import decode

T = TypeVar("T")
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One question: `read` makes the value of the JSON answered; `next` is the call for the page after it."""

    method: Literal["GET", "POST"]
    path: str
    read: Callable[[Any], T]
    query: Query = ()
    body: Mapping[str, Any] | None = None
    accept: str = "application/json"
    next: Callable[[T], Call[T] | None] = field(default=lambda _: None)


class Hints(TypedDict, total=False):
    """Where the article is expected to play: it ranks, it never filters."""

    countries: list[str]
    latitude: float
    longitude: float


class Choices(TypedDict, total=False):
    """How an article is to be read; what is left out has the default of the contract."""

    include: list[Literal["actors", "places", "dates"]]
    boilerplate: Literal["exclude", "include"]
    candidates: int
    explain: bool
    offset_unit: OffsetUnit
    hints: Hints


class Options(Choices, total=False):
    """A request: exactly one of `text`, `html` and `article_id`; `id` is for lines of a batch only."""

    id: str | int
    text: str
    html: str
    article_id: str
    title: str | None
    published_at: str | date | None
    language: str | None


def analyze(**options: Unpack[Options]) -> Call[Analysis]:
    """Reads an article: `analyze(text="…", published_at="2016-10-12")`."""
    return Call("POST", "/v1/analyze", _reads(Analysis), body=body_of(options))


def stored_analysis(id: str, **choices: Unpack[Choices]) -> Call[Analysis]:
    """Reads an article of the store."""
    told: dict[str, Any] = dict(choices)
    hints = {f"hints.{name}": value for name, value in told.pop("hints", {}).items()}
    return Call("GET", f"/v1/articles/{_segment(id)}/analysis", _reads(Analysis), _query(told | hints))


def article(id: str) -> Call[Article]:
    """An article of the store, with its text."""
    return Call("GET", f"/v1/articles/{_segment(id)}", _reads(Article))


def articles(q: str | None = None, limit: int = 100, cursor: str | None = None) -> Call[ArticlePage]:
    """A page of the store; `Client.pages` goes on to the last."""

    def next_page(page: ArticlePage) -> Call[ArticlePage] | None:
        return articles(q, limit, page.next_cursor) if page.next_cursor else None

    query = _query({"q": q, "limit": limit, "cursor": cursor})
    return Call("GET", "/v1/articles", _reads(ArticlePage), query, next=next_page)


def search_places(
    q: str,
    *,
    lang: str | None = None,
    limit: int = 10,
    countries: Iterable[str] = (),
    types: Iterable[PlaceType] = (),
    near: tuple[float, float] | None = None,
) -> Call[PlaceList]:
    """Places by name, best first. `near` is latitude and longitude, and ranks only."""
    told = {"q": q, "lang": lang, "limit": limit, "countrycode": list(countries), "type": list(types)}
    where = {"lat": near[0], "lon": near[1]} if near else {}
    return Call("GET", "/v1/places", _reads(PlaceList), _query(told | where))


def place(id: str, lang: str | None = None) -> Call[FullPlace]:
    """One place, with its names and parents."""
    return Call("GET", f"/v1/places/{_segment(id)}", _reads(FullPlace), _query({"lang": lang}))


def places_around(
    *, latitude: float, longitude: float, limit: int = 5, radius_km: float = 50.0
) -> Call[NearbyList]:
    """The places around a point, nearest first."""
    query = _query({"lat": latitude, "lon": longitude, "limit": limit, "radius_km": radius_km})
    return Call("GET", "/v1/places/reverse", _reads(NearbyList), query)


def search_actors(q: str, limit: int = 10) -> Call[ActorList]:
    """Known actors by name, best first."""
    return Call("GET", "/v1/actors", _reads(ActorList), _query({"q": q, "limit": limit}))


def actor(id: str) -> Call[KnownActor]:
    """One known actor."""
    return Call("GET", f"/v1/actors/{_segment(id)}", _reads(KnownActor))


def status() -> Call[Status]:
    """Versions, languages, limits and credits."""
    return Call("GET", "/v1/status", _reads(Status))


def as_geojson(call: Call[Any]) -> Call[dict[str, Any]]:
    """The same call, answered with its places as GeoJSON (RFC 7946), as it comes."""
    return replace(call, accept="application/geo+json", read=dict, next=lambda _: None)


def body_of(options: Options) -> dict[str, Any]:
    """The request as JSON has it."""
    told: dict[str, Any] = dict(options)
    if isinstance(told.get("published_at"), date):
        told["published_at"] = told["published_at"].isoformat()
    return told


def _reads(type_: type[T]) -> Callable[[Any], T]:
    return lambda value: decode(type_, value)


def _segment(id: str) -> str:
    """An id within a path: `geonames:170063#est` has a `#`, which would end it."""
    return quote(id, safe=":")


def _query(told: Mapping[str, Any]) -> Query:
    """The parameters that are told; one that has several values comes several times."""
    return tuple(
        (name, str(one).lower() if isinstance(one, bool) else str(one))
        for name, value in told.items()
        if value is not None
        for one in (value if isinstance(value, list) else [value])
    )
