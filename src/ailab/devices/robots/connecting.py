"""`connect`: a learner's robot from a word or an address."""

from typing import Any, Final

from ailab.devices.errors import WrongValue, say, shown
from ailab.robot.drive import Calibration, Drive
from ailab.robot.driven import DrivenRobot

KINDS: Final = ("fake", "raspberry-pi", "simulated", "mqtt://…", "mqtts://…")


def connect(kind: str, *, calibration: Calibration | None = None, **options: Any) -> DrivenRobot:
    """Return a robot to drive: `with connect(...) as robot: program(robot)`.

    Parameters
    ----------
    kind : str
        ``"raspberry-pi"``, the address of a broker (``"mqtts://user:password@host"``), ``"simulated"`` or ``"fake"``.
    calibration : Calibration
        Measured once for each robot; see `docs/hardware.md`.
    **options
        For a Raspberry Pi its pins (`left`, `right`, `distance`, `line`, `bumper`, `limit`), for a broker `name` of the board
        and `ca`, for the simulated robot `world` and `seed`, for the fake what its sensors say.

    Returns
    -------
    DrivenRobot
        With the verbs of the robot on the screen.

    Examples
    --------
    >>> with connect("fake", distance=50.0) as robot:
    ...     robot.forward(10)
    ...     robot.distance()
    50.0
    """
    return DrivenRobot(_drive(kind, options), calibration)


def _drive(kind: object, options: dict[str, Any]) -> Drive:
    if kind == "fake":
        from ailab.devices.robots.fake import FakeDrive

        return FakeDrive(**options)
    if kind == "simulated":
        from ailab.devices.robots.simulated import SimulatedDrive

        return SimulatedDrive(**options)
    if kind == "raspberry-pi":
        from ailab.devices.robots.guard import GuardedDrive
        from ailab.devices.robots.raspberry_pi import need_gpiozero

        need_gpiozero()  # a package that is missing is said here, in the learner's language
        return GuardedDrive("ailab.devices.robots.raspberry_pi:RaspberryPiDrive", options)
    if isinstance(kind, str) and kind.startswith(("mqtt://", "mqtts://")):
        return _board(kind, **options)
    raise WrongValue.unknown(say("There is no robot {given}.").format(given=shown(kind)), kind, KINDS)


def _board(url: str, *, name: str, ca: Any = None, timeout: float = 5.0, **options: Any) -> Drive:
    from ailab.devices.bus import Bus
    from ailab.devices.robots.mqtt import MqttDrive

    bus = Bus(url, ca=ca, timeout=timeout)
    try:
        return MqttDrive(bus, name, **options)
    except BaseException:
        bus.close()
        raise
