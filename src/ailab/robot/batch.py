"""Many robots on one floor at once, for lessons in which robots improve over thousands of tries. Needs NumPy.

The same movement and the same sensors as one robot has, without noise: equal up to the last digits of a float.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ailab.robot.arena import FULL_SPEED, RADIAN, SENSOR_AHEAD, SENSOR_ASIDE, STEP_S, TURN, goal_at
from ailab.robot.floor import segments
from ailab.robot.mistakes import RobotMisused, say, whole_number
from ailab.robot.shipped import find_world
from ailab.robot.sound import RADIUS
from ailab.robot.world import Arena

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_MOST: Final = 100_000
_FLAT: Final = 1e-300
"""Instead of the zero of a ray along an axis, so that nothing is divided by it."""


class Batch:
    """Many robots on the same floor, none in another's way.

    Parameters
    ----------
    world : str or Arena
        Name of an arena, or an arena.
    count : int
        How many robots.

    Attributes
    ----------
    x, y, heading : numpy.ndarray
        One entry a robot: centimeters, and degrees clockwise from north.
    bumps : numpy.ndarray
        Contacts with an obstacle so far.
    reached : numpy.ndarray
        Whether the goal has been reached.
    distance_driven : numpy.ndarray
        Centimeters.

    Examples
    --------
    Evolution in a few lines: robots that steer by two weights, and the best of them are kept and varied.

    >>> import numpy as np
    >>> random = np.random.default_rng(0)
    >>> weights = random.normal(size=(64, 2))
    >>> for generation in range(10):
    ...     robots = Batch("yard", 64)
    ...     for _ in range(200):
    ...         left, right = robots.distance(-45), robots.distance(45)
    ...         turn = weights[:, 0] * (left - right) / 50 + weights[:, 1] / 10
    ...         robots.step(0.5 - turn, 0.5 + turn)
    ...     best = np.argsort(robots.bumps * 20 - robots.distance_driven)[:16]
    ...     weights = np.repeat(weights[best], 4, axis=0)
    ...     weights[16:] += random.normal(scale=0.1, size=(48, 2))
    >>> bool(robots.distance_driven[best[0]] > 100)
    True
    """

    def __init__(self, world: str | Arena, count: int) -> None:
        """Put all robots at the start."""
        found = find_world(world)
        if not isinstance(found, Arena):
            raise RobotMisused(say("Many robots at once need an arena. For a world of cells there is `GridTable`."))
        self.world = found
        self.count = whole_number("Batch", count, 1, _MOST)
        self._boxes = np.array([(box.x, box.y, box.x + box.width, box.y + box.height) for box in found.boxes], float).reshape(-1, 4)
        self._discs = np.array([(disc.x, disc.y, disc.radius) for disc in found.discs], float).reshape(-1, 3)
        self._stripes = _segments(found)
        left, top, right, bottom = self._boxes.T[:, :, None]
        self._middles = ((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2)
        self._room = tuple(np.empty((len(self._boxes), self.count)) for _ in range(4))
        self.x = np.full(count, float(found.start.x))
        self.y = np.full(count, float(found.start.y))
        self.heading = np.full(count, float(found.start.heading))
        self.touching = np.zeros(count, bool)
        self.bumps = np.zeros(count, int)
        self.reached = np.zeros(count, bool)
        self.distance_driven = np.zeros(count)
        self.steps = 0

    def step(self, left: ArrayLike, right: ArrayLike) -> None:
        """Let 0.05 s pass with these shares of full speed.

        Parameters
        ----------
        left, right : float or array
            One for all robots, or one for each; what is beyond -1 and 1 is cut off.

        Examples
        --------
        >>> robots = Batch("color_floor", 2)
        >>> robots.step([1, 0], [1, 0])
        >>> robots.distance_driven.tolist()
        [1.5, 0.0]
        """
        left, right = self._shares(left), self._shares(right)
        turn = (left - right) * TURN
        middle = (self.heading + turn / 2) * RADIAN
        ahead = (left + right) * (FULL_SPEED * STEP_S / 2)
        x, y = self.x + ahead * np.sin(middle), self.y - ahead * np.cos(middle)
        self.heading = self.heading + turn
        moving = (left != 0) | (right != 0)
        touched = np.where(moving, self._touched(x, y), self.touching)
        self.bumps += touched & ~self.touching
        self.touching = touched
        self.x, self.y = np.where(touched, self.x, x), np.where(touched, self.y, y)
        self.distance_driven += np.where(touched, 0.0, np.abs(ahead))
        self.steps += 1
        if self.world.goal is not None:
            goal_x, goal_y = goal_at(self.world.goal, self.steps * STEP_S)
            self.reached |= (self.x - goal_x) ** 2 + (self.y - goal_y) ** 2 <= self.world.goal.radius**2

    def distance(self, direction: ArrayLike = 0.0) -> Floats:
        """Return the centimeters from each robot's edge to what is nearest in a direction.

        Parameters
        ----------
        direction : float or array
            Degrees clockwise from straight ahead; one for all, or one for each.

        Returns
        -------
        numpy.ndarray
            One entry a robot.

        Examples
        --------
        >>> Batch("color_floor", 2).distance(180).round(6).tolist()
        [22.0, 22.0]
        """
        angle = (self.heading + np.asarray(direction, float)) * RADIAN
        dx, dy = np.sin(angle), -np.cos(angle)
        over_x, over_y = 1 / np.where(dx == 0, _FLAT, dx), 1 / np.where(dy == 0, _FLAT, dy)
        far = np.minimum(_edge(self.x, over_x, self.world.width), _edge(self.y, over_y, self.world.height))
        far = np.minimum(far, self._to_boxes(over_x, over_y))
        far = np.minimum(far, self._to_discs(dx, dy))
        clear: Floats = np.maximum(far - RADIUS, 0.0)
        return clear

    def line(self) -> tuple[Bools, Bools, Bools]:
        """Return for each robot whether its left, middle and right floor sensor are over a stripe.

        Examples
        --------
        >>> [bool(seen[0]) for seen in Batch("line_oval", 1).line()]
        [False, True, False]
        """
        angle = self.heading * RADIAN
        dx, dy = np.sin(angle), -np.cos(angle)
        x, y = self.x + SENSOR_AHEAD * dx, self.y + SENSOR_AHEAD * dy
        aside_x, aside_y = -SENSOR_ASIDE * dy, SENSOR_ASIDE * dx
        return self._on_stripe(x - aside_x, y - aside_y), self._on_stripe(x, y), self._on_stripe(x + aside_x, y + aside_y)

    def _shares(self, values: ArrayLike) -> Floats:
        shares = np.asarray(values, float)
        if shares.shape not in ((), (self.count,)) or not np.isfinite(shares).all():
            raise RobotMisused(say("`step` needs one number for all robots, or one for each of the {count}.").format(count=self.count))
        return np.broadcast_to(np.clip(shares, -1, 1), self.count)

    def _touched(self, x: Floats, y: Floats) -> Bools:
        touched: Bools = (x < RADIUS) | (y < RADIUS) | (x > self.world.width - RADIUS) | (y > self.world.height - RADIUS)
        if len(self._boxes):
            touched |= (self._away(0, x) + self._away(1, y)).min(axis=0) < RADIUS * RADIUS
        if len(self._discs):
            center_x, center_y, radius = self._discs.T[:, :, None]
            touched |= ((center_x - x) ** 2 + (center_y - y) ** 2 < (radius + RADIUS) ** 2).any(axis=0)
        return touched

    def _away(self, axis: int, place: Floats) -> Floats:
        """Return the squares of how far each place is beside each box."""
        away = self._room[axis]
        np.abs(np.subtract(self._middles[axis], place, out=away), out=away)
        np.maximum(np.subtract(away, self._middles[axis + 2], out=away), 0.0, out=away)
        return np.multiply(away, away, out=away)

    def _to_boxes(self, over_x: Floats, over_y: Floats) -> Any:
        """Return how far each ray gets before a box; work in place, since memory is what costs here."""
        if not len(self._boxes):
            return np.inf
        enter, leave, side, half = self._room
        middle_x, middle_y, half_x, half_y = self._middles
        np.multiply(np.subtract(middle_x, self.x, out=side), over_x, out=side)
        np.multiply(half_x, np.abs(over_x), out=half)
        np.subtract(side, half, out=enter)
        np.add(side, half, out=leave)
        np.multiply(np.subtract(middle_y, self.y, out=side), over_y, out=side)
        np.multiply(half_y, np.abs(over_y), out=half)
        np.maximum(enter, np.subtract(side, half), out=enter)
        np.minimum(leave, np.add(side, half, out=half), out=leave)
        enter[(enter > leave) | (enter < 0)] = np.inf
        return enter.min(axis=0)

    def _to_discs(self, dx: Floats, dy: Floats) -> Any:
        if not len(self._discs):
            return np.inf
        center_x, center_y, radius = self._discs.T[:, :, None]
        to_x, to_y = center_x - self.x, center_y - self.y
        middle = to_x * dx + to_y * dy
        half2 = radius * radius - (to_x * to_x + to_y * to_y - middle * middle)
        hit = (middle > 0) & (half2 >= 0)
        return np.where(hit, middle - np.sqrt(np.maximum(half2, 0.0)), np.inf).min(axis=0)

    def _on_stripe(self, x: Floats, y: Floats) -> Bools:
        if not len(self._stripes):
            return np.zeros(self.count, bool)
        x0, y0, along_x, along_y, over, half2 = self._stripes.T[:, :, None]
        to_x, to_y = x - x0, y - y0
        share = np.clip((to_x * along_x + to_y * along_y) * over, 0.0, 1.0)
        on: Bools = ((to_x - share * along_x) ** 2 + (to_y - share * along_y) ** 2 <= half2).any(axis=0)
        return on


def _edge(place: Floats, over: Floats, side: float) -> Any:
    return np.where(over > 0, (side - place) * over, -place * over)


def _segments(world: Arena) -> Floats:
    return np.array([segment for stripe in world.stripes for segment in segments(stripe)], float).reshape(-1, 6)
