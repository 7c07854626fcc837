"""Robots for the contract: each drive as learners get it, and what its motors do as seen from outside."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from ailab.devices.bus import Bus
from ailab.devices.robots import FakeDrive, GuardedDrive, MqttDrive, RaspberryPiDrive, SimulatedDrive
from ailab.robot.drive import Drive
from ailab.robot.driven import DrivenRobot
from tests.contracts.broker import Broker, mosquitto

ROOT = Path(__file__).resolve().parents[2]
PINS = {"left": (7, 8), "right": (9, 10)}
Shares = tuple[float, float]


def open_drive(spec: dict[str, Any]) -> Drive:
    """Return the drive of this description; programs of their own open the same one."""
    if "factory" in spec:
        return GuardedDrive(spec["factory"], spec["options"])
    if "url" in spec:
        return MqttDrive(Bus(spec["url"], ca=spec["ca"]), "amal")
    return SimulatedDrive()


class Rig(Protocol):
    """A robot on the test bench."""

    spec: dict[str, Any]
    limit: float
    in_program: bool
    """The robot is part of the program and ends with it."""

    def seen(self, drive: Drive) -> Shares:
        """Return what the motors do."""

    def unplug(self, drive: Drive) -> None:
        """Take the robot away."""


@dataclass
class Simulated:
    spec: dict[str, Any] = field(default_factory=dict)
    limit: float = 1.0
    in_program: bool = True

    def seen(self, drive: Drive) -> Shares:
        engine = drive.robot._engine  # type: ignore[attr-defined]
        return engine.left, engine.right

    def unplug(self, drive: Drive) -> None:
        drive.close()


@dataclass
class Guarded:
    """Held by a process of its own, which notes in a journal what the motors do."""

    spec: dict[str, Any]
    journal: Path
    limit: float = 1.0
    in_program: bool = False

    def seen(self, drive: Drive) -> Shares:
        return motors_in(self.journal)

    def unplug(self, drive: Drive) -> None:
        os.kill(drive._process.pid, signal.SIGKILL)  # type: ignore[attr-defined]


@dataclass
class OverMqtt:
    """The bridge for MicroPython, in a process of its own, behind a real broker."""

    spec: dict[str, Any]
    journal: Path
    broker: Broker
    board: "subprocess.Popen[bytes]"
    limit: float = 0.8
    in_program: bool = False

    def seen(self, drive: Drive) -> Shares:
        return motors_in(self.journal, pins=((2, 3), (4, 5)))

    def unplug(self, drive: Drive) -> None:
        self.broker.process.kill()


def motors_in(journal: Path, pins: tuple[Any, Any] = (PINS["left"], PINS["right"])) -> Shares:
    """Return the shares that the last duties of these pins make."""
    duties: dict[int, float] = {}
    for line in journal.read_text().splitlines() if journal.exists() else ():
        pin, duty = json.loads(line)
        duties[pin] = duty
    left, right = (duties.get(ahead, 0.0) - duties.get(back, 0.0) for ahead, back in pins)
    return left, right


def _note(journal: str, pin: int, duty: float) -> None:
    with Path(journal).open("a") as stream:
        stream.write(json.dumps([pin, duty]) + "\n")


class JournalDrive(FakeDrive):
    """A fake whose motors are pins in a journal."""

    def __init__(self, journal: str) -> None:
        super().__init__(distance=42.0)
        self.journal = journal
        self._write(0.0, 0.0)

    def _note(self, left: float, right: float) -> None:
        super()._note(left, right)
        self._write(left, right)

    def _write(self, left: float, right: float) -> None:
        for (ahead, back), share in zip(PINS.values(), (left, right), strict=True):
            _note(self.journal, ahead, max(0.0, share))
            _note(self.journal, back, max(0.0, -share))


def mock_pi(journal: str) -> RaspberryPiDrive:
    """Return the driver for a Raspberry Pi on gpiozero's mock pins, which write a journal."""
    mock: Any = import_module("gpiozero.pins.mock")

    class JournalPin(mock.MockPWMPin):  # type: ignore[misc]
        def _change_state(self, value: float) -> Any:
            changed = super()._change_state(value)
            _note(journal, int(self.info.name.removeprefix("GPIO")), float(self.state))
            return changed

    return RaspberryPiDrive(
        left=PINS["left"], right=PINS["right"], line=(11, 12, 13), bumper=14, pin_factory=mock.MockFactory(pin_class=JournalPin)
    )


@contextmanager
def rig(name: str, folder: Path) -> Iterator[Rig]:
    """Set up the robot of this name."""
    journal = folder / "journal"
    with ExitStack() as stack:
        if name == "simulator":
            yield Simulated()
        elif name == "mqtt":
            yield stack.enter_context(_over_mqtt(folder, journal))
        else:
            factory = {"fake": "JournalDrive", "raspberry-pi": "mock_pi"}[name]
            spec = {"factory": f"tests.contracts.boards:{factory}", "options": {"journal": str(journal)}}
            yield Guarded(spec=spec, journal=journal)


@contextmanager
def _over_mqtt(folder: Path, journal: Path) -> Iterator[OverMqtt]:
    with mosquitto(folder) as broker:
        settings = {"BROKER": "127.0.0.1", "PORT": broker.port, "USER": "robot", "PASSWORD": broker.password, "NAME": "amal"}
        settings |= {"journal": str(journal), "ca": str(broker.ca)}
        command = [sys.executable, "-m", "tests.contracts.micropython", json.dumps(settings)]
        board = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield OverMqtt(spec={"url": broker.url, "ca": str(broker.ca)}, journal=journal, broker=broker, board=board)
        finally:
            board.kill()
            board.wait()


def main(spec: dict[str, Any]) -> None:
    """Be a learner's program that drives on and on."""
    robot = DrivenRobot(open_drive(spec))
    robot.motors(0.5, 0.5)
    print("driving", flush=True)
    while True:
        robot.wait(0.05)
        if not spec:
            time.sleep(0.05)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
