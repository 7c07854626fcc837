"""Hidden cases of follow_line: a line turned upside down, and two that are drawn from a seed."""

import math
from dataclasses import replace
from itertools import pairwise
from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world
from ailab.robot.world import Goal, Start, Stripe

SECONDS = 70
ENOUGH = 0.9
STEP, NEAR = 2.0, 5.0
BEND = 15
"""Degrees from one point of a bend to the next."""


def cases(seed):
    random = Random(seed)
    return (
        _case("upside_down", _upside_down(World("line_to_souk"))),
        _case("right_first", _drawn(random, 1)),
        _case("left_first", _drawn(random, -1)),
    )


def _case(name, world):
    return Case(name, meet("program", in_world(world, seconds=SECONDS)), accept=_follows(world), needs=("to_well",))


def _follows(world):
    return lambda outcome: not outcome.error and outcome.value["solved"] and _share(world, outcome.value["path"]) >= ENOUGH


def _share(world, path):
    line = _places(world)
    return sum(any(math.dist(place, pose[:2]) <= NEAR for pose in path) for place in line) / len(line)


def _places(world):
    found = []
    for (x, y), (u, v) in pairwise(world.stripes[0].points):
        count = max(1, round(math.dist((x, y), (u, v)) / STEP))
        found += [(x + (u - x) * part / count, y + (v - y) * part / count) for part in range(count)]
    star = world.goal.path[0]
    return found[: found.index(min(found, key=lambda place: math.dist(place, star)))]


def _upside_down(world):
    """Return the same line with right and left exchanged."""
    height = world.height
    start = Start(world.start.x, height - world.start.y, 180 - world.start.heading)
    points = tuple((x, height - y) for x, y in world.stripes[0].points)
    return replace(world, start=start, stripes=(Stripe(points, 3.0),), goal=replace(world.goal, path=_flipped(world.goal.path, height)))


def _flipped(path, height):
    return tuple((x, height - y) for x, y in path)


def _drawn(random, side):
    """Return a line with a bend to one side, two to the other, and one back, all of drawn sizes."""
    points, heading = [(30.0, 150.0)], 90.0
    for turn in (side, -side, -side, side):
        points.append(_ahead(points[-1], heading, 14 + 8 * random.random()))
        points += _bend(points[-1], heading, turn, 12 + 2 * random.random())
        heading += 90 * turn
    star, end = (_ahead(points[-1], heading, distance) for distance in (28, 40))
    return replace(
        World("line_to_well"),
        width=400.0,
        height=300.0,
        start=Start(30.0, 150.0, 90.0),
        stripes=(Stripe((*points, end), 3.0),),
        goal=Goal(path=(star,), radius=8.0),
    )


def _ahead(point, heading, distance):
    angle = math.radians(heading)
    return round(point[0] + distance * math.sin(angle), 1), round(point[1] - distance * math.cos(angle), 1)


def _bend(point, heading, turn, radius):
    """Return the points of a quarter turn."""
    angle = math.radians(heading)
    middle = (point[0] + turn * radius * math.cos(angle), point[1] + turn * radius * math.sin(angle))
    angles = [math.radians(heading + turn * BEND * part) for part in range(1, 90 // BEND + 1)]
    return [(round(middle[0] - turn * radius * math.cos(now), 1), round(middle[1] - turn * radius * math.sin(now), 1)) for now in angles]
