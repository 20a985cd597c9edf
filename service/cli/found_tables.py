"""What was looked up, for somebody at a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from service.cli.looks import ACTOR, DATE, PLACE, SOFT, degrees, plain, table
from service.domain.model import Article, GazetteerEntry, KnownActor

_AROUND = (0, 0, 1, 1)


def places(found: Iterable[GazetteerEntry]) -> RenderableType:
    made = table("Places", PLACE, "place", "kind", "at", "people", "id")
    for entry in found:
        name = plain(entry.name, "bold")
        if around := ", ".join(parent.name for parent in entry.parents[:2]):
            name.append_text(plain(f"\n{around}", f"not bold {SOFT}"))
        people = Text(f"{entry.population:,}" if entry.population else "", SOFT, justify="right")
        at = degrees(entry.latitude, entry.longitude)
        made.add_row(name, str(entry.type), at, people, plain(entry.id, SOFT))
    return Padding(made if made.row_count else Text("No place has such a name.", SOFT), _AROUND)


def actors(found: Iterable[KnownActor]) -> RenderableType:
    made = table("Actors", ACTOR, "actor", "kind", "of", "id")
    for actor in found:
        name = plain(actor.name, "bold")
        for office in actor.offices[:2]:
            name.append_text(plain(f"\n{office.title}", f"not bold {SOFT}"))
        kind = actor.type.value.replace("_", " ")
        made.add_row(name, kind, plain(actor.country or ""), plain(actor.id, SOFT))
    return Padding(made if made.row_count else Text("No known actor has such a name.", SOFT), _AROUND)


def articles(found: Iterable[Article]) -> RenderableType:
    made = table("Articles", DATE, "article", "published", "id")
    for article in found:
        day = str(article.published.day or "")
        made.add_row(plain(article.title or "", "bold"), plain(day, SOFT), plain(article.id or ""))
    empty = Text("The store is empty: run `gazette articles import --samples`, or name files.", SOFT)
    return Padding(made if made.row_count else empty, _AROUND)
