"""Hidden cases of predict_robot_stop: the programs on which a look at the marks would give the square away."""

from ailab.checks import Case, Outcome
from ailab.robot import Robot, World, follow

YARD = World.from_text("""
>..p#
.#d..
bo...
..x#.
""")
PROGRAMS = {
    "c": ["turn_right", ["forward", 2], "turn_left", "forward"],
    "d": ["turn_right", ["forward", 3], "turn_left", ["forward", 4]],
    "e": [["forward", 2], "turn_right", "turn_right", "turn_right", "turn_right", "forward"],
}
PLACES = {thing: place for place, thing in YARD.things.items()}


def cases(_seed):
    # The programs stand in the notebook, so that no seed can change where they stop.
    return (
        Case("its_own_left", _asks_about("c"), True),
        Case("wall", _asks_about("d"), True),
        Case("all_round", _asks_about("e"), True),
    )


def _asks_about(letter):
    """Ask whether the prediction is the square where a simulated robot stops."""
    robot = Robot(YARD)
    follow(PROGRAMS[letter])(robot)
    return lambda answer: Outcome(value=_predicted(answer, letter) == robot.position())


def _predicted(answer, letter):
    boxes = answer.read("stops").value
    if isinstance(boxes, dict):
        places = [PLACES.get(thing) for thing, robots in boxes.items() if isinstance(robots, list | tuple | set) and letter in robots]
        return places[0] if len(places) == 1 else None
    value = answer.read(f"stop_{letter}").value
    is_pair = isinstance(value, list | tuple) and len(value) == 2 and all(type(part) in (int, float) for part in value)
    return tuple(value) if is_pair else None
