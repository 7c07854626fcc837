"""The engine of arenas: exact arcs in steps of 0.05 s, rounded so that every platform gives the same trace.

No clock, no drawing, no checks of what learners give. Headings are degrees clockwise from north and never wrapped.
"""

import math
from itertools import pairwise
from random import Random
from typing import Final

from ailab.robot.floor import Floor
from ailab.robot.rays import Obstacles
from ailab.robot.sound import RADIUS
from ailab.robot.trace import Event, EventKind
from ailab.robot.world import Arena, Goal, Point

STEP_S: Final = 0.05
FULL_SPEED: Final = 30.0
"""Centimeters per second of a motor at full speed."""
TRACK: Final = 12.0
"""Centimeters between the wheels."""
SENSOR_AHEAD: Final = 6.0
"""How far before its middle the robot looks at the floor for lines, centimeters."""
SENSOR_ASIDE: Final = 2.0
"""From the middle one to the left and the right one."""

_AHEAD: Final = FULL_SPEED * STEP_S / 2
"""Centimeters in one step when the shares of both motors add up to 1."""
TURN: Final = math.degrees(FULL_SPEED * STEP_S / TRACK)
"""Degrees in one step when the shares of both motors differ by 1."""
RADIAN: Final = math.pi / 180

# Adding and subtracting this number leaves a whole one: rounding to 9 decimals five times faster than round().
_NINE: Final = 1e9
_SIX: Final = 1e6
_WHOLE: Final = 6755399441055744.0


def rounded(number: float) -> float:
    """Return a number rounded to 9 decimals; it must be smaller than two million."""
    return (number * _NINE + _WHOLE - _WHOLE) / _NINE


def read_off(number: float) -> float:
    """Return what a sensor shows: 6 decimals, so that the rounding of poses stays out of sight."""
    return (number * _SIX + _WHOLE - _WHOLE) / _SIX


