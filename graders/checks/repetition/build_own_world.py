"""Hidden cases of build_own_world: a clean drive, and what was found out about the guests."""

from ailab.checks import Case, Outcome, meet
from ailab.errors import AilabError
from ailab.robot import Robot, World, in_world
from ailab.robot.world import GridWorld

LARGEST = 40


def cases(_seed):
    # The world is the learner's own: there is nothing for a seed to change.
    return (
        Case("no_bump", _drive, accept=_is_clean, needs=("world", "solved")),
        Case("spinner", _asks_about("spinner", _spinner), True, needs=("world", "solved")),
        Case("hand", _asks_about("hand", _hand), True, needs=("world", "solved")),
    )


def _world_of(answer):
    text = answer.read("my_map").value
    if not isinstance(text, str) or len(text) > (LARGEST + 1) ** 2:
        return None
    try:
        world = World.from_text(text)
    except AilabError:
        return None
    return world if isinstance(world, GridWorld) and max(world.width, world.height) <= LARGEST else None


def _drive(answer):
    world = _world_of(answer)
    return Outcome() if world is None else meet("program", in_world(world))(answer)


def _is_clean(outcome):
    return not outcome.error and outcome.value["solved"] and not outcome.value["bumps"]


def _asks_about(name, guest):
    """Ask whether the learner's list is right about this guest, and about nobody who does not exist."""

    def ask(answer):
        world, listed = _world_of(answer), answer.read("who_arrives").value
        if world is None or not isinstance(listed, list | tuple | set) or any(each not in ("spinner", "hand") for each in listed):
            return Outcome(value=False)
        robot = Robot(world)
        guest(robot)
        return Outcome(value=robot.at_goal() == (name in listed))

    return ask


def _spinner(robot):
    for _ in range(200):
        if robot.at_goal():
            return
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()


def _hand(robot):
    for _ in range(400):
        if robot.at_goal():
            return
        if not robot.wall_right():
            robot.turn_right()
            robot.forward()
        elif robot.wall_ahead():
            robot.turn_left()
        else:
            robot.forward()
