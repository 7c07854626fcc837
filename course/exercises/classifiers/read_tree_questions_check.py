"""Visible cases of read_tree_questions."""

from ailab.checks import Case, Misconception, Outcome, behaves_like, gives, read

LEAVES = {"a": (5, 58), "b": (6, 40), "c": (18, 60), "d": (15, 72)}
STATES = {"a": "healthy", "b": "sick", "c": "sick", "d": "healthy"}
BRANCHES = [*LEAVES.values(), (9, 30), (2, 80), (30, 50), (12, 66), (11, 40), (9, 70)]
BORDERS = [(10, 50), (10, 60), (4, 44), (20, 65)]
PROBES = BRANCHES + BORDERS


def are_right(*names):
    """Accept a dictionary that is right for these leaves."""
    return lambda outcome: isinstance(outcome.value, dict) and all(outcome.value.get(name) == STATES[name] for name in names)


def follow(answer):
    outcomes = [answer.call("follow_tree", *leaf) for leaf in LEAVES.values()]
    failed = next((outcome for outcome in outcomes if outcome.error), None)
    return failed or Outcome(value=[outcome.value for outcome in outcomes])


CASES = (
    Case("few_spots", read("predictions"), accept=are_right("a", "b"), label="Your predictions for the leaves a and b"),
    Case("many_spots", read("predictions"), accept=are_right("c", "d"), label="Your predictions for the leaves c and d"),
    Case("function", follow, list(STATES.values()), label="Your function, asked about the same four leaves"),
)


def root_only(spot_percent, length_mm):
    return "healthy" if spot_percent <= 10 else "sick"


def turned_round(spot_percent, length_mm):
    if spot_percent <= 10:
        return "healthy" if length_mm <= 44 else "sick"
    return "healthy" if length_mm <= 65 else "sick"


def branches_swapped(spot_percent, length_mm):
    if spot_percent > 10:
        return "sick" if length_mm <= 44 else "healthy"
    return "sick" if length_mm <= 65 else "healthy"


def lengths_only(border):
    return lambda spot_percent, length_mm: "sick" if length_mm <= border else "healthy"


def measures_swapped(spot_percent, length_mm):
    return right_tree(length_mm, spot_percent)


def right_tree(spot_percent, length_mm):
    border = 44 if spot_percent <= 10 else 65
    return "sick" if length_mm <= border else "healthy"


def is_like(wrong):
    return behaves_like("follow_tree", wrong, PROBES)


def written(wrong):
    return gives(read("predictions"), {name: wrong(*leaf) for name, leaf in LEAVES.items()})


def either(wrong):
    """Recognise a wrong reading in the function, or in the four predictions."""
    in_function, in_predictions = is_like(wrong), written(wrong)
    return lambda answer: in_function(answer) or in_predictions(answer)


def prints_only(answer):
    outcome = answer.call("follow_tree", 5, 58)
    return outcome.value is None and bool(outcome.printed.strip())


def is_strict_somewhere(answer):
    inside = all(answer.call("follow_tree", *leaf).value == right_tree(*leaf) for leaf in BRANCHES)
    return inside and any(answer.call("follow_tree", *leaf).value != right_tree(*leaf) for leaf in BORDERS)


def leaves_out_leaves(answer):
    value = answer.read("predictions").value
    return not isinstance(value, dict) or set(value) != set(LEAVES)


def gives_other_words(answer):
    said = [answer.call("follow_tree", *leaf).value for leaf in BRANCHES]
    value = answer.read("predictions").value
    return any(word not in ("healthy", "sick") for word in [*said, *value.values()])


MISCONCEPTIONS = (
    Misconception(
        "prints_only",
        prints_only,
        "Your function prints the class and gives nothing back. Write `return` in its place.",
    ),
    Misconception(
        "leaves_out_leaves",
        leaves_out_leaves,
        'Your dictionary does not hold exactly the four leaves. Its keys are `"a"`, `"b"`, `"c"` and `"d"`.',
    ),
    Misconception(
        "stops_after_first_question",
        either(root_only),
        "You stopped after the question about spots. Below it stands a second question; only the `class` lines are answers.",
    ),
    Misconception(
        "reads_answers_turned_round",
        either(turned_round),
        "At the second question, sick and healthy have changed places. Look again which class stands below `<=`.",
    ),
    Misconception(
        "swaps_branches",
        either(branches_swapped),
        "The length question of the other branch was asked. Few spots: go on in the upper half; many spots: in the lower half.",
    ),
    Misconception(
        "swaps_measures",
        is_like(measures_swapped),
        "Spots and length have changed places in your function. The first number is `spot_percent`.",
    ),
    Misconception(
        "asks_length_only",
        lambda answer: any(either(lengths_only(border))(answer) for border in (44, 65)),
        "Your answer depends on the length alone. The first question of the tree is about spots.",
    ),
    Misconception(
        "strict_border",
        is_strict_somewhere,
        "A leaf that lies exactly on a border goes the wrong way. `<=` lets equal numbers pass; `<` does not.",
    ),
    Misconception(
        "gives_other_words",
        gives_other_words,
        'A class of the tree is `"healthy"` or `"sick"`, written exactly so. Look at the words you wrote or gave back.',
    ),
)

LADDER = (
    "Put a finger on the top line, and answer one question at a time. Yes leads to the line right below, no to the line with the opposite sign.",
    "Each question of the tree becomes an `if`, and what stands further in below it stays further in. How many ways lead from the top to an answer?",
    "Another tree asks `weight <= 20` and then, below it, `weight <= 5`. With 12 the answers are yes and no, with 20 also: `<=` lets the equal number pass.",
)
