"""The learner's robot on a floor in centimeters: lesson verbs that finish, and motors that run on while time passes."""

import math
import sys
from typing import Any, Final

from ailab.robot.arena import FULL_SPEED, STEP_S, TURN, rounded
from ailab.robot.arena_sensors import MOST_DEGREES, ArenaSensors

_PACE: Final = 0.5
"""Share of full speed at which lesson verbs drive and turn."""
_FARTHEST_CM: Final = 10_000.0
_LONGEST_S: Final = 600.0


class ArenaRobot(ArenaSensors):
    """A robot with two motors on a floor.

    Parameters
    ----------
    world : str or Arena
        Name of a world, or a world.
    seed : int
        The same seed gives the same noise of sensors and motors.

    Examples
    --------
    >>> robot = ArenaRobot("line_oval")
    >>> robot.forward(20)
    >>> robot.time()
    1.35
    """

    def forward(self, cm: float = 10) -> None:
        """Drive straight ahead, then stop; an obstacle ends it, and that is noted as a bump.

        Parameters
        ----------
        cm : float
            Centimeters, 0 or more.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> before = robot.distance()
        >>> robot.forward(50)
        >>> round(before - robot.distance(), 6)
        50.0
        """
        with self._lock:
            self._travel("forward", self._amount("forward", cm, _FARTHEST_CM), 1, 1, self._line(sys._getframe(1)))

    def backward(self, cm: float = 10) -> None:
        """Drive straight back, then stop.

        Parameters
        ----------
        cm : float
            Centimeters, 0 or more.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.backward(5)
        >>> robot.bumper()
        False
        """
        with self._lock:
            self._travel("backward", self._amount("backward", cm, _FARTHEST_CM), -1, -1, self._line(sys._getframe(1)))

    def turn_left(self, degrees: float = 90) -> None:
        """Turn left on the spot, then stop.

        Parameters
        ----------
        degrees : float
            0 or more; 90 is a quarter.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.turn_left()
        >>> robot.compass()
        0.0
        """
        with self._lock:
            self._travel("turn_left", self._amount("turn_left", degrees, MOST_DEGREES), -1, 1, self._line(sys._getframe(1)))

    def turn_right(self, degrees: float = 90) -> None:
        """Turn right on the spot, then stop.

        Parameters
        ----------
        degrees : float
            0 or more; 90 is a quarter.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.turn_right(45)
        >>> robot.compass()
        135.0
        """
        with self._lock:
            self._travel("turn_right", self._amount("turn_right", degrees, MOST_DEGREES), 1, -1, self._line(sys._getframe(1)))

    def motors(self, left: float, right: float) -> None:
        """Start the motors; they run while time passes, until the next command.

        Parameters
        ----------
        left, right : float
            Shares of full speed, -1 (back) to 1 (ahead).

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.motors(0.5, 0.5)
        >>> robot.wait(2)
        >>> robot.outcome.distance
        30.0
        """
        with self._lock:
            left, right = self._share(left), self._share(right)
            self._begin("motors", left, right)
            self._engine.left, self._engine.right = left, right
            self._engine.line = self._line(sys._getframe(1))

    def stop(self) -> None:
        """Stop both motors.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.motors(1, 1)
        >>> robot.stop()
        >>> robot.wait(1)
        >>> robot.outcome.moves
        0
        """
        with self._lock:
            self._begin("stop")
            self._halt()
            self._engine.line = self._line(sys._getframe(1))

    def wait(self, seconds: float = STEP_S) -> None:
        """Let time pass, motors as they are.

        Parameters
        ----------
        seconds : float
            0 or more; counted in steps of 0.05 s.

        Examples
        --------
        >>> robot = ArenaRobot("color_floor")
        >>> robot.wait(0.5)
        >>> robot.time()
        0.5
        """
        with self._lock:
            seconds = self._amount("wait", seconds, _LONGEST_S)
            self._spend()
            self._commands.append("wait")
            self._engine.line = self._line(sys._getframe(1))
            self._pass(max(1, round(seconds / STEP_S)) if seconds > 0 else 0)

    def _begin(self, command: str, *given: float) -> None:
        self._sense(command, *given)
        self._commands.append(command)

    def _travel(self, verb: str, amount: float, left: int, right: int, line: int) -> None:
        """Drive or turn in equal steps that end exactly there; a bump ends it."""
        self._spend()
        self._commands.append(verb)
        engine = self._engine
        engine.line = line
        full = STEP_S * FULL_SPEED if left == right else 2 * TURN
        steps = math.ceil(rounded(amount / (full * _PACE)))
        share = amount / (full * steps) if steps else 0.0
        engine.left, engine.right = left * share, right * share
        for _ in range(steps):
            self._pass(1)
            if engine.bumper and left == right:
                break
        self._halt()

    def _amount(self, verb: str, value: Any, most: float) -> float:
        return self._number(verb, value, 0, most, f"{verb}({2 if verb == 'wait' else 20})")

    def _share(self, value: Any) -> float:
        return self._number("motors", value, -1, 1, "motors(0.5, 0.5)")