class ArenaEngine:
    """A robot with two motors on a floor."""

    __slots__ = (
        "battery",
        "bumper",
        "bumps",
        "empty",
        "energy",
        "events",
        "floor",
        "heading",
        "left",
        "line",
        "moves",
        "noise",
        "obstacles",
        "poses",
        "random",
        "reached",
        "right",
        "steps",
        "world",
        "x",
        "y",
    )

    def __init__(self, world: Arena, seed: int = 0) -> None:
        """Put the robot at its start, motors off."""
        self.world = world
        self.random = Random(seed).random
        self.obstacles = Obstacles(world)
        self.floor = Floor(world)
        self.noise = world.noise
        self.x, self.y, self.heading = rounded(world.start.x), rounded(world.start.y), rounded(world.start.heading)
        self.left = self.right = 0.0
        self.battery = math.inf if world.battery is None else float(world.battery)
        self.energy = 0.0
        self.empty = self.bumper = self.reached = False
        self.steps = self.moves = self.bumps = 0
        self.line = 0
        self.poses: list[tuple[float, float, float, int]] = [(self.x, self.y, self.heading, 0)]
        self.events: list[Event] = []

    @property
    def time(self) -> float:
        """Return the seconds since the start."""
        return rounded(self.steps * STEP_S)

    def step(self) -> None:
        """Let 0.05 s pass."""
        left, right = self.left, self.right
        self.steps += 1
        if left or right:
            if self.noise.motors:
                left, right = self._noisy(left), self._noisy(right)
            heading = self.heading
            turn = (left - right) * TURN
            middle = (heading + turn / 2) * RADIAN
            ahead = (left + right) * _AHEAD
            x = (((self.x + ahead * math.sin(middle)) * _NINE + _WHOLE) - _WHOLE) / _NINE
            y = (((self.y - ahead * math.cos(middle)) * _NINE + _WHOLE) - _WHOLE) / _NINE
            if turn:
                self.heading = (((heading + turn) * _NINE + _WHOLE) - _WHOLE) / _NINE
            if self.obstacles.touched(x, y):
                self._bump(x, y)
            else:
                self.bumper = False
                if ahead:
                    self.moves += 1
                    self.x, self.y = x, y
            self._use(left, right)
        self.poses.append((self.x, self.y, self.heading, self.line))
        goal = self.world.goal
        if goal is not None and not self.reached:
            self._look_for(goal)

    def _bump(self, x: float, y: float) -> None:
        # One event for one contact, however long the robot pushes.
        if not self.bumper:
            self.bumps += 1
            self.events.append(Event(len(self.poses), "bump"))
        self.bumper = True

    def _use(self, left: float, right: float) -> None:
        used = (abs(left) + abs(right)) * (STEP_S / 2)
        self.energy = rounded(self.energy + used)
        if self.energy >= self.battery and not self.empty:
            self.empty = True
            self.left = self.right = 0.0
            self.events.append(Event(len(self.poses), "empty"))

    def _look_for(self, goal: Goal) -> None:
        if self.over_goal(goal):
            self.reached = True
            self.note("goal")

    def over_goal(self, goal: Goal) -> bool:
        """Say whether the middle of the robot is over the goal."""
        x, y = goal_at(goal, self.steps * STEP_S)
        return (self.x - x) ** 2 + (self.y - y) ** 2 <= goal.radius * goal.radius

    def note(self, kind: EventKind, what: str = "") -> None:
        """Keep an event at the latest pose."""
        self.events.append(Event(len(self.poses) - 1, kind, what))

    def distance(self, direction: float) -> float:
        """Return the centimeters from the robot's edge to what is in this direction, clockwise from ahead."""
        angle = (self.heading + direction) * RADIAN
        far = self.obstacles.distance(self.x, self.y, math.sin(angle), -math.cos(angle)) - RADIUS
        if self.noise.distance:
            far += self.noise.distance * self._normal()
        return ((far if far > 0.0 else 0.0) * _SIX + _WHOLE - _WHOLE) / _SIX  # noqa: FURB136 - max() costs three times as much

    def on_line(self) -> tuple[bool, bool, bool]:
        """Say for the left, middle and right floor sensor whether a stripe is below it."""
        angle = self.heading * RADIAN
        dx, dy = math.sin(angle), -math.cos(angle)
        x, y = self.x + SENSOR_AHEAD * dx, self.y + SENSOR_AHEAD * dy
        aside_x, aside_y = -SENSOR_ASIDE * dy, SENSOR_ASIDE * dx
        stripe = self.floor.stripe
        return stripe(x - aside_x, y - aside_y) != "", stripe(x, y) != "", stripe(x + aside_x, y + aside_y) != ""

    def compass(self) -> float:
        """Return the heading from 0 to 360, with the noise of the sensor."""
        heading = self.heading
        if self.noise.compass:
            heading += self.noise.compass * self._normal()
        return read_off(heading % 360) % 360

    def _noisy(self, share: float) -> float:
        return share + self.noise.motors * self._normal() if share else 0.0

    def _normal(self) -> float:
        """Return a normally distributed number; Box and Muller's way, so that only .random() is drawn from."""
        return math.sqrt(-2.0 * math.log(1.0 - self.random())) * math.cos(2.0 * math.pi * self.random())


def goal_at(goal: Goal, time: float) -> Point:
    """Return the place of a goal that goes back and forth along its path."""
    if goal.speed <= 0 or len(goal.path) < 2:
        return goal.path[0]
    lengths = [math.dist(a, b) for a, b in pairwise(goal.path)]
    whole = sum(lengths)
    if whole <= 0:
        return goal.path[0]
    gone = goal.speed * time % (2 * whole)
    gone = min(gone, 2 * whole - gone)
    for (x0, y0), (x1, y1), length in zip(goal.path, goal.path[1:], lengths, strict=False):
        if gone <= length and length > 0:
            share = gone / length
            return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        gone -= length
    return goal.path[-1]
