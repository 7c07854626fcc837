"""The engine of grid worlds: whole numbers, no checks of what learners give, nothing drawn.

A cell is one number, `(y + 1) * (width + 2) + x + 1`, so that the border of the world is a wall like any other.
"""

from typing import Final

from ailab.robot.trace import Event, EventKind
from ailab.robot.world import Cell, GridWorld

UNLIMITED: Final = 1 << 60
"""A battery that never runs out."""


class GridEngine:
    """A robot in a grid world, and what it has changed there."""

    __slots__ = (
        "ahead",
        "at",
        "battery",
        "blocked",
        "bumps",
        "carried",
        "deltas",
        "empty",
        "events",
        "goal",
        "heading",
        "moves",
        "paint",
        "poses",
        "reached",
        "row",
        "things",
        "watered",
        "world",
    )

    def __init__(self, world: GridWorld) -> None:
        """Put the robot at its start."""
        self.world = world
        self.row = world.width + 2
        self.blocked = _blocked(world)
        self.goal = frozenset(self.number(cell) for cell in world.goal)
        self.things = {self.number(cell): thing for cell, thing in world.things.items()}
        self.paint = {self.number(cell): color for cell, color in world.paint.items()}
        self.watered: dict[int, int] = {}
        self.carried: list[str] = []
        self.battery = UNLIMITED if world.battery is None else world.battery
        self.empty = False
        self.reached = False
        self.moves = self.bumps = 0
        self.deltas = (-self.row, 1, self.row, -1)
        self.at = self.number((int(world.start.x), int(world.start.y)))
        self.heading = int(world.start.heading)
        self.ahead = self.deltas[self.heading // 90 % 4]
        self.poses: list[tuple[int, int, str, int]] = [(self.at, self.heading, "", 0)]
        self.events: list[Event] = []

    def number(self, cell: Cell) -> int:
        """Return the number of a cell."""
        return (cell[1] + 1) * self.row + cell[0] + 1

    def cell(self, number: int) -> Cell:
        """Return column and row of a cell's number."""
        return number % self.row - 1, number // self.row - 1

    def forward(self, line: int = 0) -> bool:
        """Make one step; say whether the robot moved."""
        at = self.at + self.ahead
        if self.blocked[at]:
            self.poses.append((self.at, self.heading, "forward", line))
            self.bumps += 1
            self.note("bump")
            return False
        if self.battery <= 0:
            return self._run_empty()
        self.battery -= 1
        self.moves += 1
        self.at = at
        self.poses.append((at, self.heading, "forward", line))
        if at in self.goal and not self.reached:
            self.reached = True
            self.note("goal")
        return True

    def turn(self, quarters: int, verb: str, line: int = 0) -> None:
        """Turn by quarters, clockwise."""
        self.heading += 90 * quarters
        self.ahead = self.deltas[self.heading // 90 % 4]
        self.poses.append((self.at, self.heading, verb, line))

    def pick(self, line: int = 0) -> None:
        """Take what lies here; a battery is used at once."""
        self._do("pick", line)
        thing = self.things.get(self.at, "palm")
        if thing == "palm":
            return self.note("nothing_here")
        del self.things[self.at]
        if thing != "battery":
            self.carried.append(thing)
        elif self.battery < UNLIMITED:
            self.battery += self.world.charge
        return self.note("pick", thing)

    def put(self, line: int = 0) -> None:
        """Lay down what was taken last, where nothing lies."""
        self._do("put", line)
        if not self.carried or self.at in self.things:
            return self.note("nothing_here")
        thing = self.things[self.at] = self.carried.pop()
        return self.note("put", thing)

    def water(self, line: int = 0) -> None:
        """Water the palm here."""
        self._do("water", line)
        if self.things.get(self.at) != "palm":
            return self.note("nothing_here")
        self.watered[self.at] = self.watered.get(self.at, 0) + 1
        return self.note("water", "palm")

    def color_cell(self, color: str, line: int = 0) -> None:
        """Paint the cell here."""
        self._do("paint", line)
        self.paint[self.at] = color
        self.note("paint", color)

    def speak(self, text: str, line: int = 0) -> None:
        """Show words."""
        self._do("say", line)
        self.note("say", text)

    def wall(self, quarters: int) -> bool:
        """Say whether a wall is next to the robot, `quarters` clockwise from straight ahead."""
        return bool(self.blocked[self.at + self.deltas[(self.heading // 90 + quarters) % 4]])

    def note(self, kind: EventKind, what: str = "") -> None:
        """Keep an event at the latest pose."""
        self.events.append(Event(len(self.poses) - 1, kind, what))

    def missing(self) -> int:
        """Count what is not yet as the world wants it, the goal included."""
        wanted = self.world.wanted
        number = self.number
        return (
            sum(self.things.get(number(cell)) != thing for cell, thing in wanted.things.items())
            + sum(number(cell) in self.things for cell in wanted.cleared)
            + sum(self.watered.get(number(cell)) != 1 for cell in wanted.watered)
            + sum(self.paint.get(number(cell)) != color for cell, color in wanted.paint.items())
            + (bool(self.goal) and self.at not in self.goal)
        )

    def _do(self, verb: str, line: int) -> None:
        self.poses.append((self.at, self.heading, verb, line))

    def _run_empty(self) -> bool:
        if not self.empty:
            self.empty = True
            self.note("empty")
        return False


def _blocked(world: GridWorld) -> bytes:
    row = world.width + 2
    cells = bytearray(b"\x01") * (row * (world.height + 2))
    for y in range(world.height):
        for x in range(world.width):
            cells[(y + 1) * row + x + 1] = (x, y) in world.walls
    return bytes(cells)
