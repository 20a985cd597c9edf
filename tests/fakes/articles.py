"""An article store in memory."""

from __future__ import annotations

from service.domain.model import Article
from service.domain.ports import ArticlePage
from service.errors import InvalidInput, NotFound


class FakeArticleStore:
    """`ArticleStore` over a dict; its cursors are `after:<id>`."""

    def __init__(self, *articles: Article) -> None:
        self._articles: dict[str, Article] = {}
        for article in articles:
            self.put(article)

    def get(self, id: str) -> Article:
        if id not in self._articles:
            raise NotFound("article", id)
        return self._articles[id]

    def page(self, limit: int = 20, cursor: str | None = None) -> ArticlePage:
        if cursor is not None and not cursor.startswith("after:"):
            raise InvalidInput("cursor", f"{cursor!r} is no cursor of this list.")
        after = cursor.removeprefix("after:") if cursor else ""
        ids = [known for known in sorted(self._articles) if known > after]
        page = tuple(self._articles[known] for known in ids[:limit])
        return ArticlePage(page, f"after:{ids[limit - 1]}" if len(ids) > limit else None)

    def put(self, article: Article) -> None:
        if not article.id:
            raise InvalidInput("id", "An article without an id cannot be stored.")
        self._articles[article.id] = article
