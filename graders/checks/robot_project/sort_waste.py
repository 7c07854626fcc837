"""Hidden cases of sort_waste: three other belts with the same mixture of things, old metal and hard peels among them."""

from random import Random

from ailab.checks import Case, Outcome

MIXTURE = (
    (90, 6, "metal"),
    (87, 4, "metal"),
    (31, 7, "metal"),
    (31, 9, "metal"),
    (66, 46, "plastic"),
    (59, 46, "plastic"),
    (49, 89, "plastic"),
    (26, 72, "peels"),
    (25, 70, "peels"),
    (13, 30, "peels"),
)
WIDEST = 2
ENOUGH = 8


def cases(seed):
    random = Random(seed)
    return tuple(_case(name, random) for name in ("morning", "noon", "evening"))


def _case(name, random):
    belt = [(_near(shine, random), _near(softness, random), kind) for shine, softness, kind in MIXTURE]

    def ask(answer):
        return Outcome(value=sum(answer.call("sort_waste", shine, softness).value == kind for shine, softness, kind in belt))

    return Case(name, ask, accept=lambda outcome: outcome.value >= ENOUGH, needs=("examples", "fair", "belt"))


def _near(number, random):
    return number - WIDEST + int((2 * WIDEST + 1) * random.random())
