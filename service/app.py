"""The composition root: settings → parts → Flask. The only file that knows every part."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from service import data, web
from service.adapters.actor_book import load_actor_book
from service.adapters.boilerplate_phrases import load_phrases
from service.adapters.cached_gazetteer import CachedGazetteer
from service.adapters.city_parts import load_city_parts
from service.adapters.geopy_gazetteer import PART as REMOTE
from service.adapters.geopy_gazetteer import open_geopy_gazetteer
from service.adapters.imported_actors import ImportedActors, LayeredActors
from service.adapters.langid_languages import LangidLanguages
from service.adapters.layered_gazetteer import LayeredGazetteer
from service.adapters.nations import load_nations
from service.adapters.paced_gazetteer import PacedGazetteer
from service.adapters.spacy_recognizer import SpacyRecognizer
from service.adapters.sql_articles import open_articles
from service.adapters.sqlite_gazetteer import SqliteGazetteer
from service.adapters.trafilatura_pages import TrafilaturaPages
from service.domain.ports import ActorBook, Attribution, Cache, Gazetteer, Parts
from service.settings import InvalidSetting, Settings, from_environment

SAMPLES = data.FOLDER / "articles"
CREDITS = (
    Attribution("fr_core_news_md, Explosion", "LGPL-LR", "https://github.com/explosion/spacy-models"),
    Attribution(
        "WiNER-fr, Yoann Dupont (training of the recogniser, with POPCORN of Airbus, Emvista and LIG, MIT)",
        "CC BY 4.0",
        "https://github.com/YoannDupont/WiNER-fr",
    ),
    Attribution("Unicode CLDR", "Unicode-3.0", "https://cldr.unicode.org/"),
)


def create_app(settings: Settings | None = None) -> Flask:
    """The service, ready for a WSGI server. Raises `DamagedData` rather than answer wrongly."""
    settings = settings or from_environment(os.environ)
    app = Flask("service", static_folder=None)
    parts = choose_parts(settings)
    parts.languages.detect("Réchauffer le modèle avant que les processus ne se séparent.")
    metrics = web.register(app, parts, settings)
    for name, cache in _caches_of(parts.gazetteer):
        metrics.watch_cache(name, cache.tally)
    if parts.cache:
        metrics.watch_cache("answers", parts.cache.tally)
    return app


def _caches_of(gazetteer: Gazetteer) -> Iterator[tuple[str, CachedGazetteer]]:
    """The caches of a worker, by the name that its metrics give them."""
    layers = gazetteer.layers if isinstance(gazetteer, LayeredGazetteer) else (gazetteer,)
    for name, layer in zip(("gazetteer", "remote_geocoder"), layers, strict=False):
        if isinstance(layer, CachedGazetteer):
            yield name, layer


def choose_parts(settings: Settings) -> Parts:
    """The parts that the settings ask for. Nothing is read before this is called."""
    book = choose_actor_book(settings)
    return Parts(
        recognizer=SpacyRecognizer(data.FOLDER / "recognizer"),
        gazetteer=choose_gazetteer(settings),
        actor_book=book,
        articles=open_articles(settings.articles_url, timeout_seconds=settings.articles_timeout_seconds),
        languages=LangidLanguages(),
        pages=TrafilaturaPages(),
        nations=load_nations(data.FOLDER),
        phrases=load_phrases(data.FOLDER),
        city_parts=load_city_parts(data.FOLDER),
        cache=choose_cache(settings),
        credits=(*CREDITS, *(book.attribution if isinstance(book, LayeredActors) else ())),
    )


def choose_actor_book(settings: Settings) -> ActorBook:
    """Our book of actors, and behind it the imported ones if there are some. Raises `DamagedData`."""
    own = load_actor_book(data.FOLDER)
    return LayeredActors(own, ImportedActors(Path(settings.actors_path))) if settings.actors_path else own


def choose_cache(settings: Settings) -> Cache | None:
    """The cache of answers that machines share, if one is set. Raises `InvalidSetting`."""
    if not settings.cache_url:
        return None
    from service.adapters.redis_cache import open_redis_cache  # noqa: PLC0415 (slow to load)

    try:
        return open_redis_cache(
            settings.cache_url, settings.cache_days * 86_400, settings.cache_timeout_seconds
        )
    except ValueError as error:
        raise InvalidSetting(f"CACHE_URL is refused: {error}.") from error


def choose_gazetteer(settings: Settings) -> Gazetteer:
    """The gazetteer file, and behind it the remote geocoder if one is set; caches inside, not around.

    Raises `DamagedData` and `InvalidSetting`.
    """
    local = CachedGazetteer(SqliteGazetteer(settings.gazetteer_path), settings.gazetteer_cache_entries)
    if not settings.remote_geocoder:
        return local
    remote = open_geopy_gazetteer(
        settings.remote_geocoder,
        settings.remote_geocoder_domain,
        settings.remote_geocoder_user_agent,
        settings.remote_geocoder_timeout_seconds,
    )
    paced = PacedGazetteer(remote, REMOTE, settings.remote_geocoder_requests_per_second)
    return LayeredGazetteer(local, CachedGazetteer(paced, settings.remote_geocoder_cache_entries))
