"""Visible cases of be_the_machine: the example that was named is the one at the shortest distance."""

from math import dist

from ailab.checks import Case, Misconception, Outcome

EXAMPLES = {"olive_a": (2, 2), "olive_b": (5, 1), "olive_c": (9, 6), "nut_a": (4, 6), "nut_b": (7, 7), "nut_c": (11, 5)}
NEW = {"star": (1, 3), "moon": (3, 7), "drop": (8, 5), "heart": (5, 5), "sun": (7, 2)}


def nearest_to(name):
    return min(EXAMPLES, key=lambda example: dist(EXAMPLES[example], NEW[name]))


def named(answer, name):
    """Return the example that was named, in its box or as a text; None when there is none."""
    boxes = answer.read("nearest").value
    if isinstance(boxes, dict):
        found = [example for example, things in boxes.items() if isinstance(things, list | tuple | set) and name in things]
        return found[0] if len(found) == 1 else None
    value = answer.read(f"near_{name}").value
    return value if isinstance(value, str) and value in EXAMPLES else None


def is_nearest(name):
    """Return a case's question and its judge; an expected value would stand on the screen."""
    return {"ask": lambda answer: Outcome(value=named(answer, name) == nearest_to(name)), "accept": lambda outcome: outcome.value}


def says(name, *examples):
    return lambda answer: named(answer, name) in examples


CASES = (
    Case("star", **is_nearest("star"), label="Your example for the star"),
    Case("moon", **is_nearest("moon"), label="Your example for the moon"),
)


def lies_in_boxes(answer):
    return isinstance(answer.read("nearest").value, dict)


def is_not_laid(answer):
    return lies_in_boxes(answer) and any(named(answer, name) is None for name in NEW)


def says_the_kind(answer):
    return not lies_in_boxes(answer) and any(answer.read(f"near_{name}").value in ("olive", "nut") for name in NEW)


def names_no_example(answer):
    return any(named(answer, name) is None for name in NEW)


def takes_the_farthest(answer):
    return all(named(answer, name) == max(EXAMPLES, key=lambda example: dist(EXAMPLES[example], NEW[name])) for name in ("star", "moon"))


MISCONCEPTIONS = (
    Misconception(
        "is_not_laid",
        is_not_laid,
        "A card lies nowhere yet, or in two boxes. Lay each card into one box.",
    ),
    Misconception(
        "says_the_kind",
        says_the_kind,
        'There are three olives and three nuts. Write which one is nearest, as in `"olive_b"`.',
    ),
    Misconception(
        "names_no_example",
        names_no_example,
        "An answer is empty, or is the name of no example. Write one of the six names, between quotes.",
    ),
    Misconception(
        "takes_the_farthest",
        takes_the_farthest,
        "You took the example that is farthest away. Nearest means: the shortest way.",
    ),
    Misconception(
        "looks_only_up",
        lambda answer: says("moon", "nut_b")(answer) or says("sun", "olive_a")(answer),
        "For the moon or the sun you took an example at the same height, but far to the side. Look up and to the side.",
    ),
    Misconception(
        "looks_only_right",
        lambda answer: says("heart", "olive_b")(answer) or says("sun", "nut_b")(answer),
        "For the heart or the sun you took an example straight above or below, but far away. Look to the side too.",
    ),
    Misconception(
        "follows_the_crowd",
        says("drop", "nut_b", "nut_c"),
        "Most fruits around the drop are nuts. But here the nearest one alone decides: which is it?",
    ),
    Misconception(
        "looks_again",
        lambda answer: True,
        "One example is not the nearest. Measure once more, with a thread or by counting squares.",
    ),
)

LADDER = (
    "Take one new thing only. Which two examples could be the nearest?",
    "Count for both: squares to the side, and squares up or down. The smaller number of squares wins.",
    "On another map, a leaf lies 1 to the side and 2 up from an olive, and 4 to the side from a nut. That is 3 squares against 4: the olive is nearest.",
)
