"""A drive without a robot: it notes what it was asked, and says what it was given."""

from ailab.robot.drive import Capabilities, motor_share


class FakeDrive:
    """A robot that is not there, for tests and for trying a program at a desk; its time passes at once.

    Parameters
    ----------
    distance, line, color, bumper, battery, compass
        What its sensors say; None for a sensor it does not have.

    Examples
    --------
    >>> drive = FakeDrive(distance=30.0)
    >>> drive.motors(0.5, 0.5)
    >>> drive.wait(2)
    >>> drive.stop()
    >>> drive.log
    [(0.0, 0.5, 0.5), (2.0, 0.0, 0.0)]
    """

    def __init__(
        self,
        *,
        distance: float | None = None,
        line: tuple[bool, bool, bool] | None = None,
        color: str | None = None,
        bumper: bool | None = None,
        battery: float | None = None,
        compass: float | None = None,
    ) -> None:
        """Set what the sensors say; change these attributes while it drives."""
        self.readings = {"distance": distance, "battery": battery, "compass": compass}
        self.floor, self.floor_color, self.touched = line, color, bumper
        self.log: list[tuple[float, float, float]] = []
        self.now = 0.0
        self.closed = False

    @property
    def capabilities(self) -> Capabilities:
        """The sensors that were given something to say."""
        has = {name: value is not None for name, value in self.readings.items()}
        return Capabilities(**has, line=self.floor is not None, color=self.floor_color is not None, bumper=self.touched is not None)

    @property
    def shares(self) -> tuple[float, float]:
        """What the motors do now."""
        return self.log[-1][1:] if self.log else (0.0, 0.0)

    def motors(self, left: float, right: float) -> None:
        """Note what the motors were asked."""
        if self.closed:
            raise OSError("the fake robot is closed")
        self._note(motor_share(left), motor_share(right))

    def stop(self) -> None:
        """Note a stop."""
        self._note(0.0, 0.0)

    def wait(self, seconds: float) -> None:
        """Move this drive's own time on."""
        self.now = round(self.now + seconds, 9)

    def distance(self) -> float | None:
        """Return what was set."""
        return self.readings["distance"]

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what was set."""
        return self.floor

    def color(self) -> str:
        """Return what was set."""
        return self.floor_color or ""

    def bumper(self) -> bool:
        """Return what was set."""
        return bool(self.touched)

    def battery(self) -> float | None:
        """Return what was set."""
        return self.readings["battery"]

    def compass(self) -> float | None:
        """Return what was set."""
        return self.readings["compass"]

    def close(self) -> None:
        """Stop, and take no more commands."""
        self.stop()
        self.closed = True

    def _note(self, left: float, right: float) -> None:
        if (left, right) != self.shares:
            self.log.append((self.now, left, right))
