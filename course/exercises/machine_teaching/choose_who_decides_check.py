"""Visible cases of choose_who_decides."""

from ailab.checks import Case, Misconception, gives, read

MODEL = {"belt", "song", "word", "album"}
HUMAN = {"medicine", "window", "school", "water"}
ENOUGH = 6


def box(boxes, name):
    """Return the cards in a box; what is no box is empty."""
    cards = boxes.get(name, ()) if isinstance(boxes, dict) else ()
    return list(cards) if isinstance(cards, list | tuple | set) else []


def laid(boxes):
    return [card for name in ("model", "human") for card in box(boxes, name)]


def each_once(outcome):
    return sorted(laid(outcome.value)) == sorted(MODEL | HUMAN)


def right(boxes):
    return len(MODEL & set(box(boxes, "model"))) + len(HUMAN & set(box(boxes, "human")))


CASES = (
    Case("laid", read("deciders"), accept=each_once, label="Each of the eight cards lies in one box"),
    Case(
        "six",
        read("deciders"),
        accept=lambda outcome: right(outcome.value) >= ENOUGH,
        label="At least six cards lie in a box that fits",
        weight=2,
        needs=("laid",),
    ),
    # Judged, not compared: an expected value would stand on the screen.
    Case("why_model", read("why_model"), accept=lambda outcome: outcome.value == "small", label="Your reason for the model"),
    Case("why_human", read("why_human"), accept=lambda outcome: outcome.value == "answers", label="Your reason for the human"),
)


def boxes_of(answer):
    return answer.read("deciders").value


def lies_twice(answer):
    cards = laid(boxes_of(answer))
    return len(set(cards)) < len(cards)


def is_not_all(answer):
    return not each_once(answer.read("deciders"))


def too_few(condition):
    """Return a recogniser of boxes in which fewer than six cards are right."""
    return lambda answer: right(boxes_of(answer)) < ENOUGH and condition(boxes_of(answer))


MISCONCEPTIONS = (
    Misconception(
        "lies_twice",
        lies_twice,
        "A card lies there twice. Each card goes into one box only.",
    ),
    Misconception(
        "is_not_all",
        is_not_all,
        "Not all eight cards lie in a box yet. Lay the others too.",
    ),
    Misconception(
        "leaves_all_to_the_model",
        too_few(lambda boxes: not box(boxes, "human")),
        "Now the model decides everything, even about a sick child. Who explains and answers for a mistake?",
    ),
    Misconception(
        "leaves_nothing_to_the_model",
        too_few(lambda boxes: not box(boxes, "model")),
        "Now people decide everything, even the next song. Where is a mistake so small that a model may decide?",
    ),
    Misconception(
        "swaps_the_boxes",
        too_few(lambda boxes: right(boxes) <= len(MODEL | HUMAN) - ENOUGH),
        "It looks as if the two boxes are swapped. In which one can a mistake hurt somebody?",
    ),
    Misconception(
        "lets_it_judge_people",
        too_few(lambda boxes: len({"window", "school"} & set(box(boxes, "model"))) == len({"window", "school"})),
        "Here a model judges people, and cannot listen to them. Who can hear both sides?",
    ),
    Misconception(
        "lets_it_share_and_heal",
        too_few(lambda boxes: len({"medicine", "water"} & set(box(boxes, "model"))) == len({"medicine", "water"})),
        "Medicine and water are about life and health. What happens to somebody when the model is wrong?",
    ),
    Misconception(
        "mixes_them_up",
        too_few(lambda boxes: True),
        "Some cards lie in a box that does not fit. Ask of each one: what happens when the model is wrong?",
    ),
    Misconception(
        "trusts_blindly",
        gives(read("why_model"), "never_wrong"),
        "You broke a model yourself: every model is wrong at times. Choose a reason that holds even then.",
    ),
    Misconception(
        "thinks_it_clever",
        gives(read("why_model"), "clever"),
        "A model compares with its examples, and people chose those. Think of what a mistake does.",
    ),
    Misconception(
        "looks_at_speed",
        gives(read("why_model"), "fast"),
        "A fast mistake is still a mistake. How bad is it in this box?",
    ),
    Misconception(
        "gives_no_reason_for_the_model",
        lambda answer: answer.read("why_model").value != "small",
        "The reason for the model is still missing. Choose one of the four.",
    ),
    Misconception(
        "takes_humans_for_perfect",
        gives(read("why_human"), "perfect"),
        "Humans make mistakes too. But what can they do afterwards that a model cannot?",
    ),
    Misconception(
        "takes_models_for_useless",
        gives(read("why_human"), "useless"),
        "Many predictions are right, and they can help. Choose a reason that holds even for a good model.",
    ),
    Misconception(
        "leans_on_habit",
        gives(read("why_human"), "habit"),
        "What was always so can change. Choose a reason that still holds tomorrow.",
    ),
    Misconception(
        "gives_no_reason_for_the_human",
        lambda answer: answer.read("why_human").value != "answers",
        "The reason for the human is still missing. Choose one of the four.",
    ),
)

LADDER = (
    "Take one card only. Imagine that the model is wrong: what happens next?",
    "Can somebody be hurt, or be treated unfairly? Then a human must be able to listen, explain and answer for it.",
    "Another card: a model proposes which pictures go on a calendar. A wrong one is changed in a minute, so the model may decide.",
)
