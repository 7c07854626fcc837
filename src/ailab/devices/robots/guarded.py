"""The process that holds a robot's pins or cable, apart from the learner's program: `python -m ailab.devices.robots.guarded`.

Lines of JSON come in and go out. The motors stop when the pipe closes, which the kernel does even for a
program that is killed with signal 9, and when no line has come for the length of the lease, which is what
happens when a program hangs. Commands for the motors are obeyed by the thread that reads, a thread of its
own waits for sensors: a sensor that hangs keeps nobody from stopping.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, Final

from ailab.devices.robots.pace import Lease
from ailab.robot.drive import Drive

SENSORS: Final = ("distance", "line", "color", "bumper", "battery", "compass")
_LAST_PATIENCE_S: Final = 0.5

Answer = Callable[[dict[str, Any]], None]


class Guard:
    """A drive, the lease on its motors, and the lock before them."""

    def __init__(self, drive: Drive, answer: Answer, lease: Lease) -> None:
        """Take the drive in hand; nothing runs yet."""
        self.drive, self.answer, self.lease = drive, answer, lease
        self._motors = Lock()
        self._questions: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self._ended = Event()
        self._running = False

    def serve(self, lines: Iterable[str]) -> None:
        """Obey these lines to their end, then stop the motors and let go of the robot."""
        threads = [Thread(target=self._ask_sensors, daemon=True), Thread(target=self._watch, daemon=True)]
        for thread in threads:
            thread.start()
        try:
            for line in lines:
                if not self._obey(json.loads(line)):
                    break
        finally:
            self._ended.set()
            self._questions.put(None)
            self._halt()
            threads[0].join(_LAST_PATIENCE_S)  # a sensor under way must not lose its pins; one that hangs may
            self.drive.close()

    def _obey(self, asked: dict[str, Any]) -> bool:
        self.lease.renew(time.monotonic())
        verb = asked["do"]
        if verb == "motors":
            self._reply(asked, lambda: self._drive_at(*asked["args"]))
        elif verb == "stop":
            self._reply(asked, self._halt)
        elif verb in SENSORS:
            self._questions.put(asked)
        return bool(verb != "close")

    def _drive_at(self, left: float, right: float) -> None:
        with self._motors:
            self._running = True
            self.drive.motors(left, right)

    def _halt(self) -> None:
        # A motor call that hangs holds the lock; then stopping beside it is better than not stopping.
        got = self._motors.acquire(timeout=_LAST_PATIENCE_S)
        try:
            self.drive.stop()
            self._running = False
        finally:
            if got:
                self._motors.release()

    def _watch(self) -> None:
        while not self._ended.wait(self.lease.seconds / 5):
            if self._running and self.lease.is_over(time.monotonic()):
                with suppress(Exception):
                    self._halt()

    def _ask_sensors(self) -> None:
        while (asked := self._questions.get()) is not None:
            self._reply(asked, getattr(self.drive, asked["do"]))

    def _reply(self, asked: dict[str, Any], act: Callable[[], Any]) -> None:
        try:
            self.answer({"n": asked.get("n"), "gives": act()})
        except BrokenPipeError:
            return  # nobody listens any more; the end of the lines comes next
        except Exception as error:  # noqa: BLE001 - whatever the driver raises travels to the program
            self.answer({"n": asked.get("n"), "error": f"{type(error).__name__}: {error}"})


def open_drive(factory: str, options: dict[str, Any]) -> Drive:
    """Return the drive that `module:name` makes with these options."""
    module, _, name = factory.partition(":")
    drive: Drive = getattr(import_module(module), name)(**options)
    return drive


def main(spec: dict[str, Any]) -> None:
    """Hold the drive this spec names until nobody asks any more."""
    write = _private_output()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the program, and its robot must stop after it
    try:
        drive = open_drive(spec["factory"], spec["options"])
    except Exception as error:  # noqa: BLE001 - told to the program, which is the one that can tell its learner
        write({"failed": f"{type(error).__name__}: {error}"})
        return
    write({"ready": asdict(drive.capabilities)})
    Guard(drive, write, Lease(spec["lease"])).serve(sys.stdin)


def _leave(_number: int, _frame: object) -> None:
    raise SystemExit(0)


def _private_output() -> Answer:
    """Return a writer of lines on the real output; whatever a driver prints goes nowhere."""
    private = os.dup(1)
    os.dup2(2, 1)
    lock = Lock()

    def write(line: dict[str, Any]) -> None:
        """Write one line in one piece."""
        with lock:
            os.write(private, json.dumps(line).encode() + b"\n")

    return write


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
    # A driver's thread that hangs must not keep the pins: Python would wait for it.
    os._exit(0)
