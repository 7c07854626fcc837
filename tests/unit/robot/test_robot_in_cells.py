"""The learner's robot in a world of cells."""

import math
from threading import Thread
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailab.robot import Robot, World
from ailab.robot.arena_robot import ArenaRobot
from ailab.robot.generate import maze, souk_delivery, warehouse
from ailab.robot.grid_robot import GridRobot
from ailab.robot.mistakes import RobotClosed, RobotMisused, UnknownVerb
from ailab.robot.outcome import grid_outcome
from ailab.robot.world import GridWorld, Start, Wanted

VERBS = st.sampled_from(["forward", "turn_left", "turn_right", "pick", "put", "water", "paint"])


def do(robot: Any, verbs: list[str]) -> Any:
    for verb in verbs:
        robot.paint("red") if verb == "paint" else getattr(robot, verb)()
    return robot


def test_the_world_decides_which_robot_it_is() -> None:
    assert isinstance(Robot("six_palms"), GridRobot)
    assert isinstance(Robot("yard"), ArenaRobot)
    assert isinstance(Robot("yard"), Robot)


@pytest.mark.parametrize(("kind", "world"), [(GridRobot, "yard"), (ArenaRobot, "six_palms")])
def test_a_robot_of_the_wrong_kind_says_so(kind: type[Robot], world: str) -> None:
    with pytest.raises(RobotMisused, match="finds the right robot"):
        kind(world)


def test_a_step_into_a_wall_is_an_event_and_the_robot_stays() -> None:
    robot = Robot("first_steps")
    robot.turn_left()
    robot.forward(3)

    assert robot.position() == (1, 1)
    assert [(event.at, event.kind) for event in robot.trace.events] == [(2, "bump")]
    assert robot.outcome.bumps == 1


def test_headings_are_counted_on_so_that_pictures_turn_the_short_way() -> None:
    robot = do(Robot("first_steps"), ["turn_left", "turn_left"])

    assert robot.trace.heading == (90, 0, -90)
    assert robot.heading() == 270


def test_each_palm_wants_water_once_and_only_once() -> None:
    robot = Robot(World.from_text(">pp"))
    do(robot, ["forward", "water", "water", "forward", "water"])

    assert robot.outcome.missing == 1
    assert not robot.outcome.solved


def test_water_where_no_palm_stands_is_noted() -> None:
    robot = do(Robot("first_steps"), ["water", "pick", "put"])

    assert [event.kind for event in robot.trace.events] == ["nothing_here"] * 3


def test_a_thing_travels_from_its_cell_to_another() -> None:
    world = GridWorld(name="w", width=3, height=1, start=Start(0, 0), things={(1, 0): "parcel"}, wanted=Wanted(things={(2, 0): "parcel"}))
    robot = do(Robot(world), ["forward", "pick", "forward", "put"])

    assert robot.outcome.solved
    assert robot.carrying() == 0


def test_nothing_is_laid_where_something_lies() -> None:
    robot = do(Robot(World.from_text(">xd")), ["forward", "pick", "forward", "put"])

    assert robot.carrying() == 1
    assert robot.thing_here() == "date"


def test_paint_is_wanted_on_cells() -> None:
    world = GridWorld(name="w", width=2, height=1, start=Start(0, 0), wanted=Wanted(paint={(1, 0): "blue"}))
    robot = Robot(world)
    robot.forward()
    robot.paint("blue")

    assert robot.outcome.solved


def test_a_battery_gives_charge_and_its_end_is_told() -> None:
    world = GridWorld(name="w", width=9, height=1, start=Start(0, 0), things={(2, 0): "battery"}, battery=2, charge=3)
    robot = Robot(world)
    robot.forward(2)
    robot.pick()
    assert robot.battery() == 3
    robot.forward(3)

    with pytest.raises(RobotMisused, match="battery is empty"):
        robot.forward()
    assert robot.outcome.ended == "empty"
    assert robot.trace.events[-1].kind == "empty"
    assert robot.position() == (5, 0)


