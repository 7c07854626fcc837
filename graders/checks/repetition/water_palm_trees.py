"""Hidden cases of water_palm_trees: the same row in other gardens."""

from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world


def cases(seed):
    random = Random(seed)
    down, left = _row("v", random), _row("<", random)
    return (
        Case("clean", meet("program", in_world("six_palms")), accept=is_clean, needs=("watered",)),
        Case("garden_down", meet("program", in_world(down)), accept=is_watered),
        Case("garden_left", meet("program", in_world(left)), accept=is_watered),
    )


def is_watered(outcome):
    return not outcome.error and outcome.value["solved"]


def is_clean(outcome):
    """Accept no drop beside a palm."""
    run = outcome.value
    poured = [pose[0] for pose, verb in zip(run["path"][1:], run["commands"], strict=True) if verb == "water"]
    return not outcome.error and poured == [2, 3, 4, 5, 6, 7]


def _row(start, random):
    """Return six palms in a row that ends at a wall, with free squares before and beside it."""
    before, above, below = (1 + int(3 * random.random()) for _ in range(3))
    row = "." * before + start + "pppppp"
    rows = ["." * len(row)] * above + [row] + ["." * len(row)] * below
    turned = [each[::-1] for each in rows] if start == "<" else map("".join, zip(*rows, strict=True))
    return World.from_text("\n".join(turned))
