"""`gazette gazetteer …`."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from service.adapters import (
    gazetteer_builder,
    gazetteer_file,
    gazetteer_import,
    gazetteer_overlay,
    gazetteer_sources,
)
from service.adapters.gazetteer_part import BuildReport
from service.adapters.import_report import Dump
from service.cli.show import show_places
from service.domain.ports import PlaceQuery
from service.errors import DamagedData
from service.settings import InvalidSetting, from_environment

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER_OR_FILE = click.Path(exists=True, path_type=Path)
_NAMES = ("alternateNamesV2", "admin1CodesASCII", "admin2Codes", "hierarchy")


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, import one, or ask it."""


@gazetteer.command()
@click.option("--force", is_flag=True, help="Build it even if it is current, or was imported.")
def build(force: bool) -> None:
    """Compile the gazetteer file, unless it is current or was imported."""
    path = _path()
    if not force and gazetteer_builder.is_current(path):
        click.echo(f"{path} is current.")
        return
    if not force and (told := _imported(path)):
        click.echo(told)
        return
    with _written(path):
        _echo(gazetteer_builder.build(path, progress=sys.stderr.isatty()))


@gazetteer.command("import")
@click.argument("dump", type=_FOLDER_OR_FILE, nargs=-1)
@click.option("--alternate-names", type=_FILE, multiple=True, help="alternateNamesV2, or that of a country.")
@click.option("--admin1", type=_FILE, help="admin1CodesASCII.")
@click.option("--admin2", type=_FILE, help="admin2Codes.")
@click.option("--hierarchy", type=_FILE, help="hierarchy: the towns of districts.")
@click.option("--deletes", type=_FILE, multiple=True, help="deletes-….txt: ids that were merged.")
@click.option("--overlay", type=_FILE, help="Places of your own: GeoJSON, or CSV.")
@click.option("--prefix", help="The prefix of their ids, when the ids do not tell it; their file's name.")
@click.option("--remove-overlay", metavar="PREFIX", help="Take the places of an overlay out again.")
def import_(
    dump: tuple[Path, ...],
    overlay: Path | None,
    prefix: str | None,
    remove_overlay: str | None,
    **files: Any,
) -> None:
    """Import a GeoNames DUMP (allCountries.txt, XX.txt, their zips, or a folder), or places of your own.

    Files of the usual names beside the dump are read too: alternateNamesV2, admin1CodesASCII, admin2Codes,
    hierarchy.
    """
    if not (dump or overlay or remove_overlay):
        raise click.UsageError("Name a dump, or say --overlay or --remove-overlay.")
    path = _path()
    with _written(path):
        if dump:
            report = gazetteer_import.import_dump(path, _dump(dump, files), progress=sys.stderr.isatty())
            click.echo(report.describe())
            _show_rejected(report.rejected)
        if remove_overlay:
            _echo(gazetteer_overlay.remove_overlay(path, remove_overlay))
        if overlay:
            _echo(gazetteer_overlay.lay_overlay(path, overlay, prefix))


@gazetteer.command()
def info() -> None:
    """Say what the gazetteer file holds, its checksum compared."""
    click.echo(gazetteer_file.verify(_path()).describe())


@gazetteer.command()
@click.argument("name")
@click.option("--limit", default=10, show_default=True)
def search(name: str, limit: int) -> None:
    """Find places by NAME: exact, beginning with it, or misspelt."""
    from service import app  # noqa: PLC0415 (commands that read no text do not import the model)

    show_places(app.choose_gazetteer(from_environment(os.environ)).search(PlaceQuery(name, limit)))


def _path() -> Path:
    return from_environment(os.environ).gazetteer_path


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Tells in a sentence why the file could not be written; the one that was there stays."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise InvalidSetting(f"GAZETTEER_PATH={path} cannot be written: {error}.") from error


def _imported(path: Path) -> str | None:
    """What is to be said of a file that was imported, and that a build would replace; `None` of others.

    Raises `DamagedData` when it cannot be used as it is.
    """
    try:
        meta = gazetteer_file.read_meta(path)
    except DamagedData:
        return None
    if meta.get("origin") != gazetteer_file.IMPORTED:
        return None
    found = gazetteer_file.info(path)
    if found.base == gazetteer_sources.base_digest(gazetteer_sources.Sources()):
        return f"{path} was imported ({found.data}) and is current."
    return f"{path} was imported ({found.data}) by another version and is kept. {gazetteer_file.REIMPORT}"


def _dump(given: tuple[Path, ...], files: dict[str, Any]) -> Dump:
    """The files given, and those of the usual names beside the first."""
    tables = tuple(table for one in given for table in _tables(one))
    beside = _beside(tables[0].parent)
    return Dump(
        places=tables,
        alternates=files["alternate_names"] or beside["alternateNamesV2"],
        admin1=files["admin1"] or next(iter(beside["admin1CodesASCII"]), None),
        admin2=files["admin2"] or next(iter(beside["admin2Codes"]), None),
        hierarchy=files["hierarchy"] or next(iter(beside["hierarchy"]), None),
        deletes=files["deletes"],
    )


def _tables(dump: Path) -> tuple[Path, ...]:
    """The table of places of a folder, or the file itself."""
    if dump.is_file():
        return (dump,)
    found = [
        path
        for path in sorted(dump.glob("*"))
        if path.stem == "allCountries" or (len(path.stem) == 2 and path.stem.isupper())
        if path.suffix.lower() in {".txt", ".zip"}
    ]
    if not found:
        raise click.UsageError(f"{dump} holds no allCountries.txt, no XX.txt and no zip of them.")
    return tuple({path.stem: path for path in reversed(found)}.values())[::-1]


def _beside(folder: Path) -> dict[str, tuple[Path, ...]]:
    """The other files of a dump, by their usual names; a text before its zip."""
    found = {
        name: tuple(path for end in (".txt", ".zip") if (path := folder / f"{name}{end}").is_file())[:1]
        for name in _NAMES
    }
    for path in (path for paths in found.values() for path in paths):
        click.echo(f"with {path}", err=True)
    return found


def _show_rejected(path: Path | None, most: int = 5) -> None:
    if path is None:
        return
    with path.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(most), strict=False):
            file, number, what = line.rstrip("\n").split("\t", 2)
            click.echo(f"  {file}:{number}: {what}", err=True)


def _echo(report: BuildReport) -> None:
    click.echo(f"{report.path}: {report.info.places:,} places in {report.seconds:.0f} s")
