"""The program's side of a robot that a process apart holds: every call is a line, an answer, and a deadline."""

import json
import os
import select
import subprocess
import sys
import time
import weakref
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from threading import Lock
from typing import Any, Final

from ailab.devices.robots.pace import LEASE_S, Pace
from ailab.robot.drive import Capabilities, DriveAbsent, DriveLost

_START_S: Final = 20.0
"""A Raspberry Pi Zero takes seconds to import gpiozero."""
_ANSWER_S: Final = 2.0


class GuardedDrive:
    """A drive that lives in a process of its own and stops when this one dies, hangs or forgets it."""

    def __init__(
        self, factory: str, options: Mapping[str, Any] | None = None, *, lease_s: float = LEASE_S, answer_s: float = _ANSWER_S
    ) -> None:
        """Start the guard of the drive that `module:name` makes with these options."""
        self._spec = json.dumps({"factory": factory, "options": dict(options or {}), "lease": lease_s})
        self._answer_s = answer_s
        self._numbers = count(1)
        self._asking = Lock()
        self._rest = b""
        self._heard = 0
        """Number of the last answer that anybody read: answers come in order."""
        self._pace = Pace(self._beat)
        self._process = _start(self._spec)
        self._last_act = weakref.finalize(self, _end, self._process)
        self.capabilities = self._greeting()

    def motors(self, left: float, right: float) -> None:
        """Start both motors."""
        self._pace.begin()
        self._ask("motors", left, right)
        self._pace.restart()

    def stop(self) -> None:
        """Stop both motors: the line goes out at once, beside whatever another thread waits for."""
        self._pace.interrupt()
        if not self._last_act.alive:
            return
        number = self._send("stop")
        if self._asking.acquire(blocking=False):
            try:
                self._answer(number)
            finally:
                self._asking.release()

    def wait(self, seconds: float) -> None:
        """Let time pass; a stop from another thread ends it."""
        self._pace.sleep(seconds)

    def distance(self) -> float | None:
        """Return the free centimeters ahead."""
        found = self._ask("distance")
        return None if found is None else float(found)

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what the floor sensors see."""
        found = self._ask("line")
        return None if found is None else (bool(found[0]), bool(found[1]), bool(found[2]))

    def color(self) -> str:
        """Return the floor's color."""
        return str(self._ask("color"))

    def bumper(self) -> bool:
        """Return whether it touches something."""
        return bool(self._ask("bumper"))

    def battery(self) -> float | None:
        """Return the charge left."""
        found = self._ask("battery")
        return None if found is None else float(found)

    def compass(self) -> float | None:
        """Return the heading."""
        found = self._ask("compass")
        return None if found is None else float(found)

    def close(self) -> None:
        """Let the guard stop the motors and end."""
        self._pace.interrupt()
        self._last_act()

    def _greeting(self) -> Capabilities:
        # Whoever asks for a robot that cannot be opened gets the driver's own words: a trainer reads them.
        hello = self._line(time.monotonic() + _START_S) or {}
        if "ready" in hello:
            return Capabilities(**hello["ready"])
        self._last_act()
        raise DriveAbsent(hello.get("failed", "its guard did not start"))

    def _beat(self) -> None:
        self._send("beat")
        # A guard that has ended is noticed here, while nothing else is asked.
        if self._process.poll() is not None:
            self._lost("its guard ended")

    def _ask(self, verb: str, *args: float) -> Any:
        with self._asking:
            return self._answer(self._send(verb, *args))

    def _send(self, verb: str, *args: float) -> int:
        number = next(self._numbers)
        line = json.dumps({"n": number, "do": verb, "args": args}).encode() + b"\n"
        try:
            # Shorter than what a pipe takes in one piece: threads need no lock here, so nothing holds up a stop.
            os.write(self._process.stdin.fileno(), line)  # type: ignore[union-attr]
        except (OSError, ValueError) as error:
            self._lost(str(error))
        return number

    def _answer(self, number: int) -> Any:
        deadline = time.monotonic() + self._answer_s
        # Another thread may have read the answer to a stop already, between its line and our turn.
        if self._heard >= number:
            return None
        while (line := self._line(deadline)) is not None:
            self._heard = max(self._heard, line.get("n", 0))
            # Answers to questions that were interrupted, and to stops nobody waited for, pass by.
            if line.get("n") == number:
                if "error" in line:
                    raise DriveLost(line["error"])
                return line["gives"]
        return self._lost("no answer in time")

    def _line(self, deadline: float) -> dict[str, Any] | None:
        """Return the guard's next line, or None when it has ended or the deadline has passed."""
        output = self._process.stdout.fileno()  # type: ignore[union-attr]
        while b"\n" not in self._rest:
            ready, _, _ = select.select([output], [], [], max(0.0, deadline - time.monotonic()))
            more = os.read(output, 65536) if ready else b""
            if not more:
                return None
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        return found

    def _lost(self, why: str) -> None:
        """End a guard that fails, let a new one open the robot once, which stops its motors, and tell the learner."""
        if self._last_act.detach():
            self._process.kill()
            _end(self._process)
            with suppress(OSError):
                _end(_start(self._spec), patience_s=_START_S)
        raise DriveLost(why)


def _start(spec: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        # -P: a learner's folder may hold a json.py. A session of its own: Ctrl-C is not for the guard.
        [sys.executable, "-P", "-m", "ailab.devices.robots.guarded", spec],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        bufsize=0,
    )
    # A guard that reads no more must not hold up its program.
    os.set_blocking(process.stdin.fileno(), False)  # type: ignore[union-attr]
    return process


def _end(process: subprocess.Popen[bytes], patience_s: float = 3.0) -> None:
    """Close the pipe, at which the guard stops the motors, and see it end."""
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
