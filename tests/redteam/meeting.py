"""A second exercise for cheats: a program meets a robot whose worlds are hidden and live in the grader.

A cheat against it says `# exercise: guide_robot` in its header.
"""

from pathlib import Path
from typing import Final

EXERCISE: Final = "guide_robot"
RIGHT: Final = """def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()"""

WORLD_CANARY: Final = "WORLD-CANARY-"
SEED_CANARY: Final = "77123456"
_TABLE: Final = f"""
[exercises.{EXERCISE}]
title = "Guide the robot"
kinds = ["K"]
points = 4
names = ["program"]
outcomes = ["double"]
minutes = 10
"""
_SOURCE: Final = f"""# %% [markdown]
# # Guide the robot
#
# Write `program(robot)`: the robot goes to the flag.

# %% given
from ailab import check

# %% answer
def program(robot):
    ### BEGIN SOLUTION
    while not robot.at_goal():
        robot.turn_right() if robot.wall_ahead() else robot.forward()
    ### END SOLUTION

# %% check
check("{EXERCISE}")
"""
_VISIBLE: Final = f'''"""Visible cases of {EXERCISE}."""

from ailab.checks import Case, Misconception, meet
from ailab.robot import in_world

STREET = meet("program", in_world("first_steps"))


def arrives(outcome):
    return not outcome.error and outcome.value["solved"]


CASES = (Case("street", STREET, accept=arrives, label="The robot reaches the flag"),)
MISCONCEPTIONS = (Misconception("stays", lambda answer: not STREET(answer).value["moves"], "Begin with a step."),)
'''
_HIDDEN: Final = f'''"""Hidden cases of {EXERCISE}. {WORLD_CANARY}1"""

from dataclasses import replace

from ailab.checks import Case, meet
from ailab.robot import World, in_world


def arrives(outcome):
    return not outcome.error and outcome.value["solved"]


def lane(drawing):
    world = replace(World.from_text(drawing, name="{WORLD_CANARY}2"), title="{WORLD_CANARY}3")
    return meet("program", in_world(world, seed={SEED_CANARY}))


def cases(seed):
    return (
        Case("far", lane(">.......G"), accept=arrives),
        Case("bend", lane(">..\\n##.\\n##G"), accept=arrives),
        Case("two_bends", lane(">..\\n##.\\nG.."), accept=arrives),
    )
'''


def add_meeting(root: Path, module: str) -> None:
    """Add the exercise to a module of a course."""
    course, checks = root / "course", root / "graders" / "checks" / module
    (course / "exercises" / module / f"{EXERCISE}.py").write_text(_SOURCE, encoding="utf-8")
    (course / "exercises" / module / f"{EXERCISE}_check.py").write_text(_VISIBLE, encoding="utf-8")
    (checks / f"{EXERCISE}.py").write_text(_HIDDEN, encoding="utf-8")
    table = course / "exercises" / module / "exercises.toml"
    table.write_text(table.read_text(encoding="utf-8") + _TABLE, encoding="utf-8")
    listed = course / "modules" / module / "module.toml"
    listed.write_text(
        listed.read_text(encoding="utf-8").replace('"explain_doubling"]', f'"explain_doubling", "{EXERCISE}"]'), encoding="utf-8"
    )
