"""One floor, one brain, several simulators: how each of them drives, and that it does.

Twenty boxes, one robot of 8 cm, steps of 0.05 s, three distances read in each (left, ahead and right of the same
point, as far as the next wall). Plain floats everywhere: NumPy's own slow the others down.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from ailab.robot.arena import FULL_SPEED, RADIAN, STEP_S, TURN, ArenaEngine
from ailab.robot.generate_arena import arena_yard
from ailab.robot.robots import Robot, Terms
from ailab.robot.run import simulate
from ailab.robot.sound import RADIUS
from ailab.robot.trace import Trace
from ailab.robot.world import Arena, Noise

FLOOR: Final = replace(arena_yard(5, boxes=20), noise=Noise(), goal=None)
LOOKING: Final = (-45, 0, 45)
"""Degrees from straight ahead."""
_FARTHEST: Final = 400.0
"""Longer than the floor's diagonal."""
_SQUARE: Final = 20.0
_LEAST_CM: Final = 0.5
"""A step at full speed is 1.5 cm; a robot that turns in place makes none."""
_LEAST_SQUARES: Final = 40
_PLENTY: Final = 1_000_000
"""Commands and readings."""

Point = Sequence[float]
Drive = Callable[[], list[Point]]
"""One whole run, ready to go; it gives the places of the robot, one a step."""


def steer(left: float, ahead: float, right: float) -> tuple[float, float]:
    """Return shares for both motors: round in a wide bend, and on the spot where something is near."""
    return (0.6, -0.6) if ahead < 15 or left < 8 or right < 8 else (1.0, 0.95)


@dataclass(frozen=True, slots=True)
class Driven:
    """How far a robot got."""

    steps: int
    centimeters: float
    squares: int
    """Of 20 cm; the floor has 144."""


def driven(places: Sequence[Point]) -> Driven:
    """Return how far a robot got; a robot that stands still would be quick, so that is an error."""
    found = Driven(
        steps=len(places),
        centimeters=sum(math.dist(a[:2], b[:2]) for a, b in pairwise(places)),
        squares=len({(int(place[0] / _SQUARE), int(place[1] / _SQUARE)) for place in places}),
    )
    if found.centimeters < _LEAST_CM * found.steps or found.squares < _LEAST_SQUARES:
        raise RuntimeError(f"this robot hardly moves, so its time means nothing: {found}")
    return found


def our_engine(steps: int) -> Drive:
    """Return a run of the engine: what a grader, a generator of data or a Gymnasium environment calls."""
    engine = ArenaEngine(FLOOR)
    left, ahead, right = LOOKING

    def drive() -> list[Point]:
        distance, step = engine.distance, engine.step
        for _ in range(steps):
            engine.left, engine.right = steer(distance(left), distance(ahead), distance(right))
            step()
        return [*engine.poses[1:]]

    return drive


def our_verbs(steps: int) -> Drive:
    """Return a run of the robot that a learner tries out in a cell, with its checks, its lock and its readings kept."""
    robot: Any = Robot(FLOOR, terms=Terms(limit=_PLENTY, seconds=(steps + 1) * STEP_S))

    def drive() -> list[Point]:
        _wander(robot)
        return robot._engine.poses[1:]  # type: ignore[no-any-return]

    return drive


def our_simulate(steps: int) -> Drive:
    """Return a whole `simulate`: the verbs, the line of the program for each, and at the end trace and outcome."""

    def drive() -> list[Point]:
        run = simulate(_wander, FLOOR, seconds=(steps + 1) * STEP_S, limit=_PLENTY, patience_s=600)
        if run.outcome.ended != "done":
            raise RuntimeError(f"the program was ended: {run.outcome}")
        return [*zip(run.trace.x[1:], run.trace.y[1:], strict=True)]

    return drive


def minute() -> Trace:
    """Return what a learner's program did in a minute."""
    return simulate(_wander, FLOOR, seconds=60).trace


def _wander(robot: Any) -> None:
    left, ahead, right = LOOKING
    while robot.running():
        robot.motors(*steer(robot.distance(left), robot.distance(ahead), robot.distance(right)))
        robot.wait()


