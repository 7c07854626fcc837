"""Visible cases of sort_waste."""

from ailab.checks import Case, Misconception, Outcome

KINDS = ("metal", "plastic", "peels")
ENOUGH, LEAST, OF_EACH = 8, 9, 2
BELT = (
    (90, 8, "metal"),
    (64, 44, "plastic"),
    (26, 72, "peels"),
    (31, 9, "metal"),
    (47, 88, "plastic"),
    (13, 30, "peels"),
    (86, 3, "metal"),
    (58, 47, "plastic"),
    (29, 5, "metal"),
    (24, 70, "peels"),
)
KNOWN = {
    (88, 6): "metal",
    (92, 4): "metal",
    (34, 6): "metal",
    (28, 10): "metal",
    (70, 46): "plastic",
    (62, 52): "plastic",
    (54, 38): "plastic",
    (50, 90): "plastic",
    (22, 76): "peels",
    (30, 66): "peels",
    (14, 34): "peels",
    (10, 24): "peels",
}
"""The things that were measured on the table."""
UNUSUAL = (3, 4, 5, 8)
"""Places on the belt of what differs from its kind: old metal, the bag, hard peels."""


def is_row(row):
    return isinstance(row, list | tuple) and len(row) == 3 and all(type(number) in (int, float) for number in row[:2])


def rows(answer):
    """Return the examples, or None when something else stands there."""
    examples = answer.read("examples").value
    fits = isinstance(examples, list | tuple) and all(map(is_row, examples))
    return [tuple(row) for row in examples] if fits else None


def count(examples, kind):
    return sum(row[2] == kind for row in examples)


def are_enough(answer):
    examples = set(rows(answer) or ())
    known = all(row[2] in KINDS for row in examples)
    return Outcome(value=known and len(examples) >= LEAST and all(count(examples, kind) >= OF_EACH for kind in KINDS))


def are_fair(answer):
    return Outcome(value=not {row[:2] for row in rows(answer) or ()} & {row[:2] for row in BELT})


def sorted_belt(answer):
    return [answer.call("sort_waste", shine, softness).value for shine, softness, _ in BELT]


def right_places(answer):
    return [place for place, (found, row) in enumerate(zip(sorted_belt(answer), BELT, strict=True)) if found == row[2]]


CASES = (
    Case("examples", are_enough, True, label="At least nine examples, two or more of each kind"),
    Case(
        "belt",
        lambda answer: Outcome(value=len(right_places(answer))),
        accept=lambda outcome: outcome.value >= ENOUGH,
        label="Of ten things on the belt, at least eight are right",
        weight=2,
        needs=("examples", "fair"),
    ),
    Case("fair", are_fair, True, label="No thing of the belt stands in the examples", needs=("examples",)),
)


def other_kinds(answer):
    return any(row[2] not in KINDS for row in rows(answer))


def too_few_of_a_kind(answer):
    return any(count(rows(answer), kind) < OF_EACH for kind in KINDS)


def wrong_bin(answer):
    return any(KNOWN.get(row[:2], row[2]) != row[2] for row in rows(answer))


def swaps_numbers(answer):
    return sum((row[1], row[0]) in KNOWN and row[:2] not in KNOWN for row in rows(answer)) >= OF_EACH


def all_are(condition):
    return lambda answer: all(map(condition, sorted_belt(answer)))


def asks_the_wrong_way(answer):
    """Recognise a sorter that is given the two numbers in the other order."""
    examples = rows(answer)

    def nearest(shine, softness):
        return min(examples, key=lambda row: abs(row[0] - shine) + abs(row[1] - softness))[2]

    return sorted_belt(answer) == [nearest(softness, shine) for shine, softness, _ in BELT]


def misses_unusual_things(answer):
    return set(range(len(BELT))) - set(right_places(answer)) <= set(UNUSUAL)


MISCONCEPTIONS = (
    Misconception(
        "are_no_rows",
        lambda answer: rows(answer) is None,
        'An example is not a row of two numbers and a kind. It looks like this: `[88, 6, "metal"]`.',
    ),
    Misconception(
        "other_kinds",
        other_kinds,
        'A kind is written in another way. There are `"metal"`, `"plastic"` and `"peels"`.',
    ),
    Misconception(
        "copies_the_belt",
        lambda answer: not are_fair(answer).value,
        "A thing from the belt stands in your examples. The belt is the test: the model must not be given its answers.",
    ),
    Misconception(
        "wrong_bin",
        wrong_bin,
        "An example lies in the wrong bin, and the robot follows it. Look at each one again: what is it made of?",
    ),
    Misconception(
        "swaps_numbers",
        swaps_numbers,
        "In your rows the two numbers have changed places. First comes how much it shines, then how soft it is.",
    ),
    Misconception(
        "too_few_of_a_kind",
        too_few_of_a_kind,
        "A kind has only one example, or none. What the model was never given, it cannot predict.",
    ),
    Misconception(
        "too_few",
        lambda answer: not are_enough(answer).value,
        "Your examples are good, but too few. Give the model at least nine different ones.",
    ),
    Misconception(
        "gives_nothing_back",
        all_are(lambda found: found is None),
        "Your function gives nothing back. Put `return` before what it found.",
    ),
    Misconception(
        "gives_the_whole_row",
        all_are(is_row),
        "Your function gives back the whole example. Only its kind is wanted: which place has it in the row?",
    ),
    Misconception(
        "gives_a_number",
        all_are(lambda found: type(found) in (int, float)),
        "Your function gives back a number of the example. The kind stands at another place: the first place is 0.",
    ),
    Misconception(
        "always_the_same",
        lambda answer: len(set(map(str, sorted_belt(answer)))) == 1,
        "Each thing lands in the same bin. Does your function look at the two numbers that it is given?",
    ),
    Misconception(
        "asks_the_wrong_way",
        asks_the_wrong_way,
        "Your function hands the two numbers on in the wrong order. First comes `shine`, then `softness`.",
    ),
    Misconception(
        "misses_unusual_things",
        misses_unusual_things,
        "Usual things are right, unusual ones are wrong: a rusty can, a bag, a hard shell. Give the model such examples too.",
    ),
    Misconception(
        "sorts_badly",
        lambda answer: True,
        "Many things land in the wrong bin. Which kind is wrong, and which examples lie nearest to it?",
    ),
)

LADDER = (
    "Which thing on the belt is wrong? Look for the example that is most similar to it.",
    "A model is as good as its examples. Choose some that differ from each other, and as many of one kind as of another.",
    "Another model tells olives from dates, and was given green olives only. A black olive lies nearest to a date, so it needs a black olive as an example.",
)
