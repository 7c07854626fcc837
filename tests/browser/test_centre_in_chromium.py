"""A day at a centre as its people live it: a child comes in, works and hands in; the trainer takes attendance, grades, marks and issues; the child reads it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.hub.last_day import LastDay, last_day
from tests.hub.living import Centre, fresh_centre, running

from .conftest import open_chromium
from .learners_day import classmates_hand_in, comes_back, comes_in, has_certificates, reads_results, stays_outside, works_and_hands_in
from .seat import Seat
from .trainers_day import (
    another_trainer_sees_nothing,
    grades,
    issues,
    marks_with_the_keyboard,
    sees_the_class,
    sees_who_handed_in,
    standings,
    takes_attendance,
    trainer_comes_in,
)

pytestmark = [pytest.mark.browser, pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(600)]

_SCREEN: Final = "--window-size=1366,768"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("centre")


@pytest.fixture(scope="module")
def people() -> list[LastDay]:
    return []


@pytest.fixture(scope="module")
def centre(folder: Path, people: list[LastDay]) -> Iterator[Centre]:
    """Return a running centre on the last day of a class."""
    state = fresh_centre(folder)
    people.append(last_day(state))
    with running(state) as supervisor:
        logins = tuple((each.person, each.pseudonym, each.shown) for each in people[0].learners)
        yield Centre(state=state, supervisor=supervisor, logins=logins, passphrase=people[0].trainer.shown)


@pytest.fixture(scope="module")
def day(centre: Centre, people: list[LastDay]) -> LastDay:
    """Return who is there."""
    return people[0]


@pytest.fixture(scope="module")
def album(folder: Path) -> Path:
    """Return where pictures of every page are kept."""
    (folder / "album").mkdir()
    return folder / "album"


@pytest.fixture(scope="module")
def child(centre: Centre, folder: Path, album: Path) -> Iterator[Seat]:
    """Return a child's screen."""
    with open_chromium(folder / "child", _SCREEN) as browser:
        seat = Seat(browser, centre, album)
        yield seat
        seat.see("child-at-the-end")


@pytest.fixture(scope="module")
def trainer(centre: Centre, folder: Path, album: Path) -> Iterator[Seat]:
    """Return the trainer's screen."""
    with open_chromium(folder / "trainer", _SCREEN) as browser:
        seat = Seat(browser, centre, album)
        yield seat
        seat.see("trainer-at-the-end")


def test_a_day_from_three_pictures_to_a_certificate(child: Seat, trainer: Seat, centre: Centre, day: LastDay) -> None:
    """One story, in the order of the day: each part begins where the one before has ended."""
    me = day.learners[0]
    comes_in(child, me)
    code = works_and_hands_in(child, me)
    stays_outside(child)
    asyncio.run(classmates_hand_in(centre, day))

    trainer_comes_in(trainer, day)
    takes_attendance(trainer, day)
    sees_who_handed_in(trainer, me, code)
    grades(trainer)
    sees_the_class(trainer, day)
    assert standings(trainer, me)["module_statement"].startswith("✎")
    comment = marks_with_the_keyboard(trainer, day)
    issues(trainer, day)

    comes_back(child, me)
    reads_results(child, comment)
    has_certificates(child, centre, me)
    asyncio.run(another_trainer_sees_nothing(centre, day))
