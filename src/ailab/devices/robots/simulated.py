"""The robot on the screen behind the protocol of real ones: to try a program, and to prove that both do the same."""

from typing import Any

from ailab.robot.drive import Capabilities, motor_share


class SimulatedDrive:
    """A drive whose robot drives in a simulated arena; its time passes in `wait` alone.

    Parameters
    ----------
    world : str or Arena
        Name of a shipped arena, or an arena.
    seed : int
        Of the noise.

    Examples
    --------
    >>> from ailab.robot.driven import DrivenRobot
    >>> robot = DrivenRobot(SimulatedDrive("yard"))
    >>> robot.forward(20)
    """

    capabilities = Capabilities(distance=True, line=True, color=True, bumper=True, battery=True, compass=True, every_s=0.05)

    def __init__(self, world: Any = "yard", seed: int = 0) -> None:
        """Put a robot at the start of this arena."""
        from ailab.robot import Robot

        self.robot: Any = Robot(world, seed=seed)
        self._moving = self._closed = False

    def motors(self, left: float, right: float) -> None:
        """Start both motors."""
        if self._closed:
            raise OSError("the simulated robot is closed")
        self._moving = True
        self.robot.motors(motor_share(left), motor_share(right))

    def stop(self) -> None:
        """Stop both motors."""
        # A second stop in a row would cost the simulated robot a moment.
        if self._moving and not self._closed:
            self._moving = False
            self.robot.stop()

    def wait(self, seconds: float) -> None:
        """Let simulated time pass."""
        self.robot.wait(seconds)

    def distance(self) -> float | None:
        """Return the free centimeters ahead."""
        return float(self.robot.distance())

    def line(self) -> tuple[bool, bool, bool] | None:
        """Return what the floor sensors see."""
        left, middle, right = self.robot.line()
        return left, middle, right

    def color(self) -> str:
        """Return the floor's color."""
        return str(self.robot.color())

    def bumper(self) -> bool:
        """Return whether it touches something."""
        return bool(self.robot.bumper())

    def battery(self) -> float | None:
        """Return the charge left."""
        charge = self.robot.battery()
        return None if charge is None else float(charge)

    def compass(self) -> float | None:
        """Return the heading."""
        return float(self.robot.compass())

    def close(self) -> None:
        """Stop; the trace stays readable."""
        self.stop()
        self._closed = True
