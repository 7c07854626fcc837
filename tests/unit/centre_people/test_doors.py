"""Guessing is counted: at one machine, everywhere, for a day; a class behind one address goes on."""

import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from statistics import median

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ailab.office.centre import Centre, session_of
from ailab.office.centre.people import NewSecret, add_learners, admit, authenticate, is_locked, reset_secret, unlock
from ailab.office.centre.people.doors import MOST_A_DAY, MOST_ANYWHERE, MOST_HERE, MOST_OF_ADDRESS, Admitted, Refusal
from ailab.office.centre.tables import Person, Try

from .conftest import NOW

HERE, THERE = "10.0.0.2", "10.0.0.3"
WRONG = "135792"


@pytest.fixture
def pupil(centre: Centre) -> NewSecret:
    with session_of(centre) as session:
        return add_learners(session, centre, group="monday", count=1, now=NOW)[0]


def ask(session: Session, login: str, secret: str, *, address: str = HERE, after_min: float = 0, now: datetime = NOW) -> str:
    done = authenticate(session, login=login, secret=secret, address=address, now=now + timedelta(minutes=after_min))
    return "in" if isinstance(done, Admitted) else done.why


def fail(session: Session, login: str, times: int, *, address: str = HERE, after_min: float = 0) -> list[str]:
    return [ask(session, login, WRONG, address=address, after_min=after_min) for _ in range(times)]


def test_who_knows_the_secret_gets_in_with_the_id_alone(session: Session, pupil: NewSecret) -> None:
    done = authenticate(session, login=f" {pupil.pseudonym.upper()} ", secret=pupil.shown, address=HERE, now=NOW)

    assert done == Admitted(person=pupil.person, kind="learner", language="fr")


def test_pictures_in_another_order_do_not_open(session: Session, centre: Centre) -> None:
    [pupil] = add_learners(session, centre, group="young", count=1, kind="pictures", now=NOW)
    orders = [",".join(order) for order in itertools.permutations(pupil.shown.split(","))]

    assert [ask(session, pupil.pseudonym, order, address=str(at)) for at, order in enumerate(orders)].count("in") == 1
    assert ask(session, pupil.pseudonym, pupil.shown) == "in"


def test_five_wrong_tries_lock_a_name_for_ten_minutes(session: Session, pupil: NewSecret) -> None:
    assert fail(session, pupil.pseudonym, MOST_HERE) == ["wrong"] * MOST_HERE
    assert is_locked(session, person=pupil.person, now=NOW)
    assert ask(session, pupil.pseudonym, pupil.shown, after_min=9) == "locked"
    assert ask(session, pupil.pseudonym, pupil.shown, after_min=11) == "in"


def test_pressing_on_does_not_make_the_wait_longer(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE)
    fail(session, pupil.pseudonym, 50, after_min=5)

    assert ask(session, pupil.pseudonym, pupil.shown, after_min=10.1) == "in"


def test_the_wait_is_told_in_minutes(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE)
    done = authenticate(session, login=pupil.pseudonym, secret=WRONG, address=HERE, now=NOW + timedelta(minutes=7))

    assert done == Refusal(why="locked", minutes=3)
    assert "Wait 3 min" in done.words("en")


def test_a_prankster_locks_a_name_at_the_own_machine_alone(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, 20, address=HERE)

    assert ask(session, pupil.pseudonym, pupil.shown, address=HERE) == "locked"
    assert ask(session, pupil.pseudonym, pupil.shown, address=THERE) == "in"


def test_many_machines_do_not_make_more_guesses(session: Session, pupil: NewSecret) -> None:
    answers = [ask(session, pupil.pseudonym, WRONG, address=f"10.0.0.{at}") for at in range(40)]

    assert answers.count("wrong") == MOST_ANYWHERE


def test_a_patient_guesser_is_stopped_for_the_day_and_a_trainer_opens_again(session: Session, pupil: NewSecret) -> None:
    answers = [ask(session, pupil.pseudonym, WRONG, after_min=3 * at) for at in range(60)]

    assert answers.count("wrong") == MOST_A_DAY
    assert ask(session, pupil.pseudonym, pupil.shown, address=THERE, after_min=185) == "daily"
    assert is_locked(session, person=pupil.person, now=NOW + timedelta(minutes=185))

    assert unlock(session, person=pupil.person) == MOST_A_DAY
    assert not is_locked(session, person=pupil.person, now=NOW + timedelta(minutes=185))
    assert ask(session, pupil.pseudonym, pupil.shown, after_min=186) == "in"


