"""Visible cases of water_palm_trees."""

import ast

from ailab.checks import Case, Misconception, Outcome, meet
from ailab.robot import in_world

ROW = meet("program", in_world("six_palms"))
FIRST, LAST = 2, 7
"""Columns of the first and the last palm; the robot starts beside the first."""


def repeats(answer):
    """Ask whether a loop does the work: a loop card that holds cards, or a loop in Python that calls something."""
    cards = answer.read("cards").value
    return Outcome(value=any(map(is_loop_card, cards)) if isinstance(cards, list | tuple) else has_loop(answer.tree("program")))


def is_loop_card(card):
    if not isinstance(card, list | tuple) or not card:
        return False
    return (str(card[0]).startswith("repeat") and bool(card[-1])) or any(map(is_loop_card, card))


def has_loop(tree):
    loops = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp)
    return tree is not None and any(isinstance(node, loops) and calls_something(node) for node in ast.walk(tree))


def calls_something(loop):
    parts = loop.body if isinstance(loop, ast.For | ast.While) else [loop]
    return any(isinstance(node, ast.Call) for part in parts for node in ast.walk(part))


CASES = (
    Case(
        "watered",
        ROW,
        accept=lambda outcome: not outcome.error and outcome.value["solved"],
        label="Each of the six palms has water",
        weight=2,
    ),
    Case("loop", repeats, accept=lambda outcome: outcome.value, label="A loop does the work", needs=("watered",)),
)


def poured(answer):
    """Return the columns where water was poured, in order."""
    run = ROW(answer).value
    return [pose[0] for pose, verb in zip(run["path"][1:], run["commands"], strict=True) if verb == "water"]


def pours(*columns):
    return lambda answer: poured(answer) == list(columns)


def stops_in_the_row(answer):
    columns = poured(answer)
    return 0 < len(columns) < 6 and columns == list(range(FIRST, FIRST + len(columns)))


def says_it_all(answer):
    return ROW(answer).value["solved"] and not repeats(answer).value


MISCONCEPTIONS = (
    Misconception(
        "says_it_all",
        says_it_all,
        "All palms have water. Now say it shorter: let a loop do the same step again and again.",
    ),
    Misconception(
        "pours_before_the_step",
        pours(*range(FIRST - 1, LAST)),
        "The first water falls on the ground where the robot starts. Which comes first in a round: the step or the water?",
    ),
    Misconception(
        "pours_beside_the_palms",
        lambda answer: ROW(answer).value["solved"] and poured(answer) != list(range(FIRST, LAST + 1)),
        "All palms have water, but some was poured where no palm stands. Begin with a step.",
    ),
    Misconception(
        "pours_after_the_loop",
        pours(LAST),
        "The robot waters only the last palm. Put the water inside the loop.",
    ),
    Misconception(
        "stops_in_the_row",
        stops_in_the_row,
        "The first palms have water, the others are dry. How many rounds are needed?",
    ),
    Misconception(
        "goes_on_at_the_wall",
        lambda answer: len(poured(answer)) > 6 and poured(answer)[:6] == list(range(FIRST, LAST + 1)),
        "The robot bumps into the wall and waters the last palm again. Make fewer rounds.",
    ),
    Misconception(
        "waters_one_palm_only",
        lambda answer: len(poured(answer)) > 1 and len(set(poured(answer))) == 1,
        "All the water falls on one square. The step belongs inside the loop too.",
    ),
    Misconception(
        "keeps_the_old_steps",
        lambda answer: len(poured(answer)) != len(set(poured(answer))),
        "A palm got water more than once. Are old steps still standing around the loop?",
    ),
    Misconception(
        "leaves_palms_out",
        lambda answer: any(later - earlier > 1 for earlier, later in zip(poured(answer), poured(answer)[1:], strict=False)),
        "The robot walks past some palms. Let it water after each single step.",
    ),
)

LADDER = (
    "Play the run step by step, and look only at the drops. On which squares do they fall, and which palm is the first without water?",
    "What comes again at every palm? All of that belongs inside the loop, in the right order, and nothing else.",
    'Other work: 4 times, paint a square red and make a step. With cards: `["repeat", 4, [["paint", "red"], "forward"]]`; in Python both lines stand further in, below `for i in range(4):`.',
)
