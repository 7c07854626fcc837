"""Visible cases of order_steps_to_well."""

from ailab.checks import Case, Misconception, Outcome, meet
from ailab.robot import World, in_world

YARD = World.from_text("""
#######
#>....#
#.#.#.#
#.#.#.#
#....G#
#######
""")
DRIVE = meet("program", in_world(YARD))
MOST = 5


def pieces(answer):
    """Ask how many cards or lines were laid."""
    laid = [answer.read(name).value for name in ("order", "cards")]
    return Outcome(value=next((len(flat(each)) for each in laid if isinstance(each, list | tuple)), MOST + 1))


def flat(order):
    """Return the lines of an order, those further in too; a card that holds a number is one card."""
    return [each for part in order for each in (flat(part) if isinstance(part, list | tuple) and not is_card(part) else [part])]


def is_card(part):
    return len(part) == 2 and isinstance(part[0], str) and isinstance(part[1], int)


def arrives(outcome):
    return not outcome.error and outcome.value["solved"]


CASES = (
    Case("arrives", DRIVE, accept=arrives, label="The robot stops at the well", weight=2),
    Case("short", pieces, accept=lambda outcome: outcome.value <= MOST, label="Five pieces are enough", needs=("arrives",)),
)


def run_of(answer):
    return DRIVE(answer).value


def turns(answer):
    return [verb for verb in run_of(answer)["commands"] if verb.startswith("turn")]


def is_too_long(answer):
    return run_of(answer)["solved"]


def goes_only_straight(answer):
    return not turns(answer)


def turns_left_first(answer):
    run = run_of(answer)
    return turns(answer)[0] == "turn_left" and run["bumps"] > 0


def turns_twice_to_one_side(answer):
    return turns(answer).count("turn_right") > 1 and "turn_left" not in turns(answer)


def turns_on_the_spot(answer):
    # Right and left, one directly after the other, come to nothing.
    commands = run_of(answer)["commands"]
    return any({one, other} == {"turn_left", "turn_right"} for one, other in zip(commands, commands[1:], strict=False))


def bumps(answer):
    return run_of(answer)["bumps"] > 0


def stops_on_the_way(answer):
    return not run_of(answer)["solved"]


MISCONCEPTIONS = (
    Misconception(
        "is_too_long",
        is_too_long,
        "The robot is at the well. One piece too many lies there: which one is not needed?",
    ),
    Misconception(
        "goes_only_straight",
        goes_only_straight,
        "The robot never turns. The well lies to the right and further down: where must it turn?",
    ),
    Misconception(
        "turns_on_the_spot",
        turns_on_the_spot,
        "The robot turns right and left on the same square: that is no turn at all. Put a way between the two.",
    ),
    Misconception(
        "turns_left_first",
        turns_left_first,
        "The robot looks to the right at the start. When it turns left, it looks at the wall above.",
    ),
    Misconception(
        "turns_twice_to_one_side",
        turns_twice_to_one_side,
        "On its way down, the robot turns to the wrong side. Stand like the robot: where is its left hand?",
    ),
    Misconception(
        "bumps",
        bumps,
        "The robot bumps into a wall. Count the squares of this way: which piece fits?",
    ),
    Misconception(
        "stops_on_the_way",
        stops_on_the_way,
        "The way is good, but the robot stops before the well. What is still missing at the end?",
    ),
)

LADDER = (
    "Which way do you want to take? Show it with your finger first.",
    "Cut your way into straight parts and corners. A straight part needs steps, a corner needs a turn.",
    "In another yard: 4 squares straight on, a corner to the left, 1 square. That is a piece with 4, a turn to the left, a piece with 1.",
)
