"""Visible cases of break_the_model."""

from ailab.checks import Case, Misconception, call, gives, read

RIGHT = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": 5}
EACH = 5
ROUND = [[22, 19, "olive"], [21, 19, "olive"], [23, 20, "olive"], [23, 16, "olive"], [22, 20, "olive"]]
ALL_ROUND = call("count_right", ROUND)


def counts(answer):
    """Return the numbers of the groups; what is no number is None."""
    results = answer.read("results").value
    found = results if isinstance(results, dict) else {}
    return {name: found.get(name) if type(found.get(name)) in (int, float) else None for name in RIGHT}


def is_counted(outcome):
    return isinstance(outcome.value, dict) and all(
        type(outcome.value.get(name)) in (int, float) and outcome.value[name] == count for name, count in RIGHT.items()
    )


CASES = (
    Case("results", read("results"), accept=is_counted, label="The right predictions of each group", weight=2),
    Case(
        "weak_group",
        read("weak_group"),
        accept=lambda outcome: outcome.value == "round_olives",
        label="The group that the model fails",
        weight=2,
    ),
    Case("reason", read("reason"), accept=lambda outcome: outcome.value == "no_examples", label="Why it fails there", weight=2),
)


def is_unfinished(answer):
    return any(count is None for count in counts(answer).values())


def counts_every_fruit(answer):
    return all(count == EACH for count in counts(answer).values())


def counts_mistakes(answer):
    return all(count == EACH - RIGHT[name] for name, count in counts(answer).items())


def counts_olives(answer):
    # A name in the place of the prediction: one of the two kinds counts, whatever was predicted.
    return sorted(counts(answer).values()) == [0, 0, EACH, EACH]


def stops_at_once(answer):
    return max(counts(answer).values()) <= 1


def gives_shares(answer):
    return all(count <= 1 for count in counts(answer).values()) and any(0 < count < 1 for count in counts(answer).values())


def is_miscounted(answer):
    return any(count != RIGHT[name] for name, count in counts(answer).items())


MISCONCEPTIONS = (
    Misconception(
        "gives_nothing_back",
        lambda answer: not ALL_ROUND(answer).error and ALL_ROUND(answer).value is None,
        "Your function gives nothing back. Let it end with `return` and the number.",
    ),
    Misconception(
        "is_unfinished",
        is_unfinished,
        "A group has no number yet. Count the right predictions of all four groups.",
    ),
    Misconception(
        "counts_every_fruit",
        counts_every_fruit,
        "You counted every fruit. Count only those whose prediction is the same as their name.",
    ),
    Misconception(
        "counts_mistakes",
        counts_mistakes,
        "You counted the wrong predictions. Count the right ones.",
    ),
    Misconception(
        "counts_one_kind",
        counts_olives,
        "You counted all fruits of one kind. Compare what the model predicts with the name of this fruit.",
    ),
    Misconception(
        "gives_shares",
        gives_shares,
        "Your numbers are parts of 1. Here we want whole numbers: how many of the five?",
    ),
    Misconception(
        "stops_at_once",
        stops_at_once,
        "Your loop ends at the first fruit. `return` belongs after the loop, level with `for`.",
    ),
    Misconception(
        "miscounts",
        is_miscounted,
        "The number of a group is not right. Count its right predictions once more.",
    ),
    Misconception(
        "is_content",
        gives(read("weak_group"), "none"),
        "15 of 20 hides something. Look at the four groups one by one.",
    ),
    Misconception(
        "takes_one_mistake",
        gives(read("weak_group"), "small_nuts"),
        "In this group one prediction is wrong. In another group nearly all are wrong.",
    ),
    Misconception(
        "takes_the_best",
        lambda answer: answer.read("weak_group").value in ("long_olives", "large_nuts"),
        "In this group every prediction is right. Look for the group with the fewest.",
    ),
    Misconception(
        "has_no_group",
        lambda answer: answer.read("weak_group").value != "round_olives",
        "Your group is still missing. Choose the one with the fewest right predictions.",
    ),
    Misconception(
        "thinks_of_a_human",
        gives(read("reason"), "tired"),
        "A model is never tired: it measures and compares. What was it given, and what not?",
    ),
    Misconception(
        "blames_the_fruits",
        gives(read("reason"), "strange"),
        "The fruits are good as they are. Ask what the model was given.",
    ),
    Misconception(
        "thinks_of_luck",
        gives(read("reason"), "luck"),
        "The same examples always give the same prediction. Look for something that is missing among them.",
    ),
    Misconception(
        "has_no_reason",
        lambda answer: answer.read("reason").value != "no_examples",
        "The reason is still missing. Choose one of the four.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Is it about a number, about the group, or about the reason?",
    "A prediction is right when it is the same as the name of the fruit. Count these in one group, then in the next one.",
    "Another model was given many big dogs and many cats. It fails small dogs: none were among its examples.",
)
