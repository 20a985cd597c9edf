"""The gazetteer, asked directly."""

from __future__ import annotations

from service.domain.model import GazetteerEntry
from service.domain.ports import PlaceQuery
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.geojson import feature, places_of
from service.web.problems import MERGED, NOT_FOUND, UNAVAILABLE
from service.web.schemas.features import FeatureCollectionSchema, FeatureSchema
from service.web.schemas.place_queries import Around, PlaceQuerySchema, ReverseQuerySchema
from service.web.schemas.places import Found, FullPlaceSchema, NearbyListSchema, PlaceListSchema

room = Room("places", __name__, description="The gazetteer: places by name, by id, around a point.")


@room.serves("GET", "/places", "searchPlaces")
@room.takes(PlaceQuerySchema)
@room.answers(PlaceListSchema, problems=(UNAVAILABLE,), features=FeatureCollectionSchema, reshape=places_of)
def search_places(query: PlaceQuery) -> Found:
    """Search places by name

    Exact names come first, then beginnings, then misspelt ones. Countries, kinds and box filter;
    `lang` and `lat` with `lon` only rank.
    """
    return Found(desk().parts.gazetteer.search(query), desk().sources())


@room.serves("GET", "/places/reverse", "findPlacesAround")
@room.takes(ReverseQuerySchema)
@room.answers(NearbyListSchema, problems=(UNAVAILABLE,), features=FeatureCollectionSchema, reshape=places_of)
def find_places_around(around: Around) -> Found:
    """Find the places around a point

    Nearest first, by geodesic distance.
    """
    near = desk().parts.gazetteer.nearest(around.point, around.limit, around.radius_km, around.types)
    return Found(near, desk().sources())


@room.serves("GET", "/places/<id>", "getPlace")
@room.takes_nothing
@room.answers(
    FullPlaceSchema,
    problems=(MERGED, NOT_FOUND, UNAVAILABLE),
    features=FeatureSchema,
    reshape=feature,
)
def get_place(id: str) -> GazetteerEntry:
    """Read one place

    With the places that it lies in and the names that it is found by.
    """
    return desk().parts.gazetteer.get(id)
