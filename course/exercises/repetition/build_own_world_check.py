"""Visible cases of build_own_world."""

from ailab.checks import Case, Misconception, Outcome, meet
from ailab.errors import AilabError
from ailab.robot import Robot, World, in_world
from ailab.robot.world import GridWorld

WALLS = 6
LARGEST = 40
"""Rows or columns of the largest map that is looked at."""
GUESTS = ("arrow", "spinner", "hand")


def world_of(answer):
    """Return the world that the learner drew, or None."""
    text = answer.read("my_map").value
    if not isinstance(text, str) or len(text) > (LARGEST + 1) ** 2:
        return None
    try:
        world = World.from_text(text)
    except AilabError:
        return None
    return world if isinstance(world, GridWorld) and max(world.width, world.height) <= LARGEST else None


def inner_walls(world):
    return [(x, y) for x, y in world.walls if 0 < x < world.width - 1 and 0 < y < world.height - 1]


def goal_in_reach(world):
    seen, edge = set(), {(int(world.start.x), int(world.start.y))}
    while edge:
        seen |= edge
        around = {(x + u, y + v) for x, y in edge for u, v in ((0, 1), (1, 0), (0, -1), (-1, 0))}
        edge = {(x, y) for x, y in around - seen - world.walls if 0 <= x < world.width and 0 <= y < world.height}
    return bool(seen & world.goal)


def arrow(robot):
    while not robot.at_goal() and not robot.wall_ahead():
        robot.forward()


def arrow_arrives(world):
    robot = Robot(world)
    arrow(robot)
    return robot.at_goal()


def is_world(answer):
    """Ask whether the map is as the text wants it."""
    world = world_of(answer)
    return Outcome(
        value=world is not None
        and len(world.goal) == 1
        and len(inner_walls(world)) >= WALLS
        and goal_in_reach(world)
        and not arrow_arrives(world)
    )


def drive(answer):
    """Ask the program to drive through the learner's own world."""
    world = world_of(answer)
    return Outcome(value={"solved": False, "bumps": 0, "ended": "done"}) if world is None else meet("program", in_world(world))(answer)


def arrives(outcome):
    return not outcome.error and outcome.value["solved"] and outcome.value["ended"] == "done"


CASES = (
    Case(
        "world", is_world, accept=lambda outcome: outcome.value, label="Your map is a world: one goal, six walls inside, at least one turn"
    ),
    Case("solved", drive, accept=arrives, label="Your program leads the robot to the goal", weight=2, needs=("world",)),
)


def of_world(question):
    """Return a recogniser that asks about the world that was drawn, where there is one."""

    def when(answer):
        world = world_of(answer)
        return world is not None and question(world)

    return when


def has_no_way_in(answer):
    return world_of(answer) is None


def bumps(answer):
    return bool(drive(answer).value["bumps"])


def goes_elsewhere(answer):
    return not drive(answer).value["solved"]


def is_no_list(answer):
    return not isinstance(answer.read("who_arrives").value, list | tuple | set)


def names_strangers(answer):
    return any(name not in GUESTS for name in answer.read("who_arrives").value)


def names_arrow(answer):
    return "arrow" in answer.read("who_arrives").value


MISCONCEPTIONS = (
    Misconception(
        "map_cannot_be_read",
        has_no_way_in,
        "Your map cannot be read as a world. Run its cell: it says what to change in which row.",
    ),
    Misconception(
        "goals_are_not_one",
        of_world(lambda world: len(world.goal) != 1),
        "Your world needs exactly one goal. Write one `G` on a free square.",
    ),
    Misconception(
        "goal_is_walled_in",
        of_world(lambda world: not goal_in_reach(world)),
        "No way leads to the goal. Open a wall.",
    ),
    Misconception(
        "too_few_walls",
        of_world(lambda world: len(inner_walls(world)) < WALLS),
        "Your world is nearly empty. Put at least six walls inside, away from the border.",
    ),
    Misconception(
        "goal_lies_straight_ahead",
        of_world(arrow_arrives),
        "The goal lies straight ahead: too easy. Put it where the robot must turn.",
    ),
    Misconception(
        "bumps",
        bumps,
        "Your robot bumps into a wall. Play it step by step and look where the way is shorter than you thought.",
    ),
    Misconception(
        "goes_elsewhere",
        goes_elsewhere,
        "Your robot does not end at the goal. Did you change the map after the program?",
    ),
    Misconception(
        "is_no_list",
        is_no_list,
        'A list stands between square brackets, as in `["hand"]`.',
    ),
    Misconception(
        "names_strangers",
        names_strangers,
        'Write the names of the guests as they stand there: `"arrow"`, `"spinner"`, `"hand"`.',
    ),
    Misconception(
        "names_arrow",
        names_arrow,
        "The guest `arrow` only goes straight on. Look at its picture again: does it stand at the goal?",
    ),
    Misconception(
        "guests_are_mixed_up",
        lambda answer: True,
        "Your world is right. Let the guests run once more in the last version of your map, and look who stands at the goal.",
    ),
)

LADDER = (
    "Take one part after the other: the map, your program, the guests. Which part is the first line with ✘ about?",
    "Go through your map with a finger, as a program goes: count the squares up to each corner. Whenever you change the map, let your robot and all three guests run again.",
    "In another world, `arrow` goes straight on and stops at a wall, two squares from the goal. It was near, but its name does not belong into the list.",
)
