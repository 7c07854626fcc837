"""What the learner's robot on a floor measures, with noise, and how time passes for it.

A command or reading that is repeated word for word without time having passed waits for the next 0.05 s by
itself: on a real robot time passes too, and `while robot.distance() > 20: …` comes to an end.
"""

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ailab.robot.arena import STEP_S, ArenaEngine, read_off
from ailab.robot.camera import camera, lidar
from ailab.robot.mistakes import RobotMisused, real_number, say, whole_number
from ailab.robot.outcome import arena_outcome, arena_trace
from ailab.robot.robots import INTERACTIVE, Robot, Terms
from ailab.robot.trace import Ended, Outcome, Trace
from ailab.robot.world import Arena

if TYPE_CHECKING:
    import numpy as np

MOST_DEGREES: Final = 36_000.0
_WIDEST: Final = 128
"""Pixels and rays."""
_distance_name = lru_cache(lambda direction: "distance" if direction == 0 else f"distance({direction:g})")
"""A reading's name; formatting numbers costs as much as a ray."""
_Value = TypeVar("_Value", bound=float | bool | str)


class ArenaSensors(Robot):
    """A robot on a floor, as far as it looks around."""

    def __init__(self, world: Any, seed: int = 0, *, terms: Terms = INTERACTIVE) -> None:
        """Put the robot at its start, motors off."""
        super().__init__(world, seed, terms=terms)
        if not isinstance(self._world, Arena):
            raise RobotMisused(say("This robot lives on a floor. Write `Robot(…)`: it finds the right robot for each world."))
        self._engine = ArenaEngine(self._world, seed)
        self._last_step = round(terms.seconds / STEP_S)
        self._commands: list[str] = []
        self._done: set[tuple[object, ...]] = set()

    def distance(self, direction: float = 0) -> float:
        """Return the centimeters from the edge of the robot to what is nearest in this direction.

        Parameters
        ----------
        direction : float
            Degrees clockwise from straight ahead: -90 is left, 90 right.

        Examples
        --------
        >>> robot = Robot("color_floor")
        >>> robot.distance(180)
        22.0
        """
        with self._lock:
            direction = self._number("distance", direction, -MOST_DEGREES, MOST_DEGREES, "distance(-90)")
            self._sense("distance", direction)
            found = self._engine.distance(direction)
            return self._note(_distance_name(direction), found)

    def line(self) -> tuple[bool, bool, bool]:
        """Return whether the left, middle and right floor sensor are over a stripe.

        Examples
        --------
        >>> Robot("line_oval").line()
        (False, True, False)
        """
        with self._lock:
            self._sense("line")
            found = self._engine.on_line()
            for side, seen in zip(("left", "middle", "right"), found, strict=True):
                self._note(f"line {side}", seen)
            return found

    def color(self) -> str:
        """Return the color of the floor below the middle of the robot, or an empty text for bare floor.

        Examples
        --------
        >>> robot = Robot("color_floor")
        >>> robot.forward(30)
        >>> robot.color()
        'red'
        """
        with self._lock:
            self._sense("color")
            return self._note("color", self._engine.floor.color(self._engine.x, self._engine.y))

    def bumper(self) -> bool:
        """Return whether the robot pushes against something.

        Examples
        --------
        >>> robot = Robot("color_floor")
        >>> robot.forward(500)
        >>> robot.bumper()
        True
        """
        with self._lock:
            self._sense("bumper")
            return self._note("bumper", self._engine.bumper)

    def battery(self) -> float | None:
        """Return the seconds at full speed that are left, or None when the battery never runs out.

        Examples
        --------
        >>> Robot("color_floor").battery() is None
        True
        """
        with self._lock:
            self._sense("battery")
            left = self._engine.battery - self._engine.energy
            return None if left == math.inf else self._note("battery", read_off(max(left, 0.0)))

    def compass(self) -> float:
        """Return the heading: 0 north (up), 90 east, 180 south, 270 west.

        Examples
        --------
        >>> Robot("color_floor").compass()
        90.0
        """
        with self._lock:
            self._sense("compass")
            return self._note("compass", self._engine.compass())

    def at_goal(self) -> bool:
        """Return whether the middle of the robot is over the goal.

        Examples
        --------
        >>> Robot("color_floor").at_goal()
        False
        """
        with self._lock:
            self._sense("at_goal")
            goal = self._engine.world.goal
            return self._note("at_goal", goal is not None and self._engine.over_goal(goal))

    def camera(self, width: int = 32, height: int = 24) -> "np.ndarray":
        """Return what the robot sees ahead, as a color picture.

        Parameters
        ----------
        width, height : int
            Pixels, 1 to 128.

        Returns
        -------
        numpy.ndarray
            Shape (height, width, 3), whole numbers from 0 to 255.

        Examples
        --------
        >>> Robot("color_floor").camera().shape
        (24, 32, 3)
        """
        import numpy as np

        with self._lock:
            width, height = self._size("camera", width), self._size("camera", height)
            self._sense("camera", width, height, cost=width)
            return np.array(camera(self._engine, width, height), dtype=np.uint8)

    def lidar(self, rays: int = 36) -> "np.ndarray":
        """Return distances all round, the first straight ahead, then clockwise.

        Parameters
        ----------
        rays : int
            How many, 1 to 128.

        Returns
        -------
        numpy.ndarray
            Centimeters from the edge of the robot.

        Examples
        --------
        >>> Robot("color_floor").lidar(4).shape
        (4,)
        """
        import numpy as np

        with self._lock:
            rays = self._size("lidar", rays)
            self._sense("lidar", rays, cost=rays)
            return np.array(lidar(self._engine, rays))

    def time(self) -> float:
        """Return the seconds since the start, as the robot counts them.

        Examples
        --------
        >>> Robot("color_floor").time()
        0.0
        """
        with self._lock:
            self._sense("time")
            return self._engine.time

    def running(self) -> bool:
        """Return whether there is time left; ``while robot.running():`` ends by itself.

        Examples
        --------
        >>> Robot("color_floor").running()
        True
        """
        with self._lock:
            if self._closed or self._engine.steps + 1 >= self._last_step or self._engine.empty:
                return False
            self._sense("running")
            return True

    @property
    def trace(self) -> Trace:
        """What the robot did so far."""
        with self._lock:
            terms = self._terms
            return arena_trace(self._engine, self._read_so_far(), seed=self._seed, source=terms.source, lines=terms.locate is not None)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands given so far."""
        with self._lock:
            return tuple(self._commands)

    def _outcome(self, ended: Ended, error: str = "") -> Outcome:
        with self._lock:
            return arena_outcome(self._engine, ended=ended, commands=len(self._commands), error=error)

    def _halt(self) -> None:
        self._engine.left = self._engine.right = 0.0

    def _sense(self, *question: object, cost: int = 1) -> None:
        self._spend(cost)
        if question in self._done:
            self._pass(1)
        self._done.add(question)

    def _note(self, sensor: str, value: _Value) -> _Value:
        self._readings.append((len(self._engine.poses) - 1, sensor, value))
        return value

    def _pass(self, steps: int) -> None:
        """Let time pass; the run ends when there is none left, or no charge."""
        engine = self._engine
        self._done.clear()
        for _ in range(steps):
            if engine.steps >= self._last_step:
                self._end("too_long")
            engine.step()
            if engine.empty:
                self._end("empty")

    def _number(self, verb: str, value: Any, low: float, high: float, example: str) -> float:
        try:
            return real_number(verb, value, low, high, example)
        except RobotMisused:
            self._halt()
            raise

    def _size(self, verb: str, value: Any) -> int:
        try:
            return whole_number(verb, value, 1, _WIDEST)
        except RobotMisused:
            self._halt()
            raise
