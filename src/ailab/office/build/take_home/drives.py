"""Robot runs that answers lead to, short enough for a page: where the robot starts, and what it does at each step.

The page moves the robot as it was moved here. It knows no rule of a world: even a wall is told to it.
"""

from itertools import pairwise
from typing import Any

from ailab.activities.stage import scene
from ailab.lang import reader_language
from ailab.robot.run import Run
from ailab.robot.trace import Trace
from ailab.robot.world import GridWorld

NONE = -1


class Drives:
    """Runs in one world, each kept once."""

    def __init__(self) -> None:
        """Begin without any."""
        self.stage: dict[str, Any] = {}
        self._moves: dict[str, int] = {}
        self._last = NONE

    def see(self, shown: object) -> None:
        """Take what an answer cell shows, when it is a run whose steps are moves and turns."""
        self._last = NONE
        if not isinstance(shown, Run) or not isinstance(shown.trace.world, GridWorld):
            return
        moves = moves_of(shown.trace)
        if moves is not None:
            self.stage = self.stage or _stage(shown.trace, shown.trace.world)
            self._last = self._moves.setdefault(moves, len(self._moves))

    def last(self) -> int:
        """Return the number of the run seen last; NONE when there was none."""
        return self._last

    def as_data(self) -> dict[str, Any]:
        """Return stage and runs; nothing when no run was seen."""
        return {"stage": self.stage, "drives": list(self._moves)} if self.stage else {}


def moves_of(trace: Trace) -> str | None:
    """Return a letter for each step: f forward, b bumped or stayed, l and r turned, * where the goal is reached; None when more happens."""
    poses = list(zip(trace.x, trace.y, trace.heading, strict=True))
    letters = [_letter(*before, *after) for before, after in pairwise(poses)]
    if not all(letters) or not {event.kind for event in trace.events} <= {"bump", "goal"}:
        return None
    reached = {event.at for event in trace.events if event.kind == "goal"}
    return "".join(letter + "*" * (number in reached) for number, letter in enumerate(letters, 1))


def _letter(x: float, y: float, heading: float, then_x: float, then_y: float, then_heading: float) -> str:
    match (abs(then_x - x) + abs(then_y - y), then_heading - heading):
        case (0, 0):
            return "b"
        case (1, 0):
            return "f"
        case (0, 90):
            return "r"
        case (0, -90):
            return "l"
    return ""


def _stage(trace: Trace, world: GridWorld) -> dict[str, Any]:
    whole = scene(world, (), None, reader_language())
    kept = ("map", "cell", "robot", "above", "title")
    shapes = {name: whole["shapes"][name] for name in ("bump", "reached") if name in whole["shapes"]}
    return {**{name: whole[name] for name in kept}, "shapes": shapes, "start": [trace.x[0], trace.y[0], trace.heading[0]]}
