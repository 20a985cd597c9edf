"""How an answer is shown: coloured tables to somebody at a terminal, JSON or lines to a program.

What goes into a pipe is UTF-8 whatever the locale says: a file of one machine is read on another.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from rich.console import RenderableType

    from service.domain.model import Article, GazetteerEntry, KnownActor


def at_terminal() -> bool:
    """Whether somebody looks on."""
    return sys.stdout.isatty()


def show(answer: dict[str, Any]) -> None:
    """One analysis, its text in it."""
    if at_terminal():
        from service.cli import analysis_tables  # noqa: PLC0415 (a pipe needs no tables)

        _print(analysis_tables.analysis(answer))
    else:
        _write(orjson.dumps(answer, option=orjson.OPT_INDENT_2))


def show_places(found: Iterable[GazetteerEntry]) -> None:
    if at_terminal():
        from service.cli import found_tables  # noqa: PLC0415 (a pipe needs no tables)

        _print(found_tables.places(found))
        return
    for entry in found:
        where = f"{entry.point.latitude:.4f} {entry.point.longitude:.4f}" if entry.point else "-"
        parents = ", ".join(parent.name for parent in entry.parents)
        _line(entry.id, entry.name, entry.type, where, parents)


def show_actors(found: Iterable[KnownActor]) -> None:
    if at_terminal():
        from service.cli import found_tables  # noqa: PLC0415 (a pipe needs no tables)

        _print(found_tables.actors(found))
        return
    for actor in found:
        _line(actor.id, actor.name, actor.type.value, actor.country or "-", actor.source)


def show_articles(found: Iterable[Article]) -> None:
    if at_terminal():
        from service.cli import found_tables  # noqa: PLC0415 (a pipe needs no tables)

        _print(found_tables.articles(found))
        return
    for article in found:
        day = article.published.day.isoformat() if article.published.day else "-"
        _line(article.id or "-", day, article.language, article.title or "-")


def _line(*fields: str) -> None:
    """Fields of one line; none may break it."""
    _write("\t".join(" ".join(field.split()) for field in fields).encode("utf-8", "replace"))


def _write(line: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def _print(shown: RenderableType) -> None:
    """To the terminal. What its alphabet lacks is shown as `?`; NO_COLOR, TERM and COLUMNS hold."""
    from rich.console import Console  # noqa: PLC0415 (a pipe needs no tables)

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    Console(highlight=False, emoji=False, markup=False).print(shown)
