"""Visible cases of test_own_world."""

from ailab.checks import Case, Misconception, Outcome, meet
from ailab.errors import AilabError
from ailab.robot import World, in_world
from ailab.robot.reach import cells_in_reach
from ailab.robot.world import GridWorld

WALLS, WASTE = 4, 3
LARGEST = 40
"""Rows or columns of the largest map that is looked at."""
TESTS = ("all_collected", "has_arrived", "never_bumps")
ASLEEP = {"arrived": False, "left": 3, "bumps": 0}
FINE = {"arrived": True, "left": 0, "bumps": 0}
BROKEN = (
    ASLEEP,
    {"arrived": True, "left": 1, "bumps": 0},
    {"arrived": True, "left": 0, "bumps": 1},
    {"arrived": False, "left": 0, "bumps": 0},
)


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


def waste(world):
    return {place for place, thing in world.things.items() if thing == "parcel"}


def all_in_reach(world):
    return waste(world) | world.goal <= cells_in_reach(world)


def is_world(answer):
    """Ask whether the map is as the text wants it."""
    world = world_of(answer)
    return Outcome(
        value=world is not None
        and len(world.goal) == 1
        and len(waste(world)) >= WASTE
        and len(inner_walls(world)) >= WALLS
        and all_in_reach(world)
    )


def drive(answer):
    """Ask for the report on the program in the learner's own world, from the world itself."""
    world = world_of(answer)
    if world is None:
        return Outcome(value=ASLEEP)
    outcome = meet("program", in_world(world))(answer)
    run = outcome.value
    arrived = tuple(run["path"][-1][:2]) in world.goal and run["ended"] == "done" and not outcome.error
    return Outcome(
        value={"arrived": arrived, "left": run["missing"] - (tuple(run["path"][-1][:2]) not in world.goal), "bumps": run["bumps"]}
    )


def verdicts(answer, report):
    return [answer.call(test, report).value for test in TESTS]


def says_yes(answer):
    return Outcome(value=verdicts(answer, drive(answer).value))


CASES = (
    Case("world", is_world, True, label="Your map is a world: one star, three pieces of waste, four walls inside, all in reach"),
    Case("solved", drive, FINE, label="Your robot collects all, ends at the star and never bumps", weight=2, needs=("world",)),
    Case("passed", says_yes, [True, True, True], label="Your three tests say yes to your robot", needs=("world", "solved")),
    Case(
        "asleep",
        lambda answer: Outcome(value=verdicts(answer, ASLEEP)),
        [False, False, True],
        label="A robot that sleeps: two tests say no",
        needs=("world", "solved", "passed"),
    ),
)


def of_world(question):
    """Return a recogniser that asks about the world that was drawn, where there is one."""

    def when(answer):
        world = world_of(answer)
        return world is not None and question(world)

    return when


def reports(answer, key):
    return drive(answer).value[key]


def gave(answer):
    """Return what the tests said about a good robot and about the broken ones."""
    return [verdicts(answer, report) for report in (FINE, *BROKEN)]


def some_give_nothing(answer):
    return any(None in said for said in gave(answer))


def some_are_no_bool(answer):
    return any(not isinstance(one, bool) for said in gave(answer) for one in said)


def says_no_to_good(answer):
    return verdicts(answer, FINE) != [True, True, True]


def always_yes(answer):
    return any(all(said[number] is True for said in gave(answer)) for number in range(len(TESTS)))


MISCONCEPTIONS = (
    Misconception(
        "map_cannot_be_read",
        lambda answer: world_of(answer) is None,
        "Your map cannot be read as a world. Has it exactly one robot?",
    ),
    Misconception(
        "stars_are_not_one",
        of_world(lambda world: len(world.goal) != 1),
        "Your world needs exactly one star. Then the robot has one place where it brings the waste.",
    ),
    Misconception(
        "too_little_waste",
        of_world(lambda world: len(waste(world)) < WASTE),
        "There is too little waste. Lay at least three pieces.",
    ),
    Misconception(
        "too_few_walls",
        of_world(lambda world: len(inner_walls(world)) < WALLS),
        "Your world is nearly empty. Put at least four walls inside, away from the edge.",
    ),
    Misconception(
        "out_of_reach",
        of_world(lambda world: not all_in_reach(world)),
        "Something is walled in: a piece of waste, or the star. Open a wall.",
    ),
    Misconception(
        "bumps",
        lambda answer: reports(answer, "bumps") > 0,
        "Your robot bumps into a wall. Play it step by step: where is the way shorter than you thought?",
    ),
    Misconception(
        "leaves_waste",
        lambda answer: reports(answer, "left") > 0,
        "Some waste is still lying there. The robot must stand on it and pick it up.",
    ),
    Misconception(
        "ends_elsewhere",
        lambda answer: not reports(answer, "arrived"),
        "Your robot collects all, and does not end at the star. What is missing at the end?",
    ),
    Misconception(
        "gives_nothing_back",
        some_give_nothing,
        "A test gives no answer. Each one must say yes or no, whatever happened.",
    ),
    Misconception(
        "is_no_yes_or_no",
        some_are_no_bool,
        "A test gives back something else than `True` or `False`. Compare the number: is it as you want it?",
    ),
    Misconception(
        "says_no_to_good",
        says_no_to_good,
        "Your robot did all well, and a test says no. Which number stands in the report of a good robot?",
    ),
    Misconception(
        "always_says_yes",
        always_yes,
        "One test says yes to broken robots too. Such a test finds nothing: what must it look at?",
    ),
    Misconception(
        "finds_some_only",
        lambda answer: True,
        "Your tests find some broken robots, but not all. Try a report with one piece left, and one with a single bump.",
    ),
)

LADDER = (
    "Read the first line with ✘ again. Is it about the world, the way, or a test?",
    "A good test says yes to what is right and no to all that is broken. Try each test with two reports.",
    'Another test, for a watering robot: `report["dry"] == 0` is `True` when no palm is dry. With one dry palm it is `False`.',
)
