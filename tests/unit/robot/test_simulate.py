"""Programs run to their end, whatever they do."""

import linecache
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from typing import Any

import pytest

from ailab.robot import Robot, Run, follow, simulate
from ailab.robot.limits import PatienceEnds, patience
from ailab.robot.mistakes import RobotMisused, UnknownWorld, WorldUnreadable
from ailab.robot.world import GridWorld, Start


def go(robot: Any) -> None:
    robot.forward(4)


def in_thread(function: Any) -> Any:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(function()))
    thread.start()
    thread.join(20)
    assert not thread.is_alive()
    return found[0]


def test_a_program_that_reaches_the_goal_has_solved_it() -> None:
    run = simulate(go, "first_steps")

    assert run.solved
    assert (run.outcome.ended, run.outcome.moves, run.outcome.visited, run.outcome.missing) == ("done", 4, 5, 0)


@pytest.mark.parametrize("world", ["first_steps", "yard"])
def test_turning_for_ever_is_ended_by_the_limit(world: str) -> None:
    def program(robot: Any) -> None:
        while True:
            robot.turn_left()

    run = simulate(program, world)

    assert run.outcome.ended == "too_long"
    assert run.trouble() == ""


def test_asking_for_ever_is_ended_by_the_limit() -> None:
    def program(robot: Any) -> None:
        while not robot.at_goal():
            robot.wall_ahead()

    assert simulate(program, "first_steps").outcome.ended == "too_long"


def test_a_program_cannot_swallow_its_end() -> None:
    def program(robot: Any) -> None:
        for _ in range(10_000):
            try:  # noqa: SIM105 - as a learner writes it
                robot.turn_left()
            except:  # noqa: E722
                pass

    run = simulate(program, "first_steps", limit=50)

    assert run.outcome.ended == "too_long"
    assert run.outcome.commands == 50


def test_a_loop_without_the_robot_is_ended_by_patience() -> None:
    def program(robot: Any) -> None:
        robot.forward()
        while True:
            pass

    started = time.monotonic()
    run = simulate(program, "first_steps", patience_s=0.2)

    assert run.outcome.ended == "too_long"
    assert run.outcome.moves == 1
    assert time.monotonic() - started < 5


def test_even_a_loop_that_catches_everything_ends() -> None:
    def program(robot: Any) -> None:
        while True:
            try:  # noqa: SIM105 - as a learner writes it
                sum(range(1000))
            except:  # noqa: E722
                pass

    assert simulate(program, "first_steps", patience_s=0.1).outcome.ended == "too_long"
    assert sys.gettrace() is None or "coverage" in repr(sys.gettrace())


def test_patience_works_on_other_threads_too() -> None:
    def program(robot: Any) -> None:
        while True:
            pass

    run = in_thread(lambda: simulate(program, "first_steps", patience_s=0.2))

    assert run.outcome.ended == "too_long"


def test_patience_works_where_there_are_no_timer_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    def program(robot: Any) -> None:
        while True:
            pass

    monkeypatch.delattr(signal, "setitimer")

    assert simulate(program, "first_steps", patience_s=0.2).outcome.ended == "too_long"


def test_nothing_is_left_of_patience_afterwards() -> None:
    before, timer = signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)
    simulate(go, "first_steps", patience_s=0.3)

    assert signal.getsignal(signal.SIGALRM) is before
    # The test runner may be timing this very test: its timer goes on.
    assert signal.getitimer(signal.ITIMER_REAL) == pytest.approx(timer, abs=5)


def test_the_timer_of_somebody_outside_goes_on() -> None:
    def simulate_then_sleep() -> None:
        simulate(go, "first_steps")
        time.sleep(5)

    with pytest.raises(PatienceEnds), patience(0.5):
        simulate_then_sleep()


def test_an_error_of_the_program_is_kept_and_told() -> None:
    def program(robot: Any) -> None:
        robot.forward()
        print(unknown)  # type: ignore[name-defined]  # noqa: F821

    run = simulate(program, "first_steps")

    assert (run.outcome.ended, run.outcome.error, run.outcome.moves) == ("error", "NameError", 1)
    assert run.stopped.line == 3
    assert "Line 3 of your program stopped it. `NameError`: name 'unknown' is not defined" in run.trouble()


def test_a_misused_verb_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    run = simulate(lambda robot: robot.paint("rde"), "first_steps")

    assert run.trouble() == "Line 1 of your program stopped it. `paint` got `'rde'`. Did you mean `\"red\"`?"


@pytest.mark.parametrize("error", [SystemExit, ZeroDivisionError, RecursionError])
def test_no_exception_of_a_program_gets_out(error: type[BaseException]) -> None:
    def program(robot: Any) -> None:
        raise error

    assert simulate(program, "first_steps").outcome.error == error.__name__


