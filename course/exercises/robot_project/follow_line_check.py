"""Visible cases of follow_line."""

import ast
import math
from itertools import pairwise

from ailab.checks import Case, Misconception, all_of, meet
from ailab.robot import World, in_world

SECONDS = 70
ENOUGH = 0.9
STEP, NEAR, AT_STAR = 2.0, 5.0, 12.0
"""Centimeters from one looked-at place of a line to the next, from the robot to a place that it went along, and to the star."""
WELL, SOUK = World("line_to_well"), World("line_to_souk")
TO_WELL, TO_SOUK = (meet("program", in_world(world, seconds=SECONDS)) for world in (WELL, SOUK))


def places(world):
    """Return places on the line, from the start of the robot to the star."""
    found = []
    for (x, y), (u, v) in pairwise(world.stripes[0].points):
        count = max(1, round(math.dist((x, y), (u, v)) / STEP))
        found += [(x + (u - x) * part / count, y + (v - y) * part / count) for part in range(count)]
    star = world.goal.path[0]
    return found[: found.index(min(found, key=lambda place: math.dist(place, star)))]


def share(world, run):
    """Return how much of the line the robot went along."""
    line, path = places(world), [pose[:2] for pose in run["path"]]
    return sum(any(math.dist(place, pose) <= NEAR for pose in path) for place in line) / len(line)


def follows(world):
    return lambda outcome: not outcome.error and outcome.value["solved"] and share(world, outcome.value) >= ENOUGH


def stops(outcome):
    run = outcome.value
    return not outcome.error and run["ended"] == "done" and math.dist(run["path"][-1][:2], WELL.goal.path[0]) <= AT_STAR


CASES = (
    Case("to_well", TO_WELL, accept=follows(WELL), label="The first line, up to the star"),
    Case("to_souk", TO_SOUK, accept=follows(SOUK), label="The second line, up to the star"),
    Case("stops", TO_WELL, accept=stops, label="The robot stops at the star", needs=("to_well",)),
)


def turns(drive):
    """Return a question for the turns of the robot, one number for each moment in which it turned; right is more than 0."""

    def ask(answer):
        headings = [pose[2] for pose in drive(answer).value["path"]]
        return [after - before for before, after in pairwise(headings) if abs(after - before) > 0.01]

    return ask


def all_turns(answer):
    return turns(TO_WELL)(answer) + turns(TO_SOUK)(answer)


def moves(answer):
    return TO_WELL(answer).value["distance"] > 1


def misses_a_card(answer):
    boxes = answer.read("reactions").value
    return isinstance(boxes, dict) and sorted(card for cards in boxes.values() for card in cards) != ["left", "middle", "right", "star"]


def looks_once(answer):
    tree = answer.tree("program")
    return (
        "reactions" not in answer.names() and tree is not None and not any(isinstance(node, ast.For | ast.While) for node in ast.walk(tree))
    )


def drives_past(answer):
    outcome = TO_WELL(answer)
    return follows(WELL)(outcome) and not stops(outcome)


def turns_away(answer):
    # The first bend of one line goes right, that of the other left.
    first, other = turns(TO_WELL)(answer)[:1], turns(TO_SOUK)(answer)[:1]
    return bool(first and other) and first[0] < 0 < other[0]


def turns_to_one_side(answer):
    return bool(all_turns(answer)) and len({turn > 0 for turn in all_turns(answer)}) == 1


def turns_by_hand(answer):
    return any(verb in ("turn_left", "turn_right") for verb in TO_WELL(answer).value["commands"])


def fits_one_line_only(answer):
    return follows(WELL)(TO_WELL(answer)) and not follows(SOUK)(TO_SOUK(answer))


MISCONCEPTIONS = (
    Misconception(
        "misses_a_card",
        misses_a_card,
        "A card lies nowhere yet. The robot needs an answer to each of the four.",
    ),
    Misconception(
        "looks_once",
        looks_once,
        "The robot looks at the line once, and never again. Let it look again and again, in a loop.",
    ),
    Misconception(
        "stays",
        lambda answer: not moves(answer),
        "The robot stays at its start. What must it do while the middle sensor sees the line?",
    ),
    Misconception(
        "drives_past",
        drives_past,
        "The robot follows the line and drives past the star. How does it find out that it is there?",
    ),
    Misconception(
        "never_turns",
        lambda answer: not all_turns(answer),
        "The robot only drives straight on. What must it do when the sensor at its side sees the line?",
    ),
    Misconception(
        "turns_away",
        turns_away,
        "The robot turns away from the line. The left sensor sees it: on which side is the line then?",
    ),
    Misconception(
        "turns_to_one_side",
        turns_to_one_side,
        "The robot turns to one side only. Lines bend to the other side too.",
    ),
    Misconception(
        "turns_by_hand",
        turns_by_hand,
        "One turn takes the robot off the line. Turn only a little, then look again.",
    ),
    Misconception(
        "fits_one_line_only",
        fits_one_line_only,
        "The first line works, the second one has tighter bends. Does your robot turn hard enough, and by its sensors alone?",
    ),
    Misconception(
        "loses_the_line",
        all_of(moves, lambda answer: not follows(WELL)(TO_WELL(answer))),
        "The robot leaves the line in a bend: it turns too gently. Make the difference between its two motors larger.",
    ),
)

LADDER = (
    "Play the robot step by step. Which sensor sees the line when it leaves it?",
    "Be the robot: walk over a line on the floor. When the line is below your left foot, where do you turn?",
    "Another robot drives along a wall: when the wall on its right is near, it makes the right motor faster. So it turns left, away from the wall.",
)
