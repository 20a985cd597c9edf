"""The tables of actors: `actors.csv`, `offices.csv`, `merged_actors.csv`, read strictly.

A day of an office is `YYYY-MM-DD`; `YYYY-MM` or `YYYY` stand for a start or an end that is known no
better: the office then counts for the whole of that month or year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from service.adapters.fact_rows import FactRow, read_rows
from service.adapters.nations import country_code
from service.domain.model import ActorType, KnownActor, Office

ACTOR_COLUMNS = ("id", "name", "type", "country", "wikidata", "aliases", "source")
OFFICE_COLUMNS = ("actor", "title", "country", "role", "since", "until", "source")
MERGED_COLUMNS = ("id", "into", "source")

_ID = re.compile(r"wikidata:Q[1-9][0-9]*|gazette:[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_ROLE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


def read_actors(folder: Path) -> tuple[KnownActor, ...]:
    """The actors of a folder with their offices, oldest first, in order of the file. Raises `DamagedData`."""
    offices = _read_offices(folder / "offices.csv")
    actors: dict[str, KnownActor] = {}
    for row in read_rows(folder / "actors.csv", ACTOR_COLUMNS):
        actor = _actor(row, tuple(office for _, office in offices.get(row["id"], ())))
        if actor.id in actors:
            raise row.damaged(f"{actor.id} has a row already")
        actors[actor.id] = actor
    for actor_id, held in offices.items():
        if actor_id not in actors:
            raise held[0][0].damaged(f"there is no actor {actor_id}")
    return tuple(actors.values())


def read_merged(folder: Path) -> dict[str, str]:
    """Ids that live on under another; none when the folder has no such table."""
    path = folder / "merged_actors.csv"
    rows = read_rows(path, MERGED_COLUMNS) if path.exists() else iter(())
    return dict(_merged(rows))


def _merged(rows: Iterator[FactRow]) -> Iterator[tuple[str, str]]:
    for row in rows:
        row.required("source")
        yield _id(row, "id"), _id(row, "into")


def _read_offices(path: Path) -> dict[str, list[tuple[FactRow, Office]]]:
    offices: dict[str, list[tuple[FactRow, Office]]] = defaultdict(list)
    for row in read_rows(path, OFFICE_COLUMNS):
        offices[_id(row, "actor")].append((row, _office(row)))
    for held in offices.values():
        held.sort(key=lambda pair: pair[1].since or date.min)
    return dict(offices)


def _actor(row: FactRow, offices: tuple[Office, ...]) -> KnownActor:
    name = row.required("name")
    wikidata = row.optional("wikidata")
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise row.damaged(f"wikidata {wikidata!r} is no item of Wikidata")
    return KnownActor(
        id=_id(row, "id"),
        name=name,
        type=_type(row),
        country=country_code(row),
        wikidata=wikidata,
        aliases=_aliases(row, name),
        offices=offices,
        source=row.required("source"),
    )


def _aliases(row: FactRow, name: str) -> tuple[str, ...]:
    aliases = row.several("aliases")
    if "" in aliases:
        raise row.damaged("an alias is empty")
    if len({name, *aliases}) <= len(aliases):
        raise row.damaged("a name stands twice")
    return aliases


def _type(row: FactRow) -> ActorType:
    try:
        return ActorType(row["type"])
    except ValueError as error:
        raise row.damaged(f"unknown type {row['type']!r}") from error


def _office(row: FactRow) -> Office:
    row.required("source")
    role = row.optional("role")
    if role and not _ROLE.fullmatch(role):
        raise row.damaged(f"role {role!r} is no key in lower case")
    since, until = _day(row, "since"), _day(row, "until", last=True)
    if since and until and until < since:
        raise row.damaged("the office ends before it begins")
    return Office(title=row.required("title"), country=country_code(row), role=role, since=since, until=until)


def _id(row: FactRow, column: str) -> str:
    if not _ID.fullmatch(row[column]):
        raise row.damaged(f"{column} {row[column]!r} is neither wikidata:Q… nor gazette:…")
    return row[column]


def _day(row: FactRow, column: str, last: bool = False) -> date | None:
    """The day of a cell: the first of a month or year, or the `last` one."""
    if not row[column]:
        return None
    try:
        return _read_day(row[column], last)
    except ValueError as error:
        raise row.damaged(f"{column} {row[column]!r} is no day, month or year of ISO 8601") from error


def _read_day(text: str, last: bool) -> date:
    if len(text) == len("2016-10-11"):
        return date.fromisoformat(text)
    if not (match := _MONTH.fullmatch(text)):
        raise ValueError(text)
    year, month = int(match[1]), int(match[2] or (12 if last else 1))
    return date(year, month, monthrange(year, month)[1] if last else 1)
