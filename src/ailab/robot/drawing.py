"""Worlds drawn as text: what each letter stands for, and grids of cells or arenas made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ailab.robot.mistakes import say, shown
from ailab.robot.problem import Problem
from ailab.robot.world import Arena, Box, Cell, Disc, Goal, GridWorld, Start, Wanted

HEADINGS: Final[Mapping[str, float]] = {"^": 0.0, ">": 90.0, "v": 180.0, "<": 270.0}
THING_LETTERS: Final[Mapping[str, str]] = {"d": "date", "o": "olive", "x": "parcel", "p": "palm", "b": "battery"}
PAINT_LETTERS: Final[Mapping[str, str]] = {
    "K": "black",
    "W": "white",
    "R": "red",
    "A": "orange",
    "Y": "yellow",
    "E": "green",
    "B": "blue",
    "U": "purple",
}
FLOOR: Final = ". "
WALL: Final = "#"
GOAL: Final = "G"
ROUND: Final = "O"
SQUARE: Final = 20.0
"""Centimeters of an arena that one letter stands for."""

_GRID_LETTERS: Final = frozenset((*HEADINGS, *THING_LETTERS, *PAINT_LETTERS, *FLOOR, WALL, GOAL))
_WISH_LETTERS: Final = _GRID_LETTERS - {"b"}
_ARENA_LETTERS: Final = frozenset((*HEADINGS, *FLOOR, WALL, GOAL, ROUND))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map as letters on cells, all rows of equal length, and what was wrong with it."""

    rows: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def letters(self) -> Iterator[tuple[Cell, str]]:
        """Yield every cell with its letter, row by row."""
        for y, row in enumerate(self.rows):
            for x, letter in enumerate(row):
                yield (x, y), letter

    def cells(self, letters: str) -> tuple[Cell, ...]:
        """Return the cells on which one of these letters stands."""
        return tuple(cell for cell, letter in self.letters() if letter in letters)


def read_drawing(text: str, *, kind: str = "grid", file: str = "", line: int = 0) -> Drawing:
    """Return a map with short rows filled up with wall, and everything that is wrong with it."""
    first, rows = _rows(text)
    at = line + first if line else 0
    if not rows:
        return Drawing((), (Problem(what=say("The map is empty."), remedy=say("Draw at least one row."), file=file, line=line),))
    width = max(map(len, rows))
    problems = [*_ragged(rows, width, file, at), *_unknown(rows, kind, file, at)]
    if kind != "wish":
        problems += _starts(rows, file, at)
    return Drawing(tuple(row.ljust(width, WALL) for row in rows), tuple(problems))


def _rows(text: str) -> tuple[int, list[str]]:
    """Return the index of the first row that is drawn, and the rows without empty ones at both ends."""
    rows = text.expandtabs(4).splitlines()
    drawn = [number for number, row in enumerate(rows) if row.strip()]
    if not drawn:
        return 0, []
    kept = rows[drawn[0] : drawn[-1] + 1]
    return drawn[0], [row.rstrip("\r") for row in kept]


def _ragged(rows: list[str], width: int, file: str, line: int) -> Iterator[Problem]:
    for number, row in enumerate(rows):
        if len(row) < width:
            yield Problem(
                what=say("Row {row} has {given} cells, the longest has {width}: the rest is taken for wall.").format(
                    row=number + 1, given=len(row), width=width
                ),
                remedy=say("Draw floor as `.` up to the end of the row."),
                file=file,
                line=line and line + number,
                fatal=False,
            )


def _unknown(rows: list[str], kind: str, file: str, line: int) -> Iterator[Problem]:
    known = {"grid": _GRID_LETTERS, "wish": _WISH_LETTERS}.get(kind, _ARENA_LETTERS)
    for number, row in enumerate(rows):
        for letter in sorted(set(row) - known):
            yield Problem(
                what=say("Row {row} holds {letter}, which stands for nothing.").format(row=number + 1, letter=shown(letter)),
                remedy=say("Use only: {known}").format(known=" ".join(sorted(known - {" "}))),
                file=file,
                line=line and line + number,
            )


