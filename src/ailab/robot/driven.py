"""The learner's robot on top of any drive: the verbs of the robot on the screen, timed by a calibration."""

import math
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import RLock
from types import TracebackType
from typing import Final, Self, TypeVar

from ailab.errors import AilabError
from ailab.robot.drive import Calibration, Capabilities, Drive, DriveLost
from ailab.robot.mistakes import RobotMisused, real_number, say

STEP_S: Final = 0.05
"""Movements last a whole number of these, as on the screen, and are as much slower as that needs."""
_FARTHEST_CM: Final = 10_000.0
_LONGEST_S: Final = 600.0

Value = TypeVar("Value")


class DrivenRobot:
    """A robot with two motors, of any make.

    Parameters
    ----------
    drive : Drive
        The robot itself; see `ailab.devices.robots.connect`.
    calibration : Calibration
        How far it gets in a second.

    Examples
    --------
    >>> from ailab.devices.robots import FakeDrive
    >>> with DrivenRobot(FakeDrive(distance=42.0)) as robot:
    ...     robot.forward(15)
    ...     robot.distance()
    42.0
    """

    def __init__(self, drive: Drive, calibration: Calibration | None = None) -> None:
        """Take a drive in hand: when this robot is forgotten or Python ends, the drive is closed."""
        self._drive = drive
        self._calibration = calibration or Calibration()
        self._moving = RLock()
        self._time = 0.0
        self._stops = 0
        self._last_act = weakref.finalize(self, _close_quietly, drive)

    def __enter__(self) -> Self:
        """Begin a `with` block, at whose end the motors stop whatever happened."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop the motors and let go of the robot."""
        self.close()

    def __repr__(self) -> str:
        """Return the make and the sensors, for a person."""
        return f"DrivenRobot({type(self._drive).__name__}, sensors: {', '.join(self.capabilities.names()) or '-'})"

    @property
    def capabilities(self) -> Capabilities:
        """Which sensors this robot has."""
        return self._drive.capabilities

    def forward(self, cm: float = 10) -> None:
        """Drive straight ahead, then stop.

        Parameters
        ----------
        cm : float
            Centimeters, 0 or more.

        Examples
        --------
        >>> from ailab.devices.robots import FakeDrive
        >>> robot = DrivenRobot(FakeDrive())
        >>> robot.forward(30)
        >>> robot.time()
        2.0
        """
        self._travel("forward", cm, self._calibration.cm_per_second, (1, 1))

    def backward(self, cm: float = 10) -> None:
        """Drive straight back, then stop; like `forward`."""
        self._travel("backward", cm, self._calibration.cm_per_second, (-1, -1))

    def turn_left(self, degrees: float = 90) -> None:
        """Turn left on the spot, then stop; 0 degrees or more."""
        self._travel("turn_left", degrees, self._calibration.degrees_per_second, (-1, 1))

    def turn_right(self, degrees: float = 90) -> None:
        """Turn right on the spot, then stop; 0 degrees or more."""
        self._travel("turn_right", degrees, self._calibration.degrees_per_second, (1, -1))

    def motors(self, left: float, right: float) -> None:
        """Start the motors and return; they run until the next command, `stop`, or a short silence of the program.

        Parameters
        ----------
        left, right : float
            Shares of full speed, -1 (back) to 1 (ahead).

        Examples
        --------
        >>> from ailab.devices.robots import FakeDrive
        >>> robot = DrivenRobot(FakeDrive())
        >>> robot.motors(0.5, 0.5)
        >>> robot.wait(2)
        >>> robot.stop()
        """
        with self._stopping_on_trouble():
            shares = _motor(left), _motor(right)
            with self._moving:
                self._start(*shares)

    def stop(self) -> None:
        """Stop both motors, whatever another thread has them do."""
        with self._stopping_on_trouble():
            self._must_be_open()
            self._stops += 1
            self._drive.stop()

    def wait(self, seconds: float = STEP_S) -> None:
        """Let time pass while the motors run on; a stop from another thread ends it."""
        with self._stopping_on_trouble():
            seconds = real_number("wait", seconds, 0, _LONGEST_S, "wait(0.5)")
            self._must_be_open()
            self._pass(seconds)

    def time(self) -> float:
        """Return the seconds this robot has driven and waited."""
        return round(self._time, 9)

    def distance(self, direction: float = 0) -> float:
        """Return the free centimeters ahead, or the sensor's reach when nothing is that near.

        Examples
        --------
        >>> from ailab.devices.robots import FakeDrive
        >>> DrivenRobot(FakeDrive(distance=12.5)).distance()
        12.5
        """
        if direction != 0:
            self._halt()
            raise RobotMisused(say("`distance` of this robot looks straight ahead only. Write `distance()`."))
        found = self._read("distance", self._drive.distance)
        return self.capabilities.reach_cm if found is None else found

    def line(self) -> tuple[bool, bool, bool]:
        """Return whether the left, middle and right floor sensor see the line."""
        return self._read("line", self._drive.line) or (False, False, False)

    def color(self) -> str:
        """Return the name of the floor's color, or an empty text."""
        return self._read("color", self._drive.color)

    def bumper(self) -> bool:
        """Return whether the robot touches something."""
        return self._read("bumper", self._drive.bumper)

    def battery(self) -> float | None:
        """Return the charge left, or None when it is unknown."""
        return self._read("battery", self._drive.battery)

    def compass(self) -> float:
        """Return the heading in degrees clockwise from north."""
        return self._read("compass", self._drive.compass) or 0.0

    def close(self) -> None:
        """Stop the motors and let go of the robot; a second time does nothing."""
        if self._last_act.detach() is None:
            return
        try:
            self._drive.stop()
        finally:
            self._drive.close()

    def _travel(self, verb: str, amount: float, per_second: float, signs: tuple[int, int]) -> None:
        with self._stopping_on_trouble():
            amount = real_number(verb, amount, 0, _FARTHEST_CM, f"{verb}(10)")
            share, seconds = _pace(amount, per_second, self._calibration.speed)
            with self._moving:
                stops = self._stops  # before the start: a stop that comes in the very moment counts
                self._start(share * signs[0], share * signs[1])
                if signs[0] == signs[1] and self.capabilities.bumper:
                    self._pass_until_bump(seconds, stops)
                else:
                    self._pass(seconds)
                self._drive.stop()

    def _start(self, left: float, right: float) -> None:
        self._must_be_open()
        self._drive.motors(left * self._calibration.left, right * self._calibration.right)

    def _pass(self, seconds: float) -> None:
        self._drive.wait(seconds)
        self._time += seconds

    def _pass_until_bump(self, seconds: float, stops: int) -> None:
        # As on the screen: whoever drives straight into something does not push on.
        end = self._time + seconds
        while (left := end - self._time) > 1e-9 and self._stops == stops:
            self._pass(min(left, self.capabilities.every_s))
            if self._drive.bumper():
                return

    def _read(self, sensor: str, ask: Callable[[], Value]) -> Value:
        with self._stopping_on_trouble():
            self._must_be_open()
            if not getattr(self.capabilities, sensor):
                known = ", ".join(f"`{name}`" for name in self.capabilities.names()) or "–"
                raise RobotMisused(say("This robot has no sensor for `{sensor}`. It has: {known}.").format(sensor=sensor, known=known))
            return ask()

    def _must_be_open(self) -> None:
        if not self._last_act.alive:
            raise RobotMisused(say("This robot is closed. Connect it again, then give it commands."))

    @contextmanager
    def _stopping_on_trouble(self) -> Iterator[None]:
        """Whatever goes wrong in a verb, a wrong number and Ctrl-C included, the motors stop first."""
        try:
            yield
        except BaseException as error:
            self._halt()
            if isinstance(error, OSError):
                raise DriveLost(str(error)) from error
            raise

    def _halt(self) -> None:
        # The trouble under way is what the learner must read, never a second one from stopping.
        with suppress(AilabError, OSError):
            if self._last_act.alive:
                self._drive.stop()


def _pace(amount: float, per_second: float, speed: float) -> tuple[float, float]:
    """Return the share of full speed and the seconds, a whole number of steps, that make this amount exactly."""
    steps = math.ceil(round(amount / (per_second * speed * STEP_S), 9))
    return (amount / (per_second * steps * STEP_S), steps * STEP_S) if steps else (0.0, 0.0)


def _motor(value: object) -> float:
    return real_number("motors", value, -1, 1, "motors(0.5, 0.5)")


def _close_quietly(drive: Drive) -> None:
    with suppress(AilabError, OSError):
        drive.close()
