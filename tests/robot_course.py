"""A small course whose one exercise shows everything that moves: two robots, player, pad, season, dashboard."""

import shutil
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).resolve().parent
SOURCES: Final = TESTS / "notebooks" / "robots"
MODULE: Final = "tiny_steps"
EXERCISE: Final = "guide_robot"
POINTS: Final = 4
RIGHT: Final = """\
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()"""
HALF: Final = "def program(robot):\n    while not robot.at_goal() and not robot.wall_ahead():\n        robot.forward()"
"""Goes straight on: the street and the far flag, two cases of four."""
WRONG: Final = "def program(robot):\n    robot.turn_left()"
CANARIES: Final = ("WORLD-CANARY", "world_canary", "77123456")
"""What stands in the hidden worlds and nowhere else."""


def lay_out_robot_course(folder: Path) -> Path:
    """Return the tiny course with this exercise in place of its own."""
    root = Path(shutil.copytree(TESTS / "tiny_course", folder / "robot_course"))
    for path in (*root.glob("course/exercises/*/*.py"), *root.glob("graders/checks/*/*.py"), *root.glob("graders/rubrics/*/*.toml")):
        path.unlink()
    shutil.copytree(SOURCES, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.ipy"))
    source = f"course/exercises/{MODULE}/{EXERCISE}"
    shutil.copy(SOURCES / f"{source}.ipy", root / f"{source}.py")
    module = root / "course" / "modules" / MODULE / "module.toml"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace('["double_number", "explain_doubling"]', f'["{EXERCISE}"]'), encoding="utf-8")
    return root
