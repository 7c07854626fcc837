"""Worlds before the robot comes: floor, walls, obstacles and goal as SVG. `§` stands for the picture's id."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from math import dist
from typing import Final

from ailab.robot.replay.art import CLAY, CLAY_DARK, CLAY_LIGHT, LINE, MARKS, PAINTS, SAND, SHAPES, mark_color, paint
from ailab.robot.replay.motion import CELL, CENTIMETER, Key
from ailab.robot.world import Arena, Box, Cell, Disc, GridWorld, Point, World

FRAME: Final = 24
"""Units of wall round a world."""
_TILE: Final = (
    '<pattern id="§f" width="80" height="80" patternUnits="userSpaceOnUse">'
    f'<path d="M0 0H80M0 0V80" stroke="{LINE}" stroke-width="3"/><path d="M0-9L9 0L0 9zM80-9V9L71 0zM0 71L9 80H0zM80 71V80H71z" fill="#e7d2a6"/></pattern>'
)
_BRICK: Final = (
    '<pattern id="§w" width="40" height="40" patternUnits="userSpaceOnUse">'
    f'<rect width="40" height="40" fill="{CLAY}"/><path d="M2 3H38M2 23H18M22 23H38" stroke="{CLAY_LIGHT}" stroke-width="4"/>'
    f'<path d="M0 0H40M0 20H40M0 0V20M20 20V40M40 0V20" stroke="{CLAY_DARK}" stroke-width="2"/></pattern>'
)
_POT: Final = (
    f'<g id="§pot"><circle r="40" fill="{CLAY}" stroke="{CLAY_DARK}" stroke-width="3"/><circle r="32" fill="#6b4a32"/>'
    '<g id="§leaf" fill="#5fae57" stroke="#2e7a3b" stroke-width="2"><path d="M0 0Q12-20 0-29Q-12-20 0 0z"/><path d="M0 0Q12 20 0 29Q-12 20 0 0z"/></g>'
    '<use href="#§leaf" transform="rotate(60)"/><use href="#§leaf" transform="rotate(120)"/></g>'
)


def size(world: World) -> tuple[int, int]:
    """Return width and height of a world in units, without its frame."""
    scale = CELL if isinstance(world, GridWorld) else CENTIMETER
    return round(world.width * scale), round(world.height * scale)


def floor(world: World) -> str:
    """Return frame and floor with all that stands fast."""
    width, height = size(world)
    inside = _grid(world) if isinstance(world, GridWorld) else _arena(world)
    return (
        f"<defs>{_TILE}{_BRICK}</defs>"
        f'<rect x="{-FRAME}" y="{-FRAME}" width="{width + 2 * FRAME}" height="{height + 2 * FRAME}" rx="14" fill="url(#§w)" stroke="{CLAY_DARK}" stroke-width="3"/>'
        f'<rect x="-3" y="-3" width="{width + 6}" height="{height + 6}" rx="5" fill="{SAND}" stroke="{CLAY_DARK}" stroke-width="3"/>'
        f'<rect width="{width}" height="{height}" fill="url(#§f)"/>{inside}'
    )


def _grid(world: GridWorld) -> str:
    blocks = "".join(f"M{x * CELL} {y * CELL}h{count * CELL}v{CELL}h{-count * CELL}z" for x, y, count in _rows(world.walls))
    tops = "".join(f"M{x * CELL} {y * CELL + 5}h{count * CELL}" for x, y, count in _rows(frozenset(_open_above(world.walls))))
    goals = "".join(f'<g transform="translate({_middle(x)} {_middle(y)})">{SHAPES["goal"]}</g>' for x, y in sorted(world.goal))
    walls = (
        f'<path d="{blocks}" fill="url(#§w)" stroke="{CLAY_DARK}" stroke-width="3"/><path d="{tops}" stroke="{CLAY_LIGHT}" stroke-width="8"/>'
        if blocks
        else ""
    )
    seams = "".join(_seams(world))
    return f'{_wishes(world)}{goals}{walls}<path d="{seams}" fill="url(#§w)"/>'


def _wishes(world: GridWorld) -> str:
    """Return what shall be painted and brought, pale, in a dashed frame."""
    wishes = [
        *((cell, paint(color)) for cell, color in sorted(world.wanted.paint.items()) if world.paint.get(cell) != color),
        *((cell, SHAPES[thing]) for cell, thing in sorted(world.wanted.things.items()) if world.things.get(cell) != thing),
    ]
    frame = '<rect x="-36" y="-36" width="72" height="72" rx="9" fill="none" stroke="#8d7a5a" stroke-width="3" stroke-dasharray="9 7"/>'
    return "".join(
        f'<g transform="translate({_middle(x)} {_middle(y)})"><g opacity=".3">{drawn}</g>{frame}</g>' for (x, y), drawn in wishes
    )


def _middle(count: float) -> int:
    return round((count + 0.5) * CELL)


def _rows(cells: frozenset[Cell]) -> Iterator[tuple[int, int, int]]:
    """Yield column, row and length of cells that stand side by side."""
    ordered = sorted(cells, key=lambda cell: (cell[1], cell[0]))
    for _, group in groupby(enumerate(ordered), key=lambda item: (item[1][1], item[1][0] - item[0])):
        run = [cell for _, cell in group]
        yield run[0][0], run[0][1], len(run)


def _open_above(walls: frozenset[Cell]) -> Iterator[Cell]:
    # The frame stands above the first row.
    return ((x, y) for x, y in walls if y and (x, y - 1) not in walls)


def _seams(world: GridWorld) -> Iterator[str]:
    """Yield bricks over the line between the frame and walls that lean on it."""
    for y, edge in ((0, 0), (world.height - 1, world.height)):
        for x, _, count in _rows(frozenset(cell for cell in world.walls if cell[1] == y)):
            yield f"M{x * CELL + 2} {edge * CELL - 6}h{count * CELL - 4}v12h{4 - count * CELL}z"
    turned = frozenset((y, x) for x, y in world.walls)
    for x, edge in ((0, 0), (world.width - 1, world.width)):
        for y, _, count in _rows(frozenset(cell for cell in turned if cell[1] == x)):
            yield f"M{edge * CELL - 6} {y * CELL + 2}v{count * CELL - 4}h12v{4 - count * CELL}z"


def _arena(world: Arena) -> str:
    return "".join(
        (
            *(_patch(patch.color, Box(patch.x, patch.y, patch.width, patch.height)) for patch in world.patches),
            *(_stripe(stripe.points, stripe.width, stripe.color) for stripe in world.stripes),
            *(_box(box) for box in world.boxes),
            _pots(world.discs),
        )
    )


def _units(length: float) -> int:
    return round(length * CENTIMETER)


def _patch(color: str, box: Box) -> str:
    x, y, width, height = (_units(side) for side in (box.x, box.y, box.width, box.height))
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{PAINTS[color]}" stroke="#8d7a5a" stroke-width="2"/>'
        f'<path transform="translate({x + width // 2} {y + height // 2})scale(1.5)" d="{MARKS[color]}" fill="none" stroke="{mark_color(color)}" '
        'stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _stripe(points: tuple[Point, ...], width: float, color: str) -> str:
    way = "L".join(f"{_units(x)} {_units(y)}" for x, y in points)
    edge = (
        f'<path d="M{way}" fill="none" stroke="#8d7a5a" stroke-width="{_units(width) + 3}" stroke-linejoin="round"/>'
        if color == "white"
        else ""
    )
    return f'{edge}<path d="M{way}" fill="none" stroke="{PAINTS[color]}" stroke-width="{_units(width)}" stroke-linecap="round" stroke-linejoin="round"/>'


def _box(box: Box) -> str:
    x, y, width, height = (_units(side) for side in (box.x, box.y, box.width, box.height))
    top = f'<path d="M{x + 4} {y + 5}h{width - 8}" stroke="{CLAY_LIGHT}" stroke-width="8"/>' if width > 8 and height > 16 else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="4" fill="url(#§w)" stroke="{CLAY_DARK}" stroke-width="3"/>{top}'


def _pots(discs: tuple[Disc, ...]) -> str:
    """Return clay pots from above, with a plant in each."""
    placed = (f'<use href="#§pot" transform="translate({_units(disc.x)} {_units(disc.y)})scale({disc.radius / 10:g})"/>' for disc in discs)
    return f"<defs>{_POT}</defs>{''.join(placed)}" if discs else ""


def goal_keys(world: Arena, seconds: float) -> tuple[Key, ...]:
    """Return where an arena's goal is from the beginning to the end of a run of so many seconds."""
    goal = world.goal
    assert goal is not None
    length = sum(dist(here, there) for here, there in zip(goal.path, goal.path[1:], strict=False))
    if not (length and goal.speed and seconds):
        return (_goal_key(0.0, goal.path[0]),)
    whole = seconds * goal.speed
    marks, way, points = [_goal_key(0.0, goal.path[0])], 0.0, list(goal.path)
    while True:
        for here, there in pairwise(points):
            leg = dist(here, there)
            if way + leg >= whole:
                share = (whole - way) / leg if leg else 0.0
                return (*marks, _goal_key(1.0, (here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share)))
            way += leg
            marks.append(_goal_key(way / whole, there))
        points.reverse()


def _goal_key(share: float, point: Point) -> Key:
    return Key(share, _units(point[0]), _units(point[1]))
