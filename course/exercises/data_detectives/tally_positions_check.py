"""Visible cases of tally_positions."""

import ast

from ailab.checks import Case, Misconception, all_of, any_of, behaves_like, call, fails, uses_node

POSITIONS = ("keeper", "defender", "midfielder", "striker")
TRAINING = ["keeper", "striker", "striker", "defender", "striker", "midfielder", "defender"]
NO_DEFENDER = ["midfielder", "keeper", "midfielder", "striker", "midfielder", "midfielder"]
STRIKERS = ["striker", "striker", "striker"]


def counted(answers):
    return {position: answers.count(position) for position in POSITIONS}


CASES = (
    Case("all_four", call("tally", TRAINING), counted(TRAINING), label="Seven answers, all positions named"),
    Case("no_defender", call("tally", NO_DEFENDER), counted(NO_DEFENDER), label="Six answers, no defender among them", needs=("all_four",)),
)


def does(wrong, *surveys):
    return behaves_like("tally", wrong, [(survey,) for survey in surveys or (TRAINING, NO_DEFENDER)])


def counts_keepers_alone(answers):
    return counted([answer for answer in answers if answer == "keeper"])


def raises_all(answers):
    return dict.fromkeys(POSITIONS, len(answers))


def keeps_the_last(answers):
    return counted(answers[-1:])


def keeps_the_first(answers):
    return counted(answers[:1])


def leaves_out_the_last(answers):
    return counted(answers[:-1])


def begins_at_one(answers):
    return {position: answers.count(position) + 1 for position in POSITIONS}


def stays_at_one(answers):
    return {position: min(1, answers.count(position)) for position in POSITIONS}


def leaves_positions_out(answer):
    """Recognise counts that are right as far as they go: some positions are not there."""
    given = answer.call("tally", STRIKERS).value
    return isinstance(given, dict) and given != counted(STRIKERS) and given.get("striker") == len(STRIKERS) and set(given) < set(POSITIONS)


MISCONCEPTIONS = (
    Misconception(
        "counts_keepers_alone",
        does(counts_keepers_alone),
        "Only the keepers are counted. What has to happen when the answer is another position?",
    ),
    Misconception(
        "raises_all",
        does(raises_all),
        "Each answer raises all four numbers. Only the position that stands on the card gets one more.",
    ),
    Misconception(
        "begins_again_each_time",
        does(keeps_the_last),
        "Only the last answer is left: the numbers go back to 0 for each answer. When is the 0 written?",
    ),
    Misconception(
        "stops_after_the_first",
        does(keeps_the_first),
        "The counting stops after the first answer. Where does `return` stand: inside the loop or after it?",
    ),
    Misconception(
        "shows_too_early",
        does(leaves_out_the_last),
        "One answer is missing in the end. The numbers are shown before the last card is counted.",
    ),
    Misconception(
        "begins_at_one",
        does(begins_at_one),
        "Each number is one too large. With which number does counting begin?",
    ),
    Misconception(
        "stays_at_one",
        does(stays_at_one),
        "No number gets larger than 1. Add 1 to what was there before.",
    ),
    Misconception(
        "forgets_those_without_answer",
        any_of(leaves_positions_out, fails(call("tally", TRAINING), "KeyError")),
        "The zeros are missing. Begin with a 0 for each of the four positions, even if nobody names it.",
    ),
    Misconception(
        "shows_and_gives_nothing_back",
        all_of(does(lambda answers: None), uses_node("tally", ast.For)),
        "Your function gives nothing back. Its last line begins with `return`.",
    ),
    Misconception(
        "counts_nothing",
        any_of(does(lambda answers: counted([])), does(lambda answers: {})),
        "Nothing was counted, or nothing was shown. Follow one single answer: what happens to it?",
    ),
)

LADDER = (
    "Take the first three answers and count them by hand. Where do your numbers and the program's part?",
    "Three things are needed: zeros at the beginning, one more for each answer, the numbers at the end. Which of them goes wrong?",
    'With fruits: `counts["fig"] = counts["fig"] + 1` adds one fig. When a name stands for the fruit, write that name without quotes.',
)
