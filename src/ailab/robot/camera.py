"""What the robot sees, as rows of plain numbers: a small color picture and a ring of distances.

Walls and obstacles stand upright, the floor shows its patches and stripes, the goal a green glow on the floor.
"""

import math
from collections.abc import Mapping
from typing import Final

from ailab.robot.arena import RADIAN, STEP_S, ArenaEngine, goal_at
from ailab.robot.sound import RADIUS

Color = tuple[int, int, int]

VIEW_DEGREES: Final = 60.0
"""From the left edge of the picture to the right one."""
EYE: Final = 10.0
"""Height of the camera above the floor, centimeters."""
WALL: Final = 20.0
"""Height of walls and obstacles, centimeters."""
SKY: Final[Color] = (200, 225, 245)
STONE: Final[Color] = (150, 120, 90)
BARE: Final[Color] = (225, 220, 205)
GLOW: Final[Color] = (60, 200, 90)
PAINT: Final[Mapping[str, Color]] = {
    "black": (20, 20, 20),
    "white": (250, 250, 250),
    "red": (200, 40, 40),
    "orange": (230, 130, 30),
    "yellow": (240, 210, 40),
    "green": (40, 150, 60),
    "blue": (40, 80, 190),
    "purple": (130, 60, 160),
}
_DARKEST: Final = 0.4


def lidar(engine: ArenaEngine, rays: int) -> list[float]:
    """Return distances all round, the first straight ahead, then clockwise."""
    return [engine.distance(360 * ray / rays) for ray in range(rays)]


def camera(engine: ArenaEngine, width: int, height: int) -> list[list[Color]]:
    """Return a picture as rows of colors, red, green and blue from 0 to 255."""
    # Pixels are square: as many lengths of the lens as make the width cover the view.
    lens = width / 2 / math.tan(VIEW_DEGREES / 2 * RADIAN)
    columns = [_column(engine, (column + 0.5 - width / 2) / lens, lens, height) for column in range(width)]
    return [list(row) for row in zip(*columns, strict=True)]


def _column(engine: ArenaEngine, aside: float, lens: float, height: int) -> list[Color]:
    angle = engine.heading * RADIAN + math.atan(aside)
    dx, dy = math.sin(angle), -math.cos(angle)
    slant = math.sqrt(1 + aside * aside)
    far = max(engine.obstacles.distance(engine.x, engine.y, dx, dy), RADIUS)
    ahead = far / slant
    top, bottom = height / 2 - (WALL - EYE) * lens / ahead, height / 2 + EYE * lens / ahead
    shade = max(_DARKEST, 1 - far / 400)
    stone: Color = (int(STONE[0] * shade), int(STONE[1] * shade), int(STONE[2] * shade))
    colors = []
    for row in range(height):
        middle = row + 0.5
        if middle < top:
            colors.append(SKY)
        elif middle < bottom:
            colors.append(stone)
        else:
            away = EYE * lens / (middle - height / 2) * slant
            colors.append(_floor(engine, engine.x + away * dx, engine.y + away * dy))
    return colors


def _floor(engine: ArenaEngine, x: float, y: float) -> Color:
    goal = engine.world.goal
    if goal:
        goal_x, goal_y = goal_at(goal, engine.steps * STEP_S)
        if (x - goal_x) ** 2 + (y - goal_y) ** 2 <= goal.radius * goal.radius:
            return GLOW
    return PAINT.get(engine.floor.color(x, y), BARE)
