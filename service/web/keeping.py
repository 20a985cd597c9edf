"""Answers that were made before, here or on another machine, from the shared cache where there is one.

What is kept is the answer itself as JSON, so that it comes back byte for byte. Its key holds all that an
answer depends on: the article as it is read, the options, and the versions of service, model, gazetteer and
rules. An answer without some part's word is not kept, since it may be whole the next time; and a cache that
fails is no part of an answer: nothing in `meta.degraded` tells of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson

from service.domain.intake import read_request
from service.domain.model import Article, Options
from service.web.desk import Desk
from service.web.encoding import to_json
from service.web.schemas.analysis import AnalysisSchema, Reading
from service.web.schemas.meta import Meta
from service.web.schemas.options import Asked


@dataclass(frozen=True, slots=True)
class Written:
    """An answer as the JSON that leaves the house; `meta` only when it was made just now."""

    json: bytes
    meta: Meta | None = None


_SCHEMA = AnalysisSchema()


def recall_or_read(desk: Desk, asked: Asked) -> Reading | Written:
    """The answer to a request, from the cache or made now. Raises what `Desk.read` raises."""
    cache = desk.parts.cache
    if cache is None:
        return desk.read(asked)
    article = read_request(asked.request, desk.parts, desk.settings.limits)
    made: list[Reading] = []

    def make() -> tuple[bytes, bool]:
        made.append(desk.read(asked, article))
        return to_json(_SCHEMA.dump(made[0])), not made[0].analysis.degraded

    json = cache.get_or_make(key_of(desk, asked, article), make)
    return Written(json, made[0].meta if made else None)


def key_of(desk: Desk, asked: Asked, article: Article) -> str:
    """Under what the answer is kept: a digest of everything that it depends on."""
    sources = desk.sources()
    versions = [sources.service, desk.parts.recognizer.version, sources.gazetteer, sources.rules]
    told = [*versions, sources.attribution, asked.unit.value, asked.request.text is None]
    return sha256(orjson.dumps([*told, _options(asked.request.options), _article(article)])).hexdigest()


def _options(options: Options) -> list[Any]:
    point = options.hints.point
    where = [point.latitude, point.longitude] if point else None
    return [
        sorted(options.include),
        options.keep_boilerplate,
        options.candidates,
        options.explain,
        options.hints.countries,
        where,
    ]


def _article(article: Article) -> list[Any]:
    at = article.published.at
    return [
        article.id,
        article.text,
        article.title,
        article.language,
        article.language_source.value,
        at.isoformat() if at else None,
        article.published.source.value,
    ]
