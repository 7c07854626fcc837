"""Hidden cases of repair_training_data: an exam of forty fruits, ten of each group, drawn from a seed.

With an example of every group, at least eight fruits of each group are right in every draw; a group
without one gets none right. So it never depends on the seed which side of 0.85 a choice falls.
"""

from math import dist
from random import Random

from ailab.checks import Case, Outcome

TRAY = {
    "olive_a": (22, 13),
    "olive_b": (23, 12),
    "olive_c": (24, 14),
    "olive_d": (23, 14),
    "olive_e": (22, 20),
    "olive_f": (23, 20),
    "olive_g": (23, 19),
    "nut_a": (20, 21),
    "nut_b": (20, 22),
    "nut_c": (19, 22),
    "nut_d": (26, 22),
    "nut_e": (26, 23),
    "nut_f": (27, 22),
    "nut_g": (27, 23),
    "nut_h": (25, 23),
}
GROUPS = (("olive", 23, 13), ("olive", 22.5, 20), ("nut", 20, 21.5), ("nut", 26, 22.5))
AROUND = 0.8
EACH = 10
ENOUGH = 0.85
DONE = ("balanced", "no_pebble")


def cases(seed):
    random = Random(seed)
    exam = [[_fruit(random, *group) for _ in range(EACH)] for group in GROUPS]
    return (
        Case("exam", _asks(exam), accept=lambda outcome: sum(outcome.value) >= ENOUGH * EACH * len(GROUPS), weight=3, needs=DONE),
        Case("every_group", _asks(exam), accept=lambda outcome: min(outcome.value) >= EACH / 2, needs=(*DONE, "exam")),
    )


def _fruit(random, kind, length, width):
    # Rounded early, so that no machine sees another fruit.
    return kind, round(length + AROUND * (2 * random.random() - 1), 1), round(width + AROUND * (2 * random.random() - 1), 1)


def _asks(exam):
    """Ask how many of each group are predicted right by the nearest of the chosen examples."""

    def ask(answer):
        value = answer.read("chosen").value
        names = [name for name in value if name in TRAY] if isinstance(value, list | tuple | set) else []
        return Outcome(value=[sum(bool(names) and _predicted(names, *fruit[1:]) == fruit[0] for fruit in group) for group in exam])

    return ask


def _predicted(names, length, width):
    # Sorted: a set has no order, and two examples may be equally near.
    return min(sorted(names), key=lambda name: dist(TRAY[name], (length, width))).split("_")[0]
