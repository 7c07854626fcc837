"""What the robots of both worlds share: being made, watched, limited, shown and switched off."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import RLock
from types import FrameType, TracebackType
from typing import Any, Final, NoReturn, Self

from ailab.robot.mistakes import RobotClosed, RobotMisused, RunEnds, UnknownVerb, say, shown
from ailab.robot.shipped import find_world
from ailab.robot.trace import Ended, Outcome, Reading, Trace
from ailab.robot.world import Arena, GridWorld

Locate = Callable[[FrameType], int]
"""From the frame that used a verb to a line of the program; 0 when it is none of its lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a robot works."""

    limit: int = 20_000
    """Commands and readings after which it ends."""
    seconds: float = 3600.0
    """Virtual seconds in an arena."""
    in_run: bool = False
    """Whether a limit takes the program out of its run; otherwise it is told to the learner as an error."""
    locate: Locate | None = None
    source: str = ""


INTERACTIVE: Final = Terms()


class Robot:
    """A robot in a world of cells or in an arena, to be tried out command by command.

    Parameters
    ----------
    world : str, GridWorld or Arena
        Name of a world that ships with ailab, or a world.
    seed : int
        The same seed gives the same noise of sensors and motors.

    Returns
    -------
    GridRobot or ArenaRobot
        Whichever the world needs. Left at the end of a cell, it shows what it did so far.

    Examples
    --------
    >>> with Robot("first_steps") as robot:
    ...     robot.forward(4)
    ...     robot.at_goal()
    True
    """

    _world: GridWorld | Arena

    def __new__(cls, world: Any, seed: int = 0, *, terms: Terms = INTERACTIVE) -> "Robot":  # noqa: ARG004 - __init__ takes them
        """Return the robot that this world needs."""
        if cls is not Robot:
            return super().__new__(cls)
        from ailab.robot.arena_robot import ArenaRobot
        from ailab.robot.grid_robot import GridRobot

        return super().__new__(GridRobot if isinstance(find_world(world), GridWorld) else ArenaRobot)

    def __init__(self, world: Any, seed: int = 0, *, terms: Terms = INTERACTIVE) -> None:
        """Put the robot at its start."""
        if type(seed) is not int:
            raise RobotMisused(say("A seed is a whole number; this is `{given}`. Write `seed=0`.").format(given=shown(seed)))
        self._world = find_world(world)
        self._seed = seed
        self._terms = terms
        self._left = terms.limit
        self._lock = RLock()
        self._closed = False
        self._ended: Ended = "done"
        self._readings: list[tuple[int, str, float | bool | str]] = []

    def __enter__(self) -> Self:
        """Begin a `with` block, at whose end the robot is switched off whatever happened."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop and switch off."""
        self.close()

    def close(self) -> None:
        """Stop and switch the robot off for good; what it did can still be looked at.

        Examples
        --------
        >>> robot = Robot("first_steps")
        >>> robot.close()
        >>> robot.forward()
        Traceback (most recent call last):
        ailab.robot.mistakes.RobotClosed: This robot has been switched off. Make a new one with `Robot(…)`, or run `simulate(…)` again.
        """
        with self._lock:
            self._halt()
            self._closed = True

    @property
    def world(self) -> GridWorld | Arena:
        """The world this robot is in."""
        return self._world

    @property
    def trace(self) -> Trace:
        """What the robot did so far."""
        raise NotImplementedError

    @property
    def outcome(self) -> Outcome:
        """What the world says so far."""
        return self._outcome(self._ended)

    @property
    def commands(self) -> tuple[str, ...]:
        """The commands given so far."""
        raise NotImplementedError

    def _outcome(self, ended: Ended, error: str = "") -> Outcome:
        raise NotImplementedError

    def _halt(self) -> None:
        """Stop whatever moves."""

    def _line(self, frame: FrameType) -> int:
        locate = self._terms.locate
        return locate(frame) if locate else 0

    def _read_so_far(self) -> tuple[Reading, ...]:
        return tuple(Reading(*reading) for reading in self._readings)

    def _spend(self, cost: int = 1) -> None:
        """Count a command or a reading; end what has no end."""
        if self._closed:
            raise RobotClosed
        self._left -= cost
        if self._left < 0:
            self._end("too_long")

    def _end(self, ended: Ended) -> NoReturn:
        self._halt()
        self._ended = ended
        if self._terms.in_run:
            raise RunEnds(ended)
        if ended == "empty":
            raise RobotMisused(say("The battery is empty. Make a new robot with `Robot(…)` and find a shorter way, or a battery."))
        raise RobotMisused(say("This robot has done enough for one day. Make a new one with `Robot(…)`."))

    def __getattr__(self, name: str) -> Any:
        """Tell the learner which verb was meant."""
        if name.startswith("_"):
            raise AttributeError(name)
        raise UnknownVerb(name, type(self).__name__, verbs(type(self)))

    def __repr__(self) -> str:
        """Return the world and what has happened, for a person."""
        return f"{type(self).__name__}({self._world.name!r}, seed={self._seed})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from ailab.lang import reader_language
        from ailab.robot import replay

        return dict(replay.mimebundle(self.trace, self.outcome, reader_language()))


def verbs(kind: type[Robot]) -> tuple[str, ...]:
    """Return the names of all commands and sensors of a kind of robot."""
    own = kind.__mro__[: kind.__mro__.index(Robot)]
    return tuple(sorted(name for each in own for name, value in vars(each).items() if name[0] != "_" and callable(value)))
