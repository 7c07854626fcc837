"""A centre whose three databases are PostgreSQL's: it is set up, brought up to date, attended, graded, as one in files is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text

from ailab.errors import Refused
from ailab.office.centre import Centre, Settings, make_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.round.grade import run_job
from ailab.office.centre.tables import Enrolment, Group, HandedIn, Job, Person
from ailab.office.gradebook import read_marks
from ailab.office.ledger import LEDGER, read_ledger
from tests.hub.a_class import MODULE, run_class
from tests.hub.free_ports import free_block
from tests.pipeline.postgresql_server import Server, postgresql_server, programs
from tests.unit.centre.test_database import MIGRATIONS, REVISIONS

pytestmark = [
    pytest.mark.hub,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed: run make system"),
]
NOW = "2026-11-20T10:00:00Z"
LEARNERS = 3


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgresql_server() as running:
        yield running


def settings(server: Server, name: str) -> Settings:
    return Settings(code="s1", name="Sample centre", place="Berkane", language="ar", port=free_block(), database=server.url(name))


def tables_of(url: str) -> set[str]:
    engine = create_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_earlier_schema_comes_up_to_date_there_too(server: Server, tmp_path: Path, revision: str) -> None:
    centre = make_centre(tmp_path / "centre", settings(server, f"from_{revision}".lower()))
    server.new_database(f"from_{revision}_centre".lower())
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = engine_of(centre.database_url())
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
        with session_of(centre) as session:
            session.add(Person(id="s1-a7k2mn", kind="learner", login="sample7", display_name="متعلّم", created_at=NOW))
            session.add(Group(id="monday", title="Monday", language="ar", edition="ma", time_zone="Africa/Casablanca", created_at=NOW))
            session.flush()
            session.add(Enrolment(person="s1-a7k2mn", group="monday", role="learner", since=NOW))

        assert upgrade(centre) == REVISIONS[-1]
        assert upgrade(centre) == REVISIONS[-1]

        with session_of(centre) as session:
            assert session.get_one(Person, "s1-a7k2mn").display_name == "متعلّم"
        assert not (centre.folder / "centre.sqlite").exists()
    finally:
        engine.dispose()


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql+pg8000://grader:quiet-word@/berkane?unix_sock={tmp_path}/none"
    centre = make_centre(tmp_path / "centre", Settings(code="s1", name="Sample centre", place="Berkane", database=url))

    with pytest.raises(Refused, match=r"grader:\*\*\*@.* can't be made.*Is its server running") as refused:
        upgrade(centre)

    assert "quiet-word" not in str(refused.value)


@pytest.mark.proof
def test_a_class_attends_and_is_graded(server: Server, tmp_path: Path) -> None:
    wanted = settings(server, "berkane")

    figures = run_class(LEARNERS, tmp_path, wanted)

    assert figures.troubles == ()
    assert (figures.failures, figures.lost) == (0, 0)
    assert not list((tmp_path / "centre").rglob("*.sqlite"))
    assert not (tmp_path / "centre" / "course" / "gradebook.db").exists()
    centre = Centre(folder=tmp_path / "centre", settings=wanted)
    assert {"users", "spawners", "oauth_codes"} <= tables_of(centre.database_url("hub"))
    assert {Person.__tablename__, HandedIn.__tablename__} <= tables_of(centre.database_url())
    try:
        graded(centre)
    finally:
        engine_of(centre.database_url()).dispose()


def graded(centre: Centre) -> None:
    """Grade what the class handed in, and find the marks where they belong."""
    with session_of(centre) as session:
        people = {row.person for row in session.query(HandedIn).filter(HandedIn.module == MODULE)}
        session.add(job := Job(module=MODULE, group="", asked_by="", asked_at=NOW))
        session.flush()
    assert len(people) == LEARNERS

    run_job(centre, job.id, clock=lambda: datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    with session_of(centre) as session:
        assert (session.get_one(Job, job.id).trouble, session.get_one(Job, job.id).done) == ("", LEARNERS)
    assert {key[0] for key in read_marks(centre.course, MODULE)} == people
    assert {result.learner for result in read_ledger(centre.course / LEDGER)} == people
    engine = create_engine(centre.database_url("gradebook"))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM submitted_assignment")).scalar() == LEARNERS
    engine.dispose()
