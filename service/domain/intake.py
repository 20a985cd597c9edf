"""From what a caller sends to the article that is read: which text, in which language, of which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from service.domain.model import (
    AnalyzeRequest,
    Article,
    LanguageSource,
    Limits,
    Publication,
    PublicationSource,
)
from service.domain.ports import Parts
from service.errors import InvalidInput, TooLong, UnsupportedLanguage

LANGUAGES = ("fr",)  # those with rules in the domain and a recogniser behind the port
_ASSUMED = "fr"


def read_request(request: AnalyzeRequest, parts: Parts, limits: Limits) -> Article:
    """The article of a request.

    Raises `NotFound` for an id that the store does not have, `TooLong`, `UnsupportedLanguage`, and
    `InvalidInput` for a page without text or when not exactly one source is given.
    """
    article = _take(request, parts, limits)
    if request.title:
        article = replace(article, title=request.title)
    if len(article.text) > limits.max_characters:
        raise TooLong(_source(request), len(article.text), limits.max_characters)
    if request.published_at is not None:
        article = replace(article, published=_published(request.published_at, PublicationSource.REQUEST))
    return _in_a_served_language(article, request.language, parts)


def _source(request: AnalyzeRequest) -> str:
    given = [name for name in ("text", "html", "article_id") if getattr(request, name) is not None]
    if len(given) != 1:
        raise InvalidInput("text", "Give exactly one of text, html and article_id.")
    return given[0]


def _take(request: AnalyzeRequest, parts: Parts, limits: Limits) -> Article:
    source = _source(request)
    if source == "article_id":
        return parts.articles.get(request.article_id or "")
    if source == "html":
        return _from_page(request.html or "", parts, limits)
    return Article(request.text or "", "", LanguageSource.DETECTED)


def _from_page(html: str, parts: Parts, limits: Limits) -> Article:
    if len(html) > limits.max_html_characters:
        raise TooLong("html", len(html), limits.max_html_characters)
    page = parts.pages.read(html)
    published = _published(page.published_at, PublicationSource.METADATA)
    return Article(page.text, "", LanguageSource.DETECTED, title=page.title, published=published)


def _published(at: date | datetime | None, source: PublicationSource) -> Publication:
    return Publication(at, source if at else PublicationSource.NONE)


def _in_a_served_language(article: Article, requested: str | None, parts: Parts) -> Article:
    """The request's word counts first, then the store's, then what the text looks like."""
    if requested:
        language, source = requested, LanguageSource.REQUEST
    elif article.language:
        language, source = article.language, article.language_source
    else:
        detected = parts.languages.detect(article.text)
        language, source = (
            (detected, LanguageSource.DETECTED) if detected else (_ASSUMED, LanguageSource.ASSUMED)
        )
    if language not in LANGUAGES:
        raise UnsupportedLanguage(language, LANGUAGES)
    return replace(article, language=language, language_source=source)
