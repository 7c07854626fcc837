"""Visible cases of sort_ai_or_not."""

from ailab.checks import Case, Misconception, gives, read

AI = {"chatbot", "leaf", "voice", "mail"}
NOT_AI = {"calculator", "lamp", "robot", "washing"}
ENOUGH = 6


def box(boxes, name):
    """Return the cards in a box; what is no box is empty."""
    cards = boxes.get(name, ()) if isinstance(boxes, dict) else ()
    return list(cards) if isinstance(cards, list | tuple | set) else []


def laid(boxes):
    return [card for name in ("ai", "not_ai") for card in box(boxes, name)]


def each_once(outcome):
    return sorted(laid(outcome.value)) == sorted(AI | NOT_AI)


def right(boxes):
    return len(AI & set(box(boxes, "ai"))) + len(NOT_AI & set(box(boxes, "not_ai")))


CASES = (
    Case("laid", read("sorted_cards"), accept=each_once, label="Each of the eight cards lies in one box"),
    Case(
        "six",
        read("sorted_cards"),
        accept=lambda outcome: right(outcome.value) >= ENOUGH,
        label="At least six cards lie in the right box",
        weight=2,
        needs=("laid",),
    ),
    # Judged, not compared: an expected value would stand on the screen.
    Case("reason", read("reason"), accept=lambda outcome: outcome.value == "examples", label="Your reason tells AI apart", weight=2),
)


def boxes_of(answer):
    return answer.read("sorted_cards").value


def lies_twice(answer):
    cards = laid(boxes_of(answer))
    return len(set(cards)) < len(cards)


def is_not_all(answer):
    return not each_once(answer.read("sorted_cards"))


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
        "all_is_ai",
        too_few(lambda boxes: not box(boxes, "not_ai")),
        "Not every machine is AI. Look at the lamp: who wrote its rule?",
    ),
    Misconception(
        "nothing_is_ai",
        too_few(lambda boxes: not box(boxes, "ai")),
        "Some of these machines were given examples. Read the cards again and look for them.",
    ),
    Misconception(
        "swaps_the_boxes",
        too_few(lambda boxes: right(boxes) <= len(AI | NOT_AI) - ENOUGH),
        "It looks as if the two boxes are swapped. In which box do the models belong that were given examples?",
    ),
    Misconception(
        "takes_the_robot_for_ai",
        too_few(lambda boxes: "robot" in box(boxes, "ai")),
        "A robot that moves is not always AI. This one follows cards: who laid them?",
    ),
    Misconception(
        "takes_the_chatbot_for_rules",
        too_few(lambda boxes: "chatbot" in box(boxes, "not_ai")),
        "Nobody can write a rule for each question. What was the chatbot given?",
    ),
    Misconception(
        "mixes_them_up",
        too_few(lambda boxes: True),
        "Some cards lie in the wrong box. Ask of each one: was it given examples, or did a person write its rules?",
    ),
    Misconception(
        "thinks_of_electricity",
        gives(read("reason"), "electric"),
        "A calculator needs electricity too. Is it AI? Choose a reason that only fits AI.",
    ),
    Misconception(
        "thinks_of_moving",
        gives(read("reason"), "moves"),
        "A washing machine moves too, and a chatbot does not. Choose a reason that fits all four AI cards.",
    ),
    Misconception(
        "thinks_of_humans",
        gives(read("reason"), "human"),
        "The app for leaves does not look like a human. Choose a reason that fits all four AI cards.",
    ),
    Misconception(
        "gives_no_reason",
        lambda answer: answer.read("reason").value != "examples",
        "The reason is still missing. Choose one of the four.",
    ),
)

LADDER = (
    "Take one card only. What went into this machine: rules of a person, or many examples?",
    "Look at what the card tells first. Photos, voices, texts and old messages can be examples.",
    "Another card: a translator was given many texts in two languages. These are examples, so it is AI.",
)
