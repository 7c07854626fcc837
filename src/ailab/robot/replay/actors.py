"""What moves, comes and goes in a picture: the robot and its way, things, signs, words, a goal."""

import itertools
from html import escape
from math import cos, dist, radians, sin
from typing import Final

from ailab.robot.replay.art import INK, PAINTS, ROBOT, SEA, SHAPES, paint
from ailab.robot.replay.changes import Span
from ailab.robot.replay.clock import Clock
from ailab.robot.replay.floors import FRAME, goal_keys, size
from ailab.robot.replay.motion import CELL, Key, path, turns, units
from ailab.robot.trace import Trace
from ailab.robot.world import Arena, GridWorld

_LONGEST_WORDS: Final = 28
_LETTER: Final = 11
"""Units, on the wide side: the reader's font is not known here."""
_LUNGE: Final = 0.12
"""So much of a cell a robot tries to enter a wall."""


def plain(text: str) -> str:
    """Return words as text of a picture; `§` has a meaning of its own there."""
    return escape("".join(letter if letter.isprintable() else " " for letter in text)).replace("§", "&#167;")


def defined(seen: tuple[Span, ...]) -> str:
    """Return the shapes that a picture repeats, and the robot."""
    names = sorted({span.shape for span in seen if span.shape != "say"})
    drawn = (f'<g id="§{name}">{paint(name) if name in PAINTS else SHAPES[name]}</g>' for name in names)
    return f'<defs><g id="§bot">{ROBOT}</g>{"".join(drawn)}</defs>'


def goal(trace: Trace, clock: Clock) -> str:
    """Return the goal of an arena, which may move."""
    world = trace.world
    if not isinstance(world, Arena) or world.goal is None:
        return ""
    keys = goal_keys(world, trace.time[-1] - trace.time[0])
    radius = round(world.goal.radius * units(trace)[0])
    drawn = (
        f'<circle r="{radius}" fill="#1f9d8b" fill-opacity=".16" stroke="#0f6b5f" stroke-width="4" stroke-dasharray="14 9"/>'
        f'<g transform="scale({min(1.4, radius / 40):.2f})">{SHAPES["goal"]}</g>'
    )
    if not clock.runs or len(keys) < 2:
        return f'<g transform="{_at(keys[-1])}">{drawn}</g>'
    live = f'<g class="l" transform="{_at(keys[-1])}">{_travel(keys, clock)}{drawn}</g>'
    return f'{live}<g class="s" transform="{_at(keys[-1])}">{drawn}</g>'


def _at(key: Key) -> str:
    return f"translate({key.x} {key.y})"


def _travel(keys: tuple[Key, ...], clock: Clock) -> str:
    return clock.moves("translate", (f"{key.x} {key.y}" for key in keys), (key.share for key in keys))


def trail(trace: Trace, clock: Clock) -> str:
    """Return the way of the robot as a faint line that grows."""
    keys = path(trace)
    gone = [0.0]
    points = [f"{keys[0].x} {keys[0].y}"]
    for here, there in itertools.pairwise(keys):
        gone.append(gone[-1] + dist(here[1:], there[1:]))
        if here[1:] != there[1:]:
            points.append(f"{there.x} {there.y}")
    if len(points) < 2:
        return ""
    way = f'd="M{" ".join(points)}" fill="none" stroke="{SEA}" stroke-opacity=".45" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"'
    if not clock.runs:
        return f"<path {way}/>"
    whole = round(gone[-1]) + 1
    grows = clock.moves(
        "", (str(max(0, whole - round(length))) for length in (*gone[:-1], whole)), (key.share for key in keys), "stroke-dashoffset"
    )
    return f'<path class="t" stroke-dasharray="{whole}" {way}>{grows}</path>'


def robot(trace: Trace, clock: Clock) -> str:
    """Return the robot: on its way where things may move, and at its end where they may not."""
    keys, headings = path(trace), turns(trace)
    shadow = '<ellipse cy="7" rx="34" ry="33" opacity=".16"/>'
    end = f'<g transform="{_at(keys[-1])}">{shadow}<use href="#§bot" transform="rotate({headings[-1].heading})"/></g>'
    if not clock.runs:
        return end
    turning = clock.moves("rotate", (str(turn.heading) for turn in headings), (turn.share for turn in headings))
    moving = _travel(_with_lunges(trace, keys), clock)
    live = f'<g class="l" transform="{_at(keys[-1])}">{moving}{shadow}<g transform="rotate({headings[-1].heading})">{turning}<use href="#§bot"/></g></g>'
    return f'{live}<g class="s">{end}</g>'


def _with_lunges(trace: Trace, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return a way on which the robot of a grid touches the walls it met."""
    if not isinstance(trace.world, GridWorld):
        return keys
    last = max(len(trace.x) - 1, 1)
    bumps = [event.at for event in trace.events if event.kind == "bump" and event.at][:60]
    touched = [key for at in bumps for key in _lunge(trace, at, last)]
    return tuple(sorted({*keys, *touched})) if touched else keys


def _lunge(trace: Trace, at: int, last: int) -> tuple[Key, Key, Key]:
    x, y = (round((place[at] + 0.5) * CELL) for place in (trace.x, trace.y))
    angle = radians(trace.heading[at])
    wall = Key((at - 0.5) / last, round(x + _LUNGE * CELL * sin(angle)), round(y - _LUNGE * CELL * cos(angle)))
    return Key((at - 1) / last, x, y), wall, Key(at / last, x, y)


def sign(span: Span, trace: Trace, clock: Clock) -> str:
    """Return a thing or sign, shown while it is there."""
    scale, shift = units(trace)
    x, y = round(span.x * scale + shift), round(span.y * scale + shift)
    shows, shown = "", ""
    if clock.runs and (span.since or span.until is not None):
        shows = clock.shows(span.since, span.until)
        shown = ' class="e"' if span.until is None else ' class="c" opacity="0"'
    if span.shape == "say":
        return f"<g{shown}>{shows}{_bubble(span.text, x, y, trace)}</g>"
    return f'<use href="#§{span.shape}" x="{x}" y="{y}"{shown}' + (f">{shows}</use>" if shows else "/>")


def _bubble(text: str, x: int, y: int, trace: Trace) -> str:
    """Return words in a bubble over the robot, or under it at the upper edge."""
    words = text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 1]}…"
    half = max(26, len(words) * _LETTER // 2 + 12)
    width, _ = size(trace.world)
    middle = min(max(x, half - FRAME + 4), max(width + FRAME - 4 - half, half - FRAME + 4))
    side, top = (-1, y - 78) if y > 80 else (1, y + 42)
    tip = f"M{x - 8} {y + side * 43}L{x} {y + side * 33}L{x + 8} {y + side * 43}z"
    return (
        f'<rect x="{middle - half}" y="{top}" width="{2 * half}" height="36" rx="14" fill="#fff" stroke="{INK}" stroke-width="2.5"/>'
        f'<path d="{tip}" fill="#fff" stroke="{INK}" stroke-width="2.5" stroke-linejoin="round"/>'
        f'<text x="{middle}" y="{top + 25}" font-size="20" text-anchor="middle" fill="{INK}" unicode-bidi="plaintext">{plain(words)}</text>'
    )
