"""Visible cases of draw_zellij_star."""

from math import cos, dist, radians, sin

from ailab.checks import Case, Misconception, meet
from ailab.robot import in_world

DRAWING = meet("program", in_world("zellij_floor"))
NEAR = 1.0
"""Centimeters: pen strokes that are closer look like one."""


def corners(run):
    """Return the different points at which the robot turned, began or ended."""
    path = run["path"]
    turned = [pose for pose, after in zip(path, path[1:], strict=False) if abs(after[2] - pose[2]) > 1e-6]
    found = []
    for pose in [path[0], *turned, path[-1]]:
        if all(dist(pose[:2], other) > NEAR for other in found):
            found.append(tuple(pose[:2]))
    return found


def center(points):
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def is_symmetric(points, folds):
    """Tell whether the points fall on each other when they are turned by this part of a full turn."""
    middle = center(points)
    return all(any(dist(_turned(point, middle, 360 / folds), other) < NEAR for other in points) for point in points)


def _turned(point, middle, degrees):
    x, y = point[0] - middle[0], point[1] - middle[1]
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return middle[0] + c * x - s * y, middle[1] + s * x + c * y


def has_sixteen(outcome):
    return not outcome.error and len(corners(outcome.value)) >= 16


def is_eight_fold(outcome):
    points = corners(outcome.value)
    return not outcome.error and len(points) >= 8 and is_symmetric(points, 8)


def closes(outcome):
    return not outcome.error and is_closed(outcome.value)


def is_closed(run):
    return dist(run["path"][0][:2], run["path"][-1][:2]) < NEAR


CASES = (
    Case("points", DRAWING, accept=has_sixteen, label="The star has sixteen points or more"),
    Case("eight_fold", DRAWING, accept=is_eight_fold, label="Turned by an eighth, it looks the same"),
    Case("closes", DRAWING, accept=closes, label="The robot ends where it began", needs=("eight_fold",)),
)


def run_of(answer):
    return DRAWING(answer).value


def drives_into_the_wall(answer):
    return run_of(answer)["bumps"] > 0


def draws_the_square_again(answer):
    points = corners(run_of(answer))
    return len(points) == 4 and is_symmetric(points, 4)


def has_no_notches(answer):
    points = corners(run_of(answer))
    return len(points) >= 8 and is_symmetric(points, 8) and is_round(points)


def is_round(points):
    radii = [dist(point, center(points)) for point in points]
    return max(radii) - min(radii) < NEAR


def has_another_number_of_tips(answer):
    points = corners(run_of(answer))
    return (
        is_closed(run_of(answer))
        and any(is_symmetric(points, folds) for folds in (3, 4, 5, 6, 7, 9, 10, 12))
        and not is_symmetric(points, 8)
    )


def turning(run):
    return run["path"][-1][2] - run["path"][0][2]


def stops_before_the_end(answer):
    run = run_of(answer)
    return not is_closed(run) and 0 < abs(turning(run)) < 359


def goes_too_far(answer):
    run = run_of(answer)
    return not is_closed(run) and abs(turning(run)) > 361


def turns_back_as_much(answer):
    run = run_of(answer)
    return not is_closed(run) and abs(turning(run)) < 1


MISCONCEPTIONS = (
    Misconception(
        "drives_into_the_wall",
        drives_into_the_wall,
        "Your star does not fit on the floor: the robot meets the edge. Make the sides shorter.",
    ),
    Misconception(
        "draws_the_square_again",
        draws_the_square_again,
        "The robot draws the same square again and again. After each tip it needs a side that leads to a notch.",
    ),
    Misconception(
        "has_no_notches",
        has_no_notches,
        "Your shape is the same after an eighth of a turn, well seen. Now give it notches: after a tip, turn back a little.",
    ),
    Misconception(
        "has_another_number_of_tips",
        has_another_number_of_tips,
        "A fine star, but it does not have eight tips. How many rounds, and how much of 360 degrees for each?",
    ),
    Misconception(
        "turns_back_as_much",
        turns_back_as_much,
        "At each notch the robot turns back by all it turned before, so it goes along like stairs. Turn back by less.",
    ),
    Misconception(
        "stops_before_the_end",
        stops_before_the_end,
        "The robot has not turned all the way round yet. Count the tips, and what is left over of each two turns.",
    ),
    Misconception(
        "goes_too_far",
        goes_too_far,
        "The robot turns further than once around and misses its start. One tip and one notch together turn it by 360 / 8 degrees.",
    ),
)

LADDER = (
    "Follow the outline in the picture with your finger. What comes after each tip, and how often?",
    "One round of the loop draws one tip and one notch. What is left of its two turns, times the number of rounds, makes 360.",
    "A star with five tips: each round must turn by 360 / 5, that is 72 degrees. With 120 to the right at the tip and 48 to the left at the notch, 72 are left.",
)
