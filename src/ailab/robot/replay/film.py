"""A run as an animated GIF, for places that show no SVG; drawn with Pillow, less finely."""

from bisect import bisect_right
from math import ceil
from pathlib import Path
from typing import Final

from PIL import Image

from ailab.robot.replay import paintbox
from ailab.robot.replay.changes import Span, spans
from ailab.robot.replay.floors import FRAME, goal_keys, size
from ailab.robot.replay.motion import PAUSE_S, Key, path, seconds, turns, units
from ailab.robot.trace import Trace
from ailab.robot.world import Arena

_MOST_FRAMES: Final = 300
_FRAME_S: Final = 0.1
_WIDEST: Final = 440
_PALETTE: Final = 64


def write(trace: Trace, path: Path) -> Path:
    """Write the film of a run and return its path."""
    pictures = frames(trace)
    shares = len(pictures)
    each = max(20, round(seconds(trace) * 1000 / max(shares - 1, 1), -1))
    pauses = [int(each)] * (shares - 1) + [int(PAUSE_S * 1000)]
    pictures[0].save(path, format="GIF", save_all=True, append_images=pictures[1:], duration=pauses, loop=0, optimize=False, disposal=1)
    return path


def frames(trace: Trace) -> list[Image.Image]:
    """Return the pictures of a film, all with one palette."""
    count = min(_MOST_FRAMES, max(1, ceil(seconds(trace) / _FRAME_S) + 1))
    stage = _Stage(trace)
    drawn = [stage.at(number / max(count - 1, 1)) for number in range(count)]
    colors = _sheet(drawn).quantize(_PALETTE, method=Image.Quantize.MAXCOVERAGE)
    return [picture.quantize(palette=colors, dither=Image.Dither.NONE) for picture in drawn]


def _sheet(drawn: list[Image.Image]) -> Image.Image:
    """Return first, middle and last picture side by side: what a palette must serve."""
    chosen = (drawn[0], drawn[len(drawn) // 2], drawn[-1])
    sheet = Image.new("RGB", (sum(picture.width for picture in chosen), drawn[0].height))
    for place, picture in enumerate(chosen):
        sheet.paste(picture, (place * picture.width, 0))
    return sheet


class _Stage:
    """A world and everything in it, at any moment of a run."""

    def __init__(self, trace: Trace) -> None:
        """Draw what stands fast."""
        self.trace = trace
        self.seen = tuple(span for span in spans(trace) if span.shape in paintbox.DRAWN)
        width, height = (side + 2 * FRAME for side in size(trace.world))
        self.zoom = min(_WIDEST / width, _WIDEST / height, 0.75)
        self.keys, self.turns = path(trace), turns(trace)
        world = trace.world
        self.goal = goal_keys(world, trace.time[-1] - trace.time[0]) if isinstance(world, Arena) and world.goal else ()
        self.floor = paintbox.floor(world, self.zoom)
        self.robot = paintbox.robot(self.zoom)
        self._laid: tuple[tuple[Span, ...], Image.Image] = ((), self.floor)

    def at(self, share: float) -> Image.Image:
        """Return the picture at a share of the run."""
        pose = share * max(len(self.trace.time) - 1, 1) + 1e-9
        there = tuple(span for span in self.seen if span.since <= pose and (span.until is None or pose < span.until))
        picture = self._with_things(there).copy()
        if self.goal:
            paintbox.put_goal(picture, self._spot(self.goal, share), self.zoom, self.trace.world)
        paintbox.draw_way(picture, self._way(share), self.zoom)
        heading = _between([turn.share for turn in self.turns], [float(turn.heading) for turn in self.turns], share)
        paintbox.put_robot(picture, self.robot, self._spot(self.keys, share), heading)
        return picture

    def _with_things(self, there: tuple[Span, ...]) -> Image.Image:
        if there != self._laid[0]:
            laid = self.floor.copy()
            scale, shift = units(self.trace)
            for span in there:
                paintbox.put(laid, span.shape, self._pixel(span.x * scale + shift, span.y * scale + shift), self.zoom)
            self._laid = (there, laid)
        return self._laid[1]

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        return round((x + FRAME) * self.zoom), round((y + FRAME) * self.zoom)

    def _spot(self, keys: tuple[Key, ...], share: float) -> tuple[int, int]:
        shares = [key.share for key in keys]
        return self._pixel(_between(shares, [float(key.x) for key in keys], share), _between(shares, [float(key.y) for key in keys], share))

    def _way(self, share: float) -> list[tuple[int, int]]:
        return [*(self._pixel(key.x, key.y) for key in self.keys if key.share < share), self._spot(self.keys, share)]


def _between(shares: list[float], values: list[float], share: float) -> float:
    """Return the value at a share, on straight lines between those that are known."""
    after = bisect_right(shares, share)
    if after >= len(shares):
        return values[-1]
    before = max(after - 1, 0)
    width = shares[after] - shares[before]
    part = (share - shares[before]) / width if width else 0.0
    return values[before] + part * (values[after] - values[before])
