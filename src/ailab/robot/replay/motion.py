"""How a run plays: how long it takes, and the few poses that a picture needs to show it truly."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ailab.robot.trace import Trace
from ailab.robot.world import GridWorld

CELL: Final = 80
"""Units of the picture a cell."""
CENTIMETER: Final = 4
"""Units of the picture a centimeter: whole units are a quarter of a centimeter, which nobody sees."""
PAUSE_S: Final = 2.5
"""The end is shown so long before a picture plays again."""
REPEATS: Final = 3
"""A picture plays so often and then rests: a page of them shall not move for ever, nor warm an old machine."""

_STEP_S, _LONGEST_GRID_S, _LONGEST_ARENA_S = 0.4, 20.0, 12.0
_SLACK_UNITS, _SLACK_DEGREES = 1.0, 2.0
_MOST_KEYS: Final = 300
"""A long drive is drawn less finely; a way through cells never is, lest it lead through walls."""


class Key(NamedTuple):
    """A pose of the picture: when, as a share of the run, and where, in units."""

    share: float
    x: int
    y: int


class Turn(NamedTuple):
    """A heading of the picture, in whole degrees."""

    share: float
    heading: int


def seconds(trace: Trace) -> float:
    """Return how long the picture of a run plays, without its pause."""
    last = trace.time[-1] - trace.time[0]
    if isinstance(trace.world, GridWorld):
        return round(min(last * _STEP_S, _LONGEST_GRID_S), 2)
    return round(min(last, _LONGEST_ARENA_S), 2)


def units(trace: Trace) -> tuple[float, float]:
    """Return units per length of the world, and what is added: a grid pose stands in the middle of its cell."""
    return (CELL, CELL / 2) if isinstance(trace.world, GridWorld) else (CENTIMETER, 0.0)


def path(trace: Trace) -> tuple[Key, ...]:
    """Return the places between which straight lines show the whole path, at most a few units off."""
    scale, shift = units(trace)
    last = max(len(trace.x) - 1, 1)
    kept = _kept(trace, trace.x, trace.y, _SLACK_UNITS / scale)
    return tuple(Key(at / last, round(trace.x[at] * scale + shift), round(trace.y[at] * scale + shift)) for at in kept)


def turns(trace: Trace) -> tuple[Turn, ...]:
    """Return the headings between which even turning shows the whole run, at most a few degrees off."""
    last = max(len(trace.heading) - 1, 1)
    kept = _kept(trace, trace.heading, trace.heading, _SLACK_DEGREES)
    return tuple(Turn(at / last, round(trace.heading[at])) for at in kept)


def _kept(trace: Trace, xs: Sequence[float], ys: Sequence[float], slack: float) -> list[int]:
    kept = thin(xs, ys, slack)
    while len(kept) > _MOST_KEYS and not isinstance(trace.world, GridWorld):
        slack *= 2
        kept = thin(xs, ys, slack)
    return kept


def thin(xs: Sequence[float], ys: Sequence[float], slack: float) -> list[int]:
    """Return the indexes to keep so that straight lines between them miss no point by more than `slack`.

    One pass: from the last kept point, the slopes that pass every later point closely enough form a wedge,
    which narrows until a point lies outside of it. Poses are evenly spaced in time.
    """
    kept, start, last = [0], 0, len(xs) - 1
    infinity = float("inf")
    x0, y0, low_x, high_x, low_y, high_y = xs[0], ys[0], -infinity, infinity, -infinity, infinity
    for at in range(1, last + 1):
        steps = at - start
        to_x, to_y, room = (xs[at] - x0) / steps, (ys[at] - y0) / steps, slack / steps
        if not (low_x <= to_x <= high_x and low_y <= to_y <= high_y):
            start = at - 1
            kept.append(start)
            x0, y0 = xs[start], ys[start]
            to_x, to_y, room = xs[at] - x0, ys[at] - y0, slack
            low_x, high_x, low_y, high_y = to_x - room, to_x + room, to_y - room, to_y + room
            continue
        if to_x - room > low_x:
            low_x = to_x - room
        if to_x + room < high_x:
            high_x = to_x + room
        if to_y - room > low_y:
            low_y = to_y - room
        if to_y + room < high_y:
            high_y = to_y + room
    if last:
        kept.append(last)
    return kept
