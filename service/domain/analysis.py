"""The whole story: from an article to who acts, where and when."""

from __future__ import annotations

from dataclasses import replace

from service.domain.actors import find_nominals, gather_actors, set_scene
from service.domain.boilerplate import find_zones
from service.domain.dates import day_of_publication, find_dates, gather_dates
from service.domain.degradation import watch
from service.domain.metonymy import decide_usages
from service.domain.model import Analysis, Article, Focus, Options, PublicationSource, Zone
from service.domain.names import dates_outside, names_outside, settle_names, shaped_names
from service.domain.places import find_focus, find_toponyms, gather_places, resolve
from service.domain.ports import Parts
from service.domain.text import Words, read_words


def analyze(article: Article, options: Options, parts: Parts) -> Analysis:
    """Reads an article. The same article, options and versions of the parts give the same answer.

    `include` leaves lists out of the answer, not work: usage is right without places, and `focus` is
    unknown then. Raises `Unavailable` when the recogniser or the gazetteer cannot be asked; what is helpful
    but not needed and could not be asked is named in `degraded`.
    """
    with watch() as failed:
        analysis = _read(article, options, parts)
    return replace(analysis, degraded=failed.names)


def _read(article: Article, options: Options, parts: Parts) -> Analysis:
    text, book, gazetteer, nations = article.text, parts.actor_book, parts.gazetteer, parts.nations
    words = read_words(text)
    zones = find_zones(text, parts.phrases)
    closed = () if options.keep_boilerplate else zones
    article = _with_day(article, words, closed)
    day = article.published.day

    shaped = shaped_names(words)
    dates = dates_outside(shaped, find_dates(words, article.published.at, closed))
    hidden = (*closed, *dates)
    names = settle_names(words, parts.recognizer.recognize(text), shaped, hidden, book, gazetteer, nations)
    toponyms = find_toponyms(words, names, gazetteer, nations, hidden)
    readings = resolve(
        toponyms, words, gazetteer, nations, options.hints, options.candidates, day, parts.city_parts
    )
    readings = decide_usages(words, readings, nations, names)
    bearers = names_outside(names, [reading.toponym for reading in readings])
    scene = set_scene(words, bearers, readings, nations)
    nominals = find_nominals(scene, hidden)
    actors = gather_actors(scene, nominals, book, day, options.candidates, closed)
    places = "places" in options.include
    return Analysis(
        article=article,
        zones=zones,
        actors=actors if "actors" in options.include else (),
        places=gather_places(readings) if places else (),
        dates=gather_dates(dates) if "dates" in options.include else (),
        focus=find_focus(readings) if places else Focus(None, None),
    )


def _with_day(article: Article, words: Words, hidden: tuple[Zone, ...]) -> Article:
    """The article with its day of publication, looked for in the text when nobody told it."""
    if article.published.source is not PublicationSource.NONE:
        return article
    return replace(article, published=day_of_publication(words, hidden))
