"""What lies, stands and is said in a world from when to when: a trace's events as spans."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Final

from ailab.robot.trace import Event, Trace
from ailab.robot.world import Cell, GridWorld

_MOST_PASSING: Final = 120
"""So many things that come and go are drawn; an endless program would fill a page with them."""
_BUBBLE_SHARE: Final = 0.12
"""A bubble stays for this share of the run, but for at least so many poses:"""
_BUBBLE_POSES: Final = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A shape on a spot of the world, from one pose to another."""

    shape: str
    """A thing, `watered`, a color of the floor, or a sign: `bump`, `ask`, `say`, `reached`, `empty`."""
    x: float
    y: float
    since: int = 0
    """Index of the pose with which it appears; 0: from the start."""
    until: int | None = None
    """Index of the pose with which it goes; None: it stays."""
    text: str = ""


def spans(trace: Trace) -> tuple[Span, ...]:
    """Return everything that changes in a run: floor first, then things, then signs."""
    world = trace.world
    floor, things = _grid_changes(trace, world) if isinstance(world, GridWorld) else ((), ())
    return (*_bounded(floor), *_bounded(things), *_bounded(tuple(_signs(trace))))


def _bounded(found: tuple[Span, ...]) -> tuple[Span, ...]:
    passing = [span for span in found if span.until is not None and span.since]
    dropped = set(map(id, passing[: max(0, len(passing) - _MOST_PASSING)]))
    return tuple(span for span in found if id(span) not in dropped)


def _grid_changes(trace: Trace, world: GridWorld) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    floor, things = _Layer(), _Layer()
    for cell, color in world.paint.items():
        floor.put(cell, color, 0)
    for cell, thing in world.things.items():
        things.put(cell, thing, 0)
    for event in trace.events:
        cell = cell_at(trace, event.at)
        if event.kind == "paint":
            floor.put(cell, event.what, event.at)
        elif event.kind == "pick":
            things.take(cell, event.at)
        elif event.kind == "put":
            things.put(cell, event.what, event.at)
        elif event.kind == "water":
            things.put(cell, "watered", event.at)
    return floor.all(), things.all()


def at_the_end(trace: Trace) -> tuple[dict[Cell, str], dict[Cell, str]]:
    """Return the colors and the things of a grid world's cells at the end; a palm that was given water is `watered`."""
    if not isinstance(trace.world, GridWorld):
        return {}, {}
    floor, things = ({_cell(span): span.shape for span in layer if span.until is None} for layer in _grid_changes(trace, trace.world))
    return floor, things


def _cell(span: Span) -> Cell:
    return round(span.x), round(span.y)


class _Layer:
    """One shape a cell, and what lay there before."""

    def __init__(self) -> None:
        self._lying: dict[Cell, Span] = {}
        self._gone: list[Span] = []

    def put(self, cell: Cell, shape: str, at: int) -> None:
        """Let a shape lie on a cell, in the place of what lay there."""
        if cell in self._lying and self._lying[cell].shape == shape:
            return
        self.take(cell, at)
        self._lying[cell] = Span(shape, cell[0], cell[1], since=at)

    def take(self, cell: Cell, at: int) -> None:
        """Let what lies on a cell go."""
        if cell in self._lying:
            self._gone.append(replace(self._lying.pop(cell), until=at))

    def all(self) -> tuple[Span, ...]:
        """Return what lay and lies."""
        return tuple(sorted((*self._gone, *self._lying.values()), key=lambda span: (span.since, span.y, span.x)))


def cell_at(trace: Trace, at: int) -> Cell:
    """Return the cell in which the robot stands at a pose."""
    return round(trace.x[at]), round(trace.y[at])


def _signs(trace: Trace) -> Iterator[Span]:
    last = len(trace.time) - 1
    stay = max(_BUBBLE_POSES, round(last * _BUBBLE_SHARE))
    seen: set[Cell] = set()
    for event in trace.events:
        until = event.at + stay if event.at + stay < last else None
        x, y = trace.x[event.at], trace.y[event.at]
        if event.kind == "bump":
            sign = _bump(trace, event)
            spot = _spot(trace, sign)
            if spot not in seen:
                seen.add(spot)
                yield sign
        elif event.kind == "nothing_here":
            yield Span("ask", x, y, event.at, until)
        elif event.kind == "say":
            yield Span("say", x, y, event.at, until, event.what)
        elif event.kind in ("goal", "empty"):
            yield Span({"goal": "reached", "empty": "empty"}[event.kind], x, y, event.at)


def _bump(trace: Trace, event: Event) -> Span:
    """Return a mark where robot and wall met, ahead of it."""
    reach = 0.46 if isinstance(trace.world, GridWorld) else 8.0
    angle = radians(trace.heading[event.at])
    return Span("bump", trace.x[event.at] + reach * sin(angle), trace.y[event.at] - reach * cos(angle), event.at)


def _spot(trace: Trace, sign: Span) -> Cell:
    fine = 4 if isinstance(trace.world, GridWorld) else 0.07
    return round(sign.x * fine), round(sign.y * fine)
