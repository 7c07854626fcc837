"""The text twin of a picture: a drawing in letters, what they mean, and sentences."""

from math import ceil, hypot
from typing import Final

from ailab.lang import Language, library_translations
from ailab.robot.drawing import PAINT_LETTERS, THING_LETTERS
from ailab.robot.replay.changes import at_the_end
from ailab.robot.replay.words import isolated, result_sentences, title, way_sentence
from ailab.robot.trace import Outcome, Trace
from ailab.robot.world import COLORS, Arena, GridWorld, Point, Stripe

_ARROWS: Final = "↑↗→↘↓↙←↖"
_THINGS: Final = {**{thing: letter for letter, thing in THING_LETTERS.items()}, "watered": "P"}
_COLORS: Final = {color: letter for letter, color in PAINT_LETTERS.items()}
"""The letters in which worlds are drawn, and one more."""
_WIDE_CM, _HIGH_CM = 10.0, 20.0
"""Centimeters a letter of an arena's drawing; a letter is twice as high as wide."""


def full_text(trace: Trace, outcome: Outcome, language: Language) -> str:
    """Return title, drawing, legend and sentences of a run."""
    drawn = "\n".join(isolated(row, language) for row in rows(trace))
    told = (_sided(line, language) for line in (_legend(trace, language), *sentences(trace, outcome, language)))
    return "\n".join((_sided(title(trace.world, language), language), drawn, *told))


def sentences(trace: Trace, outcome: Outcome, language: Language) -> tuple[str, ...]:
    """Return what there is to say about a run."""
    return (way_sentence(trace, language), *result_sentences(trace, outcome, language))


def _sided(line: str, language: Language) -> str:
    """Return an Arabic line that stays right-to-left wherever it is shown."""
    return f"\u2067{line}\u2069" if language == "ar" else line


def rows(trace: Trace) -> tuple[str, ...]:
    """Return the drawing of a world at the end of a run, the robot as an arrow."""
    drawn = _grid(trace, trace.world) if isinstance(trace.world, GridWorld) else _arena(trace, trace.world)
    return tuple("".join(row) for row in drawn)


def _arrow(trace: Trace) -> str:
    return _ARROWS[round(trace.heading[-1] / 45) % 8]


def _grid(trace: Trace, world: GridWorld) -> list[list[str]]:
    painted, lying = at_the_end(trace)
    drawn = [["."] * world.width for _ in range(world.height)]
    letters = (
        *((cell, _COLORS[color]) for cell, color in painted.items()),
        *((cell, "G") for cell in world.goal),
        *((cell, _THINGS[thing]) for cell, thing in lying.items()),
        *((cell, "#") for cell in world.walls),
        ((round(trace.x[-1]), round(trace.y[-1])), _arrow(trace)),
    )
    for (x, y), letter in letters:
        drawn[y][x] = letter
    return [[letter for cell in row for letter in (cell, " ")][:-1] for row in drawn]


def _arena(trace: Trace, world: Arena) -> list[list[str]]:
    wide, high = max(1, ceil(world.width / _WIDE_CM)), max(1, ceil(world.height / _HIGH_CM))
    drawn = [[_standing(world, ((x + 0.5) * _WIDE_CM, (y + 0.5) * _HIGH_CM)) for x in range(wide)] for y in range(high)]
    path = zip(trace.x, trace.y, strict=True)
    marks = [(point, "·") for point in path]
    if world.goal:
        marks.append((world.goal.path[0], "G"))
    for (x, y), letter in (*marks, ((trace.x[-1], trace.y[-1]), _arrow(trace))):
        drawn[min(high - 1, max(0, int(y // _HIGH_CM)))][min(wide - 1, max(0, int(x // _WIDE_CM)))] = letter
    return drawn


def _standing(world: Arena, spot: Point) -> str:
    """Return the letter of what stands or lies round a spot."""
    x, y = spot
    if any(
        box.x - _WIDE_CM / 2 <= x <= box.x + box.width + _WIDE_CM / 2 and box.y - _HIGH_CM / 2 <= y <= box.y + box.height + _HIGH_CM / 2
        for box in world.boxes
    ):
        return "#"
    if any(hypot(disc.x - x, disc.y - y) <= disc.radius + _WIDE_CM / 2 for disc in world.discs):
        return "O"
    if any(_near(stripe, spot) for stripe in world.stripes):
        return "="
    return "."


def _near(stripe: Stripe, spot: Point) -> bool:
    return any(_distance(here, there, spot) <= _WIDE_CM / 2 for here, there in zip(stripe.points, stripe.points[1:], strict=False))


def _distance(here: Point, there: Point, spot: Point) -> float:
    """Return how far a spot is from a straight piece."""
    dx, dy = there[0] - here[0], there[1] - here[1]
    along = ((spot[0] - here[0]) * dx + (spot[1] - here[1]) * dy) / (dx * dx + dy * dy or 1.0)
    along = min(1.0, max(0.0, along))
    return hypot(here[0] + along * dx - spot[0], here[1] + along * dy - spot[1])


def _legend(trace: Trace, language: Language) -> str:
    """Return what the letters of this drawing mean."""
    say = library_translations(language)
    drawn = "".join(rows(trace))
    meanings = {
        "#": say("wall"),
        "O": say("round obstacle"),
        "=": say("line on the floor"),
        "·": say("way"),
        "G": say("goal"),
        "d": say("date"),
        "o": say("olive"),
        "x": say("parcel"),
        "b": say("battery"),
        "p": say("palm"),
        "P": say("palm with water"),
        **dict(zip(map(_COLORS.__getitem__, COLORS), _colors(language), strict=True)),
    }
    signs = [f"{isolated(letter, language)} {meaning}" for letter, meaning in meanings.items() if letter in drawn]
    return say("{arrow} robot").format(arrow=isolated(_arrow(trace), language)) + "".join(f"{say(', ')}{sign}" for sign in signs)


def _colors(language: Language) -> tuple[str, ...]:
    say = library_translations(language)
    return say("black"), say("white"), say("red"), say("orange"), say("yellow"), say("green"), say("blue"), say("purple")
