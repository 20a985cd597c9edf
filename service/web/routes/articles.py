"""The article store."""

from __future__ import annotations

from dataclasses import replace

from service import errors
from service.domain.model import Article
from service.domain.ports import ArticlePage
from service.web.blueprint import Room
from service.web.desk import desk
from service.web.geojson import places_of
from service.web.keeping import Written, recall_or_read
from service.web.problems import NOT_FOUND, TOO_LONG, UNAVAILABLE
from service.web.schemas.analysis import AnalysisSchema, Reading
from service.web.schemas.articles import ArticlePageSchema, ArticleSchema, PageQuery, PageQuerySchema
from service.web.schemas.features import FeatureCollectionSchema
from service.web.schemas.options import AnalysisQuerySchema, Asked

room = Room("articles", __name__, description="The stored articles and their analysis.")


@room.serves("GET", "/articles", "listArticles")
@room.takes(PageQuerySchema)
@room.answers(ArticlePageSchema, problems=(NOT_FOUND, UNAVAILABLE))
def list_articles(query: PageQuery) -> ArticlePage:
    """Page through the stored articles

    In order of id, without their texts; with `q`, only those that have all its words.
    """
    try:
        return desk().parts.articles.page(query.limit, query.cursor, query.q)
    except errors.InvalidInput as error:  # a cursor of the right form that no page was told by
        raise errors.NotFound("page", query.cursor or "") from error


@room.serves("GET", "/articles/<id>", "getArticle")
@room.takes_nothing
@room.answers(ArticleSchema, problems=(NOT_FOUND, UNAVAILABLE))
def get_article(id: str) -> Article:
    """Read a stored article

    With its text, in which the offsets of its analysis count.
    """
    return desk().parts.articles.get(id)


@room.serves("GET", "/articles/<id>/analysis", "analyzeStoredArticle")
@room.takes(AnalysisQuerySchema)
@room.answers(
    AnalysisSchema,
    problems=(NOT_FOUND, TOO_LONG, UNAVAILABLE),
    features=FeatureCollectionSchema,
    reshape=places_of,
)
def analyze_stored_article(asked: Asked, id: str) -> Reading | Written:
    """Read a stored article's actors, places and dates

    The answer carries the text that offsets count in.
    """
    return recall_or_read(desk(), replace(asked, request=replace(asked.request, article_id=id)))
