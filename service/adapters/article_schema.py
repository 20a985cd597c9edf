"""The versions of the article store: which one a database has, and how it gets the one that is wanted.

Alembic makes every version, the first one too, so that there is one truth; it is imported only then.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from service.errors import DamagedData

WANTED = "2"
_MIGRATIONS = Path(__file__).with_name("migrations")
_TABLE = "alembic_version"
_LOCK = 7_162_010  # of PostgreSQL: one migration at a time, whoever starts first


def version_of(connection: Connection) -> str | None:
    """The version of the store in a database; `None` when there is none."""
    tables = set(inspect(connection).get_table_names())
    if _TABLE in tables:
        found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608
        return str(found) if found else None
    return "1" if "articles" in tables else None


def make_sure(engine: Engine) -> None:
    """Makes the store where there is none. Raises `DamagedData` for one of another version."""
    with engine.connect() as connection:
        found = version_of(connection)
    if found is None:
        upgrade(engine)
    elif found != WANTED:
        _refuse(found)


def upgrade(engine: Engine) -> str | None:
    """Brings the store to the wanted version, all or nothing; the version that it had, `None` for none.

    Raises `DamagedData` for a store of a newer Gazette.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver begins none for changes of tables
        else:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        found = version_of(connection)
        if found is not None and _is_newer(found):
            _refuse(found)
        if found != WANTED:
            _run(connection, found)
    return found


def _run(connection: Connection, found: str | None) -> None:
    from alembic import command  # noqa: PLC0415 (a fifth of a second, for the rare store that is new)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if found == "1" and _TABLE not in inspect(connection).get_table_names():
        command.stamp(config, "1")
    command.upgrade(config, "head")


def _is_newer(found: str) -> bool:
    return not found.isdecimal() or int(found) > int(WANTED)


def _refuse(found: str) -> None:
    mend = "use a newer Gazette" if _is_newer(found) else "run `gazette articles migrate`"
    raise DamagedData(
        f"The article store (ARTICLES_URL) is of version {found}; this Gazette wants {WANTED}: {mend}."
    )
