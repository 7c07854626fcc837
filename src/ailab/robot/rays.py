"""Obstacles of an arena, asked two things many times: how far along this ray, and does the robot touch one here.

Rays walk over a coarse grid of squares and test exactly what lies in each: the same answer as testing
everything, in a fraction of the time. Plain floats and local names: this is the innermost loop.
"""

import math
from typing import Final

from ailab.robot.sound import RADIUS
from ailab.robot.world import Arena, Box, Disc

SQUARE: Final = 20.0
_STEEP: Final = 1e30
"""One over the direction of a ray that runs along an axis."""

Corners = tuple[float, float, float, float]
"""x and y of the side that a ray meets first, then of the side it leaves by."""


class Obstacles:
    """The edges, boxes and discs of an arena, filed by square."""

    __slots__ = ("columns", "corners", "discs", "height", "near_boxes", "near_discs", "right", "rows", "width")

    def __init__(self, world: Arena) -> None:
        """File everything that could stop a ray or the robot."""
        self.width, self.height = float(world.width), float(world.height)
        # One more row and column: the far edges belong to a square too.
        self.columns, self.rows = int(self.width / SQUARE) + 1, int(self.height / SQUARE) + 1
        squares = self.columns * self.rows
        boxes: list[list[Box]] = [[] for _ in range(squares)]
        discs: list[list[Disc]] = [[] for _ in range(squares)]
        self.near_boxes: list[tuple[Corners, ...]] = [()] * squares
        self.near_discs: list[tuple[tuple[float, float, float], ...]] = [()] * squares
        for box in world.boxes:
            for square in self._squares(box.x, box.y, box.x + box.width, box.y + box.height):
                boxes[square].append(box)
            for square in self._squares(box.x - RADIUS, box.y - RADIUS, box.x + box.width + RADIUS, box.y + box.height + RADIUS):
                self.near_boxes[square] += (_corners(box, 0),)
        for disc in world.discs:
            reach = disc.radius + RADIUS
            for square in self._squares(disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius):
                discs[square].append(disc)
            for square in self._squares(disc.x - reach, disc.y - reach, disc.x + reach, disc.y + reach):
                self.near_discs[square] += ((disc.x, disc.y, reach * reach),)
        # Boxes by quarter of the compass: which side is met first is then no question.
        self.corners = tuple([tuple(_corners(box, quarter) for box in filed) for filed in boxes] for quarter in range(4))
        self.discs = [tuple((disc.x, disc.y, disc.radius * disc.radius) for disc in filed) for filed in discs] if world.discs else []

    def _squares(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        # A hair wider: what ends exactly on the border of two squares is filed in both.
        columns = range(max(0, int((left - 1e-6) // SQUARE)), min(self.columns - 1, int((right + 1e-6) // SQUARE)) + 1)
        rows = range(max(0, int((top - 1e-6) // SQUARE)), min(self.rows - 1, int((bottom + 1e-6) // SQUARE)) + 1)
        return [row * self.columns + column for row in rows for column in columns]

    def distance(self, x: float, y: float, dx: float, dy: float) -> float:  # noqa: C901 - the innermost loop: calls cost more than lines
        """Return how far a ray gets from a free point; `(dx, dy)` has length 1."""
        columns = self.columns
        column, row = int(x / SQUARE), int(y / SQUARE)
        if dx > 0.0:
            over_x = 1.0 / dx
            best, cross_x, step_x, quarter = (self.width - x) * over_x, ((column + 1) * SQUARE - x) * over_x, 1, 0
        elif dx < 0.0:
            over_x = 1.0 / dx
            best, cross_x, step_x, quarter = -x * over_x, (column * SQUARE - x) * over_x, -1, 1
        else:
            over_x, best, cross_x, step_x, quarter = _STEEP, _STEEP, _STEEP, 0, 0
        if dy > 0.0:
            over_y = 1.0 / dy
            edge, cross_y, step_y = (self.height - y) * over_y, ((row + 1) * SQUARE - y) * over_y, columns
        elif dy < 0.0:
            over_y = 1.0 / dy
            edge, cross_y, step_y, quarter = -y * over_y, (row * SQUARE - y) * over_y, -columns, quarter + 2
        else:
            over_y, edge, cross_y, step_y = _STEEP, _STEEP, _STEEP, 0
        if edge < best:
            best = edge
        along_x, along_y = SQUARE * (over_x if over_x > 0.0 else -over_x), SQUARE * (over_y if over_y > 0.0 else -over_y)
        corners, discs = self.corners[quarter], self.discs
        square = row * columns + column
        while True:
            for near_x, near_y, far_x, far_y in corners[square]:
                enter, enter_y = (near_x - x) * over_x, (near_y - y) * over_y
                if enter_y > enter:
                    enter = enter_y
                if 0.0 <= enter < best and enter <= (far_x - x) * over_x and enter <= (far_y - y) * over_y:
                    best = enter
            if discs:
                for center_x, center_y, radius2 in discs[square]:
                    to_x, to_y = center_x - x, center_y - y
                    middle = to_x * dx + to_y * dy
                    if middle > 0.0:
                        half2 = radius2 - (to_x * to_x + to_y * to_y - middle * middle)
                        if half2 >= 0.0:
                            enter = middle - math.sqrt(half2)
                            if enter < best:
                                best = enter
            if cross_x < cross_y:
                if cross_x >= best:
                    return best
                cross_x += along_x
                square += step_x
            else:
                if cross_y >= best:
                    return best
                cross_y += along_y
                square += step_y

    def touched(self, x: float, y: float) -> bool:
        """Say whether the robot, standing here, would touch something."""
        if x < RADIUS or y < RADIUS or x > self.width - RADIUS or y > self.height - RADIUS:
            return True
        square = int(y / SQUARE) * self.columns + int(x / SQUARE)
        for left, top, right, bottom in self.near_boxes[square]:
            away_x = left - x if x < left else x - right if x > right else 0.0
            away_y = top - y if y < top else y - bottom if y > bottom else 0.0
            if away_x * away_x + away_y * away_y < RADIUS * RADIUS:
                return True
        for center_x, center_y, reach2 in self.near_discs[square]:  # noqa: SIM110 - any() would make a generator each step
            if (center_x - x) * (center_x - x) + (center_y - y) * (center_y - y) < reach2:
                return True
        return False


def _corners(box: Box, quarter: int) -> Corners:
    """Return the sides of a box in the order in which a ray of this quarter meets them."""
    left, top, right, bottom = float(box.x), float(box.y), float(box.x + box.width), float(box.y + box.height)
    if quarter & 1:
        left, right = right, left
    if quarter & 2:
        top, bottom = bottom, top
    return left, top, right, bottom