@pytest.mark.parametrize("given", [-1, 1.5, "2", True, math.nan, None, 10**9, [3]], ids=repr)
def test_steps_that_make_no_sense_are_explained_and_nothing_moves(given: Any) -> None:
    robot = Robot("first_steps")

    with pytest.raises(RobotMisused, match="whole number from 0 to 10000"):
        robot.forward(given)
    assert robot.position() == (1, 1)


def test_whole_numbers_of_numpy_are_welcome() -> None:
    robot = Robot("first_steps")
    robot.forward(np.int64(2))

    assert robot.position() == (3, 1)


@pytest.mark.parametrize(
    ("given", "said"), [("bleu", 'Did you mean `"blue"`'), ("#ff0000", "It knows"), (3, "It knows"), (None, "It knows")]
)
def test_unknown_colors_are_explained(given: Any, said: str) -> None:
    with pytest.raises(RobotMisused, match=said):
        Robot("first_steps").paint(given)


def test_a_misspelt_verb_is_recognized() -> None:
    with pytest.raises(UnknownVerb, match="Did you mean `forward`"):
        Robot("first_steps").forwart()
    with pytest.raises(AttributeError, match="It knows: at_goal, battery"):
        Robot("first_steps").dance_and_sing()


def test_a_long_speech_is_refused() -> None:
    with pytest.raises(RobotMisused, match="80 letters"):
        Robot("first_steps").say("x" * 81)


def test_a_closed_robot_says_that_it_is_off() -> None:
    with Robot("first_steps") as robot:
        robot.forward()

    with pytest.raises(RobotClosed):
        robot.forward()
    assert robot.outcome.moves == 1


def test_a_robot_is_not_left_running_without_end() -> None:
    robot = Robot("first_steps")

    with pytest.raises(RobotMisused, match="enough for one day"):
        [robot.turn_left() for _ in range(10**6)]


@pytest.mark.parametrize("seed", ["1", 1.0, None, True])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    with pytest.raises(RobotMisused, match="seed"):
        Robot("first_steps", seed)


def test_threads_take_turns() -> None:
    robot = Robot("square_patrol")
    threads = [Thread(target=lambda: [robot.turn_left() for _ in range(500)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert robot.trace.heading == tuple(90 - 90 * step for step in range(2001))


@settings(deadline=None)
@given(st.integers(0, 50), st.lists(VERBS, max_size=60))
def test_the_robot_is_never_inside_a_wall(seed: int, verbs: list[str]) -> None:
    world = maze(seed)
    trace = do(Robot(world), verbs).trace

    assert not set(zip(trace.x, trace.y, strict=True)) & world.walls
    assert all(0 <= x < world.width and 0 <= y < world.height for x, y in zip(trace.x, trace.y, strict=True))


@settings(deadline=None)
@given(st.sampled_from([warehouse(1), souk_delivery(2), World("six_palms")]), st.lists(VERBS, max_size=60))
def test_recorded_commands_give_the_same_run_again(world: GridWorld, verbs: list[str]) -> None:
    first = do(Robot(world), verbs)
    again = do(Robot(world), list(first.commands))

    assert again.trace == first.trace
    assert again.outcome == first.outcome


@settings(deadline=None)
@given(st.lists(VERBS, max_size=40))
def test_every_column_of_a_trace_is_of_equal_length(verbs: list[str]) -> None:
    trace = do(Robot("warehouse_small"), verbs).trace

    assert len({len(column) for column in (trace.time, trace.x, trace.y, trace.heading, trace.command)}) == 1
    assert all(0 <= event.at < len(trace.x) for event in trace.events)


def test_a_world_without_wishes_is_done_at_once() -> None:
    robot = GridRobot(GridWorld(name="empty", width=2, height=2, start=Start(0, 0)))

    assert grid_outcome(robot._engine, ended="done").solved
