"""Programs made of cards: ordered by hand, without typing, and run like any other program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ailab.robot.mistakes import RobotMisused, one_of, say, shown

VERBS: Final = ("forward", "backward", "turn_left", "turn_right", "pick", "put", "water", "paint", "say", "wait", "stop")
BLOCKS: Final = ("repeat", "repeat_until_goal", "if_wall")
MOST_TIMES: Final = 1_000
MOST_CARDS: Final = 500
DEEPEST: Final = 10
_MOST_ROUNDS: Final = 10_000
_INDENT: Final = "    "


@dataclass(frozen=True, slots=True)
class Card:
    """One card: a verb with what it is given, or a block with the cards inside it."""

    line: int
    verb: str
    given: Any = None
    inside: tuple["Card", ...] = ()
    otherwise: tuple["Card", ...] = ()


class CardProgram:
    """A program made of cards: call it with a robot, or give it to `simulate`."""

    def __init__(self, cards: tuple[Card, ...], source_text: str) -> None:
        """Keep the cards and their text, one card a line."""
        self.cards = cards
        self.source_text = source_text
        self.line = 0
        """The card being followed, counted from 1; 0 before the first."""

    def __call__(self, robot: Any) -> None:
        """Follow the cards with this robot."""
        self._follow(self.cards, robot)

    def __repr__(self) -> str:
        """Return the cards as text."""
        return self.source_text or "follow([])"

    def _follow(self, cards: tuple[Card, ...], robot: Any) -> None:
        for card in cards:
            self.line = card.line
            match card.verb:
                case "repeat":
                    for _ in range(card.given):
                        self._follow(card.inside, robot)
                case "repeat_until_goal":
                    self._until_goal(card, robot)
                case "if_wall":
                    self._follow(card.inside if robot.wall_ahead() else card.otherwise, robot)
                case _:
                    verb = getattr(robot, card.verb)
                    verb() if card.given is None else verb(card.given)

    def _until_goal(self, card: Card, robot: Any) -> None:
        for _ in range(_MOST_ROUNDS):
            self.line = card.line
            if robot.at_goal():
                return
            self._follow(card.inside, robot)


def follow(cards: Any) -> CardProgram:
    """Return the program that these cards make.

    Parameters
    ----------
    cards : list
        Verbs such as ``"forward"``, ``"turn_left"`` or ``"water"``; a verb with a value, such as
        ``["forward", 3]`` or ``["paint", "red"]``; ``["repeat", 3, [cards]]``; ``["repeat_until_goal", [cards]]``;
        ``["if_wall", [cards], [cards otherwise]]``.

    Returns
    -------
    callable
        A function of a robot, for `simulate`.

    Raises
    ------
    RobotMisused
        When a card is not known; the message says which.

    Examples
    --------
    >>> from ailab.robot import simulate
    >>> program = follow([["repeat", 6, ["forward", "water"]]])
    >>> simulate(program, "six_palms").solved
    True
    >>> follow(["forwart"])
    Traceback (most recent call last):
    ailab.robot.mistakes.RobotMisused: Card 1: `cards` got `'forwart'`. Did you mean `"forward"`?
    """
    lines: list[str] = []
    program = _read(cards, lines, 0)
    return CardProgram(program, "\n".join(lines))


def card_count(cards: Any) -> int:
    """Return how many cards a program has, those inside blocks included.

    Examples
    --------
    >>> card_count(["forward", ["repeat", 3, ["forward", "water"]]])
    4
    """
    return sum(1 for _ in _walk(follow(cards).cards))


def _walk(cards: Sequence[Card]) -> Iterator[Card]:
    for card in cards:
        yield card
        yield from _walk(card.inside)
        yield from _walk(card.otherwise)


def _read(cards: Any, lines: list[str], depth: int) -> tuple[Card, ...]:
    if not isinstance(cards, list | tuple):
        raise RobotMisused(
            say("`cards` got `{given}`. It needs a list: `{example}`.").format(given=shown(cards), example='["forward", "turn_left"]')
        )
    if depth > DEEPEST:
        raise RobotMisused(say("The cards lie more than {most} deep in each other. Take some out.").format(most=DEEPEST))
    return tuple(_card(card, lines, depth) for card in cards)


def _card(card: Any, lines: list[str], depth: int) -> Card:
    if len(lines) >= MOST_CARDS:
        raise RobotMisused(say("These are more than {most} cards. Use a `repeat` card.").format(most=MOST_CARDS))
    verb, values = _parts(card, len(lines) + 1)
    lines.append(_INDENT * depth + verb)
    line = len(lines)
    if verb == "repeat":
        return _repeat(values, lines, depth, line)
    if verb == "repeat_until_goal":
        (inside,) = _blocks(verb, values, 1, line)
        return Card(line, verb, inside=_read(inside, lines, depth + 1))
    if verb == "if_wall":
        inside, otherwise = _blocks(verb, [*values, []] if len(values) == 1 else values, 2, line)
        first = _read(inside, lines, depth + 1)
        return Card(line, verb, inside=first, otherwise=_otherwise(otherwise, lines, depth))
    return _plain(verb, values, lines, line)


def _parts(card: Any, number: int) -> tuple[str, list[Any]]:
    first = card[0] if isinstance(card, list | tuple) and card else card
    try:
        verb = one_of("cards", first, (*VERBS, *BLOCKS))
    except RobotMisused as error:
        raise _at(number, str(error)) from None
    return verb, list(card[1:]) if isinstance(card, list | tuple) else []


def _repeat(values: list[Any], lines: list[str], depth: int, line: int) -> Card:
    if len(values) != 2 or type(values[0]) is not int or not 0 <= values[0] <= MOST_TIMES:
        raise _at(
            line, say("`repeat` needs how many times, and a list of cards: `{example}`.").format(example='["repeat", 3, ["forward"]]')
        )
    lines[-1] += f" {values[0]}"
    return Card(line, "repeat", values[0], _read(values[1], lines, depth + 1))


def _otherwise(cards: Any, lines: list[str], depth: int) -> tuple[Card, ...]:
    if not cards:
        return ()
    lines.append(_INDENT * depth + "else")
    return _read(cards, lines, depth + 1)


def _blocks(verb: str, values: list[Any], count: int, line: int) -> list[Any]:
    if len(values) == count:
        return values
    example = '["if_wall", ["turn_left"], ["forward"]]' if verb == "if_wall" else '["repeat_until_goal", ["forward"]]'
    raise _at(line, say("`{verb}` needs cards in a list: `{example}`.").format(verb=verb, example=example))


def _plain(verb: str, values: list[Any], lines: list[str], line: int) -> Card:
    if len(values) > 1 or not all(type(value) in (int, float, str) for value in values):
        raise _at(line, say("`{verb}` got `{given}`. One value is enough.").format(verb=verb, given=shown(values)))
    if values:
        lines[-1] += f" {values[0]}"
    return Card(line, verb, values[0] if values else None)


def _at(number: int, text: str) -> RobotMisused:
    return RobotMisused(say("Card {number}: {text}").format(number=number, text=text))
