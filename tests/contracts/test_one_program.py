"""One `program(robot)`: on the screen, behind the protocol of real robots, and as a recording that is replayed."""

from collections.abc import Callable
from typing import Any

import pytest

from ailab.devices.robots import FakeDrive, SharedRobot, SimulatedDrive, record
from ailab.robot import simulate
from ailab.robot.driven import DrivenRobot
from ailab.robot.world import Arena, Box, Goal, Start, Stripe

YARD = Arena(
    name="bench",
    width=200.0,
    height=160.0,
    start=Start(30.0, 80.0, 90.0),
    boxes=(Box(120.0, 60.0, 20.0, 40.0),),
    stripes=(Stripe(((20.0, 80.0), (100.0, 80.0))),),
    goal=Goal(path=((160.0, 130.0),), radius=15.0),
)


def square(robot: Any) -> None:
    for _ in range(4):
        robot.forward(20)
        robot.turn_left(90)


def round_the_box(robot: Any) -> None:
    while robot.distance() > 15:
        robot.forward(5)
    robot.turn_right(90)
    robot.forward(45)
    robot.turn_left()
    robot.forward(80)


def into_the_wall(robot: Any) -> None:
    robot.backward(100)
    if robot.bumper():
        robot.forward(7)


def by_its_motors(robot: Any) -> None:
    while robot.line()[1]:
        robot.motors(0.4, 0.4)
        robot.wait(0.1)
    robot.motors(0.6, 0.2)
    robot.wait(1.5)
    robot.stop()


PROGRAMS: list[Callable[[Any], None]] = [square, round_the_box, into_the_wall, by_its_motors]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_a_program_comes_to_the_same_on_the_screen_and_behind_a_drive(program: Callable[[Any], None]) -> None:
    on_screen = simulate(program, YARD).outcome

    drive = SimulatedDrive(YARD)
    with DrivenRobot(drive) as robot:
        program(robot)
    behind = drive.robot.outcome

    for name in ("ended", "solved", "bumps", "visited", "moves", "missing"):
        assert getattr(behind, name) == getattr(on_screen, name), name
    for name in ("distance", "energy", "line_share", "smoothness"):
        assert getattr(behind, name) == pytest.approx(getattr(on_screen, name), abs=0.02), name


def test_one_of_them_reaches_the_goal() -> None:
    assert simulate(round_the_box, YARD).solved


def test_a_recording_that_is_replayed_ends_where_the_program_did() -> None:
    drive = SimulatedDrive(YARD)
    shared = SharedRobot(drive, limit=1.0)

    shared.hand_in("centre-a1", record(square, YARD))
    shared.release()
    shared.join(10)

    assert shared.state().history[-1].ended == "done"
    trace = drive.robot.trace
    assert (trace.x[-1], trace.y[-1]) == pytest.approx((30.0, 80.0), abs=0.01)


def test_the_same_program_drives_a_fake() -> None:
    drive = FakeDrive()
    with DrivenRobot(drive) as robot:
        square(robot)

    assert drive.now == pytest.approx(4 * (1.35 + 0.65))
    assert drive.shares == (0.0, 0.0)
