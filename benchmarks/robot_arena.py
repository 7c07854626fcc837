"""A step of a robot among twenty boxes, brain and three distances included, beside other simulators.

Ours is measured three times, always with the rounding that golden traces need and a pose kept for each step: the engine
alone; the learner's verbs, which check what they get, lock and keep every reading; and a whole `simulate`, which also
notes the line of the program for each verb and makes trace and outcome.

PyPI's `aitk.robots` 2.0.0 is an empty package that asks for `aitk`, which holds the simulator; aitk's wish for TensorFlow
is left unfulfilled, since the simulator never loads it. CartPole reads nothing and meets nothing: it is no rival, but a measure.

What would lift the figures further. The engine: no rounding (measured: a tenth; traces would then differ from machine to
machine), one sine and cosine for the three rays of a step instead of three. The verbs: checks that know whole numbers as
quickly as floats, no lock while no other thread is there, readings kept in columns instead of as records, which also
spares Python's garbage collector a tenth. Beyond that only a compiled engine, which a browser and a bare Python lack.
"""

import sys
from collections.abc import Callable
from typing import Final

from benchmarks import robot_drives as drives
from benchmarks.measure import Row, in_turns
from benchmarks.robot_others import called, installed

_REPEATS: Final = 11
_STEPS: Final = 5_000
_AITK_REPEATS: Final = 5
_AITK_STEPS: Final = 1_500
_OURS: Final = {"engine": drives.our_engine, "learner's verbs": drives.our_verbs, "whole simulate": drives.our_simulate}


def rows() -> list[Row]:
    """Compare to aitk.robots, to pymunk with ray queries, and to CartPole, which reads nothing and meets nothing."""
    return [*_against_aitk(), *_against_pymunk(), *_against_cart_pole()]


def _against_aitk() -> list[Row]:
    robots = installed("aitk.robots")
    if robots is None:
        return []
    against = f"aitk.robots ({called('aitk')}), no display"
    return [_row(name, lambda: drives.aitk(robots, _AITK_STEPS), _AITK_STEPS, _AITK_REPEATS, against) for name in _OURS]


def _against_pymunk() -> list[Row]:
    physics = installed("pymunk")
    if physics is None:
        return []
    against = f"{called('pymunk')} with ray queries"
    return [_row(name, lambda: drives.pymunk(physics, _STEPS), _STEPS, _REPEATS, against) for name in _OURS]


def _against_cart_pole() -> list[Row]:
    gymnasium = installed("gymnasium")
    if gymnasium is None:
        return []
    pole = drives.cart_pole(gymnasium, _STEPS)

    def theirs() -> None:
        if pole() < 1:
            raise RuntimeError("the cart hardly moves")

    against = f"{called('gymnasium')} CartPole-v1"
    return [_made(name, *_in_turns(name, theirs, _REPEATS), _STEPS, against) for name in _OURS]


def _row(name: str, make: Callable[[], drives.Drive], steps: int, repeats: int, against: str) -> Row:
    """Time whole runs in turns; floors are built before, and looked at after."""
    ready, ways = [make() for _ in range(repeats)], list[list[drives.Point]]()
    ours, theirs = _in_turns(name, lambda: ways.append(ready.pop()()), repeats)
    _say(against, drives.driven(ways[-1]))
    return _made(name, ours, theirs, steps, against)


def _in_turns(name: str, theirs: Callable[[], None], repeats: int) -> tuple[float, float]:
    ready, ways = [_OURS[name](_STEPS) for _ in range(repeats)], list[list[drives.Point]]()
    found = in_turns(lambda: ways.append(ready.pop()()), theirs, repeats=repeats)
    _say(f"our {name}", drives.driven(ways[-1]))
    return found


def _made(name: str, ours: float, theirs: float, steps: int, against: str) -> Row:
    return Row(name=f"arena step, {name}", ours=1e6 * ours / _STEPS, theirs=1e6 * theirs / steps, against=against, unit="µs")


def _say(who: str, way: drives.Driven) -> None:
    print(f"  {who}: {way.steps} steps, {way.centimeters / 100:.0f} m, {way.squares} squares of 20 cm", file=sys.stderr)
