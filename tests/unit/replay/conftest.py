"""Runs made by hand: a robot that does everything once, and a long drive."""

from math import cos, radians, sin

import pytest

from ailab.robot.trace import Event, Outcome, Reading, Trace
from ailab.robot.world import Arena, Box, Disc, Goal, GridWorld, Patch, Start, Stripe, Wanted


@pytest.fixture
def grid_trace() -> Trace:
    """Return a run in which a palm gets water, a date is picked, a cell painted, a wall met and the goal reached."""
    world = GridWorld(
        name="oasis",
        title="Oasis",
        width=4,
        height=2,
        start=Start(0, 0, 90),
        walls=frozenset({(3, 0)}),
        goal=frozenset({(2, 1)}),
        things={(1, 0): "palm", (2, 0): "date", (0, 1): "olive"},
        wanted=Wanted(watered=frozenset({(1, 0)}), cleared=frozenset({(2, 0), (0, 1)}), paint={(2, 0): "red", (0, 0): "blue"}),
    )
    steps = (
        (0, 0, 90, ""),
        (1, 0, 90, "forward"),
        (1, 0, 90, "water"),
        (2, 0, 90, "forward"),
        (2, 0, 90, "pick"),
        (2, 0, 90, "paint"),
        (2, 0, 90, "forward"),
        (2, 0, 90, "say"),
        (2, 0, 180, "turn_right"),
        (2, 1, 180, "forward"),
    )
    events = (
        Event(2, "water", "palm"),
        Event(4, "pick", "date"),
        Event(5, "paint", "red"),
        Event(6, "bump"),
        Event(7, "say", "<Salam & §>"),
        Event(9, "goal"),
    )
    return Trace(
        world=world,
        seed=0,
        time=tuple(map(float, range(len(steps)))),
        x=tuple(float(x) for x, _, _, _ in steps),
        y=tuple(float(y) for _, y, _, _ in steps),
        heading=tuple(float(heading) for _, _, heading, _ in steps),
        command=tuple(verb for _, _, _, verb in steps),
        line=(0, 2, 3, 2, 4, 5, 2, 6, 7, 2),
        events=events,
        readings=(Reading(1, "wall_ahead", False), Reading(5, "wall_ahead", True), Reading(5, "color", "red")),
        source="def program(robot):\n    robot.forward()\n    robot.water()\n    robot.pick()\n    robot.paint('red')\n    robot.say('<Salam & §>')\n    robot.turn_right()\n",
    )


@pytest.fixture
def grid_outcome() -> Outcome:
    """Return how the run by hand ended."""
    return Outcome(
        ended="done", solved=False, moves=3, commands=9, bumps=1, visited=4, distance=3, energy=3, smoothness=1, missing=2, line_share=0
    )


@pytest.fixture
def drive_trace() -> Trace:
    """Return a minute of driving in curves: 1,200 poses, and a reading at each second one."""
    world = Arena(
        name="yard",
        title="Yard",
        width=240,
        height=160,
        start=Start(120, 60, 90),
        boxes=(Box(10, 10, 40, 20),),
        discs=(Disc(200, 30, 10),),
        stripes=(Stripe(((20, 140), (100, 120), (220, 140))),),
        patches=(Patch(10, 110, 20, 20, "green"),),
        goal=Goal(path=((60, 140), (180, 140)), radius=10, speed=5),
    )
    x, y, heading = [120.0], [60.0], [90.0]
    for step in range(1199):
        turn = 1.6 + 1.2 * sin(step / 60)
        heading.append(round(heading[-1] + turn, 9))
        x.append(round(x[-1] + 1.1 * sin(radians(heading[-1])), 9))
        y.append(round(y[-1] - 1.1 * cos(radians(heading[-1])), 9))
    return Trace(
        world=world,
        seed=0,
        time=tuple(round(step * 0.05, 9) for step in range(1200)),
        x=tuple(x),
        y=tuple(y),
        heading=tuple(heading),
        line=tuple(2 + step // 300 for step in range(1200)),
        events=(Event(400, "bump"), Event(900, "goal")),
        readings=tuple(Reading(step, "distance", round(50 + 30 * sin(step / 40), 2)) for step in range(0, 1200, 2)),
        source="def program(robot):\n    robot.motors(0.6, 0.5)\n    robot.wait(15)\n    robot.wait(15)\n    robot.wait(30)\n",
    )


@pytest.fixture
def drive_outcome() -> Outcome:
    """Return how the drive ended."""
    return Outcome(
        ended="done",
        solved=True,
        moves=1199,
        commands=4,
        bumps=1,
        visited=80,
        distance=1318.9,
        energy=33,
        smoothness=0.9,
        missing=0,
        line_share=0,
    )
