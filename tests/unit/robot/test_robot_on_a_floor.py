"""The learner's robot on a floor in centimeters."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailab.robot import Robot, World, simulate
from ailab.robot.generate_arena import arena_yard
from ailab.robot.mistakes import RobotMisused
from ailab.robot.sound import RADIUS, is_free
from ailab.robot.world import Arena, Box, Disc, Goal, Noise, Patch, Start, Stripe

SHARES = st.floats(-1, 1)


def floor(**parts: Any) -> Arena:
    return Arena(**{"name": "floor", "width": 200.0, "height": 100.0, "start": Start(50, 50, 90.0), **parts})


def test_lesson_verbs_end_exactly_where_they_say() -> None:
    robot = Robot(floor())
    robot.forward(33.3)
    robot.turn_right(120)
    robot.turn_left(30)
    robot.backward(12)

    trace = robot.trace
    assert (trace.x[-1], trace.y[-1], trace.heading[-1]) == pytest.approx((83.3, 38, 180), abs=1e-6)
    assert robot.compass() == 180


def test_motors_run_on_while_time_passes_and_stop_when_told() -> None:
    robot = Robot(floor())
    robot.motors(1, 1)
    robot.wait(1)
    robot.stop()
    robot.wait(1)

    assert robot.outcome.distance == 30
    assert robot.outcome.energy == 1
    assert robot.trace.time[-1] == 2


def test_an_arc_is_exact() -> None:
    robot = Robot(floor(width=400.0, height=400.0, start=Start(200, 200, 0.0)))
    robot.motors(0.5, 0.25)
    robot.wait(20)

    # Radius of the circle: half the track times sum over difference of the speeds.
    radius = 6 * 0.75 / 0.25
    far = [math.dist((x, y), (200 + radius, 200)) for x, y in zip(robot.trace.x, robot.trace.y, strict=True)]
    assert max(far) - radius < 0.05
    assert min(far) - radius > -0.05


def test_an_obstacle_ends_a_lesson_verb_with_one_bump() -> None:
    robot = Robot(floor())
    robot.forward(500)

    assert robot.bumper()
    assert robot.outcome.bumps == 1
    assert 190 < robot.trace.x[-1] <= 192


def test_pushing_on_is_one_bump_and_backing_off_ends_it() -> None:
    robot = Robot(floor())
    robot.motors(1, 1)
    robot.wait(10)
    robot.motors(-1, -1)
    robot.wait(1)

    assert robot.outcome.bumps == 1
    assert not robot.bumper()


def test_distances_are_measured_from_the_edge_of_the_robot() -> None:
    robot = Robot(floor(boxes=(Box(100, 0, 10, 100),), discs=(Disc(50, 80, 10),)))

    assert robot.distance() == 50 - RADIUS
    assert robot.distance(-90) == 50 - RADIUS
    assert robot.distance(90) == 20 - RADIUS
    assert robot.distance(180) == 50 - RADIUS


def test_the_floor_has_colors_and_later_ones_cover_earlier_ones() -> None:
    robot = Robot(floor(patches=(Patch(40, 40, 20, 20, "red"), Patch(45, 45, 10, 10, "blue"))))

    assert robot.color() == "blue"
    robot.forward(8)
    assert robot.color() == "red"
    robot.forward(20)
    assert robot.color() == ""


def test_line_sensors_tell_on_which_side_the_line_is() -> None:
    line = (Stripe(((0, 50), (200, 50)), 2.0),)
    seen = [Robot(floor(stripes=line, start=Start(50, y, 90.0))).line() for y in (48, 50, 52)]

    assert seen == [(False, False, True), (False, True, False), (True, False, False)]


def test_the_share_of_time_on_the_line_is_kept() -> None:
    robot = Robot(floor(stripes=(Stripe(((0, 50), (100, 50)), 4.0),)))
    robot.forward(88)

    assert robot.outcome.line_share == pytest.approx(0.52, abs=0.03)


def test_a_goal_counts_when_it_was_reached_at_any_time() -> None:
    robot = Robot(floor(goal=Goal(path=((80, 50),))))
    robot.forward(60)

    assert robot.outcome.solved
    assert [event.kind for event in robot.trace.events] == ["goal"]
    assert not robot.at_goal()


def test_a_moving_goal_goes_back_and_forth() -> None:
    robot = Robot(floor(goal=Goal(path=((50, 90), (50, 50)), radius=5, speed=10)))
    robot.wait(3.4)
    assert not robot.outcome.solved
    robot.wait(0.3)

    assert robot.outcome.solved


def test_a_battery_runs_out_and_ends_the_program() -> None:
    def program(robot: Any) -> None:
        robot.motors(1, 0.5)
        robot.wait(100)

    run = simulate(program, floor(battery=1.0))

    assert run.outcome.ended == "empty"
    assert run.outcome.energy == pytest.approx(1, abs=0.05)
    assert run.trace.events[-1].kind == "empty"


def test_steady_driving_is_smoother_than_wriggling() -> None:
    steady, wriggling = Robot(floor()), Robot(floor())
    steady.forward(30)
    for side in (1, -1) * 20:
        wriggling.motors(side, -side)
        wriggling.wait(0.05)

    assert steady.outcome.smoothness == 1
    assert wriggling.outcome.smoothness < 0.1


def test_a_reading_that_is_repeated_lets_time_pass() -> None:
    robot = Robot(floor())
    robot.motors(1, 1)
    while robot.distance() > 30:
        pass
    robot.stop()

    assert 28 <= robot.distance() <= 30


def test_a_command_that_is_repeated_lets_time_pass() -> None:
    def program(robot: Any) -> None:
        while True:
            robot.motors(0.5, 0.5)

    run = simulate(program, floor(), seconds=2)

    assert run.outcome.ended == "too_long"
    assert run.trace.time[-1] == 2


def test_different_questions_take_no_time() -> None:
    robot = Robot(floor())
    robot.distance(), robot.distance(45), robot.line(), robot.color(), robot.motors(1, 1), robot.motors(0, 0)

    assert robot.time() == 0


def test_noise_comes_from_the_seed_alone() -> None:
    world = floor(noise=Noise(distance=2, compass=3, motors=0.1))

    def readings(seed: int) -> list[float]:
        robot = Robot(world, seed)
        robot.forward(20)
        return [robot.distance(), robot.compass(), robot.trace.x[-1], robot.trace.heading[-1]]

    assert readings(1) == readings(1)
    assert readings(1) != readings(2)


def test_noise_has_the_spread_that_the_world_says() -> None:
    robot = Robot(floor(noise=Noise(distance=2.0)), 5)
    found = [robot.distance(0.001 * step) for step in range(2000)]
    mean = sum(found) / len(found)

    assert abs(mean - 142) < 0.2
    assert math.sqrt(sum((each - mean) ** 2 for each in found) / len(found)) == pytest.approx(2, rel=0.1)


@pytest.mark.parametrize("given", [math.nan, math.inf, 1.01, -2, "fast", None, True], ids=repr)
def test_speeds_that_make_no_sense_stop_the_motors(given: Any) -> None:
    robot = Robot(floor())
    robot.motors(0.5, 0.5)
    with pytest.raises(RobotMisused, match="a number from -1 to 1"):
        robot.motors(0.5, given)
    robot.wait(1)

    assert robot.outcome.moves == 0


@pytest.mark.parametrize("verb", ["forward", "backward", "turn_left", "turn_right", "wait"])
@pytest.mark.parametrize("given", [-1, math.nan, math.inf, "10"], ids=repr)
def test_amounts_that_make_no_sense_are_explained(verb: str, given: Any) -> None:
    with pytest.raises(RobotMisused, match=f"`{verb}` got"):
        getattr(Robot(floor()), verb)(given)


def test_running_ends_a_loop_before_the_time_is_over() -> None:
    def program(robot: Any) -> None:
        while robot.running():
            robot.motors(0.3, -0.3)
            robot.wait(0.05)

    outcome = simulate(program, floor(), seconds=5).outcome

    assert outcome.ended == "done"


def test_camera_and_lidar_see_walls_and_colors() -> None:
    robot = Robot(floor(boxes=(Box(100, 0, 10, 100),), patches=(Patch(60, 0, 40, 100, "red"),)))
    picture, around = robot.camera(), robot.lidar(4)

    assert picture.shape == (24, 32, 3)
    assert tuple(picture[-1, 16]) == (200, 40, 40)
    assert tuple(picture[0, 16]) != tuple(picture[11, 16])
    assert around.tolist() == [42, 42, 42, 42]


@pytest.mark.parametrize("given", [0, 129, 1.5, "8"], ids=repr)
def test_pictures_of_impossible_size_are_refused(given: Any) -> None:
    with pytest.raises(RobotMisused, match="1 to 128"):
        Robot(floor()).camera(given, 8)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.lists(st.tuples(SHARES, SHARES, st.floats(0, 3)), max_size=20))
def test_the_robot_is_never_inside_an_obstacle(seed: int, drives: list[tuple[float, float, float]]) -> None:
    world = arena_yard(seed, boxes=12)
    robot = Robot(world, seed)
    for left, right, seconds in drives:
        robot.motors(left, right)
        robot.wait(seconds)

    assert all(is_free(world, place, RADIUS - 1e-6) for place in zip(robot.trace.x, robot.trace.y, strict=True))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**40), st.lists(st.tuples(SHARES, SHARES), max_size=10))
def test_the_same_seed_gives_the_same_trace(seed: int, drives: list[tuple[float, float]]) -> None:
    def program(robot: Any) -> None:
        for left, right in drives:
            robot.motors(left, right)
            robot.wait(0.4)
            robot.distance()

    world = floor(noise=Noise(distance=1, motors=0.05))
    assert simulate(program, world, seed=seed) == simulate(program, world, seed=seed)


def test_poses_have_nine_decimals_at_most() -> None:
    robot = Robot(World("yard"), 3)
    robot.motors(0.7, 0.61)
    robot.wait(3)

    assert all(value == round(value, 9) for value in (*robot.trace.x, *robot.trace.y, *robot.trace.heading))
