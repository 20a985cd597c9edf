"""Any geocoder of geopy as a gazetteer: Nominatim, Photon, Pelias and the like.

A geocoder is asked over the network for each name, so it belongs behind a cache, behind the first gazetteer,
and is off by default. It knows no misspellings and no look-up by id: such calls find nothing.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from geopy.distance import geodesic
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderNotFound,
    GeocoderQuotaExceeded,
    GeopyError,
)
from geopy.geocoders import get_geocoder_for_service

from service.adapters.bounded_http import BoundedAdapter
from service.adapters.geopy_answers import read_location
from service.domain.model import BoundingBox, GazetteerEntry, PlaceType, Point, TaggedName
from service.domain.ports import Attribution, Nearby, PlaceQuery
from service.domain.text import name_key
from service.errors import NotFound, Unavailable
from service.settings import InvalidSetting

PART = "remote_gazetteer"  # its name in `meta.degraded`
MOST = 20  # answers asked for at once
REST_SECONDS = 30
REFUSED_REST_SECONDS = 300
LONGEST_REST_SECONDS = 3600

_OPEN_STREET_MAP = Attribution(
    "© OpenStreetMap contributors", "ODbL-1.0", "https://www.openstreetmap.org/copyright"
)
_REFUSALS = (GeocoderAuthenticationFailure, GeocoderInsufficientPrivileges, GeocoderQuotaExceeded)
# What geopy's readers raise when an answer is JSON of another shape than they expect.
_NONSENSE = (LookupError, TypeError, ValueError, AttributeError)


class GeopyGazetteer:
    """`service` is geopy's name of the geocoder, `geocoder` the thing itself."""

    def __init__(self, service: str, geocoder: Any) -> None:
        self._service = service
        self._geocoder = geocoder

    @property
    def version(self) -> str:
        return f"{self._service} {getattr(self._geocoder, 'domain', '')}".strip()

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        if self._service in {"nominatim", "photon"}:
            return (_OPEN_STREET_MAP,)
        return (Attribution(self._service, "see the service", "https://geopy.readthedocs.io/"),)

    def lookup(self, name: str) -> tuple[GazetteerEntry, ...]:
        key = name_key(name)
        return tuple(entry for entry in self._find(name, MOST) if key in map(name_key, entry.names))

    def similar(self, name: str, limit: int = 5) -> tuple[GazetteerEntry, ...]:
        del name, limit
        return ()

    def search(self, query: PlaceQuery) -> tuple[GazetteerEntry, ...]:
        found = self._find(query.q, MOST)
        return tuple(entry for entry in found if _wanted(entry, query))[query.offset :][: query.limit]

    def get(self, id: str) -> GazetteerEntry:
        raise NotFound("place", id)

    def tagged_names(self, id: str) -> tuple[TaggedName, ...]:
        del id
        return ()

    def nearest(
        self,
        point: Point,
        limit: int = 5,
        radius_km: float = 50.0,
        types: tuple[PlaceType, ...] = (),
    ) -> tuple[Nearby, ...]:
        entries = self._ask(self._geocoder.reverse, (point.latitude, point.longitude), limit)
        around = (
            Nearby(entry, round(_distance_km(point, entry.point), 3))
            for entry in entries
            if entry.point and (not types or entry.type in types)
        )
        near = sorted(
            (one for one in around if one.distance_km <= radius_km), key=lambda one: one.distance_km
        )
        return tuple(near[:limit])

    def _find(self, name: str, limit: int) -> tuple[GazetteerEntry, ...]:
        return self._ask(self._geocoder.geocode, name, limit) if name_key(name) else ()

    def _ask(self, call: Callable[..., Any], query: Any, limit: int) -> tuple[GazetteerEntry, ...]:
        """Raises `Unavailable` for whatever goes wrong on the way or in the answer."""
        wishes = {"exactly_one": False, "limit": limit, "language": "fr", "addressdetails": True}
        known = inspect.signature(call).parameters
        try:
            locations = call(query, **{wish: value for wish, value in wishes.items() if wish in known})
            return tuple(read_location(self._service, location) for location in locations or ())
        except GeopyError as error:
            raise Unavailable(PART, f"{self._service}: {error}", _rest(error)) from error
        except _NONSENSE as error:
            message = f"{self._service} gave an answer that makes no sense: {error!r}"
            raise Unavailable(PART, message, REST_SECONDS) from error


def open_geopy_gazetteer(
    service: str, domain: str = "", user_agent: str = "gazette", timeout_seconds: float = 2.0
) -> GeopyGazetteer:
    """A geocoder by geopy's name; a domain may begin with `http://` or `https://`.

    Raises `InvalidSetting` for a name that geopy does not know, or one that needs a key.
    """
    try:
        kind = get_geocoder_for_service(service)
    except GeocoderNotFound as error:
        raise InvalidSetting(f"REMOTE_GEOCODER={service} is refused: geopy has no such geocoder.") from error
    scheme, _, host = domain.rpartition("://")
    given = {
        "domain": host.rstrip("/"),
        "scheme": scheme,
        "user_agent": user_agent,
        "timeout": timeout_seconds,
    }
    known = inspect.signature(kind).parameters
    options = {name: value for name, value in given.items() if value and name in known}
    try:
        return GeopyGazetteer(service, kind(**options, adapter_factory=BoundedAdapter))
    except (TypeError, GeopyError) as error:
        raise InvalidSetting(f"REMOTE_GEOCODER={service} is refused: {error}.") from error


def _rest(error: GeopyError) -> int:
    """Seconds to leave the service in peace: what it asked for, longer when it refuses us."""
    if asked := getattr(error, "retry_after", None):
        return min(int(asked), LONGEST_REST_SECONDS)
    return REFUSED_REST_SECONDS if isinstance(error, _REFUSALS) else REST_SECONDS


def _distance_km(one: Point, other: Point) -> float:
    return float(geodesic((one.latitude, one.longitude), (other.latitude, other.longitude)).km)


def _wanted(entry: GazetteerEntry, query: PlaceQuery) -> bool:
    return (
        (not query.countries or entry.country in query.countries)
        and (not query.types or entry.type in query.types)
        and (query.bbox is None or (entry.point is not None and _inside(entry.point, query.bbox)))
    )


def _inside(point: Point, box: BoundingBox) -> bool:
    east, west = point.longitude <= box.east, point.longitude >= box.west
    across = (east or west) if box.west > box.east else (east and west)
    return across and box.south <= point.latitude <= box.north
