"""An article store in memory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

from service.domain.model import Article
from service.domain.ports import ArticleChanges, ArticlePage
from service.domain.text import fold
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

    def page(self, limit: int = 20, cursor: str | None = None, q: str | None = None) -> ArticlePage:
        if cursor is not None and not cursor.startswith("after:"):
            raise InvalidInput("cursor", f"{cursor!r} is no cursor of this list.")
        after = cursor.removeprefix("after:") if cursor else ""
        ids = [known for known in sorted(self._articles) if known > after and self._tells(known, q)]
        page = tuple(self._articles[known] for known in ids[:limit])
        return ArticlePage(page, f"after:{ids[limit - 1]}" if len(ids) > limit else None)

    def put(self, article: Article) -> None:
        self.put_many((article,))

    def put_many(self, articles: Sequence[Article]) -> ArticleChanges:
        new = changed = same = 0
        for article in {article.id: article for article in articles}.values():
            if not article.id:
                raise InvalidInput("id", "An article without an id cannot be stored.")
            known = self._articles.get(article.id)
            new, changed, same = (
                new + (known is None),
                changed + (known not in (None, article)),
                same + (known == article),
            )
        self._articles.update((str(article.id), article) for article in articles)
        return ArticleChanges(new, changed, same)

    def delete(self, ids: Sequence[str]) -> int:
        return sum(self._articles.pop(known, None) is not None for known in ids)

    def delete_before(self, day: date) -> int:
        """All of it was stored today."""
        old = [
            known
            for known, article in self._articles.items()
            if (article.published.day or datetime.now(UTC).date()) < day
        ]
        return self.delete(old)

    def _tells(self, id: str, q: str | None) -> bool:
        article = self._articles[id]
        words = _words(f"{article.title} {article.text}")
        return q is None or (bool(_words(q)) and _words(q) <= words)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text)))
