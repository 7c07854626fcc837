"""Worlds as frozen records: a grid of cells for lesson verbs, an arena in centimeters for driving.

One way of counting in both: x grows to the right, y grows downwards, as a map is read; a heading is in
degrees clockwise from north, as a compass shows it (0 north, 90 east).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Cell = tuple[int, int]
"""Column and row of a cell, counted from 0 at the top left."""
Point = tuple[float, float]
"""x and y in centimeters."""

COLORS: Final = ("black", "white", "red", "orange", "yellow", "green", "blue", "purple")
"""What can be painted, and what a color sensor tells apart."""
THINGS: Final = ("date", "olive", "parcel", "palm", "battery")
"""What can lie on a cell. A palm stays where it is and wants water; the others can be picked."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where the robot begins."""

    x: float
    y: float
    heading: float = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What must be so in a grid world at the end, beside reaching a goal cell where there is one."""

    things: Mapping[Cell, str] = field(default_factory=dict)
    """Things that must lie on these cells."""
    cleared: frozenset[Cell] = frozenset()
    """Cells on which nothing may lie any more."""
    watered: frozenset[Cell] = frozenset()
    """Palms that must have been watered, exactly once each."""
    paint: Mapping[Cell, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridWorld:
    """A world of square cells."""

    name: str
    width: int
    height: int
    start: Start
    walls: frozenset[Cell] = frozenset()
    goal: frozenset[Cell] = frozenset()
    """Cells on any of which the robot may end; empty when there is none."""
    things: Mapping[Cell, str] = field(default_factory=dict)
    paint: Mapping[Cell, str] = field(default_factory=dict)
    wanted: Wanted = field(default_factory=Wanted)
    battery: int | None = None
    """Charge at the start; a step costs 1, a battery that is picked adds `charge`. None: it never runs out."""
    charge: int = 10
    title: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: x and y of its top left corner, centimeters."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A round obstacle: center and radius, centimeters."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Stripe:
    """A line on the floor, through points, centimeters."""

    points: tuple[Point, ...]
    width: float = 2.0
    color: str = "black"


@dataclass(frozen=True, slots=True)
class Patch:
    """A colored rectangle on the floor: x and y of its top left corner, centimeters."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where an arena robot should get: a disc that goes back and forth along a path when it has a speed."""

    path: tuple[Point, ...]
    radius: float = 10.0
    speed: float = 0.0
    """Centimeters per second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """Standard deviations of what a sensor adds, and of what a motor adds to its share of full speed."""

    distance: float = 0.0
    """Centimeters."""
    compass: float = 0.0
    """Degrees."""
    motors: float = 0.0
    """Share of full speed, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """A walled floor in centimeters, for a robot with two motors."""

    name: str
    width: float
    height: float
    start: Start
    boxes: tuple[Box, ...] = ()
    discs: tuple[Disc, ...] = ()
    stripes: tuple[Stripe, ...] = ()
    patches: tuple[Patch, ...] = ()
    goal: Goal | None = None
    noise: Noise = field(default_factory=Noise)
    battery: float | None = None
    """Seconds of both motors at full speed; None: it never runs out."""
    title: str = ""


World = GridWorld | Arena


def wants_something(world: World) -> bool:
    """Tell whether there is anything to solve: an empty courtyard is for trying out."""
    if not isinstance(world, GridWorld):
        return world.goal is not None
    wanted = world.wanted
    return any((world.goal, wanted.things, wanted.cleared, wanted.watered, wanted.paint))
