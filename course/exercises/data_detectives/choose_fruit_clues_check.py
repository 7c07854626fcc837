"""Visible cases of choose_fruit_clues."""

from ailab.checks import Case, Misconception, Outcome

CLUES = {"length", "width", "color", "basket", "stall"}
ENOUGH = 54
"""Nine tenths of the 60 fruits of today."""


def chosen(answer):
    """Return the clues that were chosen; no list means none."""
    clues = answer.read("clues").value
    return list(clues) if isinstance(clues, list | tuple | set) else []


def are_two(answer):
    clues = chosen(answer)
    return Outcome(value=len(clues) == len(set(map(str, clues))) == 2 and set(map(str, clues)) <= CLUES)


def right_today(answer):
    """Ask the notebook's own model how many fruits of today it predicts right with these clues."""
    return answer.call("right_predictions", chosen(answer)) if are_two(answer).value else Outcome(value=0)


def is_enough(outcome):
    return not outcome.error and type(outcome.value) is int and outcome.value >= ENOUGH


CASES = (
    Case("two", are_two, accept=lambda outcome: outcome.value, label="Two different clues"),
    Case("enough", right_today, accept=is_enough, label="At least 54 of 60 fruits are predicted right", weight=2, needs=("two",)),
    # Judged, not compared: an expected value would stand on the screen.
    Case(
        "false_clue",
        lambda answer: Outcome(value=answer.read("false_clue").value == "basket"),
        accept=lambda outcome: outcome.value,
        label="The clue that fools is found",
    ),
)


def holds(*names):
    return lambda answer: set(names) <= set(map(str, chosen(answer)))


def fails_with(*names):
    """Return a recogniser of two clues that are not enough, these among them."""
    return lambda answer: are_two(answer).value and not is_enough(right_today(answer)) and holds(*names)(answer)


def suspects(*names):
    return lambda answer: answer.read("false_clue").value in names


def is_unknown(answer):
    return not set(map(str, chosen(answer))) <= CLUES


MISCONCEPTIONS = (
    Misconception(
        "chooses_nothing",
        lambda answer: not chosen(answer),
        "No clue is chosen yet. Begin with two that you can see on the fruit itself.",
    ),
    Misconception(
        "chooses_unknown",
        is_unknown,
        "There is no such clue. Take two of `length`, `width`, `color`, `basket` and `stall`.",
    ),
    Misconception(
        "chooses_one",
        lambda answer: len(set(map(str, chosen(answer)))) == 1,
        "One clue is not enough. Which second one tells apart what the first one leaves together?",
    ),
    Misconception(
        "chooses_too_many",
        lambda answer: len(chosen(answer)) > 2,
        "These are more than two. A good detective needs few clues: leave those out that tell nothing.",
    ),
    Misconception(
        "believes_the_basket",
        fails_with("basket"),
        "The basket was a good clue yesterday only. Look at the right map: are the kinds still apart?",
    ),
    Misconception(
        "believes_the_stall",
        fails_with("stall"),
        "All kinds of fruit were bought at all stalls. Choose something that belongs to the fruit itself.",
    ),
    Misconception(
        "says_the_same_twice",
        fails_with("length", "color"),
        "Both clues tell olives from the others, and neither tells dates from figs. In what do a date and a fig differ?",
    ),
    Misconception(
        "names_no_false_clue",
        suspects("", None),
        "Your two clues are good. Now try the others too: which one looks perfect on the left map and fails on the right one?",
    ),
    Misconception(
        "suspects_the_stall",
        suspects("stall"),
        "The stall was never a good clue, not even yesterday. Look for one that looked perfect on the left map.",
    ),
    Misconception(
        "suspects_a_measure",
        suspects("length", "width", "color"),
        "This belongs to the fruit itself, and it is nearly the same on both days. Which clue changed overnight?",
    ),
)

LADDER = (
    "Look at the left and the right map. In which places do two kinds lie on top of each other?",
    "The first clue may leave two kinds together. Then the second clue has to tell these two apart.",
    "Melons, oranges and lemons: the size sets the melon apart, and the color tells oranges from lemons. The seller's name helps with none of them.",
)
