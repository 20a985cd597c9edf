"""The gazetteer, asked directly."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from service.domain import degradation
from service.domain.model import GazetteerEntry
from service.domain.place_ids import find_place
from service.domain.ports import Nearby
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.geojson import feature, places_of
from service.web.languages import by_language, in_language, wanted_languages
from service.web.problems import MERGED, NOT_FOUND, UNAVAILABLE
from service.web.schemas.features import FeatureCollectionSchema, FeatureSchema
from service.web.schemas.found_places import (
    Found,
    FoundMeta,
    FullPlace,
    FullPlaceSchema,
    NearbyListSchema,
    PlaceListSchema,
)
from service.web.schemas.place_queries import (
    Around,
    LanguageQuerySchema,
    PlaceQuerySchema,
    ReverseQuerySchema,
    Search,
)

room = Room("places", __name__, description="The gazetteer: places by name, by id, around a point.")


@room.serves("GET", "/places", "searchPlaces")
@room.takes(PlaceQuerySchema)
@room.answers(PlaceListSchema, problems=(UNAVAILABLE,), features=FeatureCollectionSchema, reshape=places_of)
def search_places(search: Search) -> Found:
    """Search places by name

    Exact names come first, then beginnings, then misspelt ones. Behind a comma may stand what the place lies
    in: `Paris, Texas`. Countries, kinds and box filter; `lat` with `lon` only ranks. Names are answered in
    `lang`, or else in the language that `Accept-Language` likes best, where they are known in it.
    """
    return _found(search.language, lambda: desk().parts.gazetteer.search(search.query))


@room.serves("GET", "/places/reverse", "findPlacesAround")
@room.takes(ReverseQuerySchema)
@room.answers(NearbyListSchema, problems=(UNAVAILABLE,), features=FeatureCollectionSchema, reshape=places_of)
def find_places_around(around: Around) -> Found:
    """Find the places around a point

    Nearest first, by geodesic distance.
    """
    gazetteer = desk().parts.gazetteer
    return _found(
        around.language,
        lambda: gazetteer.nearest(around.point, around.limit, around.radius_km, around.types),
    )


@room.serves("GET", "/places/<id>", "getPlace")
@room.takes(LanguageQuerySchema)
@room.answers(
    FullPlaceSchema,
    problems=(MERGED, NOT_FOUND, UNAVAILABLE),
    features=FeatureSchema,
    reshape=feature,
)
def get_place(language: str | None, id: str) -> FullPlace:
    """Read one place

    With the places that it lies in and the names that it is found by. The parts of places that an analysis
    answers have ids too: `geonames:170063#est`, the `#` written `%23` in a path.
    """
    parts = desk().parts
    entry = find_place(id, parts.gazetteer, parts.city_parts)
    names = parts.gazetteer.tagged_names(entry.id)
    named = in_language(entry, wanted_languages(language), parts.gazetteer.tagged_names)
    return FullPlace(named, by_language(names))


def _found(language: str | None, ask: Callable[[], Iterable[GazetteerEntry | Nearby]]) -> Found:
    """The places named in the caller's language, and the parts that could not be asked."""
    languages, names = wanted_languages(language), desk().parts.gazetteer.tagged_names
    with degradation.watch() as failed:
        places = tuple(ask())
    named = tuple(
        replace(one, entry=in_language(one.entry, languages, names))
        if isinstance(one, Nearby)
        else in_language(one, languages, names)
        for one in places
    )
    sources = desk().sources()
    meta = FoundMeta(
        service=sources.service,
        gazetteer=sources.gazetteer,
        rules=sources.rules,
        attribution=sources.attribution,
        degraded=failed.names,
    )
    return Found(named, meta)
