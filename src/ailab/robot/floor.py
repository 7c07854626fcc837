"""The floor of an arena: which color lies under a point, filed by square."""

from itertools import pairwise
from typing import Final

from ailab.robot.world import Arena, Stripe

SQUARE: Final = 10.0

Segment = tuple[float, float, float, float, float, float]
"""x and y of its beginning, its vector, one over its length squared, half its width squared."""


class Floor:
    """Patches and stripes; what was laid later covers what was laid before, stripes cover patches."""

    __slots__ = ("columns", "patches", "rows", "stripes")

    def __init__(self, world: Arena) -> None:
        """File the patches and the segments of stripes."""
        self.columns, self.rows = int(world.width / SQUARE) + 1, int(world.height / SQUARE) + 1
        squares = self.columns * self.rows
        self.patches: list[tuple[tuple[float, float, float, float, str], ...]] = [()] * squares
        self.stripes: list[tuple[tuple[Segment, str], ...]] = [()] * squares
        for patch in world.patches:
            right, bottom = patch.x + patch.width, patch.y + patch.height
            for square in self._squares(patch.x, patch.y, right, bottom):
                self.patches[square] = ((patch.x, patch.y, right, bottom, patch.color), *self.patches[square])
        for stripe in world.stripes:
            half = stripe.width / 2
            for segment in segments(stripe):
                x0, y0, x1, y1 = segment[0], segment[1], segment[0] + segment[2], segment[1] + segment[3]
                for square in self._squares(min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half):
                    self.stripes[square] = ((segment, stripe.color), *self.stripes[square])

    def _squares(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        columns = range(max(0, int((left - 1e-6) // SQUARE)), min(self.columns - 1, int((right + 1e-6) // SQUARE)) + 1)
        rows = range(max(0, int((top - 1e-6) // SQUARE)), min(self.rows - 1, int((bottom + 1e-6) // SQUARE)) + 1)
        return [row * self.columns + column for row in rows for column in columns]

    def _square(self, x: float, y: float) -> int:
        column, row = int(x / SQUARE), int(y / SQUARE)
        return row * self.columns + column if 0 <= column < self.columns and 0 <= row < self.rows else 0

    def stripe(self, x: float, y: float) -> str:
        """Return the color of the stripe under a point, or an empty text."""
        for (x0, y0, along_x, along_y, over, half2), color in self.stripes[self._square(x, y)]:
            to_x, to_y = x - x0, y - y0
            share = (to_x * along_x + to_y * along_y) * over
            share = min(max(share, 0.0), 1.0)
            off_x, off_y = to_x - share * along_x, to_y - share * along_y
            if off_x * off_x + off_y * off_y <= half2:
                return color
        return ""

    def color(self, x: float, y: float) -> str:
        """Return the color under a point, or an empty text for the bare floor."""
        found = self.stripe(x, y)
        if found:
            return found
        for left, top, right, bottom, color in self.patches[self._square(x, y)]:
            if left <= x <= right and top <= y <= bottom:
                return color
        return ""


def segments(stripe: Stripe) -> list[Segment]:
    """Return the pieces of a stripe; a single point is a dot."""
    points = stripe.points if len(stripe.points) > 1 else stripe.points * 2
    return [_segment(x0, y0, x1, y1, stripe.width / 2) for (x0, y0), (x1, y1) in pairwise(points)]


def _segment(x0: float, y0: float, x1: float, y1: float, half: float) -> Segment:
    along_x, along_y = x1 - x0, y1 - y0
    length2 = along_x * along_x + along_y * along_y
    return x0, y0, along_x, along_y, 1.0 / length2 if length2 > 0 else 0.0, half * half
