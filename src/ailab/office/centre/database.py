"""The centre's database: opened, brought up to date, used in transactions.

SQLite with a write-ahead log on one machine, PostgreSQL through pg8000 for more. Nothing is written to a
schema that is newer than this ailab; an older one is copied aside, then upgraded.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import Session

from ailab.errors import ExtraMissing, Refused
from ailab.office.centre.folder import Centre

_MIGRATIONS: Final = Path(__file__).parent / "migrations"
VERSION_TABLE: Final = "ailab_version"
_PATIENCE_S: Final = 30.0


@lru_cache(maxsize=8)
def engine_of(url: str) -> Engine:
    """Return the one engine of this process for a URL.

    Raises
    ------
    ExtraMissing
        When the driver for PostgreSQL is not installed.
    """
    sqlite = url.startswith("sqlite")
    try:
        engine = create_engine(url, pool_pre_ping=True, connect_args={"timeout": _PATIENCE_S} if sqlite else {})
    except ModuleNotFoundError as error:
        raise ExtraMissing("programme", error.name or "pg8000") from None
    if sqlite:
        event.listen(engine, "connect", _harden)
    return engine


def _harden(connection: Any, _record: object) -> None:
    for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"):
        connection.execute(line).close()


@contextmanager
def session_of(centre: Centre) -> Iterator[Session]:
    """Give a session; what was done in it is kept whole when the block ends well, else not at all.

    Raises
    ------
    Refused
        When the disk is full or the database can't be reached: nothing of the block is kept then.
    """
    session = Session(engine_of(centre.database_url()), expire_on_commit=False)
    try:
        yield session
        session.commit()
    except DBAPIError as error:
        session.rollback()
        raise refusal(centre, error) from error
    except BaseException:
        session.rollback()
        raise
    finally:
        session.close()


def refusal(centre: Centre, error: DBAPIError) -> Exception:
    """Return what to say about a database that says no: a remedy where the cause is the machine's, else the error itself."""
    reason = str(error.orig)
    if any(sign in reason for sign in ("disk is full", "disk I/O", "readonly", "unable to open", "locked", "connect")):
        return Refused(f"The centre's database {_named(centre)} says: {reason}. Nothing was changed. Free some space, then try again.")
    return error


def upgrade(centre: Centre) -> str:
    """Bring the schema up to date and return its revision; a copy of an older SQLite file is kept beside it.

    Raises
    ------
    Refused
        When the schema is newer than this ailab, or the database can't be reached.
    """
    if centre.settings.database:
        _make_database(centre)
    engine = engine_of(centre.database_url())
    script = ScriptDirectory(str(_MIGRATIONS))
    now: str | None = None
    try:
        with engine.connect() as connection:
            now = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()
            known = {revision.revision for revision in script.walk_revisions()}
            if now and now not in known:
                raise Refused(f"The centre's database is of a newer ailab (revision {now}). Update ailab; nothing was changed.")
            head = script.get_current_head() or ""
            if now == head:
                return head
        if now:
            _copy_aside(centre, now)
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(_MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        copy = " A copy of it as it was stands beside it." if now else ""
        raise Refused(f"The centre's database {_named(centre)} can't be brought up to date: {reason}.{copy}") from error
    return head


def _named(centre: Centre) -> str:
    return make_url(centre.database_url()).render_as_string(hide_password=True)


def _copy_aside(centre: Centre, revision: str) -> None:
    url = make_url(centre.database_url())
    if url.get_backend_name() == "sqlite" and url.database:
        with engine_of(centre.database_url()).connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        shutil.copyfile(url.database, f"{url.database}.{revision}.bak")


def _make_database(centre: Centre) -> None:
    """Make the three databases of a PostgreSQL server where they are missing and we may."""
    for of in ("centre", "hub", "gradebook"):
        url = make_url(centre.database_url(of))
        server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
        try:
            with server.connect() as connection:
                there = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": url.database}).scalar()
                if not there:
                    connection.execute(text(f'CREATE DATABASE "{url.database}"'))
        except DBAPIError as error:
            raise Refused(
                f"The database {url.render_as_string(hide_password=True)} can't be made: {error.orig}. Is its server running?"
            ) from error
        finally:
            server.dispose()
