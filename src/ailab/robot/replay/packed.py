"""A run as the compact JSON that a player reads: the picture, the program, events and readings."""

from itertools import groupby
from typing import Any, Final

from ailab.lang import Language, library_translations
from ailab.robot.replay.motion import seconds
from ailab.robot.replay.picture import draw
from ailab.robot.replay.twin import full_text, sentences
from ailab.robot.replay.words import title
from ailab.robot.trace import Event, Outcome, Reading, Trace
from ailab.robot.world import GridWorld

_MOST_EVENTS: Final = 200
_MOST_PLOTS: Final = 4

Packed = dict[str, Any]


def packed(trace: Trace, outcome: Outcome, language: Language) -> Packed:
    """Return everything that a player shows."""
    return {
        "title": title(trace.world, language),
        "told": sentences(trace, outcome, language),
        "twin": full_text(trace, outcome, language),
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "svg": draw(trace, language, animate=True, driven=True),
        "poses": len(trace.time),
        "seconds": seconds(trace),
        "grid": isinstance(trace.world, GridWorld),
        "last": round(trace.time[-1] - trace.time[0], 2),
        "source": trace.source,
        "lines": _runs(trace.line),
        "events": _events(trace, language),
        "plots": _plots(trace),
        "labels": _labels(language),
    }


def _runs(lines: tuple[int, ...]) -> list[list[int]]:
    """Return lines as pairs: this line, for so many poses."""
    return [[line, sum(1 for _ in group)] for line, group in groupby(lines)]


def _events(trace: Trace, language: Language) -> list[tuple[int, str, str]]:
    names = _names(language)
    return [(event.at, event.kind, _told(event, names[event.kind])) for event in trace.events[:_MOST_EVENTS]]


def _told(event: Event, name: str) -> str:
    return f"{name}: {event.what}" if event.kind == "say" else name


def _plots(trace: Trace) -> list[Packed]:
    """Return what sensors said as columns; words are told, not drawn."""
    ordered = sorted(trace.readings, key=lambda reading: reading.sensor)
    plots = ((sensor, list(group)) for sensor, group in groupby(ordered, key=lambda reading: reading.sensor))
    return [_plot(sensor, read) for sensor, read in plots][:_MOST_PLOTS]


def _plot(sensor: str, read: list[Reading]) -> Packed:
    values = [reading.value if isinstance(reading.value, str) else float(f"{reading.value:.4g}") for reading in read]
    kind = "text" if any(isinstance(value, str) for value in values) else "step" if isinstance(read[0].value, bool) else "line"
    return {"sensor": sensor, "kind": kind, "at": [reading.at for reading in read], "values": values}


def _names(language: Language) -> dict[str, str]:
    say = library_translations(language)
    return {
        "bump": say("Bump"),
        "pick": say("Picked"),
        "put": say("Put down"),
        "water": say("Watered"),
        "paint": say("Painted"),
        "say": say("Said"),
        "nothing_here": say("Nothing here"),
        "goal": say("Goal reached"),
        "empty": say("Battery empty"),
    }


def _labels(language: Language) -> dict[str, str]:
    say = library_translations(language)
    return {
        "play": say("Play"),
        "pause": say("Pause"),
        "again": say("Play again"),
        "back": say("One step back"),
        "on": say("One step on"),
        "place": say("Place in the run"),
        "speed": say("Speed"),
        "program": say("Program"),
        "events": say("What happened"),
        "sensors": say("Sensors"),
        "step": say("Step {now} of {all}"),
        "time": say("{now} of {all} s"),
        "words": say("The run in words"),
    }