def aitk(robots: Any, steps: int) -> Drive:
    """Return a run of aitk.robots without a display, driven as its own lessons do.

    Its body is a square with its corners on our disc; its speeds are set to ours (its `vx` is centimeters a step).
    """
    world = robots.World(width=int(FLOOR.width), height=int(FLOOR.height), quiet=True)
    for box in FLOOR.boxes:
        world.add_wall("blue", box.x, box.y, box.x + box.width, box.y + box.height)
    half = RADIUS / math.sqrt(2)
    speeds = {"vx_max": FULL_SPEED * STEP_S, "va_max": 2 * TURN * RADIAN / STEP_S, "vx_ramp": 0.001, "va_ramp": 0.001}
    body = [["polygon", None, [[half, half], [half, -half], [-half, -half], [-half, half]]]]
    robot = robots.Robot(x=FLOOR.start.x, y=FLOOR.start.y, a=0, body=body, **speeds)
    for direction in LOOKING:
        robot.add_device(robots.RangeSensor(position=(0, 0), a=-direction, max=_FARTHEST, width=0))
    world.add_robot(robot)
    _same_view([far - RADIUS for far in robot.get_distances()])
    places: list[Point] = []

    def brain(robot: Any) -> None:
        left, ahead, right = robot.get_distances()
        robot.motors(*steer(left - RADIUS, ahead - RADIUS, right - RADIUS))
        places.append((robot.x, robot.y))

    def drive() -> list[Point]:
        world.steps(steps, [brain], time_step=STEP_S, show=False, real_time=False, show_progress=False, quiet=True)
        return places

    return drive


def pymunk(physics: Any, steps: int) -> Drive:
    """Return a run of pymunk, a physics engine in C: a body that is pushed, and a query for each ray."""
    space, body, own = _pymunk_floor(physics, FLOOR)
    aside = math.pi / 4

    def far(at: Any, angle: float) -> float:
        end = (at[0] + _FARTHEST * math.cos(angle), at[1] + _FARTHEST * math.sin(angle))
        hit = space.segment_query_first(at, end, 0, own)
        return float(hit.alpha) * _FARTHEST - RADIUS

    def drive() -> list[Point]:
        places: list[Point] = []
        for _ in range(steps):
            at, angle = body.position, body.angle
            left, right = steer(far(at, angle - aside), far(at, angle), far(at, angle + aside))
            turn = (left - right) * TURN * RADIAN
            speed, middle = (left + right) / 2 * FULL_SPEED, angle + turn / 2
            body.velocity, body.angular_velocity = (speed * math.cos(middle), speed * math.sin(middle)), turn / STEP_S
            space.step(STEP_S)
            places.append(at)
        return places

    _same_view([far(body.position, body.angle + direction * RADIAN) for direction in LOOKING])
    return drive


def _pymunk_floor(physics: Any, floor: Arena) -> tuple[Any, Any, Any]:
    space = physics.Space()
    for box in floor.boxes:
        right, bottom = box.x + box.width, box.y + box.height
        space.add(physics.Poly(space.static_body, [(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)]))
    corners = [(0, 0), (floor.width, 0), (floor.width, floor.height), (0, floor.height)]
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        space.add(physics.Segment(space.static_body, start, end, 0))
    body = physics.Body(1, math.inf)
    body.position, body.angle = (floor.start.x, floor.start.y), (floor.start.heading - 90) * RADIAN
    disc = physics.Circle(body, RADIUS)
    disc.filter = physics.ShapeFilter(group=1)
    space.add(body, disc)
    return space, body, disc.filter


def _same_view(seen: Sequence[float]) -> None:
    """See to it that the others look at the same floor from the same place."""
    engine = ArenaEngine(FLOOR)
    ours = [engine.distance(direction) for direction in LOOKING]
    if not all(math.isclose(a, b, abs_tol=0.01) for a, b in zip(seen, ours, strict=True)):
        raise RuntimeError(f"not the same floor: {[*seen]} instead of {ours}")


def cart_pole(gymnasium: Any, steps: int) -> Callable[[], float]:
    """Return a run of Gymnasium's CartPole-v1 with a brain that keeps the pole up; it gives the way of the cart."""
    environment = gymnasium.make("CartPole-v1")

    def drive() -> float:
        seen, _ = environment.reset(seed=0)
        places = []
        for _ in range(steps):
            seen, _, ended, cut, _ = environment.step(1 if seen[2] + seen[3] > 0 else 0)
            places.append(seen[0])
            if ended or cut:
                seen, _ = environment.reset()
        return float(sum(abs(b - a) for a, b in pairwise(places)))

    return drive
