"""Golden traces: runs whose every pose must be the same on each platform. `python -m ailab.robot.golden` prints them.

Standard library only, so that any Python can be asked, one in a browser too.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final

from ailab.robot.cards import follow
from ailab.robot.generate import maze, souk_delivery, warehouse
from ailab.robot.generate_arena import arena_yard, line_track
from ailab.robot.run import simulate
from ailab.robot.trace import Trace
from ailab.robot.world import Noise


def hug_the_wall(robot: Any) -> None:
    """Keep the right hand at the wall until the goal is reached."""
    while not robot.at_goal():
        if not robot.wall_right():
            robot.turn_right()
        elif robot.wall_ahead():
            robot.turn_left()
            continue
        robot.forward()


def pick_and_paint(robot: Any) -> None:
    """Go ahead, take what lies there, paint, turn where a wall is."""
    for color in ("red", "blue", "green") * 12:
        if robot.wall_ahead():
            robot.turn_right()
        robot.forward()
        if robot.thing_here():
            robot.pick()
        robot.paint(color)


def wander(robot: Any) -> None:
    """Drive, and turn away from what is near."""
    while robot.running():
        left, ahead, right = robot.distance(-45), robot.distance(), robot.distance(45)
        if min(left, ahead, right) < 12:
            robot.turn_right(35.5) if left < right else robot.turn_left(47.25)
        else:
            robot.motors(0.9, 0.8 + 0.001 * ahead / (1 + right))
        robot.wait(0.05)


def follow_the_line(robot: Any) -> None:
    """Steer by the three floor sensors."""
    left, right = 0.5, 0.5
    while robot.running():
        seen = robot.line()
        left, right = {(True, False, False): (0.1, 0.5), (False, False, True): (0.5, 0.1)}.get(
            seen, (left, right) if not seen[1] else (0.5, 0.5)
        )
        robot.motors(left, right)
        robot.wait()


def lesson_verbs(robot: Any) -> None:
    """Drive a figure with verbs that finish."""
    for corner in range(40):
        robot.forward(20 + corner / 3)
        robot.turn_left(77.7) if corner % 3 else robot.turn_right(123.4)
        robot.backward(3.3)


def _noisy_yard(seed: int) -> Any:
    from dataclasses import replace

    return replace(arena_yard(seed), noise=Noise(distance=1.5, compass=2.0, motors=0.05))


GOLDEN: Final[Mapping[str, Callable[[], Trace]]] = {
    "maze": lambda: simulate(hug_the_wall, maze(7, 15, 15)).trace,
    "souk": lambda: simulate(pick_and_paint, souk_delivery(3)).trace,
    "warehouse": lambda: simulate(pick_and_paint, warehouse(2)).trace,
    "cards": lambda: simulate(follow([["repeat", 6, ["forward", "water"]]]), "six_palms").trace,
    "wander": lambda: simulate(wander, arena_yard(5, boxes=12), seed=1).trace,
    "wander_with_noise": lambda: simulate(wander, _noisy_yard(6), seed=2).trace,
    "line_track": lambda: simulate(follow_the_line, line_track(1), seed=3).trace,
    "line_eight": lambda: simulate(follow_the_line, "line_eight", seed=4).trace,
    "lesson_verbs": lambda: simulate(lesson_verbs, "moving_goal", seed=5).trace,
}


def fingerprint(trace: Trace) -> dict[str, Any]:
    """Return the hash of all poses, events and readings, and a few poses to look at when it differs."""
    rows = [*zip(trace.time, trace.x, trace.y, trace.heading, strict=True)]
    happened = [(event.at, event.kind, event.what) for event in trace.events]
    read = [(reading.at, reading.sensor, reading.value) for reading in trace.readings]
    whole = json.dumps([rows, trace.command, happened, read])
    every = max(1, len(rows) // 4)
    return {"poses": len(rows), "sha256": sha256(whole.encode()).hexdigest(), "some": [list(row) for row in rows[::every]]}


def fingerprints() -> dict[str, dict[str, Any]]:
    """Return the fingerprint of every golden trace."""
    return {name: fingerprint(make()) for name, make in GOLDEN.items()}


if __name__ == "__main__":
    # One line a trace: differences are easy to see.
    print("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(found)}" for name, found in fingerprints().items()) + "\n}")