def test_a_new_secret_opens_the_door_too(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE)
    new = reset_secret(session, person=pupil.person, now=NOW)

    assert ask(session, pupil.pseudonym, new.shown) == "in"


def test_who_gets_in_begins_to_count_anew_at_that_machine(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE - 1)
    assert ask(session, pupil.pseudonym, pupil.shown) == "in"

    assert fail(session, pupil.pseudonym, 2) == ["wrong", "wrong"]


def test_a_name_that_nobody_has_is_answered_as_one_that_somebody_has(session: Session, pupil: NewSecret) -> None:
    assert fail(session, "nobody at all", 8) == fail(session, pupil.pseudonym, 8) == ["wrong"] * MOST_HERE + ["locked"] * 3


def test_what_nobody_is_called_is_not_kept(session: Session) -> None:
    ask(session, "Somebody's Real Name", "my secret 123456")

    [kept] = session.scalars(select(Try))
    assert kept.login.startswith("?")
    assert "real" not in kept.login


def test_a_known_and_an_unknown_name_take_the_same_time(session: Session, centre: Centre, full_work: None) -> None:
    people = add_learners(session, centre, group="monday", count=12, now=NOW)

    def timed(login: str, address: str) -> float:
        begun = time.perf_counter()
        ask(session, login, WRONG, address=address)
        return time.perf_counter() - begun

    known = median(timed(person.pseudonym, f"10.1.0.{at}") for at, person in enumerate(people))
    unknown = median(timed(f"nobody{at}", f"10.2.0.{at}") for at in range(12))
    assert 0.5 < known / unknown < 2


def test_somebody_without_a_secret_or_taken_from_the_roster_gets_in_with_nothing(session: Session, pupil: NewSecret) -> None:
    session.add(Person(id="c1-nosign", kind="learner", login="empty", created_at="2026-11-20T10:00:00Z"))
    person = session.get(Person, pupil.person)
    assert person
    person.is_active = False
    session.flush()

    assert [ask(session, "empty", secret) for secret in ("", " ", "0")] == ["wrong"] * 3
    assert ask(session, pupil.pseudonym, pupil.shown) == "wrong"


@pytest.mark.parametrize("login", ["", "../../etc/passwd", "a\x00b", "'; DROP TABLE people; --", "x" * 1_000_000, "\ud800", "%", "lion\n"])
def test_strange_logins_are_wrong_and_nothing_else(session: Session, login: str) -> None:
    assert ask(session, login, "y" * 1_000_000) == "wrong"


def test_a_class_behind_one_address_may_mistype_and_a_flood_is_stopped(session: Session) -> None:
    answers = [ask(session, f"nobody{at}", WRONG) for at in range(MOST_OF_ADDRESS + 30)]

    assert answers == ["wrong"] * MOST_OF_ADDRESS + ["address"] * 30


def test_who_was_here_before_gets_in_beside_a_flood(session: Session, pupil: NewSecret) -> None:
    assert ask(session, pupil.pseudonym, pupil.shown, after_min=-60 * 24) == "in"
    for at in range(MOST_OF_ADDRESS + 1):
        session.add(Try(login=f"?{at}", address=HERE, at="2026-11-20T10:00:00Z", worked=False))

    assert ask(session, pupil.pseudonym, pupil.shown) == "in"


def test_a_clock_that_jumps_back_locks_nobody_out(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE)

    assert ask(session, pupil.pseudonym, pupil.shown, now=NOW - timedelta(days=3650)) == "in"


def test_a_clock_that_jumps_a_little_gives_no_more_guesses(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, MOST_HERE)

    assert ask(session, pupil.pseudonym, WRONG, after_min=-5) == "locked"


def test_tries_are_forgotten_after_some_weeks(session: Session, pupil: NewSecret) -> None:
    fail(session, pupil.pseudonym, 3)
    ask(session, pupil.pseudonym, pupil.shown, after_min=60 * 24 * 100)

    assert session.scalar(select(func.count()).select_from(Try)) == 1


def test_a_hundred_guesses_at_once_are_a_hundred_tries(centre: Centre, pupil: NewSecret) -> None:
    def guess(_: int) -> str:
        done = admit(centre, login=pupil.pseudonym, secret=WRONG, address=HERE, now=NOW)
        return done.why if isinstance(done, Refusal) else "in"

    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(guess, range(40)))

    assert answers.count("wrong") == MOST_HERE
