"""Worlds of cells from a seed: the same seed gives the same world everywhere, and a way to solve it."""

from random import Random
from typing import Any, Final, TypeVar

from ailab.robot.mistakes import whole_number
from ailab.robot.sound import MOST_CELLS
from ailab.robot.world import Cell, GridWorld, Start, Wanted

_MOST_SEED: Final = 2**63
_Each = TypeVar("_Each")


def dice(verb: str, seed: Any) -> Random:
    """Return the private random stream of a generator."""
    return Random(whole_number(verb, seed, -_MOST_SEED, _MOST_SEED))


def below(random: Random, count: int) -> int:
    """Return a whole number from 0 to count - 1; drawn by .random() alone, whose stream never changes."""
    return int(random.random() * count)


def pick_from(random: Random, choices: list[_Each]) -> _Each:
    """Take one of the choices out of the list."""
    return choices.pop(below(random, len(choices)))


def maze(seed: int, width: int = 9, height: int = 9) -> GridWorld:
    """Return a maze with one way between any two places.

    Parameters
    ----------
    seed : int
        The same seed gives the same maze.
    width, height : int
        Cells, 5 to 99; an even number gives one cell less.

    Returns
    -------
    GridWorld
        With the goal at the place farthest from the start.

    Examples
    --------
    >>> maze(1) == maze(1)
    True
    >>> maze(1, 7, 5).width
    7
    """
    random = dice("maze", seed)
    width, height = (_odd(whole_number("maze", side, 5, MOST_CELLS)) for side in (width, height))
    free: set[Cell] = {(1, 1)}
    far: dict[Cell, int] = {(1, 1): 0}
    path = [(1, 1)]
    while path:
        x, y = path[-1]
        ways = [
            (dx, dy)
            for dx, dy in ((0, -2), (2, 0), (0, 2), (-2, 0))
            if 0 < x + dx < width and 0 < y + dy < height and (x + dx, y + dy) not in free
        ]
        if not ways:
            path.pop()
            continue
        dx, dy = pick_from(random, ways)
        free |= {(x + dx // 2, y + dy // 2), (x + dx, y + dy)}
        far[x + dx, y + dy] = far[x, y] + 2
        path.append((x + dx, y + dy))
    goal = max(sorted(far), key=lambda cell: far[cell])
    return GridWorld(
        name="maze",
        title="A maze",
        width=width,
        height=height,
        start=Start(1, 1, 90.0 if (2, 1) in free else 180.0),
        walls=_walls(width, height, free),
        goal=frozenset({goal}),
    )


def palm_row(seed: int, count: int | None = None, gap: int | None = None) -> GridWorld:
    """Return a row of palms that all want water, as far from each other as the gap says.

    Parameters
    ----------
    seed : int
        The same seed gives the same row.
    count : int, optional
        Number of palms; 3 to 9, drawn from the seed when it is not given.
    gap : int, optional
        Steps from the start to the first palm, and from each to the next; 1 to 3, drawn when it is not given.

    Returns
    -------
    GridWorld
        Without a goal: the row is done when every palm has been watered once.

    Examples
    --------
    >>> len(palm_row(0, count=4).wanted.watered)
    4
    """
    random = dice("palm_row", seed)
    drawn = 3 + below(random, 7), 1 + below(random, 3)
    count = drawn[0] if count is None else whole_number("palm_row", count, 1, 20)
    gap = drawn[1] if gap is None else whole_number("palm_row", gap, 1, 4)
    palms = [(1 + gap * (number + 1), 1) for number in range(count)]
    width = palms[-1][0] + 2
    return GridWorld(
        name="palm_row",
        title="A row of palms",
        width=width,
        height=3,
        start=Start(1, 1, 90.0),
        walls=_walls(width, 3, {(x, 1) for x in range(1, width - 1)}),
        things=dict.fromkeys(palms, "palm"),
        wanted=Wanted(watered=frozenset(palms)),
    )


def souk_delivery(seed: int) -> GridWorld:
    """Return streets between stalls, with a parcel to take to the stall that is the goal.

    Parameters
    ----------
    seed : int
        The same seed gives the same streets.

    Returns
    -------
    GridWorld
        Solved when the parcel lies on the goal and the robot stands there.

    Examples
    --------
    >>> world = souk_delivery(3)
    >>> list(world.wanted.things.values())
    ['parcel']
    """
    random = dice("souk_delivery", seed)
    blocks_x, blocks_y = 2 + below(random, 3), 2 + below(random, 2)
    width, height = 3 * blocks_x + 3, 3 * blocks_y + 3
    free = {(x, y) for x in range(1, width - 1) for y in range(1, height - 1) if x % 3 == 1 or y % 3 == 1}
    corners = [(x, y) for x in range(1, width, 3) for y in range(1, height, 3)]
    corners.remove((1, 1))
    parcel, goal = pick_from(random, corners), pick_from(random, corners)
    return GridWorld(
        name="souk_delivery",
        title="A delivery in the souk",
        width=width,
        height=height,
        start=Start(1, 1, 90.0),
        walls=_walls(width, height, free),
        goal=frozenset({goal}),
        things={parcel: "parcel"},
        wanted=Wanted(things={goal: "parcel"}),
    )


def warehouse(seed: int) -> GridWorld:
    """Return shelves with parcels in the aisles, to be laid on the cells along the wall at the right.

    Parameters
    ----------
    seed : int
        The same seed gives the same warehouse.

    Returns
    -------
    GridWorld
        With a battery that is enough for one who takes no long way round.

    Examples
    --------
    >>> world = warehouse(5)
    >>> len(world.things) == len(world.wanted.things)
    True
    """
    random = dice("warehouse", seed)
    aisles, depth = 2 + below(random, 3), 3 + below(random, 3)
    width, height = 2 * aisles + 4, depth + 4
    free = {(x, y) for x in range(1, width - 1) for y in range(1, height - 1) if y in (1, height - 2) or x % 2 == 1 or x == width - 2}
    shelves = [(2 * aisle + 1, 2 + row) for aisle in range(aisles) for row in range(depth)]
    parcels = sorted(pick_from(random, shelves) for _ in range(2 + below(random, 3)))
    places = [(width - 2, 2 + number) for number in range(len(parcels))]
    return GridWorld(
        name="warehouse",
        title="The warehouse",
        width=width,
        height=height,
        start=Start(1, 1, 90.0),
        walls=_walls(width, height, free),
        things=dict.fromkeys(parcels, "parcel"),
        wanted=Wanted(things=dict.fromkeys(places, "parcel"), cleared=frozenset(parcels)),
        battery=2 * (width + height) * len(parcels),
    )


def _odd(side: int) -> int:
    return side if side % 2 else side - 1


def _walls(width: int, height: int, free: set[Cell]) -> frozenset[Cell]:
    return frozenset((x, y) for x in range(width) for y in range(height) if (x, y) not in free)
