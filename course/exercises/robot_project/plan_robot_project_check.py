"""Visible cases of plan_robot_project."""

from ailab.checks import Case, Misconception, Outcome

BOXES = ("who", "problem", "data", "unsure")
PROJECTS = (
    ("market_team", "one_heap", "shine_and_soft"),
    ("olive_women", "mixed_olives", "color_and_size"),
    ("garden_club", "dry_pots", "damp_and_sun"),
    ("own_people", "own_problem", "own_examples"),
)
PLACES = dict(zip(BOXES, zip(*PROJECTS, strict=True), strict=False)) | {"unsure": ("asks", "guesses")}
"""Which cards answer the question of a box."""
PRIVATE = "photos"


def boxes(answer):
    """Return the cards in each box; what is no box is empty."""
    plan = answer.read("plan").value
    return {box: list(plan[box]) if isinstance(plan, dict) and isinstance(plan.get(box), list | tuple) else [] for box in BOXES}


def card(answer, box):
    """Return the one card of a box, or None."""
    laid = boxes(answer)[box]
    return laid[0] if len(laid) == 1 else None


def project(answer, box):
    """Return the number of the project that a card belongs to, or None."""
    position = BOXES.index(box)
    return next((number for number, cards in enumerate(PROJECTS) if cards[position] == card(answer, box)), None)


def is_whole(answer):
    return Outcome(value=all(card(answer, box) is not None for box in BOXES))


def fit(one, other):
    """Return a question: do the cards in these two boxes belong to one project?"""

    def ask(answer):
        first, second = project(answer, one), project(answer, other)
        return Outcome(value=first is not None and first == second)

    return ask


CASES = (
    Case("whole", is_whole, True, label="One card lies in each of the four boxes"),
    Case("who_and_problem", fit("who", "problem"), True, label="These people have this problem", needs=("whole",)),
    Case("problem_and_data", fit("problem", "data"), True, label="The examples help with this problem", needs=("whole",)),
)


def several(answer):
    return any(len(laid) > 1 for laid in boxes(answer).values())


def empty(answer):
    return any(not laid for laid in boxes(answer).values())


def lies_in_another_box(answer):
    return any(card(answer, box) not in (*PLACES[box], PRIVATE) for box in BOXES)


def mixes_own(answer):
    found = [project(answer, box) for box in BOXES[:3]]
    own = len(PROJECTS) - 1
    return own in found and set(found) != {own}


MISCONCEPTIONS = (
    Misconception(
        "several_cards",
        several,
        "Two cards lie in one box. A good plan chooses: which one is the most important?",
    ),
    Misconception(
        "empty_box",
        empty,
        "A box is still empty. Without its answer nobody can begin to build.",
    ),
    Misconception(
        "collects_people",
        lambda answer: card(answer, "data") == PRIVATE,
        "Photos of people are private, and no robot needs them here. What must the sensors measure?",
    ),
    Misconception(
        "guesses",
        lambda answer: card(answer, "unsure") == "guesses",
        "A robot that guesses makes mistakes that nobody sees. Who can help when it is not sure?",
    ),
    Misconception(
        "lies_in_another_box",
        lies_in_another_box,
        "A card does not answer the question of its box. Read the question aloud, then the card.",
    ),
    Misconception(
        "mixes_own_idea",
        mixes_own,
        "Half of your plan is your own idea, half is another one. Take all three cards with your own idea, or none.",
    ),
    Misconception(
        "problem_of_others",
        lambda answer: not fit("who", "problem")(answer).value,
        "These people have another problem. What do they see when they come there?",
    ),
    Misconception(
        "data_of_others",
        lambda answer: not fit("problem", "data")(answer).value,
        "With these examples the model cannot help here. What must be measured to solve this problem?",
    ),
)

LADDER = (
    "Read your four cards aloud, one after the other. Do they tell one story?",
    "Begin with the people. Then ask: what bothers them, and what could a sensor measure about it?",
    "Another plan: bakers; some breads are burnt; how dark many breads are, with burnt or not; it asks a human.",
)
