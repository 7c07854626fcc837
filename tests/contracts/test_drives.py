"""One contract for every robot: simulator, fake, Raspberry Pi on mock pins, and a board over MQTT through a real Mosquitto."""

import json
import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

import pytest

from ailab.devices.robots.guard import GuardedDrive
from ailab.errors import AilabError
from ailab.robot.drive import Drive, DriveLost
from ailab.robot.driven import DrivenRobot
from tests.contracts import broker
from tests.contracts.boards import ROOT, Rig, open_drive, rig

STOPPED = (0.0, 0.0)
ROBOTS = ["simulator", "fake", "raspberry-pi", "mqtt"]


@pytest.fixture(params=ROBOTS)
def bench(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    if request.param == "raspberry-pi":
        pytest.importorskip("gpiozero")
    if request.param == "mqtt":
        pytest.importorskip("paho.mqtt")
        if broker.MISSING:
            pytest.skip(broker.MISSING)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with rig(request.param, tmp_path) as made:
        yield made


@pytest.fixture
def drive(bench: Rig) -> Iterator[Drive]:
    deadline = time.monotonic() + 10
    while True:
        try:
            opened = open_drive(bench.spec)
            break
        except DriveLost:  # a board that is still starting
            if "url" not in bench.spec or time.monotonic() > deadline:
                raise
    yield opened
    with suppress(AilabError, OSError):
        opened.close()


@pytest.fixture
def robot(drive: Drive) -> DrivenRobot:
    return DrivenRobot(drive)


def soon(is_so: Callable[[], bool], seconds: float = 2.0) -> bool:
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def does(bench: Rig, drive: Drive, left: float, right: float) -> bool:
    return soon(lambda: bench.seen(drive) == pytest.approx((left, right), abs=0.01))


def drive_on(bench: Rig, robot: DrivenRobot) -> None:
    while True:
        robot.motors(0.5, 0.5)
        robot.wait(0.05)
        time.sleep(0.01 if bench.in_program else 0.0)  # on the screen time is short


def test_motors_start_and_return_and_stop(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    robot.motors(0.5, -0.25)
    assert does(bench, drive, 0.5, -0.25)

    robot.stop()
    assert does(bench, drive, *STOPPED)


def test_lesson_verbs_finish_with_the_motors_at_rest(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    robot.forward(6)
    robot.turn_left(30)
    robot.turn_right(30)
    robot.backward(6)

    assert does(bench, drive, *STOPPED)
    assert robot.time() == pytest.approx(1.3)


def test_no_motor_gets_more_than_it_may(bench: Rig, drive: Drive) -> None:
    drive.motors(7.0, -7.0)
    assert does(bench, drive, bench.limit, -bench.limit)

    drive.motors(math.nan, math.nan)
    assert does(bench, drive, *STOPPED)


@pytest.mark.parametrize("wrong", [math.nan, math.inf, 1.5, "fast", None, True], ids=str)
def test_a_wrong_speed_is_a_learners_error_and_stops_the_motors(bench: Rig, drive: Drive, robot: DrivenRobot, wrong: object) -> None:
    robot.motors(0.5, 0.5)

    with pytest.raises(AilabError, match="motors"):
        robot.motors(0.5, wrong)  # type: ignore[arg-type]

    assert does(bench, drive, *STOPPED)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, GeneratorExit], ids=lambda error: error.__name__)
def test_a_with_block_stops_the_motors_whatever_ends_it(bench: Rig, drive: Drive, robot: DrivenRobot, error: type[BaseException]) -> None:
    def program() -> None:
        with robot:
            robot.motors(0.5, 0.5)
            raise error

    with pytest.raises(error):
        program()

    assert does(bench, drive, *STOPPED)


def test_ctrl_c_in_the_middle_of_a_movement_stops_the_motors(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    def program() -> None:
        Timer(0.4, os.kill, (os.getpid(), signal.SIGINT)).start()
        with robot:
            drive_on(bench, robot)

    with pytest.raises(KeyboardInterrupt):
        program()

    assert does(bench, drive, *STOPPED)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP], ids=lambda number: number.name)
