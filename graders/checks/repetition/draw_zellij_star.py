"""Hidden cases of draw_zellij_star: tips and notches, and the same star elsewhere on a larger floor."""

from itertools import pairwise
from math import cos, dist, radians, sin
from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

NEAR = 1.0
EVEN = 0.1
"""Centimeters between the longest and the shortest of equal sides."""


def cases(seed):
    random = Random(seed)
    column, row = (20 + int(8 * random.random()) for _ in range(2))
    rows = ["." * 48 for _ in range(48)]
    rows[row] = "." * column + "^>v<"[int(4 * random.random())] + "." * (47 - column)
    elsewhere = meet("program", in_world(World.from_text("\n".join(rows), kind="arena")))
    return (
        Case("tips_and_notches", elsewhere, accept=has_tips_and_notches, needs=("points", "eight_fold")),
        Case("elsewhere", elsewhere, accept=is_star),
        Case("closes_elsewhere", elsewhere, accept=is_closed_star, needs=("elsewhere",)),
    )


def has_tips_and_notches(outcome):
    points = _corners(outcome.value["path"])
    radii = [dist(point, _center(points)) for point in points]
    return not outcome.error and max(radii) - min(radii) > NEAR and has_equal_sides(outcome.value["path"])


def has_equal_sides(path):
    """Tell whether the robot went equally far from each turn to the next, as the text wants it; rounding is no difference."""
    sides = [side for one, other in pairwise(_turns(path)) if (side := dist(one[:2], other[:2])) > EVEN]
    return max(sides, default=0) - min(sides, default=0) < EVEN


def is_star(outcome):
    points = _corners(outcome.value["path"])
    return not outcome.error and len(points) >= 16 and all(_is_there(_turned(point, _center(points)), points) for point in points)


def is_closed_star(outcome):
    path = outcome.value["path"]
    return is_star(outcome) and dist(path[0][:2], path[-1][:2]) < NEAR


def _turns(path):
    return [pose for pose, after in pairwise(path) if abs(after[2] - pose[2]) > 1e-6]


def _corners(path):
    found = []
    for pose in [path[0], *_turns(path), path[-1]]:
        if not _is_there(pose[:2], found):
            found.append(tuple(pose[:2]))
    return found


def _center(points):
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _is_there(point, points):
    return any(dist(point, other) < NEAR for other in points)


def _turned(point, middle):
    x, y, c, s = point[0] - middle[0], point[1] - middle[1], cos(radians(45)), sin(radians(45))
    return middle[0] + c * x - s * y, middle[1] + s * x + c * y
