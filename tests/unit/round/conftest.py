"""A centre with the tiny course and a class of four, and what its learners hand in."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from ailab.office.centre import Centre, Settings, make_centre, open_centre, session_of, upgrade
from ailab.office.centre.database import engine_of
from ailab.office.centre.round.inbox import Inbox
from ailab.office.centre.round.release import publish
from ailab.office.centre.tables import Enrolment, Group, Person
from ailab.office.course import Course
from ailab.office.grading.handing import HandIn, packed

MODULE = "tiny_steps"
EXERCISES = ("double_number", "explain_doubling")
NOW = "2026-11-20T10:00:00Z"
ONE, TWO, THREE, OTHER, TRAINER = "c1-a7k2mn", "c1-b8m3pq", "c1-d4r5st", "c1-e6w7xy", "c1-t-h2j3km"
RIGHT = "def double(number):\n    return number + number"
WRONG = "def double(number):\n    return number * number"


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, tiny_course: Course) -> Path:
    """Return a centre whose course stands; tests copy it."""
    centre = make_centre(tmp_path_factory.mktemp("round") / "centre", Settings(code="c1", name="Sample", place="Berkane"))
    upgrade(centre)
    assert publish(tiny_course, centre)
    fill(centre)
    engine_of(centre.database_url()).dispose()
    return centre.folder


@pytest.fixture
def centre(published: Path, tmp_path: Path) -> Iterator[Centre]:
    """Return a centre that a test may change."""
    made = open_centre(Path(shutil.copytree(published, tmp_path / "centre")))
    yield made
    engine_of(made.database_url()).dispose()


def fill(centre: Centre) -> None:
    """Enter two classes, the second of one learner."""
    with session_of(centre) as session:
        for slug, zone in (("monday", "Africa/Casablanca"), ("friday", "Africa/Algiers")):
            session.add(Group(id=slug, title=slug, language="fr", edition="ma", time_zone=zone, created_at=NOW))
        for number, person in enumerate((ONE, TWO, THREE, OTHER), 1):
            session.add(
                Person(
                    id=person, kind="learner", login=f"sample{number}", pseudonym=f"Sample learner {number}", language="en", created_at=NOW
                )
            )
        session.add(Person(id=TRAINER, kind="trainer", login="trainer", pseudonym="Trainer", language="en", created_at=NOW))
        session.flush()
        for person in (ONE, TWO, THREE):
            session.add(Enrolment(person=person, group="monday", role="learner", since=NOW))
        session.add(Enrolment(person=OTHER, group="friday", role="learner", since=NOW))
        session.add(Enrolment(person=TRAINER, group="monday", role="trainer", since=NOW))


class Ticking:
    """A clock that goes on a second at each look."""

    def __init__(self, start: str = NOW, step: timedelta = timedelta(seconds=1)) -> None:
        self.at, self.step = datetime.fromisoformat(start).astimezone(UTC), step

    def __call__(self) -> datetime:
        now = self.at
        self.at += self.step
        return now


def inbox_of(centre: Centre, clock: Ticking | None = None) -> Inbox:
    """Return an inbox whose chance is the same at each run."""
    return Inbox(centre=centre, now=clock or Ticking(), random=Random("round").randbytes)


def answered(centre: Centre, code: str, exercises: tuple[str, ...] = EXERCISES, language: str = "en") -> dict[str, bytes]:
    """Return the notebooks of a learner who wrote this in the first answer cell."""
    found = {}
    for exercise in exercises:
        notebook = json.loads((centre.build / "release" / language / MODULE / f"{exercise}.ipynb").read_text(encoding="utf-8"))
        cells = [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")]
        cells[0]["source"] = code
        found[exercise] = json.dumps(notebook).encode()
    return found


def sent(centre: Centre, code: str = RIGHT, *, module: str = MODULE, exercises: tuple[str, ...] = EXERCISES) -> bytes:
    """Return the zip that the button sends."""
    return packed(HandIn(module=module, at=NOW, notebooks=answered(centre, code, exercises)))
