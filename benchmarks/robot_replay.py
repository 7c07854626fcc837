"""The replay of a minute's drive beside the film that matplotlib makes of it: time to make it, and size.

Ours holds all 1,200 poses; matplotlib's `to_jshtml` gets a hundred pictures of the same run, since all of them would take half
a minute and be more than it agrees to put into a page.
What would lift the figure further: nothing a learner would notice; ours is made within a blink.
"""

import sys
from typing import Any, Final

from ailab.robot.replay import svg
from ailab.robot.trace import Trace
from benchmarks.measure import Row, in_turns
from benchmarks.robot_drives import FLOOR, driven, minute
from benchmarks.robot_others import called, installed

_REPEATS: Final = 5
_PICTURES: Final = 100


def rows() -> list[Row]:
    """Compare time and size."""
    matplotlib = installed("matplotlib")
    if matplotlib is None:
        return []
    matplotlib.use("agg")
    trace = minute()
    driven([*zip(trace.x, trace.y, strict=True)])
    print(f"  {len(trace.x)} poses as SVG, {_PICTURES} as pictures", file=sys.stderr)
    made = {"ours": svg(trace), "theirs": _film(trace)}
    ours, theirs = in_turns(lambda: _same(svg(trace), made["ours"]), lambda: _keep(_film(trace)), repeats=_REPEATS)
    against = f"{called('matplotlib')} to_jshtml, {_PICTURES} pictures"
    sizes = {who: len(text.encode()) / 1000 for who, text in made.items()}
    return [
        Row(name="replay of 60 s, time", ours=1e3 * ours, theirs=1e3 * theirs, against=against, unit="ms"),
        Row(name="replay of 60 s, size", ours=sizes["ours"], theirs=sizes["theirs"], against=against, unit="kB"),
    ]


def _film(trace: Trace) -> str:
    from matplotlib import pyplot as plt
    from matplotlib.animation import FuncAnimation
    from matplotlib.patches import Circle, Rectangle

    figure, axes = plt.subplots(figsize=(4, 4))
    axes.set(xlim=(0, FLOOR.width), ylim=(FLOOR.height, 0), aspect="equal")
    for box in FLOOR.boxes:
        axes.add_patch(Rectangle((box.x, box.y), box.width, box.height))
    robot = Circle((trace.x[0], trace.y[0]), 8.0, color="tab:red")
    axes.add_patch(robot)
    (way,) = axes.plot([], [])
    every = len(trace.x) // _PICTURES

    def show(picture: int) -> tuple[Any, ...]:
        at = picture * every
        robot.center = (trace.x[at], trace.y[at])
        way.set_data(trace.x[: at + 1], trace.y[: at + 1])
        return robot, way

    film = FuncAnimation(figure, show, frames=_PICTURES, interval=50).to_jshtml()
    plt.close(figure)
    return str(film)


def _same(one: str, other: str) -> None:
    if one != other:
        raise RuntimeError("the same run gives the same picture")


def _keep(film: str) -> None:
    if "data:image/png" not in film:
        raise RuntimeError("matplotlib made no pictures")
