"""Rays over a grid of squares give what testing every obstacle gives."""

import math
from random import Random

import pytest

from ailab.robot.rays import Obstacles
from ailab.robot.sound import RADIUS, is_free
from ailab.robot.world import Arena, Box, Disc, Start


def crowded(seed: int) -> Arena:
    random = Random(seed)
    boxes = tuple(Box(random.random() * 250, random.random() * 170, 5 + random.random() * 40, 5 + random.random() * 30) for _ in range(12))
    discs = tuple(Disc(random.random() * 290, random.random() * 200, 3 + random.random() * 20) for _ in range(6))
    return Arena(name="crowded", width=290.0, height=205.0, start=Start(1, 1), boxes=boxes, discs=discs)


def brute_force(world: Arena, x: float, y: float, dx: float, dy: float) -> float:
    found = [(world.width - x) / dx if dx > 0 else -x / dx if dx < 0 else math.inf]
    found.append((world.height - y) / dy if dy > 0 else -y / dy if dy < 0 else math.inf)
    for box in world.boxes:
        enter, leave = -math.inf, math.inf
        for place, direction, low, size in ((x, dx, box.x, box.width), (y, dy, box.y, box.height)):
            if direction == 0:
                if not low <= place <= low + size:
                    enter = math.inf
                continue
            near, far = sorted(((low - place) / direction, (low + size - place) / direction))
            enter, leave = max(enter, near), min(leave, far)
        if 0 <= enter <= leave:
            found.append(enter)
    for disc in world.discs:
        middle = (disc.x - x) * dx + (disc.y - y) * dy
        half2 = disc.radius**2 - ((disc.x - x) ** 2 + (disc.y - y) ** 2 - middle**2)
        if half2 >= 0 and middle > 0:
            found.append(middle - math.sqrt(half2))
    return min(found)


@pytest.mark.parametrize("seed", range(10))
def test_rays_meet_what_brute_force_meets(seed: int) -> None:
    world, random = crowded(seed), Random(seed + 100)
    obstacles = Obstacles(world)
    compared = 0
    while compared < 300:
        x, y = random.random() * world.width, random.random() * world.height
        angle = random.choice((random.random() * 2 * math.pi, math.pi / 2 * random.randrange(4)))
        if not is_free(world, (x, y), 0.0):
            continue
        dx, dy = math.sin(angle), -math.cos(angle)
        assert obstacles.distance(x, y, dx, dy) == pytest.approx(brute_force(world, x, y, dx, dy), abs=1e-9)
        compared += 1


@pytest.mark.parametrize(("dx", "dy", "far"), [(1.0, 0.0, 60.0), (-1.0, 0.0, 40.0), (0.0, 1.0, 60.0), (0.0, -1.0, 40.0)])
def test_rays_along_an_axis_on_the_border_of_squares(dx: float, dy: float, far: float) -> None:
    world = Arena(name="plain", width=100.0, height=100.0, start=Start(40, 40))

    assert Obstacles(world).distance(40.0, 40.0, dx, dy) == far


@pytest.mark.parametrize("seed", range(5))
def test_contact_is_what_the_rule_of_worlds_says(seed: int) -> None:
    world, random = crowded(seed), Random(seed)
    obstacles = Obstacles(world)
    for _ in range(500):
        x, y = random.random() * world.width, random.random() * world.height
        inside = any(box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height for box in world.boxes)
        assert obstacles.touched(x, y) is not is_free(world, (x, y), RADIUS) or inside
