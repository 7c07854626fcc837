"""The process that holds a robot, and the program's side of it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from ailab.devices.robots import FakeDrive, GuardedDrive
from ailab.devices.robots.guarded import Guard
from ailab.devices.robots.pace import Lease, Pace
from ailab.robot.drive import DriveAbsent, DriveLost

HERE = "tests.unit.devices_robots.test_guard"


class Moody(FakeDrive):
    """A drive that prints, and hangs or fails where it is told to."""

    def __init__(self, *, hangs: str = "", fails: str = "") -> None:
        super().__init__(distance=42.0, line=(True, False, True), color="red", bumper=False, battery=0.5, compass=90.0)
        self._hangs, self._fails = hangs, fails
        print("hello from a talkative driver")

    def _mood(self, verb: str) -> None:
        if verb == self._hangs:
            time.sleep(60)
        if verb == self._fails:
            raise OSError(5, "the cable is out")

    def motors(self, left: float, right: float) -> None:
        self._mood("motors")
        super().motors(left, right)

    def distance(self) -> float | None:
        self._mood("distance")
        return super().distance()


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[3]))


@pytest.fixture
def moody() -> Iterator[Any]:
    opened: list[GuardedDrive] = []

    def open_moody(**options: str) -> GuardedDrive:
        opened.append(GuardedDrive(f"{HERE}:Moody", options, answer_s=0.5))
        return opened[-1]

    yield open_moody
    for drive in opened:
        drive.close()


def test_sensors_answer_through_the_guard(moody: Any) -> None:
    drive = moody()

    assert drive.capabilities.names() == ("distance", "line", "color", "bumper", "battery", "compass")
    assert (drive.distance(), drive.line(), drive.color()) == (42.0, (True, False, True), "red")
    assert (drive.bumper(), drive.battery(), drive.compass()) == (False, 0.5, 90.0)


@pytest.mark.parametrize("verb", ["distance", "motors"])
def test_a_call_that_hangs_is_given_up_and_the_guard_ended(moody: Any, verb: str) -> None:
    drive = moody(hangs=verb)
    began = time.monotonic()

    with pytest.raises(DriveLost, match="no answer in time"):
        drive.distance() if verb == "distance" else drive.motors(0.5, 0.5)

    assert time.monotonic() - began < 5
    assert drive._process.poll() is not None
    drive.close()


def test_a_driver_that_fails_says_why(moody: Any) -> None:
    drive = moody(fails="distance")

    with pytest.raises(DriveLost, match="the cable is out"):
        drive.distance()

    drive.motors(0.5, 0.5)
    drive.stop()


@pytest.mark.parametrize("factory", ["ailab.no_such_module:Drive", "ailab.devices.robots.fake:NoSuchDrive", f"{HERE}:Lease"], ids=str)
def test_a_driver_that_cannot_be_opened_is_told_to_the_learner(factory: str) -> None:
    with pytest.raises(DriveAbsent, match="No robot answers"):
        GuardedDrive(factory, {"nonsense": 1})


def test_an_interrupted_question_does_not_spoil_the_next(moody: Any) -> None:
    drive = moody()
    drive._send("distance")  # asked, and its asker gone before the answer

    assert drive.color() == "red"


def test_closing_ends_the_process(moody: Any) -> None:
    drive = moody()
    process = drive._process

    drive.close()
    drive.close()

    assert process.returncode == 0


def test_the_guard_does_not_look_into_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)

    drive = GuardedDrive("ailab.devices.robots.fake:FakeDrive")

    drive.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_guard_that_is_asked_to_leave_stops_first(tmp_path: Path, number: signal.Signals) -> None:
    journal = tmp_path / "journal"
    spec = {"factory": "tests.contracts.boards:JournalDrive", "options": {"journal": str(journal)}, "lease": 30.0}
    command = [sys.executable, "-m", "ailab.devices.robots.guarded", json.dumps(spec)]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    assert guard.stdin
    assert guard.stdout
    guard.stdout.readline()
    guard.stdin.write(b'{"n": 1, "do": "motors", "args": [0.5, 0.5]}\n')
    guard.stdout.readline()

    os.kill(guard.pid, number)
    if number == signal.SIGINT:  # for the program, not for its guard
        time.sleep(0.2)
        assert guard.poll() is None
        guard.stdin.close()
    guard.wait(5)

    assert journal.read_text().splitlines()[-4:] == ["[7, 0.0]", "[8, 0.0]", "[9, 0.0]", "[10, 0.0]"]
    guard.stdin.close()
    guard.stdout.close()


def test_a_sensor_that_hangs_keeps_nobody_from_stopping() -> None:
    class Blind(FakeDrive):
        def distance(self) -> float | None:
            asked.set()
            free.wait(5)
            return None

    asked, free = Event(), Event()
    said: list[dict[str, Any]] = []
    drive = Blind(distance=1.0)

    def lines() -> Iterator[str]:
        yield '{"n": 1, "do": "motors", "args": [0.5, 0.5]}'
        yield '{"n": 2, "do": "distance"}'
        assert asked.wait(2)
        yield '{"n": 3, "do": "stop"}'
        assert drive.shares == (0.0, 0.0)
        free.set()

    Guard(drive, said.append, Lease()).serve(lines())

    assert {"n": 3, "gives": None} in said
    assert drive.closed


def test_a_wait_ends_at_a_stop_of_another_thread_only() -> None:
    pace = Pace(lambda: None)
    pace.begin()
    pace.interrupt()
    began = time.monotonic()

    pace.sleep(0.15)

    assert time.monotonic() - began >= 0.14


def test_waits_in_a_row_add_up() -> None:
    def ten_waits() -> float:
        pace = Pace(lambda: None)
        pace.restart()
        began = time.monotonic()
        for _ in range(10):
            pace.sleep(0.03)
            time.sleep(0.02)  # a sensor that takes its time
        return time.monotonic() - began

    # The best of some: a busy machine may be late, never early. One after the other they would take 0.5 s.
    assert 0.29 < min(ten_waits() for _ in range(4)) < 0.42
