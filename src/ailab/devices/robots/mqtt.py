"""Any board over MQTT: commands and heartbeats go out, what its sensors say comes back (extra `iot`).

The board is the one that stops: when no heartbeat came for its lease, when it loses the broker, and while
a retained stop with `hold` lies on its topic. `docs/hardware.md` has the protocol, `docs/bridges` boards.
"""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from threading import Condition, Lock
from typing import Any, Final, Self

from ailab.devices.bus import Bus
from ailab.devices.errors import WrongValue, say, shown
from ailab.devices.robots.pace import Pace
from ailab.errors import AilabError
from ailab.robot.drive import Capabilities, DriveAbsent, DriveLost, motor_share

_ANSWER_S: Final = 2.0
_SLICE_S: Final = 0.01
_MOST: Final = 1e6
"""What a sensor says is smaller; NaN is not."""
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message of a board; a sensor it does not have is None."""

    number: int = 0
    """Of the last command it has obeyed."""
    held: bool = False
    distance: float | None = None
    line: tuple[bool, bool, bool] | None = None
    color: str | None = None
    bumper: bool | None = None
    battery: float | None = None
    compass: float | None = None
    sees: frozenset[str] = frozenset()
    """The sensors it has, whether or not they have something to say now."""

    @classmethod
    def read(cls, payload: Any) -> Self | None:
        """Return what a board said, or None for a message that no board of ours sends."""
        if not isinstance(payload, dict):
            return None
        line = payload.get("line")
        return cls(
            number=payload["n"] if type(payload.get("n")) is int else 0,
            held=payload.get("held") is True,
            distance=_number(payload.get("distance")),
            line=(bool(line[0]), bool(line[1]), bool(line[2])) if isinstance(line, list) and len(line) == 3 else None,
            color=payload["color"][:20] if isinstance(payload.get("color"), str) else None,
            bumper=payload["bumper"] in (True, 1) if "bumper" in payload else None,
            battery=_number(payload.get("battery")),
            compass=_number(payload.get("compass")),
            sees=frozenset(("distance", "line", "color", "bumper", "battery", "compass")) & payload.keys(),
        )


class MqttDrive:
    """A board on a bus. It has a bus for itself, and closes it at the end.

    Parameters
    ----------
    bus : Bus
        A bus that reaches the board's broker.
    name : str
        The board's name, the part after `ailab/robots/` in its topics.
    limit : float
        The largest share of full speed that is ever sent.
    """

    def __init__(self, bus: Bus, name: str, *, limit: float = 1.0, answer_s: float = _ANSWER_S) -> None:
        """Listen for the board, and go on once it has been heard."""
        self._bus, self._limit, self._answer_s = bus, limit, answer_s
        self._topic = f"ailab/robots/{_checked(name)}"
        self._numbers = count(1)
        self._running = Lock()
        self._news = Condition()
        self._heard, self._heard_at, self._messages = Heard(), float("-inf"), 0
        self._asked: dict[str, int] = {}
        self._pace = Pace(self._beat)
        self._closed = False
        bus.subscribe(f"{self._topic}/sensors", self._hear)
        try:
            self._until(lambda: self._messages > 0)
        except DriveLost as lost:
            raise DriveAbsent(f"{self._topic} is silent") from lost
        self.capabilities = Capabilities(**dict.fromkeys(self._heard.sees, True))

    def motors(self, left: float, right: float) -> None:
        """Start both motors, and return when the board has answered."""
        self._pace.begin()
        number = next(self._numbers)
        self._publish("motors", {"n": number, "left": motor_share(left, self._limit), "right": motor_share(right, self._limit)})
        self._until(lambda: self._heard.number >= number)
        if self._heard.held:
            raise AilabError(say("Your trainer has stopped this robot. Wait until it is free again, then run your program once more."))
        self._pace.restart()

    def stop(self) -> None:
        """Stop both motors."""
        self._pace.interrupt()
        if not self._closed:
            self._publish("stop", {"hold": False})

    def hold(self) -> None:
        """Stop the board for everybody: it obeys no motor command until `release`, not even after a restart."""
        self._pace.interrupt()
        self._publish("stop", {"hold": True}, retain=True)

    def release(self) -> None:
        """Let the board obey again."""
        self._publish("stop", {"hold": False}, retain=True)

    def wait(self, seconds: float) -> None:
        """Let time pass; a stop from another thread ends it."""
        self._pace.sleep(seconds)

    def distance(self) -> float | None:
        """Return the free centimeters ahead."""
        return self._newest("distance").distance

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what the floor sensors see."""
        return self._newest("line").line

    def color(self) -> str:
        """Return the floor's color."""
        return self._newest("color").color or ""

    def bumper(self) -> bool:
        """Return whether it touches something."""
        return bool(self._newest("bumper").bumper)

    def battery(self) -> float | None:
        """Return the charge left."""
        return self._newest("battery").battery

    def compass(self) -> float | None:
        """Return the heading."""
        return self._newest("compass").compass

    def close(self) -> None:
        """Stop the board and hang up."""
        if self._closed:
            return
        try:
            self.stop()
            self._pump(5 * _SLICE_S)  # the last word must get out before the line is closed
        finally:
            self._closed = True
            self._bus.close()

    def _newest(self, sensor: str) -> Heard:
        # Each reading is a message that was not read yet: a loop without a wait runs at the board's pace.
        # Who looks is alive: a loop that only reads a sensor drives on, as on the screen.
        self._publish("heartbeat", {})
        self._until(lambda: self._messages > self._asked.get(sensor, 0))
        self._asked[sensor] = self._messages
        return self._heard

    def _hear(self, _topic: str, payload: Any) -> None:
        if heard := Heard.read(payload):
            with self._news:
                self._heard, self._heard_at, self._messages = heard, time.monotonic(), self._messages + 1
                self._news.notify_all()

    def _beat(self) -> None:
        self._publish("heartbeat", {})
        self._pump(0.0)
        if time.monotonic() - self._heard_at > self._answer_s:
            self._lost()

    def _until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + self._answer_s
        self._pump(0.0)
        while not is_so():
            if time.monotonic() > deadline:
                self._lost()
            self._pump(_SLICE_S)

    def _pump(self, seconds: float) -> None:
        """Let messages in; when another thread is doing so, only wait."""
        if self._running.acquire(blocking=False):
            try:
                self._bus.run(seconds)
            finally:
                self._running.release()
        else:
            with self._news:
                self._news.wait(seconds)

    def _publish(self, verb: str, payload: dict[str, Any], *, retain: bool = False) -> None:
        self._bus.publish(f"{self._topic}/{verb}", payload, retain=retain)

    def _lost(self) -> None:
        with suppress(AilabError, OSError):
            self._publish("stop", {"hold": False})
        raise DriveLost(f"{self._topic} is silent")


def _number(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and abs(value) < _MOST else None


def _checked(name: object) -> str:
    if isinstance(name, str) and _NAME.fullmatch(name):
        return name
    text = say("A robot's name has small letters, digits, - and _, 32 at most; you gave {given}.")
    raise WrongValue(text.format(given=shown(name)))
