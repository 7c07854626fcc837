"""A robot on the pins of a Raspberry Pi, through gpiozero (extra `robots`)."""

import time
import warnings
from importlib import import_module
from typing import Any

from ailab.devices.errors import PackageMissing, say
from ailab.robot.drive import Capabilities, motor_share


class RaspberryPiDrive:
    """Two motors on a driver board, and the sensors that are wired.

    This class holds the pins in its own process. Learners get it through `connect("raspberry-pi", ...)`,
    behind a guard that stops the motors when their program dies.

    Parameters
    ----------
    left, right : pair of int
        Pins (BCM numbers) of each motor: forward, backward.
    distance : pair of int, optional
        Echo and trigger of an ultrasonic sensor. Its echo gives 5 V: divide it to 3.3 V first.
    line : three ints, optional
        Line sensors: left, middle, right.
    bumper : int, optional
        A switch to ground.
    limit : float
        The largest share of full speed the motors ever get.
    pin_factory
        One of gpiozero's; None for the default.
    """

    def __init__(
        self,
        *,
        left: tuple[int, int],
        right: tuple[int, int],
        distance: tuple[int, int] | None = None,
        line: tuple[int, int, int] | None = None,
        bumper: int | None = None,
        limit: float = 1.0,
        pin_factory: Any = None,
    ) -> None:
        """Claim the pins; the motors stand still."""
        gpiozero = need_gpiozero()
        self._limit = limit
        self._devices: list[Any] = []
        motors = [self._hold(gpiozero.Motor(*pins, pin_factory=pin_factory)) for pins in (left, right)]
        self._robot = self._hold(gpiozero.Robot(*motors, pin_factory=pin_factory))
        self._eye = self._hold(_eye(gpiozero, distance, pin_factory)) if distance else None
        self._floor = [self._hold(gpiozero.LineSensor(pin, pin_factory=pin_factory)) for pin in line or ()]
        self._switch = self._hold(gpiozero.Button(bumper, pin_factory=pin_factory)) if bumper is not None else None

    @property
    def capabilities(self) -> Capabilities:
        """What is wired."""
        return Capabilities(distance=self._eye is not None, line=bool(self._floor), bumper=self._switch is not None, reach_cm=200.0)

    def motors(self, left: float, right: float) -> None:
        """Start both motors."""
        self._robot.value = (motor_share(left, self._limit), motor_share(right, self._limit))

    def stop(self) -> None:
        """Stop both motors; after closing there is nothing left to stop."""
        if self._devices:
            self._robot.stop()

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        time.sleep(seconds)

    def distance(self) -> float | None:
        """Return centimeters, or None without an echo."""
        share = self._eye.value if self._eye else 1.0
        return None if share >= 1.0 else round(share * self.capabilities.reach_cm, 1)

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what the three line sensors see."""
        if not self._floor:
            return None
        left, middle, right = (not bool(sensor.is_active) for sensor in self._floor)
        return left, middle, right

    def color(self) -> str:
        """Return nothing: no color sensor is wired."""
        return ""

    def bumper(self) -> bool:
        """Return whether the switch is pressed."""
        return bool(self._switch and self._switch.is_pressed)

    def battery(self) -> float | None:
        """Return None: a Raspberry Pi cannot measure its battery."""
        return None

    def compass(self) -> float | None:
        """Return None: no compass is wired."""
        return None

    def close(self) -> None:
        """Stop the motors and give the pins back."""
        devices, self._devices = self._devices, []
        if devices:
            self._robot.stop()
        for device in reversed(devices):
            device.close()

    def _hold(self, device: Any) -> Any:
        self._devices.append(device)
        return device


def need_gpiozero() -> Any:
    """Return the package, or say how it is installed."""
    try:
        return import_module("gpiozero")
    except ImportError:
        text = say("This robot needs the package `{package}`. Install it with: pip install 'ailab[{extra}]'")
        raise PackageMissing(text.format(package="gpiozero", extra="robots")) from None


def _eye(gpiozero: Any, pins: tuple[int, int], pin_factory: Any) -> Any:
    # It warns that another pin factory measures finer: to tell a robot from a wall this one will do.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # partial: the first reading does not wait for a queue of nine echoes.
        return gpiozero.DistanceSensor(*pins, max_distance=2.0, queue_len=5, partial=True, pin_factory=pin_factory)