def _starts(rows: list[str], file: str, line: int) -> Iterator[Problem]:
    found = [(number, letter) for number, row in enumerate(rows) for letter in row if letter in HEADINGS]
    if not found:
        yield Problem(what=say("The map has no start."), remedy=say("Put one of > < ^ v where the robot begins."), file=file, line=line)
    for number, letter in found[1:]:
        yield Problem(
            what=say("The map has a second start, `{letter}` in row {row}.").format(letter=letter, row=number + 1),
            remedy=say("Leave one arrow."),
            file=file,
            line=line and line + number,
        )


def start_of(drawing: Drawing) -> Start:
    """Return the cell and heading of the first arrow."""
    for (x, y), letter in drawing.letters():
        if letter in HEADINGS:
            return Start(x, y, HEADINGS[letter])
    return Start(0, 0)


def grid_from(drawing: Drawing, *, name: str, title: str = "") -> GridWorld:
    """Return the grid world of a map, with no more wanted than its goal."""
    letters = dict(drawing.letters())
    return GridWorld(
        name=name,
        title=title,
        width=drawing.width,
        height=len(drawing.rows),
        start=start_of(drawing),
        walls=frozenset(drawing.cells(WALL)),
        goal=frozenset(drawing.cells(GOAL)),
        things={cell: THING_LETTERS[letter] for cell, letter in letters.items() if letter in THING_LETTERS},
        paint={cell: PAINT_LETTERS[letter] for cell, letter in letters.items() if letter in PAINT_LETTERS},
    )


def everything_wanted(world: GridWorld) -> Wanted:
    """Return what a map without further words asks for: palms watered, things picked."""
    return Wanted(
        watered=frozenset(cell for cell, thing in world.things.items() if thing == "palm"),
        cleared=frozenset(cell for cell, thing in world.things.items() if thing not in ("palm", "battery")),
    )


def wanted_from(wish: Drawing, world: GridWorld) -> Wanted:
    """Return what a second map asks for: how things and paint shall lie at the end; `p` is a palm to be watered."""
    letters = dict(wish.letters())
    things = {cell: THING_LETTERS[letter] for cell, letter in letters.items() if letter in THING_LETTERS}
    kept = {cell: thing for cell, thing in things.items() if thing != "palm"}
    return Wanted(
        things=kept,
        cleared=frozenset(cell for cell, thing in world.things.items() if thing not in ("palm", "battery") and cell not in kept),
        watered=frozenset(cell for cell, thing in things.items() if thing == "palm"),
        paint={cell: PAINT_LETTERS[letter] for cell, letter in letters.items() if letter in PAINT_LETTERS},
    )


def arena_from(drawing: Drawing, *, name: str, title: str = "") -> Arena:
    """Return the arena of a map: one letter is a square of 20 cm."""
    start = start_of(drawing)
    goals = [_middle(cell) for cell in drawing.cells(GOAL)]
    return Arena(
        name=name,
        title=title,
        width=drawing.width * SQUARE,
        height=len(drawing.rows) * SQUARE,
        start=Start(*_middle((int(start.x), int(start.y))), start.heading),
        boxes=merged_boxes(frozenset(drawing.cells(WALL))),
        discs=tuple(Disc(*_middle(cell), SQUARE / 2) for cell in drawing.cells(ROUND)),
        goal=Goal(path=tuple(goals[:1])) if goals else None,
    )


def _middle(cell: Cell) -> tuple[float, float]:
    return (cell[0] + 0.5) * SQUARE, (cell[1] + 0.5) * SQUARE


def merged_boxes(cells: frozenset[Cell]) -> tuple[Box, ...]:
    """Return few boxes that cover these squares exactly: rays meet fewer of them."""
    boxes, left = [], set(cells)
    for x, y in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        if (x, y) not in left:
            continue
        wide = high = 1
        while (x + wide, y) in left:
            wide += 1
        while all((x + step, y + high) in left for step in range(wide)):
            high += 1
        left -= {(x + across, y + down) for across in range(wide) for down in range(high)}
        boxes.append(Box(x * SQUARE, y * SQUARE, wide * SQUARE, high * SQUARE))
    return tuple(boxes)
