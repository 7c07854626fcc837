"""Visible cases of choose_metric_for_sick_trees."""

from dataclasses import replace

from ailab.checks import Case, Misconception, Outcome, gives, read

SICK = (22, 38, 46, 47, 48, 52, 55, 57, 61, 63, 66, 69, 72, 74, 78, 81, 85, 88, 91, 94)
# The highest of the sixty scores of healthy trees; the others lie below 31.
HEALTHY_IN_DOUBT = (31, 32, 33, 34, 35, 36, 36, 37, 41, 44, 47, 51, 54, 58, 63, 67, 72)


def visited(scores):
    """Ask how many of these trees the learner's threshold sends a visitor to."""

    def ask(answer):
        outcome = answer.read("threshold")
        if outcome.error or not is_number(outcome.value):
            return replace(outcome, value=None)
        return Outcome(value=sum(score >= outcome.value for score in scores))

    return ask


def is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def at_least(count):
    return lambda outcome: is_number(outcome.value) and outcome.value >= count


def at_most(count):
    return lambda outcome: is_number(outcome.value) and outcome.value <= count


def is_word(word):
    return lambda outcome: not outcome.error and outcome.value == word


finds_sick, raises_few = at_least(18), at_most(9)
CASES = (
    Case("metric", read("metric"), accept=is_word("recall"), label="The metric to look at first"),
    Case("reason", read("reason"), accept=is_word("a"), label="The reason for this metric", needs=("metric",)),
    Case("sick_found", visited(SICK), accept=finds_sick, label="At least 18 of the 20 sick trees are visited", needs=("few_alarms",)),
    Case("few_alarms", visited(HEALTHY_IN_DOUBT), accept=raises_few, label="At most 9 false alarms", needs=("sick_found",)),
)


def uses_other_words(answer):
    metric, reason = answer.read("metric").value, answer.read("reason").value
    return metric not in ("accuracy", "precision", "recall") or reason not in ("a", "b", "c")


def is_no_number(answer):
    return not is_number(answer.read("threshold").value)


def is_share(answer):
    value = answer.read("threshold").value
    return is_number(value) and 0 < value <= 1


def misses_sick(answer):
    return not finds_sick(visited(SICK)(answer))


def raises_many(answer):
    return not raises_few(visited(HEALTHY_IN_DOUBT)(answer))


MISCONCEPTIONS = (
    Misconception(
        "other_words",
        uses_other_words,
        'Something else than the offered words stands in `metric` or `reason`. Copy one word exactly, for instance `"precision"`, and one letter.',
    ),
    Misconception(
        "trusts_accuracy",
        gives(read("metric"), "accuracy"),
        "Most trees are healthy, so accuracy looks good even when many sick trees are missed. Which metric asks about the sick trees alone?",
    ),
    Misconception(
        "fears_walks",
        gives(read("metric"), "precision"),
        "Precision asks how many walks were worth it. It does not see the sick trees that nobody visits, and these cost most.",
    ),
    Misconception(
        "mistakes_cost_alike",
        gives(read("reason"), "b"),
        "The two mistakes do not cost the same here. Compare the row of lost trees with ten minutes of walking.",
    ),
    Misconception(
        "no_false_alarm",
        gives(read("reason"), "c"),
        "A false alarm costs ten minutes, and there is time for nine of them. Look for the mistake that costs more.",
    ),
    Misconception(
        "threshold_is_text",
        is_no_number,
        "Your threshold is no number. Write it without quotation marks and without a sign for percent.",
    ),
    Misconception(
        "threshold_is_share",
        is_share,
        "Your threshold lies between 0 and 1, but the numbers of the model go from 0 to 100. Use the same scale.",
    ),
    Misconception(
        "misses_sick_trees",
        misses_sick,
        "Too many sick trees stay below your threshold. Lower it step by step, and watch `recall` and `false_alarms`.",
    ),
    Misconception(
        "too_many_alarms",
        raises_many,
        "Nearly all sick trees are found, but there are too many walks for nothing. Raise the threshold step by step.",
    ),
)

LADDER = (
    "Go back to the story and look for the two mistakes. Which one costs a whole row of trees, and which one ten minutes?",
    "A lower threshold finds more sick trees and makes more walks; a higher one does the opposite. Try ten thresholds, and note what you get for each in a small table.",
    "A smoke detector that rings for burnt bread costs a minute, one that stays silent costs a house. So people ask first how many of the fires it finds.",
)