def test_the_motors_stop_when_the_program_is_killed_or_hangs(bench: Rig, drive: Drive, number: signal.Signals) -> None:
    if bench.in_program and number == signal.SIGSTOP:
        pytest.skip("the simulator's world hangs with its program: there is nothing that could drive on")
    drive.close()
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.contracts.boards", json.dumps(bench.spec)], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    )
    try:
        assert program.stdout
        assert program.stdout.readline() == b"driving\n"
        assert bench.in_program or does(bench, drive, 0.5, 0.5)

        program.send_signal(number)

        if bench.in_program:
            # Its world was in the program: nothing may be left of either.
            program.wait(5)
            assert soon(lambda: not _is_alive(program.pid))
        else:
            assert does(bench, drive, *STOPPED)
    finally:
        program.kill()
        program.communicate()


def _is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_program_that_falls_silent_drives_no_farther(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    if bench.in_program:
        pytest.skip("the simulator's time passes in `wait` alone: a silent program stands still")
    robot.motors(0.5, 0.5)
    assert does(bench, drive, 0.5, 0.5)

    assert does(bench, drive, *STOPPED)

    robot.motors(0.5, 0.5)
    assert does(bench, drive, 0.5, 0.5)


def test_a_program_that_waits_drives_on(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    robot.motors(0.1, -0.1)
    robot.wait(1.2)

    assert bench.seen(drive) == pytest.approx((0.1, -0.1), abs=0.01)


def test_a_program_that_only_looks_drives_on(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    look = getattr(robot, robot.capabilities.names()[0])
    robot.motors(0.1, -0.1)
    until = time.monotonic() + (0.0 if bench.in_program else 1.0)

    while time.monotonic() < until:
        look()

    assert bench.seen(drive) == pytest.approx((0.1, -0.1), abs=0.01)


def test_a_robot_that_is_unplugged_is_a_clear_error_and_nothing_hangs(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    robot.motors(0.5, 0.5)
    Timer(0.3, bench.unplug, (drive,)).start()

    began = time.monotonic()
    with pytest.raises(DriveLost, match="no longer answers"):
        drive_on(bench, robot)

    assert time.monotonic() - began < 8
    assert does(bench, drive, *STOPPED)


def test_a_stop_from_another_thread_beats_a_long_movement(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    if bench.in_program:
        pytest.skip("the simulator's movements take no time: nothing can come in between")
    driving = Thread(target=robot.forward, args=(1000,))
    driving.start()
    assert does(bench, drive, 0.5, 0.5)

    began = time.monotonic()
    robot.stop()

    assert does(bench, drive, *STOPPED)
    assert time.monotonic() - began < 1
    driving.join(2)
    assert not driving.is_alive()


def test_a_stop_whose_answer_another_thread_has_read_does_not_wait_for_it(
    bench: Rig, drive: Drive, robot: DrivenRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not isinstance(drive, GuardedDrive):
        pytest.skip("no guard, no lines that cross")
    send, waiting = drive._send, ["another thread's stop"]

    def send_and_be_overtaken(verb: str, *args: float) -> int:
        number = send(verb, *args)
        if waiting:
            waiting.pop()
            robot.stop()
        return number

    monkeypatch.setattr(drive, "_send", send_and_be_overtaken)

    began = time.monotonic()
    robot.stop()

    assert time.monotonic() - began < 1


def test_two_threads_may_drive_and_look_at_once(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    troubles: list[BaseException] = []

    def often(act: Callable[[], object]) -> None:
        try:
            for _ in range(15):
                act()
        except BaseException as error:
            troubles.append(error)

    look = robot.distance if robot.capabilities.distance else robot.line
    threads = [Thread(target=often, args=(act,)) for act in (lambda: robot.motors(0.2, 0.2), lambda: robot.forward(0.5), look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert troubles == []
    assert not any(thread.is_alive() for thread in threads)


def test_closing_twice_is_closing_once_and_then_verbs_say_so(bench: Rig, drive: Drive, robot: DrivenRobot) -> None:
    robot.motors(0.5, 0.5)

    robot.close()
    robot.close()

    assert does(bench, drive, *STOPPED)
    with pytest.raises(AilabError, match="closed"):
        robot.forward()


def test_a_robot_that_is_forgotten_stops(bench: Rig, drive: Drive) -> None:
    robot = DrivenRobot(drive)
    robot.motors(0.5, 0.5)

    del robot

    assert does(bench, drive, *STOPPED)


def test_sensors_say_what_there_is_or_that_there_are_none(robot: DrivenRobot) -> None:
    for sensor in ("distance", "line", "color", "bumper", "battery", "compass"):
        if getattr(robot.capabilities, sensor):
            assert getattr(robot, sensor)() is not NotImplemented
        else:
            with pytest.raises(AilabError, match="no sensor"):
                getattr(robot, sensor)()
