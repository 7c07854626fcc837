"""From what happened to what it amounts to: traces and outcomes of both engines."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ailab.robot.arena import RADIAN, SENSOR_AHEAD, STEP_S, TURN, ArenaEngine, read_off, rounded
from ailab.robot.floor import Floor
from ailab.robot.grid import GridEngine
from ailab.robot.trace import Ended, Outcome, Reading, Trace
from ailab.robot.world import Arena

_SQUARE: Final = 10.0
"""Centimeters; squares of this size count as visited."""
_FASTEST_CHANGE: Final = 4 * TURN
"""Degrees: from turning left at full speed to turning right, from one pose to the next."""


def grid_trace(engine: GridEngine, readings: Sequence[Reading], *, seed: int, source: str = "", lines: bool = False) -> Trace:
    """Return what happened in a grid world, one pose a command."""
    at, heading, command, line = zip(*engine.poses, strict=True)
    cells = [engine.cell(number) for number in at]
    return Trace(
        world=engine.world,
        seed=seed,
        time=tuple(range(len(at))),
        x=tuple(x for x, _ in cells),
        y=tuple(y for _, y in cells),
        heading=heading,
        command=command,
        line=line if lines else (),
        events=tuple(engine.events),
        readings=tuple(readings),
        source=source,
    )


def arena_trace(engine: ArenaEngine, readings: Sequence[Reading], *, seed: int, source: str = "", lines: bool = False) -> Trace:
    """Return what happened in an arena, one pose every 0.05 s."""
    x, y, heading, line = zip(*engine.poses, strict=True)
    # A program may be stopped in the middle of a step: what happened there has no pose.
    happened = tuple(event for event in engine.events if event.at < len(x))
    return Trace(
        world=engine.world,
        seed=seed,
        time=tuple(rounded(step * STEP_S) for step in range(len(x))),
        x=x,
        y=y,
        heading=heading,
        line=line if lines else (),
        events=happened,
        readings=tuple(readings),
        source=source,
    )


def grid_outcome(engine: GridEngine, *, ended: Ended, error: str = "") -> Outcome:
    """Return what the grid world says at the end."""
    missing = engine.missing()
    return Outcome(
        ended=ended,
        solved=missing == 0,
        moves=engine.moves,
        commands=len(engine.poses) - 1,
        bumps=engine.bumps,
        visited=len({pose[0] for pose in engine.poses}),
        distance=engine.moves,
        energy=engine.moves,
        smoothness=1.0,
        missing=missing,
        line_share=0.0,
        error=error,
    )


def arena_outcome(engine: ArenaEngine, *, ended: Ended, commands: int, error: str = "") -> Outcome:
    """Return what the arena says at the end."""
    missing = int(engine.world.goal is not None and not engine.reached)
    poses = engine.poses
    return Outcome(
        ended=ended,
        solved=missing == 0,
        moves=engine.moves,
        commands=commands,
        bumps=engine.bumps,
        visited=len({(int(x / _SQUARE), int(y / _SQUARE)) for x, y, _, _ in poses}),
        distance=read_off(sum(math.dist(a[:2], b[:2]) for a, b in pairwise(poses))),
        energy=read_off(engine.energy),
        smoothness=_smoothness([pose[2] for pose in poses]),
        missing=missing,
        line_share=_line_share(engine.world, engine.floor, poses),
        error=error,
    )


def _smoothness(headings: Sequence[float]) -> float:
    turns = [b - a for a, b in pairwise(headings)]
    changes = [abs(b - a) for a, b in pairwise(turns)]
    return rounded(1 - sum(changes) / len(changes) / _FASTEST_CHANGE) if changes else 1.0


def _line_share(world: Arena, floor: Floor, poses: Sequence[tuple[float, float, float, int]]) -> float:
    if not world.stripes:
        return 0.0
    over = sum(
        floor.stripe(x + SENSOR_AHEAD * math.sin(heading * RADIAN), y - SENSOR_AHEAD * math.cos(heading * RADIAN)) != ""
        for x, y, heading, _ in poses
    )
    return rounded(over / len(poses))
