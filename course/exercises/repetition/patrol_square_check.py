"""Visible cases of patrol_square."""

from ailab.checks import Case, Misconception, meet
from ailab.robot import in_world

PATROL = meet("program", in_world("patrol_well"))
CORNERS = {(0, 0), (3, 0), (3, 3), (0, 3)}
RING = {(x, y) for x in range(4) for y in range(4)} - {(1, 1), (2, 1), (1, 2), (2, 2)}


def goes_round(outcome):
    return not outcome.error and cells(outcome.value) == RING


def closes(outcome):
    """Accept a path that ends where it began."""
    path = outcome.value["path"]
    return not outcome.error and path[0][:2] == path[-1][:2]


def marks_corners(outcome):
    return not outcome.error and painted(outcome.value) == CORNERS


def cells(run):
    return {(pose[0], pose[1]) for pose in run["path"]}


def painted(run):
    return {(pose[0], pose[1]) for pose, verb in zip(run["path"][1:], run["commands"], strict=True) if verb == "paint"}


CASES = (
    Case("round", PATROL, accept=goes_round, label="The robot goes all around the well"),
    Case("closes", PATROL, accept=closes, label="The path closes: the robot ends where it began", needs=("round",)),
    Case("corners", PATROL, accept=marks_corners, label="The four corners are blue, and nothing else", needs=("round",)),
)


def run_of(answer):
    return PATROL(answer).value


def turns(run):
    return [verb for verb in run["commands"] if verb in ("turn_left", "turn_right")]


def goes_the_wrong_way(answer):
    run = run_of(answer)
    return "turn_left" in turns(run) and "turn_right" not in turns(run) and bool(run["bumps"])


def uses_every_piece(answer):
    return {"turn_left", "turn_right"} <= set(turns(run_of(answer)))


def never_turns_on_the_way(answer):
    # All steps first, then all turns: what should alternate stands in two heaps.
    run = run_of(answer)
    moves = [verb for verb in run["commands"] if verb == "forward" or verb.startswith("turn")]
    heaps = [verb for verb, before in zip(moves, ["", *moves], strict=False) if verb != before]
    return 0 < len(heaps) <= 2 and cells(run) <= {(x, 0) for x in range(4)}


def turns_before_going(answer):
    run = run_of(answer)
    first = next((verb for verb in run["commands"] if verb == "forward" or verb.startswith("turn")), "")
    return first == "turn_right"


def stops_before_the_end(answer):
    run = run_of(answer)
    return not run["bumps"] and cells(run) < RING


def goes_on_past_the_end(answer):
    run = run_of(answer)
    return cells(run) == RING and run["path"][0][:2] != run["path"][-1][:2]


def paints_only_one(answer):
    return len(painted(run_of(answer))) == 1


def paints_all_the_way(answer):
    return len(painted(run_of(answer))) > 4


MISCONCEPTIONS = (
    Misconception(
        "uses_every_piece",
        uses_every_piece,
        "One piece is too many. Round the well, the robot always turns to the same side.",
    ),
    Misconception(
        "goes_the_wrong_way",
        goes_the_wrong_way,
        "The robot turns left, away from the well, and bumps into the wall. Take the other turn.",
    ),
    Misconception(
        "never_turns_on_the_way",
        never_turns_on_the_way,
        "The robot makes one side only. Going and turning belong together, in each round of the loop.",
    ),
    Misconception(
        "turns_before_going",
        turns_before_going,
        "The robot turns at once and goes the other way. It looks along its first side already: what comes first?",
    ),
    Misconception(
        "goes_on_past_the_end",
        goes_on_past_the_end,
        "The robot is round and goes on. A square has four sides: how many rounds does the loop make?",
    ),
    Misconception(
        "stops_before_the_end",
        stops_before_the_end,
        "The robot stops on its way. Count the sides, and the steps of one side.",
    ),
    Misconception(
        "paints_only_one",
        paints_only_one,
        "The way is right, but only one square is blue. The painting belongs inside the loop.",
    ),
    Misconception(
        "paints_all_the_way",
        paints_all_the_way,
        "More than the four corners is blue. Paint once on each side, not at each step.",
    ),
)

LADDER = (
    "Walk with your finger along one side of the well, up to the next side. What does the robot do on the way, and what does it do at the corner?",
    "A square is the same side four times. What belongs to each side goes into the loop, and nothing stays outside.",
    "A field with three sides: 3 times, go along one side, then turn. Where in it would you put a post into each corner?",
)
