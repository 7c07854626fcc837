"""Hidden cases of repair_lost_robot: the same way in a third town, drawn from a seed."""

from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

LANE = ((0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 2), (4, 2), (5, 2), (5, 3), (5, 4), (6, 4), (7, 4))
DEAD_ENDS = ((4, 0), (2, 2), (3, 3), (6, 2), (4, 4))
"""Free squares beside the way: who counts on a wall there goes too far."""
FAR_AWAY = ((0, 3), (1, 3), (1, 4), (7, 0), (7, 1))
"""Free squares that no way leads to: a town looks different each time."""
TURNED = {">": "v", "v": "<", "<": "^", "^": ">"}


def cases(seed):
    random = Random(seed)
    third = meet("program", in_world(_town(random)))
    return (
        Case("third_town", third, accept=_arrives, weight=2, needs=("first_town", "second_town")),
        Case("no_bump", third, accept=_is_clean, needs=("third_town",)),
    )


def _arrives(outcome):
    return not outcome.error and outcome.value["solved"]


def _is_clean(outcome):
    return _arrives(outcome) and not outcome.value["bumps"]


def _town(random):
    """Return a town with the same lane, turned another way."""
    rows = [["#"] * 10 for _ in range(7)]
    for x, y in (*LANE, *DEAD_ENDS, *(court for court in FAR_AWAY if random.random() < 0.5)):
        rows[y + 1][x + 1] = "."
    (x, y), (u, v) = LANE[0], LANE[-1]
    rows[y + 1][x + 1], rows[v + 1][u + 1] = ">", "G"
    for _ in range(1 + int(3 * random.random())):
        rows = [[TURNED.get(letter, letter) for letter in column] for column in zip(*reversed(rows), strict=True)]
    return World.from_text("\n".join(map("".join, rows)))
