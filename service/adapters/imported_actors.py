"""`ActorBook` over the file of imported actors, and the book that asks our own before it."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from service.adapters.actor_file import SCHEMA
from service.adapters.actor_names import names_of, spelt, without_article
from service.adapters.connections import Connections
from service.domain.model import ActorType, KnownActor, Office
from service.domain.ports import ActorBook, Attribution
from service.domain.text import fold
from service.errors import DamagedData, Merged, NotFound

_REMEMBERED = 20_000  # names, and first words, that each worker keeps
_NAMESAKES = 20  # actors of one name that are read
_LAST = "\U0010ffff"  # sorts behind all that a name can go on with


class ImportedActors:
    """Read-only, one connection for each thread; memory is bounded by what is remembered."""

    def __init__(self, path: Path) -> None:
        """Raises `DamagedData` when the file is none of ours."""
        self._path = path
        self._require_ours()
        self._connections = Connections(path)
        self._lookup = lru_cache(maxsize=_REMEMBERED)(self._read_name)
        self._longest = lru_cache(maxsize=_REMEMBERED)(self._read_longest)
        rows = self._connections.rows("SELECT digest, credit, licence, url FROM sources ORDER BY digest")
        self._version = "imported " + "+".join(digest for digest, *_ in rows)
        self._attribution = tuple(Attribution(*credit) for _, *credit in rows)

    @property
    def version(self) -> str:
        return self._version

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return self._attribution

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        return self._lookup(name)

    def longest_name(self, first_word: str) -> int:
        return self._longest(first_word)

    def by_surname(self, word: str) -> tuple[KnownActor, ...]:
        return self._actors("id IN (SELECT id FROM surnames WHERE word = ? LIMIT ?)", word, _NAMESAKES)

    def search(self, q: str, limit: int = 10, offset: int = 0) -> tuple[KnownActor, ...]:
        """Exact, then prefix; words within a name are not searched, which a large file could not afford."""
        key = fold(q)
        if not key:
            return ()
        rows = self._connections.rows(
            "SELECT id, min(key) FROM names WHERE key >= ? AND key < ? GROUP BY id "
            "ORDER BY min(key) <> ?, min(key), id LIMIT ? OFFSET ?",
            (key, key + _LAST, key, limit, offset),
        )
        return tuple(self.get(found) for found, _ in rows)

    def get(self, id: str) -> KnownActor:
        found = self._actors("id = ?", id)
        if not found:
            raise NotFound("actor", id)
        return found[0]

    def holders(self, role: str, country: str, day: date | None) -> tuple[KnownActor, ...]:  # noqa: ARG002
        """Nobody: what is imported tells positions, but no roles and days that could be relied on."""
        return ()

    def _read_name(self, name: str) -> tuple[KnownActor, ...]:
        keys = (fold(name), without_article(fold(name)))
        found = self._actors("id IN (SELECT id FROM names WHERE key IN (?, ?) LIMIT ?)", *keys, _NAMESAKES)
        return tuple(actor for actor in found if any(spelt(known, name) for known in names_of(actor)))

    def _read_longest(self, word: str) -> int:
        rows = self._connections.rows("SELECT longest FROM first_words WHERE word = ?", (word,))
        return int(rows[0][0]) if rows else 0

    def _actors(self, condition: str, *values: object) -> tuple[KnownActor, ...]:
        sql = f"SELECT * FROM actors WHERE {condition} ORDER BY id"  # noqa: S608 (conditions are ours)
        return tuple(_actor(row) for row in self._connections.rows(sql, values))

    def _require_ours(self) -> None:
        remedy = "Make it anew by `gazette actors import`."
        if not self._path.is_file():
            raise DamagedData(f"ACTORS_PATH={self._path}: there is no such file. {remedy}")
        try:
            with sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True) as database:
                (schema,) = database.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            raise DamagedData(f"ACTORS_PATH={self._path} cannot be read ({error}). {remedy}") from error
        finally:
            if "database" in locals():
                database.close()
        if schema != SCHEMA:
            raise DamagedData(f"ACTORS_PATH={self._path} has schema {schema}; {SCHEMA} is read. {remedy}")


class LayeredActors:
    """Our own book before an imported one, which is asked for names that ours does not know."""

    def __init__(self, own: ActorBook, imported: ImportedActors) -> None:
        self._own = own
        self._imported = imported

    @property
    def version(self) -> str:
        return f"{self._own.version}, {self._imported.version}"

    @property
    def attribution(self) -> tuple[Attribution, ...]:
        return self._imported.attribution

    def lookup(self, name: str) -> tuple[KnownActor, ...]:
        return self._own.lookup(name) or self._imported.lookup(name)

    def longest_name(self, first_word: str) -> int:
        return max(self._own.longest_name(first_word), self._imported.longest_name(first_word))

    def by_surname(self, word: str) -> tuple[KnownActor, ...]:
        return self._merged(self._own.by_surname(word), self._imported.by_surname(word))

    def search(self, q: str, limit: int = 10, offset: int = 0) -> tuple[KnownActor, ...]:
        """All of ours that fit, then the imported ones."""
        reach = offset + limit
        found = self._merged(self._own.search(q, reach), self._imported.search(q, reach))
        return found[offset:reach]

    def get(self, id: str) -> KnownActor:
        try:
            return self._own.get(id)
        except Merged:
            raise
        except NotFound:
            return self._imported.get(id)

    def holders(self, role: str, country: str, day: date | None) -> tuple[KnownActor, ...]:
        return self._own.holders(role, country, day)

    @staticmethod
    def _merged(own: tuple[KnownActor, ...], more: tuple[KnownActor, ...]) -> tuple[KnownActor, ...]:
        """The imported ones that are not ours, by id or by item of Wikidata, behind ours."""
        ids = {actor.id for actor in own} | {f"wikidata:{actor.wikidata}" for actor in own}
        return (*own, *(actor for actor in more if actor.id not in ids))


def _actor(row: tuple[Any, ...]) -> KnownActor:
    own, name, kind, country, wikidata, aliases, titles, source = row
    return KnownActor(
        id=own,
        name=name,
        type=ActorType(kind),
        country=country,
        wikidata=wikidata,
        aliases=tuple(json.loads(aliases)),
        offices=tuple(Office(title, country) for title in json.loads(titles)),
        source=source,
    )
