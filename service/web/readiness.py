"""Whether every part answers. Models are asked once: read then, later busy for long."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from service import errors
from service.domain.ports import Parts

_SENTENCE = "Mardi, Paris et Moscou se sont entendus à Genève."


def make_sure(parts: Parts) -> None:
    """Raises `Unavailable` with the name of the part that does not answer."""
    try:
        _warm(parts.recognizer.recognize)
        _warm(parts.languages.detect)
        parts.gazetteer.lookup("Paris")
        parts.actor_book.lookup("Paris")
        parts.articles.page(limit=1)
    except errors.DamagedData as error:
        raise errors.Unavailable("data", "The data of the service are damaged.") from error


@lru_cache(maxsize=8)
def _warm(ask: Callable[[str], object]) -> None:
    """Remembers success only: what raises is asked again."""
    ask(_SENTENCE)
