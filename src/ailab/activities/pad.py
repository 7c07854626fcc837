"""`pad`: a robot that is driven with buttons and cards, without typing.

A pad is plain data with a picture: it holds the cards and says what they do. Where a notebook's front end
listens, it shows itself as a widget (`widget.py`); everywhere else as a still page that needs no script.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from ailab.activities.palette import allowed_words
from ailab.activities.presence import direction, mimebundle, sided
from ailab.activities.source import Card, card_numbers, plain_cards
from ailab.activities.stage import play, scene
from ailab.activities.words import card_lines
from ailab.lang import Language, library_translations, reader_language
from ailab.robot import replay
from ailab.robot.cards import follow
from ailab.robot.mistakes import RobotMisused, shown
from ailab.robot.replay.words import title
from ailab.robot.run import Run, simulate
from ailab.robot.shipped import find_world
from ailab.robot.world import Arena, GridWorld, World


def pad(world: str | World, *, cards: list[Card] | None = None, allowed: Iterable[str] | None = None, limit: int | None = None) -> "Pad":
    """Show a robot with buttons: each press adds a card, and the robot does what the cards say.

    Parameters
    ----------
    world : str or GridWorld
        Name of a world of cells, or such a world.
    cards : list, optional
        Cards that lie there from the beginning; none when left out.
    allowed : list of str, optional
        Words of the cards that have a button; all that the world needs when left out.
    limit : int, optional
        How many cards may be laid at most; those inside other cards count too.

    Returns
    -------
    Pad
        The pad; at the end of a cell it shows itself.

    Raises
    ------
    RobotMisused
        When the world is an arena, a card or button unknown, or the limit no number from 1.

    Examples
    --------
    >>> pad("six_palms", cards=["forward", ["repeat", 2, ["turn_left"]]]).cards
    ['forward', ['repeat', 2, ['turn_left']]]
    >>> pad("six_palms").cards
    []
    """
    language = reader_language()
    found = find_world(world)
    if isinstance(found, Arena):
        raise RobotMisused(_no_arena(found, language))
    if limit is not None and (type(limit) is not int or limit < 1):
        raise RobotMisused(_no_limit(limit, language))
    return Pad(found, [] if cards is None else cards, allowed_words(found, allowed, language), limit)


class Pad:
    """Cards for a robot in a world, with what they do; made by `pad`."""

    def __init__(self, world: GridWorld, cards: list[Card], words: tuple[str, ...], limit: int | None) -> None:
        """Lay the first cards."""
        self.world, self.words, self.limit = world, words, limit
        self.lay(cards)

    @property
    def cards(self) -> list[Card]:
        """The cards as plain data; a copy.

        Examples
        --------
        >>> pad("six_palms", cards=["forward"]).cards
        ['forward']
        """
        return plain_cards(self._cards)

    @property
    def run(self) -> Run:
        """What the robot does with these cards.

        Examples
        --------
        >>> pad("six_palms").run.solved
        False
        """
        return self._run

    def lay(self, cards: list[Card]) -> None:
        """Lay other cards, and let the robot follow them.

        Parameters
        ----------
        cards : list
            All cards, in order.

        Raises
        ------
        RobotMisused
            When one of them is no card.

        Examples
        --------
        >>> board = pad("six_palms")
        >>> board.lay(["forward"])
        >>> board.cards
        ['forward']
        """
        program = follow(cards)
        self._cards, self._numbers = plain_cards(cards), card_numbers(program.source_text)
        self._run = simulate(program, self.world)

    def scene(self, language: Language) -> dict[str, Any]:
        """Return what the front end draws once."""
        return scene(self.world, self.words, self.limit, language)

    def play(self, language: Language) -> dict[str, Any]:
        """Return what the front end shows when the robot follows the cards."""
        return play(self._run, self._cards, self._numbers, language, twin=self.as_text(language))

    def as_text(self, language: Language | None = None) -> str:
        """Return the pad in words: world, cards, and what came of them.

        Parameters
        ----------
        language : {"ar", "en", "fr"}, optional
            The reader's when left out.

        Returns
        -------
        str
            Several lines.

        Examples
        --------
        >>> print(pad("six_palms").as_text("en").splitlines()[0])
        Button pad: Six palms
        """
        chosen = language or reader_language()
        say = library_translations(chosen)
        lines = list(card_lines(self._cards, chosen)) or [say("no cards yet")]
        name = say("Button pad: {title}").format(title=title(self.world, chosen))
        told = (sided(line, chosen) for line in (say("Cards:"), *lines))
        return "\n".join((sided(name, chosen), replay.text(self._run.trace, self._run.outcome, chosen), *told))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        language = reader_language()
        still = {"text/html": self._html(language), "text/plain": self.as_text(language)}
        return mimebundle(still, lambda: self._widget(language))

    def _widget(self, language: Language) -> Any:
        from ailab.activities.widget import PadWidget  # anywidget is needed only where something can be pressed

        return PadWidget(self, language)

    def _html(self, language: Language) -> str:
        """Return a page that needs no script: the run as a picture, the cards in words."""
        say = library_translations(language)
        # No <pre>: where feedback is read, that is code, and stands on the left.
        lines = "<br>".join(map(_set_in, card_lines(self._cards, language))) or escape(say("no cards yet"))
        picture = replay.mimebundle(self._run.trace, self._run.outcome, language)["text/html"]
        return (
            f"{picture}"
            f'<div class="ailab-pad-still" dir="{direction(language)}" lang="{language}" style="text-align:start;line-height:1.7">'
            f'<b>{escape(say("Cards:"))}</b><p style="margin:0">{lines}</p></div>'
        )


def _set_in(line: str) -> str:
    """Return a line as markup that keeps the spaces it begins with."""
    words = line.lstrip()
    return "&nbsp;" * (len(line) - len(words)) + escape(words)


def _no_arena(world: Arena, language: Language) -> str:
    say = library_translations(language)
    return say(
        '`pad` drives robots in a world of cells, and `{name}` is an arena. Choose a world of cells, for instance `pad("six_palms")`.'
    ).format(name=world.name)


def _no_limit(given: object, language: Language) -> str:
    say = library_translations(language)
    return say("`limit` is the largest number of cards: a whole number from 1, and not `{given}`. For instance `limit=8`.").format(
        given=shown(given)
    )
