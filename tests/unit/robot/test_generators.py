"""Worlds from a seed: the same each time, and solvable."""

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from ailab.robot import arena_yard, line_track, maze, palm_row, simulate, souk_delivery, warehouse
from ailab.robot.golden import follow_the_line
from ailab.robot.mistakes import RobotMisused
from ailab.robot.reach import unreachable
from ailab.robot.sound import faults
from ailab.robot.world import Cell, GridWorld

SEEDS = range(200)
MAKERS = [maze, palm_row, souk_delivery, warehouse, arena_yard, line_track]


def way(world: GridWorld, start: Cell, end: Cell) -> list[Cell]:
    came: dict[Cell, Cell] = {start: start}
    queue = deque([start])
    while end not in came:
        x, y = queue.popleft()
        for cell in ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)):
            if cell not in came and cell not in world.walls and 0 <= cell[0] < world.width and 0 <= cell[1] < world.height:
                came[cell] = (x, y)
                queue.append(cell)
    path = [end]
    while path[-1] != start:
        path.append(came[path[-1]])
    return path[::-1]


def go(robot: Any, world: GridWorld, end: Cell) -> None:
    path = way(world, robot.position(), end)
    for (x0, y0), (x1, y1) in pairwise(path):
        wanted = {(0, -1): 0, (1, 0): 90, (0, 1): 180, (-1, 0): 270}[x1 - x0, y1 - y0]
        while robot.heading() != wanted:
            robot.turn_right()
        robot.forward()


def errands(world: GridWorld) -> Iterator[tuple[Cell, str]]:
    yield from ((cell, "water") for cell in sorted(world.wanted.watered))
    for source, target in zip(sorted(world.things), sorted(world.wanted.things), strict=False):
        yield source, "pick"
        yield target, "put"
    yield from ((cell, "heading") for cell in world.goal)


def solve(world: GridWorld) -> Any:
    def program(robot: Any) -> None:
        for cell, verb in errands(world):
            go(robot, world, cell)
            getattr(robot, verb)()

    return simulate(program, world)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_worlds_are_sound_reachable_and_the_same_for_the_same_seed(make: Any) -> None:
    worlds = [make(seed) for seed in SEEDS]

    assert all(faults(world) == unreachable(world) == [] for world in worlds)
    assert worlds[:20] == [make(seed) for seed in range(20)]
    assert len({repr(world) for world in worlds}) > 20


@pytest.mark.parametrize("make", [maze, palm_row, souk_delivery, warehouse], ids=lambda make: make.__name__)
def test_worlds_of_cells_can_be_solved_within_the_limit_and_the_battery(make: Any) -> None:
    assert [seed for seed in SEEDS if not solve(make(seed)).solved] == []


def test_lines_can_be_followed() -> None:
    outcomes = [simulate(follow_the_line, line_track(seed), seconds=40).outcome for seed in range(0, 200, 10)]

    assert min(outcome.line_share for outcome in outcomes) > 0.6
    assert max(outcome.bumps for outcome in outcomes) == 0


def test_mazes_have_the_size_that_was_asked_for() -> None:
    assert (maze(3, 21, 9).width, maze(3, 21, 8).height) == (21, 7)


def test_rows_have_the_palms_that_were_asked_for() -> None:
    assert sorted(palm_row(8, count=3, gap=2).things) == [(3, 1), (5, 1), (7, 1)]


@pytest.mark.parametrize(
    ("make", "given"),
    [(maze, "a"), (maze, (1, 3)), (maze, (1, 1000)), (palm_row, (1, 0)), (arena_yard, (1, 99)), (warehouse, None), (line_track, 0.5)],
)
def test_what_makes_no_sense_is_explained(make: Any, given: Any) -> None:
    with pytest.raises(RobotMisused, match="whole number"):
        make(*given if isinstance(given, tuple) else (given,))
