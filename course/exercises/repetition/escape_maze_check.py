"""Visible cases of escape_maze."""

import ast

from ailab.checks import Case, Misconception, meet
from ailab.robot import in_world

WINDING = meet("program", in_world("winding_lane"))
SPIRAL = meet("program", in_world("spiral_lane"))
START, GOAL = [1, 1], [5, 5]
"""Of the winding lane."""
MANY = 20


def arrives(outcome):
    """Accept a program that ends by itself, at the goal."""
    return not outcome.error and outcome.value["solved"] and outcome.value["ended"] == "done"


CASES = (
    Case("winding", WINDING, accept=arrives, label="The lane that bends to both sides"),
    Case("spiral", SPIRAL, accept=arrives, label="The lane that bends to the right, like a snail"),
)


def run_of(answer):
    return WINDING(answer).value


def turns(run):
    return {verb for verb in run["commands"] if verb in ("turn_left", "turn_right")}


def is_at(pose, cell):
    return list(pose[:2]) == cell


def passes_the_goal(answer):
    run = run_of(answer)
    return run["ended"] != "done" and any(is_at(pose, GOAL) for pose in run["path"])


def goes_when_there_is_a_wall(answer):
    run = run_of(answer)
    return run["bumps"] > MANY and all(is_at(pose, START) for pose in run["path"])


def bumps_on_and_on(answer):
    return run_of(answer)["bumps"] > MANY


def fits_one_lane_only(answer):
    return run_of(answer)["solved"] and not SPIRAL(answer).value["solved"]


def looks_once(answer):
    cards = answer.read("cards").value
    return not (any(map(is_loop_card, cards)) if isinstance(cards, list | tuple) else has_loop(answer.tree("program")))


def is_loop_card(card):
    return isinstance(card, list | tuple) and bool(card) and (str(card[0]).startswith("repeat") or any(map(is_loop_card, card)))


def has_loop(tree):
    return tree is None or any(isinstance(node, ast.For | ast.While) for node in ast.walk(tree))


def stops_on_the_way(answer):
    run = run_of(answer)
    return run["ended"] == "done" and not run["solved"]


def turns_to_one_side(answer):
    run = run_of(answer)
    return run["ended"] == "too_long" and len(turns(run)) == 1


def turns_on_the_spot(answer):
    run = run_of(answer)
    last = run["path"][-MANY:]
    return run["ended"] == "too_long" and len(turns(run)) == 2 and all(pose[:2] == last[0][:2] for pose in last)


MISCONCEPTIONS = (
    Misconception(
        "passes_the_goal",
        passes_the_goal,
        "The robot reaches the star and goes on. Let the loop end when it is at the goal.",
    ),
    Misconception(
        "fits_one_lane_only",
        fits_one_lane_only,
        "Your program holds the way through this one lane. In another lane it gets lost: let it look for walls.",
    ),
    Misconception(
        "looks_once",
        looks_once,
        "The robot looks once and then it stops. Put looking and going into a loop.",
    ),
    Misconception(
        "goes_when_there_is_a_wall",
        goes_when_there_is_a_wall,
        "The robot goes when there is a wall, and turns when the way is free. Change the two.",
    ),
    Misconception(
        "bumps_on_and_on",
        bumps_on_and_on,
        "The robot bumps into a wall again and again. Let it look before each step.",
    ),
    Misconception(
        "turns_to_one_side",
        turns_to_one_side,
        "Your robot always turns to the same side. At some bends it turns back to where it came from. When is the other side right?",
    ),
    Misconception(
        "turns_on_the_spot",
        turns_on_the_spot,
        "The robot turns to and fro on one square. Which side is free when the wall is on the right?",
    ),
    Misconception(
        "stops_on_the_way",
        stops_on_the_way,
        "The robot stops before the star. Nobody knows how long a lane is: go on until the goal.",
    ),
)

LADDER = (
    "Play the run and stop it where the robot leaves its way. What would its sensor say on this square?",
    "Three things work together: a loop that goes on until the goal, a look before each step, and a second look at each bend. Which one is missing in your program?",
    "In lanes that only bend to the left, one look is enough: wall ahead, then turn left, else make a step. Yours bend to both sides: what must the robot find out when it meets a wall?",
)
