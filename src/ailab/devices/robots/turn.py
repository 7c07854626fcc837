"""One turn on a shared robot: a drive that ends when its time is up, when something is in the way, or when the trainer says so."""

from threading import Lock
from typing import Final, Literal

from ailab.devices.errors import say
from ailab.errors import AilabError
from ailab.robot.drive import Capabilities, Drive, motor_share

Ended = Literal["done", "stopped", "too_long", "blocked", "lost", "error"]
"""It came to its end; the trainer stopped it; its time was up; something was in the way; the robot fell silent; the live program failed."""
_SLICE_S: Final = 0.1
_STOP_S: Final = 3.0


class TurnOver(AilabError):
    """The turn has ended, and whatever else its program asks of the robot is refused."""

    def __init__(self, ended: Ended) -> None:
        """Keep why, and say it."""
        self.ended = ended
        super().__init__(_why(ended))


def _why(ended: Ended) -> str:
    if ended == "too_long":
        return say("The time for this turn is up. Make the program shorter.")
    if ended == "blocked":
        return say("The robot stopped because something was in its way. Clear the floor, then try again.")
    return say("Your trainer has stopped this robot. Wait until it is free again, then run your program once more.")


class Turn:
    """A drive for one program, between it and the robot."""

    def __init__(self, drive: Drive, *, limit: float, most_s: float, closest_cm: float) -> None:
        """Open the gate."""
        self._drive, self._limit, self._most_s, self._closest_cm = drive, limit, most_s, closest_cm
        self._gate = Lock()
        self._ahead = False
        self.seconds = 0.0
        self.over: Ended | None = None

    @property
    def capabilities(self) -> Capabilities:
        """Which sensors the robot has."""
        return self._drive.capabilities

    def end(self, why: Ended) -> None:
        """Stop the motors and keep them stopped: the one thing that waits for nobody."""
        self.over = self.over or why
        try:
            self._drive.stop()
        finally:
            # A command that was under way may have come after that stop; none comes after this one.
            if self._gate.acquire(timeout=_STOP_S):
                try:
                    self._drive.stop()
                finally:
                    self._gate.release()

    def motors(self, left: float, right: float) -> None:
        """Start both motors within the limit."""
        with self._gate:
            self._must_be_on()
            self._ahead = left + right > 0
            self._drive.motors(motor_share(left, self._limit), motor_share(right, self._limit))

    def stop(self) -> None:
        """Stop both motors; no turn needs to be on for that."""
        self._drive.stop()

    def wait(self, seconds: float) -> None:
        """Let time pass, and look ahead meanwhile."""
        while seconds > 1e-9:
            self._must_be_on()
            self._look()
            part = min(seconds, _SLICE_S)
            self._drive.wait(part)
            seconds -= part
            self.seconds += part
        self._must_be_on()

    def distance(self) -> float | None:
        """Return the free centimeters ahead."""
        self._must_be_on()
        return self._drive.distance()

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what the floor sensors see."""
        self._must_be_on()
        return self._drive.line()

    def color(self) -> str:
        """Return the floor's color."""
        self._must_be_on()
        return self._drive.color()

    def bumper(self) -> bool:
        """Return whether it touches something."""
        self._must_be_on()
        return self._drive.bumper()

    def battery(self) -> float | None:
        """Return the charge left."""
        self._must_be_on()
        return self._drive.battery()

    def compass(self) -> float | None:
        """Return the heading."""
        self._must_be_on()
        return self._drive.compass()

    def close(self) -> None:
        """Stop: the robot itself stays with the class."""
        self._drive.stop()

    def _must_be_on(self) -> None:
        if not self.over and self.seconds >= self._most_s:
            self.end("too_long")
        if self.over:
            raise TurnOver(self.over)

    def _look(self) -> None:
        if self._ahead and self._is_blocked():
            self.end("blocked")
            raise TurnOver("blocked")

    def _is_blocked(self) -> bool:
        has = self._drive.capabilities
        if has.bumper and self._drive.bumper():
            return True
        free = self._drive.distance() if has.distance else None
        return free is not None and free < self._closest_cm
