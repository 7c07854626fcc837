"""Robots in a world of cells or on a floor in centimeters: one program, simulated first and shown after.

Robots, worlds and runs need the standard library alone, so that the same trace comes out of any Python;
`Batch` and `GridTable` need NumPy. All of it loads on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from ailab.robot.batch import Batch
    from ailab.robot.cards import follow
    from ailab.robot.generate import maze, palm_row, souk_delivery, warehouse
    from ailab.robot.generate_arena import arena_yard, line_track
    from ailab.robot.partner import in_world
    from ailab.robot.robots import Robot
    from ailab.robot.run import Run, simulate
    from ailab.robot.shipped import World
    from ailab.robot.table import GridTable

_HOMES: Final = {
    "Batch": "ailab.robot.batch",
    "GridTable": "ailab.robot.table",
    "Robot": "ailab.robot.robots",
    "Run": "ailab.robot.run",
    "World": "ailab.robot.shipped",
    "arena_yard": "ailab.robot.generate_arena",
    "follow": "ailab.robot.cards",
    "in_world": "ailab.robot.partner",
    "line_track": "ailab.robot.generate_arena",
    "maze": "ailab.robot.generate",
    "palm_row": "ailab.robot.generate",
    "simulate": "ailab.robot.run",
    "souk_delivery": "ailab.robot.generate",
    "warehouse": "ailab.robot.generate",
}

__all__ = [
    "Batch",
    "GridTable",
    "Robot",
    "Run",
    "World",
    "arena_yard",
    "follow",
    "in_world",
    "line_track",
    "maze",
    "palm_row",
    "simulate",
    "souk_delivery",
    "warehouse",
]


def __getattr__(name: str) -> Any:
    """Import the home of a word when it is first used."""
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module 'ailab.robot' has no attribute '{name}'") from None
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the words of this room."""
    return sorted(__all__)
