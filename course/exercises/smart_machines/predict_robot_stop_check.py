"""Visible cases of predict_robot_stop: the predicted square is the one where a simulated robot stops."""

from ailab.checks import Case, Misconception, Outcome
from ailab.robot import Robot, World, follow

YARD = World.from_text("""
format_version = 1
kind = "grid"
map = '''
>..p#
.#d..
bo...
..x#.
'''
[wanted]
watered = false
cleared = false
""")
PROGRAMS = {"a": [["forward", 3]], "b": [["forward", 2], "turn_right", "forward"]}
PLACES = {thing: place for place, thing in YARD.things.items()}


def stop_of(letter):
    robot = Robot(YARD)
    follow(PROGRAMS[letter])(robot)
    return robot.position()


def predicted(answer, letter):
    """Return the square that was predicted, as numbers or by the thing that lies there; None when there is none."""
    boxes = answer.read("stops").value
    if isinstance(boxes, dict):
        places = [PLACES.get(thing) for thing, robots in boxes.items() if isinstance(robots, list | tuple | set) and letter in robots]
        return places[0] if len(places) == 1 else None
    value = answer.read(f"stop_{letter}").value
    is_pair = isinstance(value, list | tuple) and len(value) == 2 and all(type(part) in (int, float) for part in value)
    return tuple(value) if is_pair else None


def is_where(letter):
    """Return a case's question and its judge; an expected value would stand on the screen."""
    return {"ask": lambda answer: Outcome(value=predicted(answer, letter) == stop_of(letter)), "accept": lambda outcome: outcome.value}


def says(letter, *squares):
    return lambda answer: predicted(answer, letter) in squares


CASES = (
    Case("straight", **is_where("a"), label="Your prediction for robot A"),
    Case("one_turn", **is_where("b"), label="Your prediction for robot B"),
)


def is_not_laid(answer):
    return isinstance(answer.read("stops").value, dict) and any(predicted(answer, letter) is None for letter in "abcde")


def is_no_pair(answer):
    return any(predicted(answer, letter) is None for letter in "abcde")


MISCONCEPTIONS = (
    Misconception(
        "is_not_laid",
        is_not_laid,
        "A robot lies nowhere yet, or in two places. Lay each robot at one place.",
    ),
    Misconception(
        "is_no_pair",
        is_no_pair,
        "An answer is not a pair of numbers. Write two numbers between square brackets, as in `[3, 1]`.",
    ),
    Misconception(
        "not_yet_filled_in",
        says("a", (0, 0)),
        "Robot A is still in its corner. Follow its program with your finger, and write where it stops.",
    ),
    Misconception(
        "swaps_the_numbers",
        says("a", (0, 3)),
        "Robot A goes to the right, and your number stands for down. First comes right, then down.",
    ),
    Misconception(
        "counts_from_one",
        says("a", (4, 1), (4, 0)),
        "You counted the corner as 1. The corner is 0: the first step leads to 1.",
    ),
    Misconception(
        "first_step_stays",
        says("a", (2, 0)),
        "One step is missing. The first step leaves the corner.",
    ),
    Misconception(
        "turns_and_goes",
        says("b", (2, 2), (3, 1)),
        "You counted the turn as a step. A robot that turns stays on its square.",
    ),
    Misconception(
        "forgets_the_turn",
        says("b", (3, 0)),
        "Robot B turned before its last step. Which way does it look then?",
    ),
    Misconception(
        "takes_left_of_the_page",
        says("c", (0, 2)),
        "Robot C looks down when it turns left. Stand up and turn with it: where is its left?",
    ),
    Misconception(
        "goes_through_walls",
        says("d", (4, 3), (3, 3)),
        "Robot D cannot go through a wall. It stays on the square before it.",
    ),
    Misconception(
        "turns_back",
        says("e", (1, 0), (2, 1), (2, 0)),
        "Each turn is a quarter. Where does robot E look after four of them?",
    ),
    Misconception(
        "loses_its_way",
        lambda answer: True,
        "One robot stops somewhere else. Follow its program once more, card by card, with your finger.",
    ),
)

LADDER = (
    "Put a finger on the corner, and turn your hand with the robot. Read one command, move, then read the next one.",
    "A step changes the square, a turn changes only where the robot looks. Which of the two is the next command?",
    "Another robot: one step, turn right, two steps. It stops 1 to the right and 2 down.",
)
