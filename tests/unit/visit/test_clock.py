"""Time of a visit: a clock that jumps wipes nobody, and no power cut makes a visit last for ever."""

import pytest

from ailab.office.centre import Centre, session_of
from ailab.office.centre.visit import Clock, Status, clock_now, last_status, running
from ailab.office.centre.visit.visits import note_time

from .conftest import at


def left(centre: Centre, clock: Clock) -> int:
    with session_of(centre) as session:
        found = running(session, clock)
        return found.minutes_left if found else -1


def noted(centre: Centre, clock: Clock) -> None:
    with session_of(centre) as session:
        note_time(session, clock)


@pytest.mark.parametrize("wall", [-20_000_000, -60, 0, 500, 20_000_000], ids=["1988", "an hour back", "stands", "8 hours on", "2064"])
def test_a_clock_that_jumps_while_the_machine_runs_changes_nothing(centre: Centre, visit: Status, wall: float) -> None:
    noted(centre, at(30, wall=wall))

    assert left(centre, at(30, wall=wall)) == 60


def test_a_visit_ends_by_itself_after_its_minutes_and_a_grace(centre: Centre, visit: Status) -> None:
    assert left(centre, at(89.5)) == 1
    assert left(centre, at(99)) == 0
    assert left(centre, at(100)) == -1


def test_what_is_over_is_noted_as_ended(centre: Centre, visit: Status) -> None:
    noted(centre, at(100))

    with session_of(centre) as session:
        status = last_status(session, at(100))
    assert status is not None
    assert status.is_ended


def test_after_a_short_power_cut_the_visit_goes_on_with_what_was_left(centre: Centre, visit: Status) -> None:
    noted(centre, at(30))

    assert left(centre, at(40, boot="second", since_boot=0)) == 50


def test_a_clock_that_fell_back_in_a_power_cut_lets_the_visit_go_on(centre: Centre, visit: Status) -> None:
    noted(centre, at(30))

    assert left(centre, at(0, boot="second", since_boot=1, wall=-20_000_000)) == 60


def test_a_visit_ends_after_its_minutes_with_power_whatever_the_clock_says(centre: Centre, visit: Status) -> None:
    noted(centre, at(60))
    noted(centre, at(0, boot="second", since_boot=1, wall=-20_000_000))

    assert left(centre, at(0, boot="second", since_boot=30, wall=-20_000_000)) == 1
    assert left(centre, at(0, boot="second", since_boot=42, wall=-20_000_000)) == -1


def test_a_clock_that_was_set_right_before_the_power_cut_does_not_end_the_visit(centre: Centre, visit: Status) -> None:
    noted(centre, at(20, wall=20_000_000))

    assert left(centre, at(25, boot="second", since_boot=0, wall=20_000_005)) == 65


def test_the_next_day_a_visit_that_was_cut_off_is_over(centre: Centre, visit: Status) -> None:
    noted(centre, at(30))

    assert left(centre, at(24 * 60, boot="second", since_boot=0)) == -1


def test_the_disk_is_not_written_to_at_every_look(centre: Centre, visit: Status) -> None:
    noted(centre, at(0.1))
    with session_of(centre) as session:
        status = running(session, at(0.2))
        assert status is not None
    from ailab.office.centre.tables import Visit

    with session_of(centre) as session:
        assert session.query(Visit).one().spent_s == 0


def test_this_machine_has_a_clock_that_goes_forward() -> None:
    first, second = clock_now(), clock_now()

    assert first.boot == second.boot != ""
    assert second.boot_s >= first.boot_s
