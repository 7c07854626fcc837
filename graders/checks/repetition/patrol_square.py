"""Hidden cases of patrol_square: the same well in a larger yard, begun at another corner."""

from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

STARTS = ((1, 1, ">"), (4, 1, "v"), (4, 4, "<"), (1, 4, "^"))
"""Corners of the path, in a yard that has one more square on each side, and where the robot looks."""


def cases(seed):
    random = Random(seed)
    corner = 1 + int(3 * random.random())
    left, above = int(3 * random.random()), int(3 * random.random())
    patrol = meet("program", in_world(_yard(*STARTS[corner], left, above)))
    ring, corners = _ring(left, above), {(x + left, y + above) for x, y, _ in STARTS}
    return (
        Case(
            "another_corner", patrol, accept=lambda outcome: not outcome.error and _cells(outcome.value) == ring and _is_home(outcome.value)
        ),
        Case("its_corners", patrol, accept=lambda outcome: _painted(outcome.value) == corners, needs=("another_corner",)),
        Case("ready_again", patrol, accept=_is_ready, needs=("another_corner",)),
    )


def _yard(x, y, arrow, left, above):
    rows = [["."] * (6 + left) for _ in range(6 + above)]
    for u, v in ((2, 2), (3, 2), (2, 3), (3, 3)):
        rows[v + above][u + left] = "#"
    rows[y + above][x + left] = arrow
    return World.from_text("\n".join(map("".join, rows)))


def _ring(left, above):
    return {(x + left, y + above) for x in range(1, 5) for y in range(1, 5) if x in (1, 4) or y in (1, 4)}


def _cells(run):
    return {(pose[0], pose[1]) for pose in run["path"]}


def _painted(run):
    return {(pose[0], pose[1]) for pose, verb in zip(run["path"][1:], run["commands"], strict=True) if verb == "paint"}


def _is_home(run):
    return run["path"][0][:2] == run["path"][-1][:2]


def _is_ready(outcome):
    """Accept a robot that looks along its first side again and can begin its next round."""
    path = outcome.value["path"]
    return not outcome.error and _is_home(outcome.value) and (path[-1][2] - path[0][2]) % 360 == 0
