"""A robot for a program that runs elsewhere: verbs come in one by one, from somebody who may be lying.

Nothing here trusts what comes in: only known verbs, only plain values of known size, and an end to everything.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

from ailab.robot.mistakes import RobotMisused, RunEnds, say, shown
from ailab.robot.robots import Robot, Terms, verbs
from ailab.robot.run import ARENA_LIMIT, GRID_LIMIT, Run
from ailab.robot.shipped import find_world
from ailab.robot.world import Arena, GridWorld

_MOST_ARGUMENTS: Final = 4
_LONGEST_TEXT: Final = 200
_LARGEST_NUMBER: Final = 1_000_000
_ANSWERS: Final = (bool, int, float, str, type(None))


class EndOfRun(Exception):
    """The run is over: the program is to be ended without blame."""

    ends_run = True


class Partner:
    """A robot in a world, driven by messages."""

    def __init__(self, world: GridWorld | Arena, seed: int, limit: int, seconds: float) -> None:
        """Put a robot at its start."""
        self._robot = Robot(world, seed, terms=Terms(limit=limit, seconds=seconds, in_run=True))
        self.verbs: frozenset[str] = frozenset(verbs(type(self._robot)))
        """What may be asked."""

    def tell(self, verb: str, /, *args: Any, **kwargs: Any) -> Any:
        """Do what one verb says and return its plain answer."""
        if type(verb) is not str or verb not in self.verbs:
            raise RobotMisused(say("This robot has no `{name}`.").format(name=shown(verb)))
        if len(args) + len(kwargs) > _MOST_ARGUMENTS or not all(map(_is_harmless, (*args, *kwargs.values()))):
            raise RobotMisused(say("`{verb}` got something that is no number and no short text.").format(verb=verb))
        try:
            return _plain(getattr(self._robot, verb)(*args, **kwargs))
        except RunEnds:
            raise EndOfRun from None

    def result(self) -> dict[str, Any]:
        """Return what the world says when the program has ended, with its path and commands."""
        trace = self._robot.trace
        self._robot.close()
        return {
            **asdict(self._robot.outcome),
            "path": [list(pose) for pose in zip(trace.x, trace.y, trace.heading, strict=True)],
            "commands": list(self._robot.commands),
        }

    def run(self) -> Run:
        """Return what the robot did, to be drawn."""
        self._robot.close()
        return Run(trace=self._robot.trace, outcome=self._robot.outcome)


def in_world(world: Any, *, seed: int = 0, limit: int | None = None, seconds: float = 120.0) -> Callable[[], Partner]:
    """Return a way to make the robot that a program meets when it is asked from outside.

    Parameters
    ----------
    world : str, GridWorld or Arena
        Name of a world, or a world.
    seed : int
        The same seed gives the same noise.
    limit : int, optional
        Commands and readings after which the run ends.
    seconds : float
        Virtual seconds after which it ends in an arena.

    Returns
    -------
    callable
        Gives a fresh robot at each call, with `verbs`, `tell` and `result`.

    Examples
    --------
    >>> robot = in_world("first_steps")()
    >>> robot.tell("forward", 4)
    >>> robot.tell("at_goal")
    True
    >>> robot.result()["solved"]
    True
    """
    found = find_world(world)
    usual = GRID_LIMIT if isinstance(found, GridWorld) else ARENA_LIMIT

    def start() -> Partner:
        """Return a fresh robot at its start."""
        return Partner(found, seed, usual if limit is None else limit, seconds)

    return start


def _is_harmless(value: Any) -> bool:
    """Say whether this is a plain value of a size that can do no harm; exact types only."""
    if type(value) is str:
        return len(value) <= _LONGEST_TEXT
    if type(value) is int:
        return -_LARGEST_NUMBER <= value <= _LARGEST_NUMBER
    return type(value) in (bool, float)  # what is not a number is told to the learner by the verb


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, _ANSWERS):
        return value
    return value.tolist()
