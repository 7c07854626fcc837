"""The centre's database: every earlier schema comes up to date with its rows, and a failing disk keeps nothing by halves."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre import database as database_module
from ailab.office.centre.database import engine_of
from ailab.office.centre.tables import Enrolment, Group, Person, Table

MIGRATIONS = Path(database_module.__file__).parent / "migrations"
REVISIONS = [revision.revision for revision in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]
NOW = "2026-11-20T10:00:00Z"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    made = make_centre(tmp_path / "centre", Settings(code="c1", name="Sample", place="Berkane"))
    yield made
    engine_of(made.database_url()).dispose()


def at_revision(centre: Centre, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine_of(centre.database_url()).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def add_sample(centre: Centre) -> None:
    with session_of(centre) as session:
        session.add(Person(id="c1-a7k2mn", kind="learner", login="sample7", display_name="Sample learner 7", created_at=NOW))
        session.add(Group(id="monday", title="Monday", language="ar", edition="ma", time_zone="Africa/Casablanca", created_at=NOW))
        session.flush()
        session.add(Enrolment(person="c1-a7k2mn", group="monday", role="learner", since=NOW))


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_earlier_schema_comes_up_to_date_and_keeps_its_rows(centre: Centre, revision: str) -> None:
    at_revision(centre, revision)
    add_sample(centre)

    assert upgrade(centre) == REVISIONS[-1]

    with session_of(centre) as session:
        person = session.get(Person, "c1-a7k2mn")
        assert person is not None
        assert (person.login, person.display_name) == ("sample7", "Sample learner 7")


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_copy_of_the_older_file_stays_beside_it(centre: Centre, revision: str) -> None:
    at_revision(centre, revision)
    add_sample(centre)

    upgrade(centre)

    copy = sqlite3.connect(centre.folder / f"centre.sqlite.{revision}.bak")
    assert copy.execute("SELECT login FROM people").fetchall() == [("sample7",)]
    copy.close()


def test_the_revisions_make_exactly_the_tables_that_the_code_speaks_of(centre: Centre) -> None:
    upgrade(centre)

    with engine_of(centre.database_url()).connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": database_module.VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_upgrading_twice_changes_nothing(centre: Centre) -> None:
    upgrade(centre)
    add_sample(centre)

    upgrade(centre)

    assert not list(centre.folder.glob("*.bak"))


def test_a_schema_of_a_newer_ailab_is_left_alone(centre: Centre) -> None:
    upgrade(centre)
    with engine_of(centre.database_url()).begin() as connection:
        connection.execute(text("UPDATE ailab_version SET version_num = '9999'"))

    with pytest.raises(Refused, match="newer ailab"):
        upgrade(centre)


def test_half_a_transaction_is_none(centre: Centre) -> None:
    upgrade(centre)

    def add_and_fail() -> None:
        with session_of(centre) as session:
            session.add(Person(id="c1-b3m9kk", kind="learner", login="sample8", created_at=NOW))
            session.flush()
            raise ValueError("something else went wrong")

    with pytest.raises(ValueError, match="something else"):
        add_and_fail()

    with session_of(centre) as session:
        assert session.get(Person, "c1-b3m9kk") is None


def test_a_folder_copied_while_nothing_runs_holds_everything(centre: Centre, tmp_path: Path) -> None:
    upgrade(centre)
    add_sample(centre)
    engine_of(centre.database_url()).dispose()

    shutil.copytree(centre.folder, tmp_path / "stick")

    copy = sqlite3.connect(tmp_path / "stick" / "centre.sqlite")
    assert copy.execute("SELECT login FROM people").fetchall() == [("sample7",)]
    copy.close()


def test_a_database_that_is_no_database_is_said_so(centre: Centre) -> None:
    (centre.folder / "centre.sqlite").write_bytes(b"not a database, and long enough to be read as one" * 100)

    with pytest.raises(Refused, match="can't be brought up to date"):
        upgrade(centre)
