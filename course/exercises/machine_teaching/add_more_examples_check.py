"""Visible cases of add_more_examples: the scores are the model's own, and the conclusion fits the 20 draws."""

from ailab.checks import Case, Misconception, any_of, gives, read

EXAM = 20
FOUR, TWENTY = 13, 17
BETTER, WORSE = 14, 2
EQUAL = 20 - BETTER - WORSE
NUMBERS = ("score_four", "score_twenty", "better", "worse")


def is_number(name, count):
    """Return a case's question and its judge; an expected value would stand on the screen."""
    return {"ask": read(name), "accept": lambda outcome: type(outcome.value) in (int, float) and outcome.value == count}


CASES = (
    Case("four", **is_number("score_four", FOUR), label="How many are right with four examples"),
    Case("twenty", **is_number("score_twenty", TWENTY), label="How many are right with twenty examples"),
    Case("better", **is_number("better", BETTER), label="In how many draws twenty examples are better"),
    Case("conclusion", read("conclusion"), accept=lambda outcome: outcome.value == "mostly", label="Your conclusion fits the draws"),
)


def is_no_number(answer):
    return any(type(answer.read(name).value) not in (int, float) for name in NUMBERS)


def is_share(answer):
    return any(0 < answer.read(name).value < 1 for name in ("score_four", "score_twenty"))


def is_swapped(answer):
    return answer.read("score_four").value == TWENTY and answer.read("score_twenty").value == FOUR


def is_miscounted(*pairs):
    return lambda answer: any(answer.read(name).value != count for name, count in pairs)


MISCONCEPTIONS = (
    Misconception(
        "is_no_number",
        is_no_number,
        "A score or a count is no number. Write numbers without quotes.",
    ),
    Misconception(
        "not_yet_filled_in",
        gives(read("score_four"), 0),
        "The first zero still stands there. How many exam fruits are right with four examples?",
    ),
    Misconception(
        "counts_the_examples",
        any_of(gives(read("score_four"), 4), gives(read("score_twenty"), 20)),
        "That is how many examples the model got. Count how many exam fruits it predicts right.",
    ),
    Misconception(
        "counts_the_mistakes",
        any_of(gives(read("score_four"), EXAM - FOUR), gives(read("score_twenty"), EXAM - TWENTY)),
        "You counted the wrong predictions. Count the right ones.",
    ),
    Misconception(
        "gives_a_share",
        is_share,
        "Your score is between 0 and 1. Here we want a whole number: how many of the 20 fruits?",
    ),
    Misconception(
        "swaps_the_scores",
        is_swapped,
        "The two scores have changed places. Which one belongs to four examples?",
    ),
    Misconception(
        "misses_a_score",
        is_miscounted(("score_four", FOUR), ("score_twenty", TWENTY)),
        "A score is not the one of this model. Take four examples of the tray first, then all twenty.",
    ),
    Misconception(
        "counts_equal_draws",
        any_of(gives(read("better"), BETTER + EQUAL), gives(read("worse"), WORSE + EQUAL)),
        "You counted draws in which both scores are the same. Better and worse mean: not the same.",
    ),
    Misconception(
        "swaps_better_and_worse",
        gives(read("better"), WORSE),
        "In those draws, four examples were better. Look at the second number of each pair: is it larger?",
    ),
    Misconception(
        "looks_at_one_draw",
        any_of(gives(read("better"), 1), gives(read("better"), 0)),
        "One draw may be luck. Count in all 20 draws.",
    ),
    Misconception(
        "miscounts_the_draws",
        is_miscounted(("better", BETTER), ("worse", WORSE)),
        "A count of the draws is not right. Go through the draws once more, one after the other.",
    ),
    Misconception(
        "says_always",
        gives(read("conclusion"), "always"),
        "In some draws, twenty examples were worse. Does “always” fit?",
    ),
    Misconception(
        "says_never",
        gives(read("conclusion"), "never"),
        "Twenty examples were better in most draws. Choose what fits your numbers.",
    ),
    Misconception(
        "says_no_difference",
        gives(read("conclusion"), "equal"),
        "In a few draws both scores are the same. But compare your two counts: which one is larger, and by how much?",
    ),
    Misconception(
        "concludes_nothing",
        lambda answer: answer.read("conclusion").value != "mostly",
        "Your conclusion is still missing. Choose one of the four.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Is it about one exam, or about the 20 draws?",
    "Each draw has two numbers. Compare them: is the second larger, smaller or the same?",
    "With three other draws, `[9, 12]`, `[10, 10]` and `[13, 11]`: one is better, one is the same, one is worse.",
)
