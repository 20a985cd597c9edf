"""Whether every part answers. The model is asked once, since it may be busy for long with an article."""

from __future__ import annotations

from functools import lru_cache

from service import errors
from service.domain.ports import Parts, Recognizer

_SENTENCE = "Mardi, Paris et Moscou se sont entendus à Genève."


def make_sure(parts: Parts) -> None:
    """Raises `Unavailable` with the name of the part that does not answer."""
    try:
        _warm(parts.recognizer)  # type: ignore[arg-type]  # as hashable as any object
        parts.gazetteer.lookup("Paris")
        parts.actor_book.lookup("Paris")
        parts.articles.page(limit=1)
    except errors.DamagedData as error:
        raise errors.Unavailable("data", "The data of the service are damaged.") from error


@lru_cache(maxsize=8)
def _warm(recognizer: Recognizer) -> None:
    """Remembers success only: what raises is asked again."""
    recognizer.recognize(_SENTENCE)
