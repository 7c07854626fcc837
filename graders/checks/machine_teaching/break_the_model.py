"""Hidden cases of break_the_model: the counting function on fruits drawn from a seed."""

from math import dist
from random import Random

from ailab.checks import Case, call

EXAMPLES = (
    (22, 14, "olive"),
    (24, 13, "olive"),
    (23, 15, "olive"),
    (21, 13, "olive"),
    (25, 14, "olive"),
    (20, 20, "nut"),
    (22, 22, "nut"),
    (24, 21, "nut"),
    (26, 23, "nut"),
    (27, 22, "nut"),
)
MISTAKEN = {"olive": "nut", "nut": "olive"}


def cases(seed):
    random = Random(seed)
    right, wrong = [_fruit(random, is_right=True) for _ in range(7)], [_fruit(random, is_right=False) for _ in range(4)]
    return (
        Case("some_right", call("count_right", _mixed(random, right[:5] + wrong)), 5, needs=("results",)),
        Case("other_number", call("count_right", _mixed(random, right + wrong[:1])), 7, needs=("results",)),
    )


def _fruit(random, *, is_right):
    length, width = 19 + int(random.random() * 10), 12 + int(random.random() * 13)
    predicted = min(EXAMPLES, key=lambda example: dist(example[:2], (length, width)))[2]
    return [length, width, predicted if is_right else MISTAKEN[predicted]]


def _mixed(random, fruits):
    return sorted(fruits, key=lambda _: random.random())
