"""The robot's world in Pillow: the same colors and outlines as in the SVG, in few strokes."""

from collections.abc import Callable
from math import cos, pi, sin
from typing import Final

from PIL import Image, ImageDraw

from ailab.robot.replay.art import CLAY, CLAY_DARK, CLAY_LIGHT, LINE, PAINTS, SAND, SEA, mark_color
from ailab.robot.replay.floors import FRAME, size
from ailab.robot.replay.motion import CELL, CENTIMETER
from ailab.robot.world import Arena, GridWorld, World

DRAWN: Final = frozenset(("date", "olive", "parcel", "battery", "palm", "watered", "bump", "reached", *PAINTS))
_FINE: Final = 3
"""Shapes are drawn so many times larger and made smaller: smooth edges."""
_HALF: Final = 44
"""Half of the square round a shape, in units."""
_GREEN, _WOOD, _DRY = "#3fa34d", "#8a5a2b", "#c2a14f"


class _Brush:
    """Strokes in units round a middle, on an enlarged picture."""

    def __init__(self, picture: Image.Image, zoom: float, middle: float = _HALF) -> None:
        self.draw = ImageDraw.Draw(picture)
        self.zoom = zoom
        self.middle = middle

    def _points(self, *numbers: float) -> list[tuple[float, float]]:
        scaled = [(number + self.middle) * self.zoom for number in numbers]
        return list(zip(scaled[::2], scaled[1::2], strict=True))

    def polygon(self, fill: str, *numbers: float, edge: str | None = None) -> None:
        points = self._points(*numbers)
        self.draw.polygon(points, fill=fill)
        if edge:
            self.draw.line([*points, points[0]], fill=edge, width=max(1, round(3 * self.zoom)), joint="curve")

    def oval(self, fill: str, x: float, y: float, across: float, down: float, edge: str | None = None) -> None:
        self.draw.ellipse(
            self._points(x - across, y - down, x + across, y + down), fill=fill, outline=edge, width=max(1, round(2.5 * self.zoom))
        )

    def box(self, fill: str, left: float, top: float, right: float, bottom: float, edge: str | None = None, around: float = 4) -> None:
        corners = self._points(left, top, right, bottom)
        self.draw.rounded_rectangle(corners, radius=around * self.zoom, fill=fill, outline=edge, width=max(1, round(2.5 * self.zoom)))

    def line(self, fill: str, width: float, *numbers: float) -> None:
        self.draw.line(self._points(*numbers), fill=fill, width=max(1, round(width * self.zoom)), joint="curve")


def floor(world: World, zoom: float) -> Image.Image:
    """Return frame and floor with all that stands fast."""
    width, height = size(world)
    fine = zoom * 2
    picture = Image.new("RGB", (round((width + 2 * FRAME) * zoom) * 2, round((height + 2 * FRAME) * zoom) * 2), CLAY)
    brush = _Brush(picture, fine, FRAME)
    brush.box(SAND, 0, 0, width, height, CLAY_DARK)
    for line in range(CELL, max(width, height), CELL):
        if line < width:
            brush.line(LINE, 3, line, 3, line, height - 3)
        if line < height:
            brush.line(LINE, 3, 3, line, width - 3, line)
    if isinstance(world, GridWorld):
        _cells(brush, world)
    else:
        _obstacles(brush, world)
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)


def _cells(brush: _Brush, world: GridWorld) -> None:
    for x, y in sorted(world.goal):
        _star(brush, (x + 0.5) * CELL, (y + 0.5) * CELL, 1.0)
    for x, y in sorted(world.walls, key=lambda cell: (cell[1], cell[0])):
        brush.box(CLAY, x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL, CLAY_DARK)
        brush.line(CLAY_LIGHT, 7, x * CELL + 5, y * CELL + 8, (x + 1) * CELL - 5, y * CELL + 8)


def _obstacles(brush: _Brush, world: Arena) -> None:
    for patch in world.patches:
        brush.box(PAINTS[patch.color], *_sides(patch.x, patch.y, patch.width, patch.height), "#8d7a5a")
    for stripe in world.stripes:
        brush.line(PAINTS[stripe.color], stripe.width * CENTIMETER, *(side * CENTIMETER for point in stripe.points for side in point))
    for box in world.boxes:
        brush.box(CLAY, *_sides(box.x, box.y, box.width, box.height), CLAY_DARK)
        brush.line(
            CLAY_LIGHT, 7, box.x * CENTIMETER + 6, box.y * CENTIMETER + 7, (box.x + box.width) * CENTIMETER - 6, box.y * CENTIMETER + 7
        )
    for disc in world.discs:
        x, y, radius = (side * CENTIMETER for side in (disc.x, disc.y, disc.radius))
        brush.oval(CLAY, x, y, radius, radius, CLAY_DARK)
        brush.oval(_GREEN, x, y, radius * 0.7, radius * 0.7, "#2e7a3b")


