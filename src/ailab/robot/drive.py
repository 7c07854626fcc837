"""What a robot of any make answers, so that one program drives them all; names are gpiozero's.

Knows the protocol and the numbers of one robot. The verbs of a learner are in `driven`, the makes in
`ailab.devices.robots`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, Self

from ailab.errors import AilabError
from ailab.robot.mistakes import RobotMisused, say

FULL_CM_PER_SECOND: Final = 30.0
FULL_DEGREES_PER_SECOND: Final = 2 * FULL_CM_PER_SECOND / 12.0 * 180.0 / math.pi
"""Of the robot on the screen, turning on the spot: its wheels are 12 cm apart."""


class DriveLost(AilabError):
    """The robot no longer answers; whoever raises this has told it to stop as well as that could be done."""

    def __init__(self, detail: str = "") -> None:
        """Tell the learner what to look at; `detail` is for the trainer."""
        text = self._text()
        super().__init__(f"{text} ({detail})" if detail else text)

    def _text(self) -> str:
        return say(
            "The robot no longer answers, so it was told to stop. Look at its battery, its cable and the network, then connect it again."
        )


class DriveAbsent(DriveLost):
    """The robot did not answer at all."""

    def _text(self) -> str:
        return say("No robot answers. Look whether it is switched on and wired as it should be, then connect it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """Which sensors a robot has.

    Examples
    --------
    >>> Capabilities(distance=True, line=True).names()
    ('distance', 'line')
    """

    distance: bool = False
    line: bool = False
    color: bool = False
    bumper: bool = False
    battery: bool = False
    compass: bool = False
    reach_cm: float = 200.0
    """How far the distance sensor sees; what lies farther is given as this."""
    every_s: float = 0.1
    """How often the sensors have something new to say."""

    def names(self) -> tuple[str, ...]:
        """Return the names of the sensors there are."""
        return tuple(name for name in ("distance", "line", "color", "bumper", "battery", "compass") if getattr(self, name))


class Drive(Protocol):
    """One robot of one make.

    Every call comes back in a bounded time and raises `DriveLost` or an `OSError` when the robot is gone.
    `stop` may come from any thread at any time, waits for no other call, and ends a `wait` under way.
    """

    @property
    def capabilities(self) -> Capabilities:
        """Which sensors it has."""

    def motors(self, left: float, right: float) -> None:
        """Start both motors at these shares of full speed, -1 to 1, and return."""

    def stop(self) -> None:
        """Stop both motors."""

    def wait(self, seconds: float) -> None:
        """Let this time pass while the motors run on."""

    def distance(self) -> float | None:
        """Return the free centimeters ahead, or None when nothing is in reach."""

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return whether the left, middle and right floor sensor see the line, or None without such a sensor."""

    def color(self) -> str:
        """Return the name of the floor's color, or nothing."""

    def bumper(self) -> bool:
        """Return whether it touches something."""

    def battery(self) -> float | None:
        """Return the charge left, or None when unknown."""

    def compass(self) -> float | None:
        """Return degrees clockwise from north, or None without a compass."""

    def close(self) -> None:
        """Stop the motors and let go of the robot; a second time does nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How one robot turns seconds into centimeters and degrees.

    Parameters
    ----------
    cm_per_second, degrees_per_second : float
        At full speed, straight ahead and turning on the spot.
    speed : float
        Share of full speed at which `forward` and `turn_left` drive; on the screen it is 0.5 too.
    left, right : float
        Share of what is asked that each motor gets, at most 1: lower one of them when the robot pulls to the other side.

    Examples
    --------
    >>> measured = Calibration.measured(seconds=2, centimeters=24, degrees=180, speed=0.5)
    >>> measured.cm_per_second, measured.degrees_per_second
    (24.0, 180.0)
    """

    cm_per_second: float = FULL_CM_PER_SECOND
    degrees_per_second: float = FULL_DEGREES_PER_SECOND
    speed: float = 0.5
    left: float = 1.0
    right: float = 1.0

    def __post_init__(self) -> None:
        """Refuse what no robot does."""
        for name in ("cm_per_second", "degrees_per_second"):
            _must_lie(name, getattr(self, name), 10_000.0)
        for name in ("speed", "left", "right"):
            _must_lie(name, getattr(self, name), 1.0)

    @classmethod
    def measured(cls, *, seconds: float, centimeters: float, degrees: float, speed: float = 0.5) -> Self:
        """Return the calibration of a robot that drove so far, and turned so far, in these seconds at this share of full speed.

        Examples
        --------
        >>> Calibration.measured(seconds=4, centimeters=60, degrees=360, speed=0.5).cm_per_second
        30.0
        """
        _must_lie("seconds", seconds, 600.0)
        _must_lie("speed", speed, 1.0)
        return cls(cm_per_second=centimeters / seconds / speed, degrees_per_second=degrees / seconds / speed, speed=speed)


def _must_lie(name: str, value: float, highest: float) -> None:
    # Written so that NaN, which is neither smaller nor larger than anything, is refused too.
    if not 0 < value <= highest:
        text = say("In this calibration `{name}` is {value}. Measure again and give a number above 0, at most {highest}.")
        raise RobotMisused(text.format(name=name, value=value, highest=f"{highest:g}"))


def motor_share(value: float, limit: float = 1.0) -> float:
    """Return what a motor may get: never more than the limit either way, and a stop for what is no number.

    Examples
    --------
    >>> motor_share(7.0), motor_share(-7.0, 0.5), motor_share(float("nan"))
    (1.0, -0.5, 0.0)
    """
    if math.isnan(value):
        return 0.0
    return max(-limit, min(limit, value))


Program = Callable[..., object]
"""`program(robot)`: what a learner writes."""
