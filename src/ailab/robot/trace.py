"""What a robot did, from beginning to end: the one thing that pictures, checks and tables are made from."""

from dataclasses import dataclass
from typing import Literal

from ailab.robot.world import World

EventKind = Literal["bump", "pick", "put", "water", "paint", "say", "nothing_here", "goal", "empty"]
"""`nothing_here`: a pick, put or water that met nothing to act on; `goal`: reached; `empty`: the battery."""
Ended = Literal["done", "too_long", "empty", "stopped", "error"]
"""The program came to its end; made too many moves or readings; ran out of battery; was stopped; raised an exception."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a pose."""

    at: int
    """Index of the pose in the trace after which it happened."""
    kind: EventKind
    what: str = ""
    """The thing, color or words; empty for a bump."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sensor said."""

    at: int
    """Index of the pose in the trace."""
    sensor: str
    value: float | bool | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Columns of equal length, one entry a pose; the first is the start.

    In a grid world a pose is a command (a turn and a step each make one) and time counts them; in an
    arena there is one every 0.05 s, in centimeters. Headings are degrees clockwise from north and are
    *not* wrapped at 360, so that a picture turns the short way.
    """

    world: World
    seed: int
    time: tuple[float, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    heading: tuple[float, ...]
    line: tuple[int, ...] = ()
    """Line of the program that asked for it, 1 the first; 0 when unknown; empty when not recorded."""
    command: tuple[str, ...] = ()
    """In a grid world the verb that led to each pose ("" for the start); empty in an arena."""
    events: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    source: str = ""
    """Text of the program; empty when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the world says at the end."""

    ended: Ended
    solved: bool
    """Goal reached (at the end in a grid, at any time in an arena) and everything wanted is so."""
    moves: int
    """Cells entered, or poses at which the robot moved."""
    commands: int
    bumps: int
    visited: int
    """Different cells; in an arena squares of 10 cm."""
    distance: float
    """Cells, or centimeters driven."""
    energy: float
    """Battery used: steps, or seconds of both motors at full speed."""
    smoothness: float
    """1 minus the mean change of turning per pose over the largest possible; 1 is a steady drive. 1 in a grid."""
    missing: int
    """Wants that are not fulfilled, the goal included."""
    line_share: float
    """Arena: share of time with the middle floor sensor over a stripe; 0 in a grid."""
    error: str = ""
    """Name of the exception that ended the program, or empty."""