def _sides(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    return x * CENTIMETER, y * CENTIMETER, (x + width) * CENTIMETER, (y + height) * CENTIMETER


def _star(brush: _Brush, x: float, y: float, scale: float) -> None:
    for reach, color in ((30, "#1f9d8b"), (17, "#ffe3a1"), (7, "#1f9d8b")):
        brush.polygon(color, *_rays(x, y, reach * scale, reach * 0.77 * scale, 8))


def _rays(x: float, y: float, far: float, near: float, count: int) -> list[float]:
    reaches = [(far if step % 2 == 0 else near, pi * step / count) for step in range(2 * count)]
    return [side for reach, angle in reaches for side in (x + reach * sin(angle), y - reach * cos(angle))]


def robot(zoom: float) -> Image.Image:
    """Return the robot that looks north, large, for turning."""
    picture = Image.new("RGBA", (round(2 * _HALF * zoom * _FINE),) * 2, (0, 0, 0, 0))
    brush = _Brush(picture, zoom * _FINE)
    for side in (-1, 1):
        brush.box("#39424e", side * 27.5 - 6.5, -17, side * 27.5 + 6.5, 17, around=6)
    brush.oval("#ffc53d", 0, 33, 6, 6, "#c98a00")
    brush.polygon("#ff9d2e", -8, -23, 0, -37, 8, -23, edge="#c96a00")
    brush.oval(SEA, 0, 0, 28, 28, "#17699a")
    brush.polygon("#ffd86b", *_rays(0, 12, 9, 4, 5))
    for side in (-1, 1):
        brush.oval("#ff9fae", side * 17.5, -1, 4, 4)
        brush.oval("#ffffff", side * 9.5, -14, 9, 9, "#0f3c58")
        brush.oval("#0f2a3d", side * 8.5, -16, 4.5, 4.5)
    brush.line("#0f3c58", 2.5, -6, -3, -2, -1, 2, -1, 6, -3)
    return picture


def put_robot(picture: Image.Image, drawn: Image.Image, spot: tuple[int, int], heading: float) -> None:
    """Put the robot on a spot, looking along its heading."""
    turned = drawn.rotate(-heading, resample=Image.Resampling.BICUBIC)
    small = turned.resize((drawn.width // _FINE, drawn.height // _FINE), Image.Resampling.LANCZOS)
    picture.paste(small, (spot[0] - small.width // 2, spot[1] - small.height // 2), small)


def put_goal(picture: Image.Image, spot: tuple[int, int], zoom: float, world: World) -> None:
    """Put the goal of an arena on a spot."""
    radius = world.goal.radius * CENTIMETER if isinstance(world, Arena) and world.goal else _HALF
    _paste(picture, spot, zoom, lambda brush: _star(brush, 0, 0, min(1.3, radius / 36)))


def put(picture: Image.Image, shape: str, spot: tuple[int, int], zoom: float) -> None:
    """Put a thing, paint or sign on a spot."""
    _paste(picture, spot, zoom, lambda brush: _shape(brush, shape))


def _paste(picture: Image.Image, spot: tuple[int, int], zoom: float, strokes: "Strokes") -> None:
    large = Image.new("RGBA", (round(2 * _HALF * zoom * _FINE),) * 2, (0, 0, 0, 0))
    strokes(_Brush(large, zoom * _FINE))
    small = large.resize((large.width // _FINE, large.height // _FINE), Image.Resampling.LANCZOS)
    picture.paste(small, (spot[0] - small.width // 2, spot[1] - small.height // 2), small)


def draw_way(picture: Image.Image, points: list[tuple[int, int]], zoom: float) -> None:
    """Draw the way so far as a light line."""
    if len(points) > 1:
        ImageDraw.Draw(picture).line(points, fill="#9fd0e6", width=max(2, round(7 * zoom)), joint="curve")


def _date(brush: _Brush) -> None:
    brush.line("#6a8f3c", 4, 0, -24, 12, -20)
    brush.oval("#8a4b22", -9, 4, 10, 16, "#5c2e11")
    brush.oval("#a5602e", 10, 4, 10, 16, "#5c2e11")


def _olive(brush: _Brush) -> None:
    brush.polygon("#7fa34a", 2, -12, 8, -25, 24, -26, 18, -14)
    brush.oval("#5f7d2a", 0, 6, 17, 19, "#3b5214")
    brush.oval("#d0473a", -1, 13, 5, 5)


def _parcel(brush: _Brush) -> None:
    brush.box("#d9a35f", -23, -20, 23, 22, "#8f6228")
    brush.line("#f4dcae", 8, -22, -3, 22, -3)
    brush.line("#f4dcae", 8, 0, -19, 0, 21)


def _battery(brush: _Brush) -> None:
    brush.box("#5b6672", -7, -29, 7, -20)
    brush.box("#3b4754", -17, -23, 17, 27, "#232c36")
    brush.box("#8fdc6a", -12, -17, 12, 21)
    brush.polygon("#ffffff", 3, -13, -8, 5, -1, 5, -3, 17, 8, -1, 1, -1)


def _palm(brush: _Brush) -> None:
    brush.line("#a98456", 8, 16, 35, 18, 12, 15, -9)
    for x, y in ((-4, 2), (6, 8), (35, 2), (25, 8), (4, -22), (27, -21)):
        brush.line(_DRY, 6, 15, -10, (15 + x) / 2, -17, x, y)


def _watered(brush: _Brush) -> None:
    brush.line(_WOOD, 8, 16, 35, 18, 12, 15, -12)
    for x, y in ((-14, -20), (-12, -2), (38, -20), (38, -1), (18, -38), (10, 4), (24, 4)):
        brush.polygon(_GREEN, 15, -14, (15 + x) / 2 - 3, (y - 14) / 2 - 8, x, y, (15 + x) / 2 + 3, (y - 14) / 2 + 3)
    brush.polygon("#4cb4ee", -24, 6, -31, 22, -24, 33, -17, 22)


def _bump(brush: _Brush) -> None:
    brush.polygon("#ffd23f", *_rays(0, 0, 19, 9, 8), edge="#d9480f")
    brush.line("#b5330a", 4, 0, -7, 0, 3)
    brush.oval("#b5330a", 0, 8, 2.5, 2.5)


def _reached(brush: _Brush) -> None:
    brush.oval("#1a8f43", 26, -26, 14, 14, "#ffffff")
    brush.line("#ffffff", 4.5, 19, -26, 24, -20, 33, -31)


def _shape(brush: _Brush, shape: str) -> None:
    if shape in PAINTS:
        brush.box(PAINTS[shape], -36, -36, 36, 36, "#8d7a5a", around=9)
        _mark(brush, shape)
    else:
        _STROKES[shape](brush)


def _mark(brush: _Brush, color: str) -> None:
    ink = mark_color(color)
    for place in (-23, 23):
        brush.line(ink, 4, *_MARKS[color](place))


def _moved(*numbers: float) -> Callable[[float], list[float]]:
    return lambda place: [number * 0.7 + place for number in numbers]


Strokes = Callable[[_Brush], None]

_STROKES: Final[dict[str, Strokes]] = {
    "date": _date,
    "olive": _olive,
    "parcel": _parcel,
    "battery": _battery,
    "palm": _palm,
    "watered": _watered,
    "bump": _bump,
    "reached": _reached,
}
_MARKS: Final = {
    "black": _moved(-9, -9, 9, 9, 0, 0, 9, -9, -9, 9),
    "white": _moved(-10, 0, -7, -7, 0, -10, 7, -7, 10, 0, 7, 7, 0, 10, -7, 7, -10, 0),
    "red": _moved(0, -11, 11, 9, -11, 9, 0, -11),
    "orange": _moved(-9, -9, 9, -9, 9, 9, -9, 9, -9, -9),
    "yellow": _moved(0, -12, 12, 0, 0, 12, -12, 0, 0, -12),
    "green": _moved(0, -11, 0, 11, 0, 0, -11, 0, 11, 0),
    "blue": _moved(-12, 5, -6, -5, 0, 0, 6, 5, 12, -5),
    "purple": _moved(-11, 7, 0, -7, 11, 7),
}
"""The marks of `art.MARKS` as single strokes."""
