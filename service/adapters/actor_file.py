"""The file of imported actors: SQLite, written by `gazette actors import`, read by `ImportedActors`.

One table of actors, one of their folded names, one of the sources with their licences. An import is one
transaction: a file is never half written, and its memory is that of a batch of lines.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from service.adapters.actor_entities import EntityReader, UnreadableEntity
from service.adapters.actor_names import keys_of, without_article
from service.domain.model import ActorType, KnownActor
from service.domain.ports import Attribution
from service.domain.text import fold

SCHEMA = 1
_BATCH = 2_000  # actors between two writes
_TOLD = 20  # unreadable lines whose number and complaint are kept
_fold = fold.__wrapped__

_TABLES = f"""
PRAGMA user_version = {SCHEMA};
CREATE TABLE IF NOT EXISTS actors (
    id TEXT PRIMARY KEY, name TEXT, type TEXT, country TEXT, wikidata TEXT, aliases TEXT, offices TEXT,
    source TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS surnames (word TEXT, id TEXT, PRIMARY KEY (word, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS first_words (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (
    digest TEXT PRIMARY KEY, credit TEXT, licence TEXT, url TEXT, actors INTEGER
) WITHOUT ROWID;
"""


@dataclass(slots=True)
class ImportReport:
    """What became of the lines; `complaints` are the first unreadable ones, by number from 1."""

    lines: int = 0
    actors: int = 0
    passed_over: int = 0
    unreadable: int = 0
    complaints: list[tuple[int, str]] = field(default_factory=list)


def import_actors(
    path: Path,
    lines: Iterable[str],
    read: EntityReader,
    source: Attribution,
    progress: Callable[[ImportReport], None] = lambda _: None,
) -> ImportReport:
    """Adds the actors of the lines to the file, made when absent; one with an id of the file replaces it.

    `progress` is told now and then. Raises `sqlite3.Error` and `OSError` when the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    report, sha = ImportReport(), hashlib.sha256()
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_TABLES)
        database.execute("BEGIN")
        actors = _actors(lines, read, report, sha.update)
        while batch := list(islice(actors, _BATCH)):
            _write(database, batch)
            progress(report)
        row = (sha.hexdigest()[:12], source.credit, source.licence, source.url, report.actors)
        if report.actors:
            database.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)", row)
    return report


def _actors(
    lines: Iterable[str], read: EntityReader, report: ImportReport, digest: Callable[[bytes], None]
) -> Iterator[KnownActor]:
    for line in lines:
        report.lines += 1
        if not line.strip():
            continue
        digest(line.encode("utf-8", "replace"))
        try:
            actor = read(line)
        except UnreadableEntity as error:
            report.unreadable += 1
            if len(report.complaints) < _TOLD:
                report.complaints.append((report.lines, str(error)))
            continue
        if actor is None:
            report.passed_over += 1
            continue
        report.actors += 1
        yield actor


def _write(database: sqlite3.Connection, actors: list[KnownActor]) -> None:
    ids = [(actor.id,) for actor in actors]
    for table in ("names", "surnames"):
        _forget(database, table, ids)
    database.executemany(
        "INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [_row(actor) for actor in actors]
    )
    keys = [(key, actor.id) for actor in actors for key in _keys(actor)]
    database.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", keys)
    surnames = [(_surname(actor), actor.id) for actor in actors if _surname(actor)]
    database.executemany("INSERT OR IGNORE INTO surnames VALUES (?, ?)", surnames)
    longest = [(key.partition(" ")[0], key.count(" ") + 1) for key, _ in keys]
    database.executemany(
        "INSERT INTO first_words VALUES (?, ?) "
        "ON CONFLICT (word) DO UPDATE SET longest = max(longest, excluded.longest)",
        longest,
    )


def _forget(database: sqlite3.Connection, table: str, ids: list[tuple[str]]) -> None:
    """The rows of actors that come again, found by the names that they had."""
    gone = [
        (key, *known)
        for known in ids
        for (row,) in database.execute("SELECT json_array(name, aliases) FROM actors WHERE id = ?", known)
        for key in _old_keys(row, table)
    ]
    column = "key" if table == "names" else "word"
    database.executemany(f"DELETE FROM {table} WHERE {column} = ? AND id = ?", gone)  # noqa: S608 (ours)


def _old_keys(row: str, table: str) -> list[str]:
    name, aliases = json.loads(row)
    actor = KnownActor("", name, ActorType.PERSON, aliases=tuple(json.loads(aliases)))
    return _keys(actor) if table == "names" else [_surname(actor)]


def _keys(actor: KnownActor) -> list[str]:
    """The folded names, and each without its article."""
    keys = [key for key in keys_of(actor) if key]
    return list(dict.fromkeys((*keys, *(without_article(key) for key in keys))))


def _surname(actor: KnownActor) -> str:
    return (
        _fold(actor.name).rpartition(" ")[2] if actor.type is ActorType.PERSON and " " in actor.name else ""
    )


def _row(actor: KnownActor) -> tuple[str | None, ...]:
    titles = [office.title for office in actor.offices]
    return (
        actor.id,
        actor.name,
        actor.type.value,
        actor.country,
        actor.wikidata,
        json.dumps(actor.aliases, ensure_ascii=False),
        json.dumps(titles, ensure_ascii=False),
        actor.source,
    )
