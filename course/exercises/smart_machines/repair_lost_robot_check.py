"""Visible cases of repair_lost_robot."""

from ailab.checks import Case, Misconception, meet
from ailab.robot import World, in_world

FIRST = meet(
    "program",
    in_world(
        World.from_text("""
##########
#>.....###
####.#.###
####...###
######.###
######..G#
##########
""")
    ),
)
SECOND = meet(
    "program",
    in_world(
        World.from_text("""
##########
#>...##..#
####.##..#
#......#.#
#.####.#.#
#.####..G#
##########
""")
    ),
)
BROKEN = ["turn_right", "turn_left", "turn_left", "turn_left"]
STEPS = 11
WRONG = 2
"""Which of the four turns is wrong, counted from 0."""


def arrives(outcome):
    return not outcome.error and outcome.value["solved"]


CASES = (
    Case("first_town", FIRST, accept=arrives, label="The robot reaches the goal in the first town"),
    Case("second_town", SECOND, accept=arrives, label="It reaches the goal in the second town too", weight=2),
)


def commands(answer):
    return FIRST(answer).value["commands"]


def turns(answer):
    return [verb for verb in commands(answer) if verb.startswith("turn")]


def is_as_before(answer):
    return turns(answer) == BROKEN and commands(answer).count("forward") == STEPS


def fits_one_town(answer):
    return FIRST(answer).value["solved"] and not SECOND(answer).value["solved"]


def changes_the_steps(answer):
    return turns(answer) == BROKEN


def takes_a_turn_out(answer):
    return len(turns(answer)) < len(BROKEN)


def adds_a_turn(answer):
    return len(turns(answer)) > len(BROKEN)


def repairs_too_much(answer):
    return turns(answer)[WRONG] == "turn_right" and turns(answer) != BROKEN


def changes_a_right_turn(answer):
    return turns(answer)[WRONG] == "turn_left"


MISCONCEPTIONS = (
    Misconception(
        "is_as_before",
        is_as_before,
        "Nothing has changed yet. Play the run step by step, and look where the robot begins to go up again.",
    ),
    Misconception(
        "fits_one_town",
        fits_one_town,
        "This way is a short cut that only the first town has. Keep the old way, and change one turn only.",
    ),
    Misconception(
        "changes_the_steps",
        changes_the_steps,
        "The turns are as before. The steps were right: put them back, and look at the turns.",
    ),
    Misconception(
        "takes_a_turn_out",
        takes_a_turn_out,
        "A turn is missing now, and the robot goes straight on there. Put another turn in its place.",
    ),
    Misconception(
        "adds_a_turn",
        adds_a_turn,
        "There is one turn too many. Take the wrong one out, then put the right one in its place.",
    ),
    Misconception(
        "repairs_too_much",
        repairs_too_much,
        "You found the wrong turn. But another one, which was right, has changed too: put that one back.",
    ),
    Misconception(
        "changes_a_right_turn",
        changes_a_right_turn,
        "You changed a turn that was right. Up to the second turn the robot is on its way: look at the next one.",
    ),
)

LADDER = (
    "Follow the program in the first town with a finger. At which corner does it leave the way to the goal?",
    "Write beside each turn where the robot looks afterwards: right, down, left or up. On a good way here, it never looks up.",
    "In another program, the robot looks up and must go to the right of the page. For the robot, this is a turn to the right.",
)
