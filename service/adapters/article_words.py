"""Full text of the article store: the same words on every database.

What is a word is decided here, not by the database: letters and figures between anything else, folded for
comparison, so that *Élysée*, *elysee* and *ÉLYSÉE* are one. Neither stems nor prefixes: *frappe* does not
find *frappes*. All words of a search must stand in the title or the text, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from service.domain.text import fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60  # characters of a word that count
_MOST = 40_000  # words of one article: PostgreSQL keeps a megabyte
# By database: what brings the words of the article `:id` up to date. `:words` are joined by spaces.
WORDS = {
    "sqlite": (
        "DELETE FROM article_words WHERE rowid = (SELECT number FROM articles WHERE id = :id)",
        "INSERT INTO article_words (rowid, words) SELECT number, :words FROM articles WHERE id = :id",
    ),
    "postgresql": (
        "UPDATE articles SET words = array_to_tsvector(string_to_array(:words, ' ')) WHERE id = :id",
    ),
}
# By database: which articles have all words of `:query`.
FOUND = {
    "sqlite": "number IN (SELECT rowid FROM article_words WHERE article_words MATCH :query)",
    "postgresql": "words @@ CAST(:query AS tsquery)",
}
_QUERY = {"sqlite": ('"{}"', " AND "), "postgresql": ("'{}'", " & ")}


def read_words(text: str) -> list[str]:
    """The words of a text, each once, in order of the alphabet."""
    return sorted({word[:_LONGEST] for word in _WORD.findall(fold(text))})[:_MOST]


def words_of(row: Mapping[str, Any]) -> dict[str, str]:
    """What the statements of `WORDS` take, for a row of the table."""
    return {"id": row["id"], "words": " ".join(read_words(f"{row['title'] or ''}\n{row['text']}")) or " "}


def write_query(q: str, dialect: str) -> str | None:
    """What `FOUND` takes; `None` when there is no word to look for."""
    form, joint = _QUERY[dialect]
    words = read_words(q)
    return joint.join(form.format(word) for word in words) if words else None
