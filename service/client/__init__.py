"""The Python client: what is asked (`calls`), what is answered (`answers`), what goes wrong (`errors`).

    from service.client import Client, analyze

    with Client("http://127.0.0.1:8000") as gazette:
        analysis = gazette.ask(analyze(text="Moscou a annoncé mardi une trêve.", published_at="2016-10-12"))

`Client` and `AsyncClient` are two thin shells over one core: both take the same calls. It needs httpx alone
and imports nothing else of the service.
"""

from __future__ import annotations

from service.client.answers import (
    Actor,
    ActorList,
    Analysis,
    Article,
    ArticlePage,
    BatchAnswer,
    Date,
    FullPlace,
    KnownActor,
    NearbyList,
    Place,
    PlaceList,
    Problem,
    Status,
)
from service.client.calls import (
    Call,
    Options,
    actor,
    analyze,
    article,
    articles,
    as_geojson,
    place,
    places_around,
    search_actors,
    search_places,
    status,
    stored_analysis,
)
from service.client.errors import (
    Busy,
    ClientError,
    InvalidRequest,
    NotAllowed,
    NotFound,
    Refused,
    Unreachable,
)
from service.client.shells import AsyncClient, Client
from service.client.talk import Patience

__all__ = [
    "Actor",
    "ActorList",
    "Analysis",
    "Article",
    "ArticlePage",
    "AsyncClient",
    "BatchAnswer",
    "Busy",
    "Call",
    "Client",
    "ClientError",
    "Date",
    "FullPlace",
    "InvalidRequest",
    "KnownActor",
    "NearbyList",
    "NotAllowed",
    "NotFound",
    "Options",
    "Patience",
    "Place",
    "PlaceList",
    "Problem",
    "Refused",
    "Status",
    "Unreachable",
    "actor",
    "analyze",
    "article",
    "articles",
    "as_geojson",
    "place",
    "places_around",
    "search_actors",
    "search_places",
    "status",
    "stored_analysis",
]
