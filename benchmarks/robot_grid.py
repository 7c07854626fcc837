"""A step in a world of cells beside MiniGrid-Empty-8x8: the same empty room, the same way round and round.

Each of MiniGrid's steps also makes a picture of 7 × 7 cells for the robot, which nobody asked for here; ours answers what it
is asked. Both begin anew every eleven rounds. The learner's verbs are measured without `simulate`, as a robot tried out in a cell.

What would lift the figure further: the engine is two list appends and a few whole numbers a step, so little; the verbs
spend their time on finding out whether a number is one, on the lock and on the line of the program.
"""

import sys
from collections.abc import Callable
from typing import Any, Final

from ailab.robot.grid import GridEngine
from ailab.robot.robots import Robot, Terms
from ailab.robot.shipped import World
from ailab.robot.world import GridWorld
from benchmarks.measure import Row, in_turns
from benchmarks.robot_others import called, installed

_REPEATS: Final = 7
_TIMES: Final = 4
_ROUNDS: Final = 11
_SIDES: Final = (5, 4, 5, 4)
"""Past the corner where the goal is, beside it."""
_WALK: Final = [action for side in _SIDES for action in (*["forward"] * side, "turn_right")] * _ROUNDS
_THEIR_ACTIONS: Final = {"forward": 2, "turn_right": 1}
_CELLS: Final = 18
_PATIENT: Final = Terms(limit=1_000_000)

Walk = Callable[[], int]
"""A whole walk; it gives the number of different cells entered."""


def rows() -> list[Row]:
    """Compare the engine and the learner's verbs."""
    gymnasium, minigrid = installed("gymnasium"), installed("minigrid")
    if gymnasium is None or minigrid is None:
        return []
    environment = gymnasium.make("MiniGrid-Empty-8x8-v0")
    room = _room()
    ours: dict[str, Walk] = {"engine": lambda: _engine(room), "learner's verbs": lambda: _verbs(room)}
    return [_row(name, walk, lambda: _theirs(environment)) for name, walk in ours.items()]


def _room() -> GridWorld:
    world = World.from_text("\n".join([">" + "." * 5, *["." * 6] * 4, "." * 5 + "G"]))
    if not isinstance(world, GridWorld):
        raise TypeError("the room is a grid world")
    return world


def _row(name: str, ours: Walk, theirs: Walk) -> Row:
    our_time, their_time = in_turns(_that_moves(name, ours), _that_moves("MiniGrid", theirs), repeats=_REPEATS)
    steps = len(_WALK) * _TIMES
    return Row(
        name=f"grid step, {name}",
        ours=1e6 * our_time / steps,
        theirs=1e6 * their_time / steps,
        against=f"{called('minigrid')}, Empty-8x8",
        unit="µs",
    )


def _that_moves(name: str, walk: Walk) -> Callable[[], None]:
    print(f"  {name}: {len(_WALK) * _TIMES} steps, {walk()} cells", file=sys.stderr)

    def run() -> None:
        for _ in range(_TIMES):
            if walk() != _CELLS:
                raise RuntimeError(f"{name} did not go round")

    return run


def _engine(room: GridWorld) -> int:
    engine = GridEngine(room)
    forward, turn = engine.forward, engine.turn
    for action in _WALK:
        if action == "forward":
            forward()
        else:
            turn(1, action)
    return len({pose[0] for pose in engine.poses})


def _verbs(room: GridWorld) -> int:
    robot: Any = Robot(room, terms=_PATIENT)
    for action in _WALK:
        if action == "forward":
            robot.forward()
        else:
            robot.turn_right()
    return int(robot.outcome.visited)


def _theirs(environment: Any) -> int:
    environment.reset(seed=0)
    cells = set()
    for action in _WALK:
        environment.step(_THEIR_ACTIONS[action])
        cells.add(tuple(environment.unwrapped.agent_pos))
    return len(cells)
