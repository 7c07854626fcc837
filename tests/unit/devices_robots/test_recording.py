"""Recordings: what comes from learners is taken for hostile."""

import math
from collections import UserDict
from typing import Any

import pytest

from ailab.devices.errors import WrongValue
from ailab.devices.robots.recording import MOST_MOVES, Move, Recording, fitted, record
from ailab.robot.drive import FULL_CM_PER_SECOND, FULL_DEGREES_PER_SECOND, Calibration


class Sly(float):
    """Says one thing now and another later."""


def data(*moves: Any) -> dict[str, Any]:
    return {"format_version": 1, "moves": list(moves)}


def test_a_recording_survives_its_journey() -> None:
    recording = Recording(moves=(Move(0.5, -0.5, 1.0), Move(0.0, 0.0, 2.0)))

    assert Recording.from_data(recording.as_data()) == recording
    assert recording.seconds == 3.0


@pytest.mark.parametrize(
    "hostile",
    [
        None,
        "import os",
        [],
        {},
        {"moves": []},
        {"format_version": 2, "moves": []},
        {"format_version": True, "moves": []},
        UserDict(data()),
        data([0.5, 0.5]),
        data([0.5, 0.5, -1]),
        data([2, 0, 1]),
        data([math.nan, 0, 1]),
        data([0, 0, math.inf]),
        data([True, 0, 1]),
        data([Sly(0.5), 0, 1]),
        data((0.5, 0.5, 1)),
        data(["0.5", 0, 1]),
        data([10**400, 0, 1]),
        data(*[[0.1, 0.1, 0.05]] * (MOST_MOVES + 1)),
        data(*[[0.1, 0.1, 500]] * 3),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_no_recording_is_refused(hostile: Any) -> None:
    with pytest.raises(WrongValue):
        Recording.from_data(hostile)


def test_a_program_is_recorded_in_simulation() -> None:
    def program(robot: Any) -> None:
        robot.motors(0.25, 0.5)
        robot.wait(0.5)
        robot.wait(0.5)
        robot.stop()
        robot.forward(15)

    assert record(program).moves == (Move(0.25, 0.5, 1.0), Move(0.5, 0.5, 1.0))


def test_a_program_without_end_is_told_so() -> None:
    def program(robot: Any) -> None:
        while True:
            robot.motors(0.1, 0.1)
            robot.wait(0.1)
            robot.motors(0.1, -0.1)
            robot.wait(0.1)

    with pytest.raises(WrongValue, match="without an end"):
        record(program)


def test_the_same_robot_gets_the_same_moves() -> None:
    moves = (Move(0.5, 0.25, 1.0),)

    (fit,) = fitted(moves, Calibration(), limit=1.0)

    assert (fit.left, fit.right, fit.seconds) == pytest.approx((0.5, 0.25, 1.0))


@pytest.mark.parametrize("move", [Move(0.5, 0.5, 2.0), Move(-0.5, 0.5, 1.0), Move(0.9, 0.2, 1.5)], ids=str)
def test_a_slower_robot_gets_as_far_and_turns_as_much(move: Move) -> None:
    slow = Calibration(cm_per_second=15.0, degrees_per_second=200.0, speed=0.5)

    (fit,) = fitted((move,), slow, limit=0.6)

    assert max(abs(fit.left), abs(fit.right)) <= 0.6 + 1e-9
    assert (fit.left + fit.right) / 2 * 15 * fit.seconds == pytest.approx((move.left + move.right) / 2 * FULL_CM_PER_SECOND * move.seconds)
    assert (fit.left - fit.right) / 2 * 200 * fit.seconds == pytest.approx(
        (move.left - move.right) / 2 * FULL_DEGREES_PER_SECOND * move.seconds
    )
