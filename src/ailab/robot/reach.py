"""Which places a robot can get to: a goal nobody can reach makes a lesson that nobody can finish."""

from collections import deque
from collections.abc import Iterator
from typing import Final

from ailab.robot.mistakes import say
from ailab.robot.problem import Problem
from ailab.robot.rays import Obstacles
from ailab.robot.world import Arena, Cell, GridWorld, Point

_LATTICE: Final = 4.0
"""Centimeters between the places that are tried in an arena."""


def unreachable(world: GridWorld | Arena) -> list[Problem]:
    """Return what the robot should get to and cannot; its author will want to know."""
    places = _lost_cells(world) if isinstance(world, GridWorld) else _lost_goals(world)
    return [
        Problem(
            what=say("The robot cannot get to {place}.").format(place=place),
            remedy=say("Open a way to it."),
            fatal=False,
        )
        for place in places
    ]


def cells_in_reach(world: GridWorld) -> frozenset[Cell]:
    """Return every cell that the robot can enter."""
    found = {(int(world.start.x), int(world.start.y))}
    queue = deque(found)
    while queue:
        x, y = queue.popleft()
        for cell in ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)):
            inside = 0 <= cell[0] < world.width and 0 <= cell[1] < world.height
            if inside and cell not in world.walls and cell not in found:
                found.add(cell)
                queue.append(cell)
    return frozenset(found)


def _lost_cells(world: GridWorld) -> Iterator[str]:
    reached, wanted = cells_in_reach(world), world.wanted
    if world.goal and not world.goal & reached:
        yield say("its goal")
    for x, y in sorted({*wanted.things, *wanted.cleared, *wanted.watered, *wanted.paint} - reached):
        yield say("column {x}, row {y}").format(x=x + 1, y=y + 1)


def _lost_goals(world: Arena) -> Iterator[str]:
    if world.goal and not any(in_reach(world, point, world.goal.radius) for point in world.goal.path):
        yield say("its goal")


def in_reach(world: Arena, point: Point, radius: float) -> bool:
    """Say whether the robot can drive from its start to within `radius` of this point."""
    start, touched = (world.start.x, world.start.y), Obstacles(world).touched
    found, queue = {(0, 0)}, deque([(0, 0)])
    while queue:
        column, row = queue.popleft()
        x, y = start[0] + column * _LATTICE, start[1] + row * _LATTICE
        if (x - point[0]) ** 2 + (y - point[1]) ** 2 <= radius * radius:
            return True
        for place in ((column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)):
            if place not in found and not touched(start[0] + place[0] * _LATTICE, start[1] + place[1] * _LATTICE):
                found.add(place)
                queue.append(place)
    return False
