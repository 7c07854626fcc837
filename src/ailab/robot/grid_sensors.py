"""What the learner's robot in a world of cells tells about where it is; nothing here changes the world."""

from typing import Any, TypeVar

from ailab.robot.grid import UNLIMITED, GridEngine
from ailab.robot.mistakes import RobotMisused, say
from ailab.robot.outcome import grid_outcome, grid_trace
from ailab.robot.robots import INTERACTIVE, Robot, Terms
from ailab.robot.trace import Ended, Outcome, Trace
from ailab.robot.world import GridWorld

_Value = TypeVar("_Value", bound=float | bool | str | None)


class GridSensors(Robot):
    """A robot in a world of cells, as far as it looks around."""

    def __init__(self, world: Any, seed: int = 0, *, terms: Terms = INTERACTIVE) -> None:
        """Put the robot at its start."""
        super().__init__(world, seed, terms=terms)
        if not isinstance(self._world, GridWorld):
            raise RobotMisused(say("This robot lives in a world of cells. Write `Robot(…)`: it finds the right robot for each world."))
        self._engine = GridEngine(self._world)

    def wall_ahead(self) -> bool:
        """Return whether a wall is right before the robot.

        Examples
        --------
        >>> Robot("first_steps").wall_ahead()
        False
        """
        return self._wall("wall_ahead", 0)

    def wall_left(self) -> bool:
        """Return whether a wall is at the left hand of the robot.

        Examples
        --------
        >>> Robot("first_steps").wall_left()
        True
        """
        return self._wall("wall_left", -1)

    def wall_right(self) -> bool:
        """Return whether a wall is at the right hand of the robot.

        Examples
        --------
        >>> Robot("first_steps").wall_right()
        True
        """
        return self._wall("wall_right", 1)

    def thing_here(self) -> str:
        """Return what lies here ("date", "olive", "parcel", "palm", "battery"), or an empty text.

        Examples
        --------
        >>> Robot("first_steps").thing_here()
        ''
        """
        with self._lock:
            return self._read("thing_here", self._engine.things.get(self._engine.at, ""))

    def color(self) -> str:
        """Return the color of the cell here, or an empty text.

        Examples
        --------
        >>> Robot("first_steps").color()
        ''
        """
        with self._lock:
            return self._read("color", self._engine.paint.get(self._engine.at, ""))

    def carrying(self) -> int:
        """Return how many things the robot carries.

        Examples
        --------
        >>> Robot("first_steps").carrying()
        0
        """
        with self._lock:
            return self._read("carrying", len(self._engine.carried))

    def battery(self) -> int | None:
        """Return the steps that the battery is good for, or None when it never runs out.

        Examples
        --------
        >>> Robot("dark_corridor").battery()
        8
        >>> Robot("first_steps").battery() is None
        True
        """
        with self._lock:
            left = self._engine.battery
            return self._read("battery", left if left < UNLIMITED else None)

    def heading(self) -> int:
        """Return where the robot looks: 0 north, 90 east, 180 south, 270 west.

        Examples
        --------
        >>> Robot("first_steps").heading()
        90
        """
        with self._lock:
            return self._read("heading", self._engine.heading % 360)

    def position(self) -> tuple[int, int]:
        """Return column and row of the cell, counted from 0 at the top left.

        Examples
        --------
        >>> Robot("first_steps").position()
        (1, 1)
        """
        with self._lock:
            self._spend()
            return self._engine.cell(self._engine.at)

    def at_goal(self) -> bool:
        """Return whether the robot is at the goal.

        Examples
        --------
        >>> Robot("first_steps").at_goal()
        False
        """
        with self._lock:
            return self._read("at_goal", self._engine.at in self._engine.goal)

    @property
    def trace(self) -> Trace:
        """What the robot did so far."""
        with self._lock:
            terms = self._terms
            return grid_trace(self._engine, self._read_so_far(), seed=self._seed, source=terms.source, lines=terms.locate is not None)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands given so far; three steps are three commands."""
        with self._lock:
            return tuple(pose[2] for pose in self._engine.poses[1:])

    def _outcome(self, ended: Ended, error: str = "") -> Outcome:
        with self._lock:
            return grid_outcome(self._engine, ended=ended, error=error)

    def _wall(self, sensor: str, quarters: int) -> bool:
        with self._lock:
            return self._read(sensor, self._engine.wall(quarters))

    def _read(self, sensor: str, value: _Value) -> _Value:
        self._spend()
        if value is not None:
            self._readings.append((len(self._engine.poses) - 1, sensor, value))
        return value
