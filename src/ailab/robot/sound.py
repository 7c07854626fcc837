"""Rules that a world must keep, whoever made it: a drawing, a generator or a program."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from ailab.robot.mistakes import say
from ailab.robot.problem import Problem
from ailab.robot.world import COLORS, THINGS, Arena, Box, Cell, GridWorld, Patch, Point

RADIUS: Final = 8.0
"""Of the robot, centimeters."""
MOST_CELLS: Final = 100
"""Cells along one side of a grid world."""
LONGEST_SIDE: Final = 1000.0
"""Of an arena, centimeters."""


def faults(world: GridWorld | Arena) -> list[Problem]:
    """Return what makes this world unusable; empty for a sound one."""
    rules = _grid_faults(world) if isinstance(world, GridWorld) else _arena_faults(world)
    return [Problem(what=what, remedy=remedy) for what, remedy in rules]


def _grid_faults(world: GridWorld) -> Iterator[tuple[str, str]]:
    if not all(type(side) is int and 1 <= side <= MOST_CELLS for side in (world.width, world.height)):
        yield (
            say("The world is {width} cells wide and {height} high.").format(width=world.width, height=world.height),
            say("Give it 1 to {most} cells each way.").format(most=MOST_CELLS),
        )
        return
    start = (world.start.x, world.start.y)
    if not _inside(start, world) or start in world.walls:
        yield say("The robot starts inside a wall or outside the map."), say("Put its arrow on a free cell.")
    if world.start.heading % 90 != 0:
        yield say("The robot starts at a slant."), say("In cells it looks north, east, south or west: 0, 90, 180 or 270.")
    yield from _cell_faults(world)
    yield from _word_faults(world.things.values(), THINGS)
    yield from _word_faults(world.wanted.things.values(), THINGS)
    yield from _word_faults((*world.paint.values(), *world.wanted.paint.values()), COLORS)
    if world.battery is not None and not (type(world.battery) is int and world.battery >= 0):
        yield _battery_fault(world.battery)


def _battery_fault(charge: float) -> tuple[str, str]:
    return say("The battery holds {charge}.").format(charge=charge), say(
        "Give it a number above zero, or leave it out: then it never runs out."
    )


def _cell_faults(world: GridWorld) -> Iterator[tuple[str, str]]:
    wanted = world.wanted
    for cell in sorted({*world.goal, *world.things, *world.paint, *wanted.things, *wanted.cleared, *wanted.watered, *wanted.paint}):
        if not _inside(cell, world) or cell in world.walls:
            yield (
                say("Column {x}, row {y} holds a goal, a thing or paint, and it is a wall or outside the map.").format(
                    x=cell[0] + 1, y=cell[1] + 1
                ),
                say("Move it to a free cell."),
            )
    for cell in sorted(wanted.watered):
        if world.things.get(cell) != "palm":
            yield (
                say("Column {x}, row {y} should be watered, and no palm stands there.").format(x=cell[0] + 1, y=cell[1] + 1),
                say("Plant a palm there, or do not ask for water."),
            )


def _word_faults(words: Iterable[str], known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for word in sorted({str(word) for word in words} - set(known)):
        yield say("Nobody knows `{word}`.").format(word=word), say("Use one of: {known}.").format(known=", ".join(known))


def _inside(cell: Cell | Point, world: GridWorld) -> bool:
    x, y = cell
    return x == int(x) and y == int(y) and 0 <= x < world.width and 0 <= y < world.height


def _arena_faults(world: Arena) -> Iterator[tuple[str, str]]:
    if not all(_number(side) and 2 * RADIUS < side <= LONGEST_SIDE for side in (world.width, world.height)):
        yield (
            say("The floor is {width} cm by {height} cm.").format(width=world.width, height=world.height),
            say("Give it {least} to {most} cm each way.").format(least=f"{2 * RADIUS + 1:g}", most=f"{LONGEST_SIDE:g}"),
        )
        return
    numbers_fault = _arena_numbers(world)
    if numbers_fault:
        yield numbers_fault
        return
    start = (world.start.x, world.start.y)
    if not is_free(world, start, RADIUS):
        yield say("The robot starts inside an obstacle or too near to the edge."), say("Leave a free square around its arrow.")
    if world.goal:
        for point in world.goal.path:
            if not is_free(world, point, 0.0):
                yield say("The goal lies inside an obstacle or outside the floor."), say("Move it to the free floor.")
    yield from _word_faults((*(stripe.color for stripe in world.stripes), *(patch.color for patch in world.patches)), COLORS)


def _arena_numbers(world: Arena) -> tuple[str, str] | None:
    rectangles: tuple[Box | Patch, ...] = (*world.boxes, *world.patches)
    sizes = [size for each in rectangles for size in (each.width, each.height)]
    sizes += [disc.radius for disc in world.discs] + [stripe.width for stripe in world.stripes]
    places = [place for each in rectangles for place in (each.x, each.y)]
    places += [each for disc in world.discs for each in (disc.x, disc.y)] + [world.start.x, world.start.y, world.start.heading]
    places += [each for stripe in world.stripes for point in stripe.points for each in point]
    spreads = [world.noise.distance, world.noise.compass, world.noise.motors]
    if world.goal:
        sizes.append(world.goal.radius)
        spreads.append(world.goal.speed)
        places += [each for point in world.goal.path for each in point]
        if not world.goal.path:
            return say("The goal has no place."), say("Give its path one point or more.")
    if not all(map(_number, places)):
        return say("A place is not a number."), say("Write x and y in centimeters.")
    if not all(_number(size) and size > 0 for size in sizes):
        return say("A size is not above zero."), say("Give boxes, discs, stripes, patches and the goal a size in centimeters.")
    if not all(_number(spread) and spread >= 0 for spread in spreads):
        return say("Noise or speed is below zero."), say("Write 0 for none.")
    if world.battery is not None and not (_number(world.battery) and world.battery >= 0):
        return _battery_fault(world.battery)
    return None


def _number(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(value)  # type: ignore[arg-type]


def is_free(world: Arena, point: Point, radius: float) -> bool:
    """Say whether a disc around this point touches no obstacle and no edge."""
    x, y = point
    if not (radius <= x <= world.width - radius and radius <= y <= world.height - radius):
        return False
    for box in world.boxes:
        away_x = max(box.x - x, 0.0, x - box.x - box.width)
        away_y = max(box.y - y, 0.0, y - box.y - box.height)
        if away_x * away_x + away_y * away_y < radius * radius or (away_x == 0 and away_y == 0):
            return False
    return all((disc.x - x) ** 2 + (disc.y - y) ** 2 >= (disc.radius + radius) ** 2 for disc in world.discs)
