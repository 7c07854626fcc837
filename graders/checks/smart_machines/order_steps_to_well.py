"""Hidden cases of order_steps_to_well: the same yard without a wall around it, turned another way."""

from random import Random

from ailab.checks import Case, meet
from ailab.robot import World, in_world

MAP = (">....", ".#.#.", ".#.#.", "....G")
TURNED = {">": "v", "v": "<", "<": "^", "^": ">"}


def cases(seed):
    random = Random(seed)
    elsewhere = meet("program", in_world(_yard(quarters=1 + int(3 * random.random()), margin=2 + int(2 * random.random()))))
    return (
        Case("turned_yard", elsewhere, accept=_arrives, needs=("arrives", "short")),
        Case("no_bump", meet("program", in_world(_walled())), accept=_is_clean, needs=("arrives", "short")),
    )


def _arrives(outcome):
    return not outcome.error and outcome.value["solved"]


def _is_clean(outcome):
    return _arrives(outcome) and not outcome.value["bumps"]


def _yard(quarters, margin):
    width = len(MAP[0]) + 2 * margin
    side = "." * margin
    rows = ["." * width] * margin + [side + row + side for row in MAP] + ["." * width] * margin
    for _ in range(quarters):
        rows = ["".join(TURNED.get(letter, letter) for letter in column) for column in zip(*reversed(rows), strict=True)]
    return World.from_text("\n".join(rows))


def _walled():
    return World.from_text("\n".join(("#######", *(f"#{row}#" for row in MAP), "#######")))
