"""What a pad says: labels of its buttons and cards, and what the robot's run means, in the reader's language."""

from collections.abc import Iterator
from typing import Final

from ailab.activities.source import Card, every_card
from ailab.lang import Language, library_translations
from ailab.robot.replay.words import result_sentences
from ailab.robot.trace import Event, Outcome, Trace
from ailab.robot.world import wants_something

_ISOLATE: Final = "\u2068{}\u2069"
"""Keeps a Latin word or a number in its place inside an Arabic line."""


def verb_labels(language: Language) -> dict[str, str]:
    """Return what cards are called."""
    say = library_translations(language)
    return {
        "forward": say("forward"),
        "turn_left": say("turn left"),
        "turn_right": say("turn right"),
        "pick": say("pick up"),
        "put": say("put down"),
        "water": say("give water"),
        "paint": say("paint"),
        "say": say("say"),
        "backward": say("backward"),
        "wait": say("wait"),
        "stop": say("stop the motors"),
        "repeat": say("repeat"),
        "repeat_times": say("repeat × {count}"),
        "if_wall": say("if there is a wall"),
        "otherwise": say("otherwise"),
        "repeat_until_goal": say("repeat until the goal"),
        **color_labels(language),
    }


def color_labels(language: Language) -> dict[str, str]:
    """Return what the cards that paint are called."""
    say = library_translations(language)
    return {
        "paint black": say("paint black"),
        "paint white": say("paint white"),
        "paint red": say("paint red"),
        "paint orange": say("paint orange"),
        "paint yellow": say("paint yellow"),
        "paint green": say("paint green"),
        "paint blue": say("paint blue"),
        "paint purple": say("paint purple"),
    }


def pad_labels(language: Language) -> dict[str, str]:
    """Return what stands on and around the pad, and what it tells about editing."""
    say = library_translations(language)
    return {
        "hello": say("Press a command: the first card appears, and the robot moves."),
        "palette": say("Commands"),
        "strip": say("My cards, in order"),
        "tools": say("Run and change"),
        "keys": say("Arrow keys go from card to card. Space lifts a card, arrows move it, Space puts it down. Delete removes it."),
        "card": say("card"),
        "slot": say("The next card goes here"),
        "inner_slot": say("Put cards in here"),
        "change_count": say("change with plus and minus"),
        "less": say("one time less"),
        "more": say("one time more"),
        "count": say("Cards: {count} of {limit}"),
        "run": say("Run"),
        "stop": say("Stop"),
        "step": say("One step"),
        "reset": say("Back to the start"),
        "undo": say("Undo"),
        "redo": say("Redo"),
        "remove": say("Remove the card"),
        "check": say("Check"),
        "copy": say("Copy"),
        "in_words": say("In words"),
        "copy_hint": say("Cards as text, for the cell below"),
        "copy_first": say("Copy the text of the cards into the cell below, then run that cell and the next one."),
        "copied": say("Copied. Now paste it into the cell below."),
        "checking": say("The check is running; its answer stands below."),
        "silent": say("The robot does not answer. Run the cell above the map once more."),
        "added": say("Added: {number}. {card}"),
        "removed": say("Removed: {card}"),
        "moved": say("Now number {number}"),
        "lifted": say("Lifted: {card}. Arrow keys move it, Space puts it down, Escape puts it back."),
        "dropped": say("Put down: {number}. {card}"),
        "put_back": say("Back where it was."),
        "undo_done": say("Taken back."),
        "redo_done": say("Done again."),
    }


def event_text(event: Event, language: Language) -> str:
    """Return what an event means to a child; empty when the picture's end says it."""
    say = library_translations(language)
    match event.kind:
        case "bump":
            return say("A wall. The robot stays where it is.")
        case "nothing_here":
            return say("There is nothing here to do this with.")
        case "empty":
            return say("The battery is empty.")
        case "water":
            return say("The palm has water.")
        case "pick":
            return say("Picked up.")
        case "put":
            return say("Put down.")
        case "say":
            return say("The robot says: {text}").format(text=_ISOLATE.format(event.what))
        case _:
            return ""


def result_text(trace: Trace, outcome: Outcome, cards: list[Card], language: Language) -> str:
    """Return how the run of these cards ended, and one next step."""
    say = library_translations(language)
    if not cards:
        return say("Press a command: the first card appears, and the robot moves.")
    if outcome.solved and not wants_something(trace.world):
        return say("The robot has followed all cards.")
    if outcome.solved:
        count = sum(1 for _ in every_card(cards))
        return say("Solved. Cards: {cards}, steps: {steps}.").format(cards=count, steps=outcome.moves)
    _, *sentences = result_sentences(trace, outcome, language)
    return " ".join((*sentences, say("Change a card and run again.")))


def card_lines(cards: list[Card], language: Language, depth: int = 0) -> Iterator[str]:
    """Yield the cards in words, one a line, those inside others set in."""
    labels = verb_labels(language)
    for number, card in enumerate(cards, 1):
        yield f"{'   ' * depth}{number}. {card_label(card, labels)}"
        lists = [part for part in card if isinstance(part, list)] if isinstance(card, list) else []
        for index, inner in enumerate(lists):
            if index:
                yield f"{'   ' * depth}   {labels['otherwise']}:"
            yield from card_lines(inner, language, depth + 1 + bool(index))


def card_label(card: Card, labels: dict[str, str]) -> str:
    """Return what one card is called."""
    word = card if isinstance(card, str) else card[0]
    if word == "repeat":
        return labels["repeat_times"].format(count=card[1])
    if word == "paint" and not isinstance(card, str):
        return labels.get(f"paint {card[1]}", labels["paint"])
    values = [str(part) for part in card[1:] if not isinstance(part, list)] if isinstance(card, list) else []
    return " ".join((labels.get(word, word), *values))
