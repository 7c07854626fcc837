"""Which buttons a pad has: those its world needs, or those its author allows."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from ailab.activities.source import Card
from ailab.lang import Language, library_translations
from ailab.robot.mistakes import RobotMisused
from ailab.robot.world import COLORS, GridWorld

WORDS: Final = ("forward", "turn_left", "turn_right", "pick", "put", "water", "paint", "repeat", "if_wall", "repeat_until_goal")
"""Every card there is a button for, in the order of the buttons."""
_REPEATS_AT_FIRST: Final = 2


def words_for(world: GridWorld) -> tuple[str, ...]:
    """Return the cards with which this world can be solved."""
    things = set(world.things.values())
    needed = {
        "pick": bool(things - {"palm"}),
        "put": bool(world.wanted.things),
        "water": bool(world.wanted.watered) or "palm" in things,
        "paint": bool(world.wanted.paint),
        "repeat_until_goal": bool(world.goal),
    }
    return tuple(word for word in WORDS if needed.get(word, True))


def allowed_words(world: GridWorld, allowed: Iterable[str] | None, language: Language) -> tuple[str, ...]:
    """Return the words of the buttons, in our order.

    Raises
    ------
    RobotMisused
        When one of those allowed is no card.
    """
    if allowed is None:
        return words_for(world)
    wanted = [allowed] if isinstance(allowed, str) else list(allowed)
    for word in wanted:
        if word not in WORDS:
            raise RobotMisused(_unknown(word, language))
    return tuple(word for word in WORDS if word in wanted)


def _unknown(word: object, language: Language) -> str:
    say = library_translations(language)
    near = get_close_matches(str(word), WORDS, n=1)
    if near:
        return say("The pad has no button `{word}`. Did you mean `{near}`?").format(word=word, near=near[0])
    return say("The pad has no button `{word}`. There are: {known}.").format(word=word, known=", ".join(WORDS))


def button_cards(words: Sequence[str], world: GridWorld) -> tuple[Card, ...]:
    """Return the card each button adds; painting has a button for every color the world wants."""
    cards: list[Card] = []
    for word in words:
        cards += [["paint", color] for color in colors_of(world)] if word == "paint" else [new_card(word)]
    return tuple(cards)


def new_card(word: str) -> Card:
    """Return a card as its button adds it, the places inside it empty."""
    match word:
        case "repeat":
            return ["repeat", _REPEATS_AT_FIRST, []]
        case "if_wall":
            return ["if_wall", [], []]
        case "repeat_until_goal":
            return ["repeat_until_goal", []]
        case _:
            return word


def colors_of(world: GridWorld) -> tuple[str, ...]:
    """Return the colors a world wants, or all."""
    wanted = set(world.wanted.paint.values())
    return tuple(color for color in COLORS if color in wanted) or COLORS
