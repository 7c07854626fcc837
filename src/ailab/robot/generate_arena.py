"""Arenas from a seed: the same seed gives the same floor everywhere, and a way to drive it."""

import math
from random import Random
from typing import Final

from ailab.robot.arena import rounded
from ailab.robot.generate import dice
from ailab.robot.mistakes import whole_number
from ailab.robot.reach import in_reach
from ailab.robot.sound import is_free
from ailab.robot.world import Arena, Box, Goal, Noise, Point, Start, Stripe

_SIDE: Final = 240.0
_TRIES: Final = 200


def arena_yard(seed: int, boxes: int = 8) -> Arena:
    """Return a yard with boxes in the way from the start to the goal at the opposite corner.

    Parameters
    ----------
    seed : int
        The same seed gives the same yard.
    boxes : int
        How many, 0 to 20.

    Returns
    -------
    Arena
        With a little noise in the distance sensor.

    Examples
    --------
    >>> len(arena_yard(2, boxes=5).boxes)
    5
    """
    random = dice("arena_yard", seed)
    count = whole_number("arena_yard", boxes, 0, 20)
    start, goal = Start(30.0, 30.0, 90.0), (_SIDE - 30.0, _SIDE - 30.0)
    for _ in range(_TRIES):
        world = _yard(start, goal, _boxes(random, count, start, goal))
        if in_reach(world, goal, 5.0):
            break
    return world


def _boxes(random: Random, count: int, start: Start, goal: Point) -> tuple[Box, ...]:
    laid: list[Box] = []
    while len(laid) < count:
        box = _box(random)
        if _leaves_room(box, start, goal):
            laid.append(box)
    return tuple(laid)


def _yard(start: Start, goal: Point, boxes: tuple[Box, ...]) -> Arena:
    return Arena(
        name="arena_yard",
        title="A yard",
        width=_SIDE,
        height=_SIDE,
        start=start,
        boxes=boxes,
        goal=Goal(path=(goal,), radius=15.0),
        noise=Noise(distance=0.5),
    )


def _box(random: Random) -> Box:
    width, height = (10 + 5 * int(random.random() * 4) for _ in range(2))
    return Box(float(int(random.random() * (_SIDE - width))), float(int(random.random() * (_SIDE - height))), float(width), float(height))


def _leaves_room(box: Box, start: Start, goal: Point) -> bool:
    """Say whether the robot has room to turn at both ends."""
    alone = Arena(name="alone", width=_SIDE, height=_SIDE, start=start, boxes=(box,))
    return is_free(alone, (start.x, start.y), 25.0) and is_free(alone, goal, 20.0)


def line_track(seed: int) -> Arena:
    """Return a closed line on the floor, with the robot on it.

    Parameters
    ----------
    seed : int
        The same seed gives the same line.

    Returns
    -------
    Arena
        Its line never comes near to itself, and its bends are wide enough to follow.

    Examples
    --------
    >>> world = line_track(4)
    >>> world.stripes[0].points[0] == world.stripes[0].points[-1]
    True
    """
    random = dice("line_track", seed)
    # A circle with three gentle waves: as many bumps as the number says, of a size and beginning that are drawn.
    waves = [(number, 0.05 + random.random() * 0.3 / number**1.5, 360 * random.random()) for number in (2, 3, 4)]
    points = [_on_track(10 * step, waves) for step in range(36)]
    # The middle of a piece lies on the line exactly, and its direction is known.
    (x0, y0), (x1, y1) = points[0], points[1]
    heading = rounded(math.degrees(math.atan2(x1 - x0, y0 - y1)) % 360)
    return Arena(
        name="line_track",
        title="A line to follow",
        width=280.0,
        height=280.0,
        start=Start(rounded((x0 + x1) / 2), rounded((y0 + y1) / 2), heading),
        stripes=(Stripe((*points, points[0]), 3.0),),
    )


def _on_track(angle: float, waves: list[tuple[int, float, float]]) -> Point:
    radius = 75 * (1 + sum(size * math.cos(math.radians(number * angle + begin)) for number, size, begin in waves))
    # One decimal: what is left of the cosine's last digits on any platform.
    return round(140 + radius * math.sin(math.radians(angle)), 1), round(140 - radius * math.cos(math.radians(angle)), 1)
