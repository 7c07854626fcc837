"""A run as one SVG that plays by itself: no script, nothing from outside, the same bytes each time.

Attributes as written show the end of the run; SMIL plays what led to it. So the end is what stands where
nothing may move: on paper, for readers who asked for less motion, in viewers that know no animation.
"""

from hashlib import blake2s
from typing import Final

from ailab.lang import Language
from ailab.robot.replay.actors import defined, goal, plain, robot, sign, trail
from ailab.robot.replay.changes import Span, spans
from ailab.robot.replay.clock import Clock
from ailab.robot.replay.floors import FRAME, floor, size
from ailab.robot.replay.words import title, way_sentence
from ailab.robot.trace import Trace
from ailab.robot.world import GridWorld

_WIDEST, _HIGHEST = 640, 520
"""Pixels; a page may show it smaller."""
_ABOVE: Final = frozenset(("palm", "watered", "bump", "ask", "say", "reached", "empty"))
"""The crown of a palm is over the robot, and so are signs."""


def draw(trace: Trace, language: Language, *, animate: bool, driven: bool = False) -> str:
    """Return the picture; `driven`: a player moves it, whatever the reader asked for."""
    clock = Clock(trace, animate)
    seen = spans(trace)
    parts = (
        f"<title>{plain(title(trace.world, language))}</title><desc>{plain(way_sentence(trace, language))}</desc>",
        _style(driven) if clock.runs else "",
        floor(trace.world),
        defined(seen),
        goal(trace, clock),
        *_signs(seen, trace, clock, above=False),
        trail(trace, clock),
        robot(trace, clock),
        *_signs(seen, trace, clock, above=True),
    )
    body = "".join(parts)
    return f"{_opening(trace)}{body}</svg>".replace("§", "r" + blake2s(body.encode(), digest_size=4).hexdigest())


def _opening(trace: Trace) -> str:
    width, height = (side + 2 * FRAME for side in size(trace.world))
    zoom = min(0.75 if isinstance(trace.world, GridWorld) else 0.8, _WIDEST / width, _HIGHEST / height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="§" role="img" viewBox="{-FRAME} {-FRAME} {width} {height}" '
        f'width="{width * zoom:.0f}" height="{height * zoom:.0f}" font-family="sans-serif">'
    )


def _style(driven: bool) -> str:
    # A declaration that is important is stronger than an animation.
    still = (
        "#§ .l{display:none}#§ .c{opacity:0!important}#§ .e{opacity:1!important}#§ .t{stroke-dashoffset:0!important}#§ .s{display:inline}"
    )
    return f"<style>#§ .s{{display:none}}{'' if driven else f'@media print,(prefers-reduced-motion:reduce){{{still}}}'}</style>"


def _signs(seen: tuple[Span, ...], trace: Trace, clock: Clock, *, above: bool) -> list[str]:
    shown = (span for span in seen if (span.shape in _ABOVE) is above)
    return [sign(span, trace, clock) for span in shown if clock.runs or span.until is None]
