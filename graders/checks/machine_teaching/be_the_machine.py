"""Hidden cases of be_the_machine: the three on which a look at the marks would give the example away."""

from math import dist

from ailab.checks import Case, Outcome

EXAMPLES = {"olive_a": (2, 2), "olive_b": (5, 1), "olive_c": (9, 6), "nut_a": (4, 6), "nut_b": (7, 7), "nut_c": (11, 5)}
NEW = {"drop": (8, 5), "heart": (5, 5), "sun": (7, 2)}


def cases(_seed):
    # The map stands in the notebook, so that no seed can change what is nearest.
    return (
        Case("alone_in_the_crowd", _asks_about("drop"), True),
        Case("same_column", _asks_about("heart"), True),
        Case("same_row", _asks_about("sun"), True),
    )


def _asks_about(name):
    nearest = min(EXAMPLES, key=lambda example: dist(EXAMPLES[example], NEW[name]))
    return lambda answer: Outcome(value=_named(answer, name) == nearest)


def _named(answer, name):
    boxes = answer.read("nearest").value
    if isinstance(boxes, dict):
        found = [example for example, things in boxes.items() if isinstance(things, list | tuple | set) and name in things]
        return found[0] if len(found) == 1 else None
    return answer.read(f"near_{name}").value
