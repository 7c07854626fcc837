"""What the front end of a pad needs to draw: the map once, and every run as columns. No rule of a world goes along."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from ailab.activities.palette import button_cards
from ailab.activities.source import Card, cards_text
from ailab.activities.words import card_label, event_text, pad_labels, result_text, verb_labels
from ailab.lang import Language, library_translations
from ailab.robot.replay.art import PAINTS, ROBOT, SHAPES, paint
from ailab.robot.replay.changes import spans
from ailab.robot.replay.floors import FRAME, floor, size
from ailab.robot.replay.motion import CELL
from ailab.robot.replay.words import title
from ailab.robot.run import Run
from ailab.robot.world import GridWorld, wants_something

FEWEST, MOST = 1, 20
"""How often the buttons let a card repeat."""
_WIDE: Final = 1.9
"""A map so many times wider than high stands above the buttons, any other beside them."""
_PREVIEW: Final = 40
"""So many new poses are shown at once while cards are laid; of more, only the last."""
_ABOVE: Final = ("palm", "watered", "bump", "ask", "reached", "empty")
"""Shapes over the robot; a palm's crown is higher than it."""


def scene(world: GridWorld, words: tuple[str, ...], limit: int | None, language: Language) -> dict[str, Any]:
    """Return what stays the same while a pad is used."""
    labels = verb_labels(language)
    name = library_translations(language)("Button pad: {title}").format(title=title(world, language))
    return {
        "language": language,
        "direction": "rtl" if language == "ar" else "ltr",
        "title": name,
        "map": _map(world, title(world, language)),
        "cell": CELL,
        "wide": world.width > _WIDE * world.height,
        "shapes": {**SHAPES, **{color: paint(color) for color in PAINTS}},
        "robot": ROBOT,
        "above": list(_ABOVE),
        "colors": dict(PAINTS),
        "words": {**labels, **pad_labels(language)},
        "palette": [{"card": card, "label": _button_label(card, labels)} for card in button_cards(words, world)],
        "limit": limit,
        "fewest": FEWEST,
        "most": MOST,
        "preview": _PREVIEW,
    }


def _button_label(card: Card, labels: dict[str, str]) -> str:
    return labels["repeat"] if card[0] == "repeat" else card_label(card, labels)


def _map(world: GridWorld, name: str) -> str:
    """Return the map without robot; `§` stands for a name of its own that the front end gives it."""
    width, height = size(world)
    # Where a world has a wall around it, half of that wall is frame enough.
    edge = -CELL // 2 if _is_closed(world) else FRAME
    view = f"{-edge} {-edge} {width + 2 * edge} {height + 2 * edge}"
    return f'<svg viewBox="{view}" role="img" aria-label="{escape(name)}">{floor(world)}</svg>'


def _is_closed(world: GridWorld) -> bool:
    rows = {(x, y) for x in range(world.width) for y in (0, world.height - 1)}
    columns = {(x, y) for y in range(world.height) for x in (0, world.width - 1)}
    return rows | columns <= world.walls


def play(run: Run, cards: list[Card], lines: Mapping[int, int], language: Language, *, twin: str) -> dict[str, Any]:
    """Return a run as columns, with what there is to say at each pose and at the end; `lines`: the card of each line."""
    trace = run.trace
    # A run without a single command has recorded no lines.
    numbers = [lines.get(line, -1) for line in trace.line] or [-1] * len(trace.x)
    return {
        "x": list(trace.x),
        "y": list(trace.y),
        "heading": list(trace.heading),
        "card": numbers,
        "heads": _heads(numbers, trace.heading),
        "spans": [
            {"shape": span.shape, "x": span.x, "y": span.y, "since": span.since, "until": span.until}
            for span in spans(trace)
            if span.shape != "say"
        ],
        "said": [{"at": event.at, "kind": event.kind, "text": text} for event in trace.events if (text := event_text(event, language))],
        "solved": run.solved and wants_something(trace.world),
        "result": run.trouble() or result_text(trace, run.outcome, cards, language),
        "text": cards_text(cards),
        "twin": twin,
    }


def _heads(numbers: list[int], headings: tuple[float, ...]) -> dict[str, float]:
    """Return where the robot looked when it came to a card for the first time: an arrow on the card shows it."""
    found: dict[str, float] = {}
    for number, heading in zip(numbers, headings, strict=True):
        if number >= 0:
            found.setdefault(str(number), heading)
    return found
