"""Cards as the text that stands in a notebook's cell, and back."""

from collections.abc import Iterator
from typing import Any, Final

from ailab.activities.written import read_answer

Card = str | list[Any]
"""A verb, or a list that begins with a word: `["repeat", 3, [...]]`."""

_WIDEST: Final = 64
_INDENT: Final = "    "


def plain_cards(cards: Any) -> list[Card]:
    """Return a copy of cards that `follow` accepts, its tuples as lists."""
    return [plain_cards(part) if isinstance(part, list | tuple) else part for part in cards]


def cards_text(cards: list[Card], name: str = "cards") -> str:
    """Return the assignment of these cards as short lines of Python."""
    if not cards:
        return f"{name} = []"
    return "\n".join((f"{name} = [", *_lines(cards, _INDENT), "]"))


def read_cards(text: str) -> object:
    """Return the value this text writes down, plain data whatever it is.

    Raises
    ------
    ValueError
        When it is no Python value written out.
    """
    return read_answer(text)


def _lines(cards: list[Card], indent: str) -> Iterator[str]:
    """Yield lines: cards without others inside share one, a card with some takes several."""
    line = indent
    for card in cards:
        if holds_cards(card):
            if line.strip():
                yield line.rstrip()
            yield from _nested(card, indent)
            line = indent
            continue
        piece = _plain(card) + ", "
        if line.strip() and len(line) + len(piece) > _WIDEST:
            yield line.rstrip()
            line = indent
        line += piece
    if line.strip():
        yield line.rstrip()


def _nested(card: Card, indent: str) -> Iterator[str]:
    """Yield the lines of a card that holds others: one when that is short enough."""
    whole = f"{indent}{_plain(card)},"
    if len(whole) <= _WIDEST:
        yield whole
        return
    line = f"{indent}["
    for number, part in enumerate(card):
        separator = ", " if number else ""
        if not isinstance(part, list):
            line += separator + _plain(part)
        elif not part:
            line += f"{separator}[]"
        else:
            yield f"{line}{separator}["
            yield from _lines(part, indent + _INDENT)
            line = f"{indent}]"
    yield f"{line}],"


def holds_cards(card: Card) -> bool:
    """Tell whether other cards stand inside this one."""
    return isinstance(card, list) and any(isinstance(part, list) for part in card)


def _plain(part: object) -> str:
    """Return a word or a number as it is written; words in double quotes, as in our lessons."""
    if isinstance(part, list):
        return f"[{', '.join(map(_plain, part))}]"
    if not isinstance(part, str):
        return repr(part)
    text = repr(part)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in part else text


def every_card(cards: list[Card]) -> Iterator[Card]:
    """Yield all cards in the order in which they are read."""
    for card in cards:
        yield card
        if isinstance(card, list):
            for part in card:
                if isinstance(part, list):
                    yield from every_card(part)


def card_numbers(program_text: str) -> dict[int, int]:
    """Return the number of the card on each line of a program's text, counted from 0 as they are read; "else" is none."""
    lines = [line for line, text in enumerate(program_text.splitlines(), 1) if text.strip() != "else"]
    return {line: number for number, line in enumerate(lines)}
