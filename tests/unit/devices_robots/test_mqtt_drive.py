"""A board over a bus, without a broker: what it may say, and what is made of it."""

from collections.abc import Callable
from typing import Any

import pytest

from ailab.devices import Bus
from ailab.devices.errors import WrongValue
from ailab.devices.robots import MqttDrive
from ailab.devices.robots.mqtt import Heard
from ailab.errors import AilabError
from ailab.robot.drive import DriveAbsent, DriveLost


class Board:
    """A board that answers in this process."""

    def __init__(self, bus: Bus, **sensors: Any) -> None:
        self.bus, self.sensors, self.mute, self.held = bus, sensors, False, False
        self.asked: list[Any] = []
        bus.subscribe("ailab/robots/amal/motors", self.on_motors)
        bus.subscribe("ailab/robots/amal/stop", self.on_stop)
        bus.every(0.01, self.report)
        self.number = 0

    def on_motors(self, topic: str, payload: Any) -> None:
        self.asked.append((payload["left"], payload["right"]))
        self.number = payload["n"]
        self.report()

    def on_stop(self, topic: str, payload: Any) -> None:
        self.asked.append("stop")
        self.held = payload["hold"]

    def report(self) -> None:
        if not self.mute:
            self.bus.publish("ailab/robots/amal/sensors", {"n": self.number, "held": self.held, **self.sensors})


def test_commands_go_out_within_the_limit_and_wait_for_the_board() -> None:
    bus = Bus()
    board = Board(bus)
    drive = MqttDrive(bus, "amal", limit=0.5)

    drive.motors(1.0, -0.25)
    drive.stop()

    assert board.asked == [(0.5, -0.25), "stop"]


def test_sensors_are_those_the_board_has() -> None:
    bus = Bus()
    Board(bus, distance=None, line=[1, 0, 0], color="red", bumper=1, battery=3.7)
    drive = MqttDrive(bus, "amal")

    assert drive.capabilities.names() == ("distance", "line", "color", "bumper", "battery")
    assert (drive.distance(), drive.line(), drive.color(), drive.bumper(), drive.battery()) == (
        None,
        (True, False, False),
        "red",
        True,
        3.7,
    )


def test_a_board_that_nobody_hears_is_absent() -> None:
    with pytest.raises(DriveAbsent, match="ailab/robots/amal is silent"):
        MqttDrive(Bus(), "amal", answer_s=0.05)


@pytest.mark.parametrize(
    "ask", [MqttDrive.distance, lambda drive: drive.motors(0.5, 0.5), lambda drive: drive.wait(5)], ids=["sensor", "motors", "wait"]
)
def test_a_board_that_falls_silent_is_lost_and_told_to_stop(ask: Callable[[MqttDrive], Any]) -> None:
    bus = Bus()
    board = Board(bus, distance=1.0)
    drive = MqttDrive(bus, "amal", answer_s=0.2)
    board.mute = True

    with pytest.raises(DriveLost):  # what came before may be read still
        [ask(drive) for _ in range(2)]

    assert board.asked[-1] == "stop"


def test_a_robot_that_the_trainer_holds_says_so() -> None:
    bus = Bus()
    board = Board(bus)
    drive = MqttDrive(bus, "amal")

    drive.hold()
    with pytest.raises(AilabError, match="Your trainer has stopped this robot"):
        drive.motors(0.5, 0.5)
    drive.release()
    drive.motors(0.5, 0.5)

    assert board.asked[-1] == (0.5, 0.5)


@pytest.mark.parametrize(
    "payload",
    [
        "hello",
        7,
        [],
        {"n": "seven", "distance": "far", "line": "101", "color": 7, "battery": [], "compass": {}},
        {"n": True, "distance": True, "line": [1, 0], "battery": 10**400},
        {"distance": float("nan"), "compass": float("inf")},
    ],
    ids=lambda payload: repr(payload)[:30],
)
def test_malformed_messages_say_nothing(payload: Any) -> None:
    heard = Heard.read(payload)

    assert heard is None or (heard.number, heard.distance, heard.line, heard.color, heard.battery, heard.compass) == (0, *[None] * 5)


@pytest.mark.parametrize("name", ["", "Amal", "a/b", "#", "+", None, "a" * 33], ids=repr)
def test_a_name_that_is_no_part_of_a_topic_is_refused(name: Any) -> None:
    with pytest.raises(WrongValue):
        MqttDrive(Bus(), name)


def test_closing_stops_and_hangs_up_once() -> None:
    bus = Bus()
    board = Board(bus)
    drive = MqttDrive(bus, "amal")

    drive.close()
    drive.close()

    assert board.asked == ["stop"]
