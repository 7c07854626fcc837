"""A robot driven by messages, from somebody who may be lying."""

import math
from typing import Any

import pytest

from ailab.robot import in_world, simulate
from ailab.robot.partner import EndOfRun
from ailab.robot.trace import Outcome


class Text(str):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise AssertionError("asked for equality")

    __hash__ = str.__hash__


def test_messages_drive_the_robot() -> None:
    robot = in_world("six_palms")()
    for _ in range(6):
        robot.tell("forward", steps=1)
        robot.tell("water")
    result = robot.result()

    assert result["solved"]
    assert result["commands"] == ["forward", "water"] * 6
    assert result["path"][0] == [1, 1, 90]
    assert set(Outcome.__dataclass_fields__) <= set(result)


def test_each_partner_begins_anew() -> None:
    start = in_world("first_steps")
    start().tell("forward", 4)

    assert start().tell("position") == (1, 1)


def test_the_result_is_what_a_run_here_gives() -> None:
    def program(robot: Any) -> None:
        robot.forward(30)
        robot.turn_left(45)
        robot.distance()

    robot = in_world("yard", seed=3)()
    robot.tell("forward", 30)
    robot.tell("turn_left", 45)
    robot.tell("distance")
    run = simulate(program, "yard", seed=3)

    assert robot.result()["path"] == [list(pose) for pose in zip(run.trace.x, run.trace.y, run.trace.heading, strict=True)]


def test_answers_are_plain_data() -> None:
    robot = in_world("yard")()

    assert type(robot.tell("lidar", 4)) is list
    assert type(robot.tell("camera", 2, 2)[0][0][0]) is int
    assert robot.tell("line") == (False, False, False)
    assert type(robot.tell("distance")) is float


@pytest.mark.parametrize(
    "verb", ["close", "_end", "__class__", "trace", "outcome", "world", "", "forward ", Text("forward"), 5, None], ids=repr
)
def test_only_verbs_are_obeyed(verb: Any) -> None:
    with pytest.raises(ValueError, match="has no"):
        in_world("first_steps")().tell(verb)


@pytest.mark.parametrize(
    "given",
    [Text("red"), "x" * 201, 10**7, -(10**7), [1], {"a": 1}, (1,), b"x", 1j, object(), print],
    ids=lambda given: type(given).__name__,
)
def test_only_small_plain_values_come_in(given: Any) -> None:
    for verb in ("paint", "say", "forward"):
        with pytest.raises(ValueError, match="no number and no short text"):
            in_world("first_steps")().tell(verb, given)


@pytest.mark.parametrize("given", [math.nan, -1, True, 0.5, "3"], ids=repr)
def test_values_that_make_no_sense_are_errors_of_the_program(given: Any) -> None:
    with pytest.raises(ValueError, match="whole number"):
        in_world("first_steps")().tell("forward", given)


def test_wrong_numbers_of_values_are_errors_of_the_program() -> None:
    robot = in_world("first_steps")()

    with pytest.raises(TypeError):
        robot.tell("turn_left", 1)
    with pytest.raises(TypeError):
        robot.tell("forward", speed=1)
    with pytest.raises(ValueError, match="no number"):
        robot.tell("forward", *range(9))


def test_limits_end_the_run_again_and_again() -> None:
    robot = in_world("first_steps", limit=5)()
    robot.tell("forward", 4)
    robot.tell("at_goal")
    with pytest.raises(EndOfRun) as caught:
        robot.tell("turn_left")
    with pytest.raises(EndOfRun):
        robot.tell("turn_left")

    assert caught.value.ends_run
    assert robot.result()["ended"] == "too_long"
    assert robot.result()["solved"]


def test_an_arena_ends_with_its_seconds_and_its_battery() -> None:
    robot = in_world("yard", seconds=3)()
    with pytest.raises(EndOfRun):
        robot.tell("wait", 600)

    assert len(robot.result()["path"]) == 61


def test_many_pictures_are_dear() -> None:
    robot = in_world("yard", limit=1000)()

    def look() -> None:
        for _ in range(20):
            robot.tell("camera", 128, 8)
            robot.tell("wait")

    with pytest.raises(EndOfRun):
        look()


def test_nothing_can_be_done_after_the_result() -> None:
    robot = in_world("first_steps")()
    robot.result()

    with pytest.raises(ValueError, match="switched off"):
        robot.tell("forward")
