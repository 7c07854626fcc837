"""Hidden cases of draw_zellij_star: tips and notches, and the same star elsewhere on a larger floor."""

from itertools import pairwise
from math import cos, dist, radians, sin
from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

NEAR = 1.0


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
    return not outcome.error and max(radii) - min(radii) > NEAR


def is_star(outcome):
    points = _corners(outcome.value["path"])
    return not outcome.error and len(points) >= 16 and all(_is_there(_turned(point, _center(points)), points) for point in points)


def is_closed_star(outcome):
    path = outcome.value["path"]
    return is_star(outcome) and dist(path[0][:2], path[-1][:2]) < NEAR


def _corners(path):
    turned = [pose for pose, after in pairwise(path) if abs(after[2] - pose[2]) > 1e-6]
    found = []
    for pose in [path[0], *turned, path[-1]]:
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