def test_an_error_without_a_readable_text_is_no_trouble() -> None:
    class Odd(Exception):
        def __str__(self) -> str:
            raise ValueError

        __repr__ = __str__

    def program(robot: Any) -> None:
        raise Odd

    assert "`Odd`: Odd" in simulate(program, "first_steps").trouble()


def test_ctrl_c_passes_through() -> None:
    def program(robot: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulate(program, "first_steps")


def test_the_robot_of_a_run_is_off_afterwards() -> None:
    kept: list[Any] = []
    run = simulate(kept.append, "first_steps")

    with pytest.raises(RobotMisused, match="switched off"):
        kept[0].forward()
    assert run.outcome.moves == 0


def yields(robot: Any) -> Any:
    yield robot


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "without brackets"),
        (7, "name of a function"),
        ("program", "name of a function"),
        (Robot("first_steps"), "not the robot"),
        (lambda: None, "needs one name between its brackets"),
        (lambda a, b: None, "needs one name between its brackets"),
        (yields, "`yield` or `async`"),
    ],
    ids=["none", "number", "text", "robot", "no parameter", "two parameters", "generator"],
)
def test_what_is_no_program_is_explained(given: Any, said: str) -> None:
    with pytest.raises(RobotMisused, match=said):
        simulate(given, "first_steps")


@pytest.mark.parametrize("program", [partial(go), print, follow(["forward"]), lambda robot, more=1: None, Run.__repr__], ids=repr)
def test_everything_that_takes_one_thing_is_a_program(program: Any) -> None:
    assert simulate(program, "first_steps").outcome.ended in ("done", "error")


@pytest.mark.parametrize(
    ("world", "error"),
    [
        ("six_plams", UnknownWorld),
        ("", UnknownWorld),
        (5, RobotMisused),
        (None, RobotMisused),
        (GridWorld(name="w", width=-3, height=2, start=Start(0, 0)), WorldUnreadable),
        (GridWorld(name="w", width=3, height=2, start=Start(0, 0), walls=frozenset({(0, 0)})), WorldUnreadable),
    ],
    ids=["misspelt", "empty", "number", "none", "negative size", "start in a wall"],
)
def test_what_is_no_world_is_explained(world: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        simulate(go, world)


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": "9"}, {"seconds": float("nan")}, {"patience_s": -1}, {"seed": 0.5}], ids=repr)
def test_limits_that_make_no_sense_are_explained(wrong: dict[str, Any]) -> None:
    with pytest.raises(RobotMisused):
        simulate(go, "first_steps", **wrong)


def test_each_pose_knows_the_line_that_asked_for_it() -> None:
    def step(robot: Any) -> None:
        robot.forward()

    def program(robot: Any) -> None:
        step(robot)
        robot.turn_left()
        for _ in range(2):
            robot.turn_right()

    run = simulate(program, "first_steps")

    assert run.trace.line == (0, 2, 3, 5, 5)
    assert run.trace.source.splitlines()[1] == "    step(robot)"


def test_a_cell_of_a_notebook_is_kept_whole() -> None:
    cell = "def step(robot):\n    robot.forward()\n\ndef program(robot):\n    step(robot)\n    robot.turn_left()\n"
    name = "/tmp/ipykernel_1/123.py"
    linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
    namespace: dict[str, Any] = {}
    exec(compile(cell, name, "exec"), namespace)

    run = simulate(namespace["program"], "first_steps")

    assert run.trace.source == cell
    assert run.trace.line == (0, 2, 6)


def test_cards_are_the_lines_of_a_program_made_of_cards() -> None:
    run = simulate(follow(["turn_left", ["repeat", 2, ["turn_right"]]]), "first_steps")

    assert run.trace.source == "turn_left\nrepeat 2\n    turn_right"
    assert run.trace.line == (0, 1, 3, 3)


def test_equal_runs_are_equal() -> None:
    assert simulate(go, "first_steps") == simulate(go, "first_steps")


def test_a_run_shows_a_picture_and_its_twin() -> None:
    bundle = simulate(lambda robot: robot.forward(-1), "first_steps")._repr_mimebundle_()

    assert "<img" in bundle["text/html"]
    assert "whole number from 0" in bundle["text/plain"]
    assert '<bdi dir="ltr"><code>-1</code></bdi>' in bundle["text/html"]


def test_importing_the_room_is_light_and_needs_the_standard_library_alone() -> None:
    code = (
        "import sys, time; before = time.perf_counter(); import ailab.robot as r; r.Robot, r.World, r.simulate, r.follow, r.in_world, r.maze;"
        "r.simulate(r.follow(['forward']), 'yard'); spent = time.perf_counter() - before;"
        "roots = {name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names) - {'ailab', '__main__'};"
        "print(sorted(name for name in roots if not name.startswith('_')))"
    )
    run = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "src"})

    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_importing_the_room_takes_little_time() -> None:
    code = "import time; before = time.process_time(); import ailab.robot; ailab.robot.simulate; print(time.process_time() - before)"
    best = min(float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) for _ in range(3))

    assert best < 0.1
