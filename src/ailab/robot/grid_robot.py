"""The learner's robot in a world of cells: verbs that finish, sensors that answer at once."""

import sys
from typing import Final

from ailab.robot.grid_sensors import GridSensors
from ailab.robot.mistakes import one_of, short_text, whole_number
from ailab.robot.world import COLORS

MOST_STEPS: Final = 10_000
LONGEST_WORDS: Final = 80


class GridRobot(GridSensors):
    """A robot in a world of cells.

    Parameters
    ----------
    world : str or GridWorld
        Name of a world, or a world.
    seed : int
        Has no effect in a world of cells: nothing is left to chance there.

    Examples
    --------
    >>> robot = GridRobot("six_palms")
    >>> robot.forward()
    >>> robot.thing_here()
    'palm'
    >>> robot.water()
    >>> robot.outcome.missing
    5
    """

    def forward(self, steps: int = 1) -> None:
        """Go ahead; a wall stops the robot, and that is noted as a bump.

        Parameters
        ----------
        steps : int
            Cells to go, 0 or more.

        Examples
        --------
        >>> robot = GridRobot("first_steps")
        >>> robot.forward(2)
        >>> robot.position()
        (3, 1)
        """
        with self._lock:
            line = self._line(sys._getframe(1))
            engine = self._engine
            for _ in range(whole_number("forward", steps, 0, MOST_STEPS)):
                self._spend()
                if not engine.forward(line):
                    if engine.empty:
                        self._end("empty")
                    break

    def turn_left(self) -> None:
        """Turn left by a quarter.

        Examples
        --------
        >>> robot = GridRobot("first_steps")
        >>> robot.turn_left()
        >>> robot.heading()
        0
        """
        with self._lock:
            self._spend()
            self._engine.turn(-1, "turn_left", self._line(sys._getframe(1)))

    def turn_right(self) -> None:
        """Turn right by a quarter.

        Examples
        --------
        >>> robot = GridRobot("first_steps")
        >>> robot.turn_right()
        >>> robot.heading()
        180
        """
        with self._lock:
            self._spend()
            self._engine.turn(1, "turn_right", self._line(sys._getframe(1)))

    def pick(self) -> None:
        """Take what lies here; a battery is used at once, a palm stays where it is.

        Examples
        --------
        >>> from ailab.robot import World
        >>> robot = GridRobot(World.from_text(">dG"))
        >>> robot.forward()
        >>> robot.pick()
        >>> robot.carrying()
        1
        """
        with self._lock:
            self._spend()
            self._engine.pick(self._line(sys._getframe(1)))

    def put(self) -> None:
        """Lay down what was taken last; nothing happens where something lies already.

        Examples
        --------
        >>> from ailab.robot import World
        >>> robot = GridRobot(World.from_text(">xG"))
        >>> robot.forward()
        >>> robot.pick()
        >>> robot.forward()
        >>> robot.put()
        >>> robot.thing_here()
        'parcel'
        """
        with self._lock:
            self._spend()
            self._engine.put(self._line(sys._getframe(1)))

    def water(self) -> None:
        """Water the palm here; each wants it once.

        Examples
        --------
        >>> robot = GridRobot("six_palms")
        >>> for _ in range(6):
        ...     robot.forward()
        ...     robot.water()
        >>> robot.outcome.solved
        True
        """
        with self._lock:
            self._spend()
            self._engine.water(self._line(sys._getframe(1)))

    def paint(self, color: str) -> None:
        """Paint the cell here.

        Parameters
        ----------
        color : str
            One of black, white, red, orange, yellow, green, blue, purple.

        Examples
        --------
        >>> robot = GridRobot("first_steps")
        >>> robot.paint("blue")
        >>> robot.color()
        'blue'
        >>> robot.paint("bleu")
        Traceback (most recent call last):
        ailab.robot.mistakes.RobotMisused: `paint` got `'bleu'`. Did you mean `"blue"`?
        """
        with self._lock:
            color = one_of("paint", color, COLORS)
            self._spend()
            self._engine.color_cell(color, self._line(sys._getframe(1)))

    def say(self, text: str) -> None:
        """Show words in a speech bubble.

        Parameters
        ----------
        text : str
            At most 80 letters.

        Examples
        --------
        >>> robot = GridRobot("first_steps")
        >>> robot.say('Salam')
        >>> robot.trace.events[0].what
        'Salam'
        """
        with self._lock:
            text = short_text("say", text, LONGEST_WORDS)
            self._spend()
            self._engine.speak(text, self._line(sys._getframe(1)))
