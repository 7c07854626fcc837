"""Where the gradebook is: a file in the course folder, or a PostgreSQL server that several graders share."""

from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from ailab.errors import ExtraMissing, Refused
from ailab.office.gradebook.course import DATABASE, open_course


def database_url(root: Path) -> str:
    """Return the gradebook's URL: nbgrader's own option, else gradebook.db in the course folder.

    For several graders, `c.CourseDirectory.db_url` in nbgrader_config.py names a PostgreSQL database, over TCP or a socket:

        postgresql+pg8000://USER:PASSWORD@HOST/DATABASE
        postgresql+pg8000://USER@/DATABASE?unix_sock=/run/postgresql/.s.PGSQL.5432
    """
    configured = open_course(root).config.CourseDirectory.get("db_url")
    return str(configured) if configured else f"sqlite:///{(root / DATABASE).absolute()}"


def shown_url(url: str) -> str:
    """Return a gradebook's URL without its password."""
    return make_url(url).render_as_string(hide_password=True)


def open_database(url: str) -> Engine:
    """Return a gradebook's database; nothing is read yet.

    Raises
    ------
    ExtraMissing
        When the driver for PostgreSQL is not installed.
    Refused
        When the URL names another driver, or is none.
    """
    try:
        # A server may have closed a connection that was idle while notebooks ran: asked first, it is opened anew.
        return create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        if error.name == "pg8000":
            raise ExtraMissing("programme", "pg8000") from None
        raise Refused(f"The gradebook at {shown_url(url)} needs '{error.name}'. For PostgreSQL write postgresql+pg8000://…") from error
    except ArgumentError as error:
        raise Refused(f"c.CourseDirectory.db_url is no URL of a database: {error}") from error
