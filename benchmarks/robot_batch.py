"""A step of 1,024 robots at once beside 1,024 robots one by one, brain and three distances included.

What would lift the figure further: each ray is tested against every box, so that NumPy makes about ten passes over a table
of boxes by robots; smaller floats would halve what they move, and a compiled loop over the squares of the floor, as the single
robot has it, would save most of them. Neither is worth another dependency in lessons that take a second.
"""

import sys
from typing import Final

import numpy as np

from ailab.robot.arena import ArenaEngine
from ailab.robot.batch import Batch
from benchmarks.measure import Row, in_turns
from benchmarks.robot_drives import FLOOR, LOOKING, steer

_ROBOTS: Final = 1024
_STEPS: Final = 20
_REPEATS: Final = 5


def rows() -> list[Row]:
    """Compare batch and single robots, each robot with a pace of its own."""
    batch = Batch(FLOOR, _ROBOTS)
    engines = [ArenaEngine(FLOOR) for _ in range(_ROBOTS)]
    paces = np.linspace(0.5, 1.0, _ROBOTS)
    plain = [float(pace) for pace in paces]
    ours, theirs = in_turns(lambda: _together(batch, paces), lambda: _one_by_one(engines, plain), repeats=_REPEATS)
    _must_agree(batch, engines)
    each = 1e6 / (_STEPS * _ROBOTS)
    return [
        Row(name=f"step of one of {_ROBOTS} robots", ours=ours * each, theirs=theirs * each, against="engines one by one", unit="µs"),
    ]


def _together(batch: Batch, paces: np.ndarray) -> None:
    for _ in range(_STEPS):
        left, ahead, right = (batch.distance(direction) for direction in LOOKING)
        near = (ahead < 15) | (left < 8) | (right < 8)
        batch.step(np.where(near, 0.6, 1.0) * paces, np.where(near, -0.6, 0.95) * paces)


def _one_by_one(engines: list[ArenaEngine], paces: list[float]) -> None:
    for engine, pace in zip(engines, paces, strict=True):
        for _ in range(_STEPS):
            left, right = steer(*(engine.distance(direction) for direction in LOOKING))
            engine.left, engine.right = left * pace, right * pace
            engine.step()


def _must_agree(batch: Batch, engines: list[ArenaEngine]) -> None:
    apart = np.hypot(batch.x - [engine.x for engine in engines], batch.y - [engine.y for engine in engines])
    meters = batch.distance_driven.sum() / 100
    print(f"  {_ROBOTS} robots, {batch.steps} steps, {meters:.0f} m in all, {(apart < 0.01).sum()} at the same place", file=sys.stderr)
    if np.mean(apart < 0.01) < 0.95 or batch.distance_driven.min() < 50:
        raise RuntimeError("batch and single robots went different ways, or nowhere")
