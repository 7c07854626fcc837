"""What is said to a learner who asks a robot for something it cannot do, and the checks that notice.

RobotMisused          a verb got what it cannot use; also a ValueError
├── RobotClosed       a verb after the robot was closed
UnknownVerb           a robot has no such command or sensor; also an AttributeError
UnknownWorld          no shipped world has this name; also an UnknownName
WorldUnreadable       a drawing or file that is no world: every problem at once
RunEnds               not an error: takes the program out of a run whose limits are reached
"""

import math
from collections.abc import Iterable
from difflib import get_close_matches
from operator import index
from typing import Any, Final

from ailab.errors import AilabError, UnknownName
from ailab.robot.trace import Ended

_LONGEST: Final = 40


def say(text: str) -> str:
    """Return the library's text in the reader's language."""
    from ailab.lang import library_translations, reader_language  # only who has something to say needs the catalogues

    return library_translations(reader_language())(text)


class RobotMisused(AilabError, ValueError):
    """A verb got something it cannot use; the text says what was given, what is expected and what to try."""


class RobotClosed(RobotMisused):
    """A verb was used after the robot was closed."""

    def __init__(self) -> None:
        """Say that this robot is at rest."""
        super().__init__(say("This robot has been switched off. Make a new one with `Robot(…)`, or run `simulate(…)` again."))


class UnknownVerb(AilabError, AttributeError):
    """A kind of robot has no such command or sensor."""

    def __init__(self, name: str, kind: str, known: tuple[str, ...]) -> None:
        """Name the nearest one, or all there are."""
        near = get_close_matches(name, known, n=1)
        if near:
            text = say("This robot has no `{name}`. Did you mean `{near}`?").format(name=name, near=near[0])
        else:
            text = say("This robot has no `{name}`. It knows: {known}.").format(name=name, known=", ".join(known))
        super().__init__(text)
        self.kind = kind


class UnknownWorld(UnknownName):
    """No shipped world has this name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Name the nearest world, or all there are."""
        super().__init__("world", name, known)
        near = get_close_matches(name, self.known, n=1)
        if near:
            text = say("There is no world `{name}`. Did you mean `{near}`?").format(name=shown(name), near=near[0])
        else:
            text = say("There is no world `{name}`. There are: {known}.").format(name=shown(name), known=", ".join(self.known))
        self.args = (text,)


class WorldUnreadable(AilabError):
    """A drawing or a file that is no world; the text lists every problem."""


class RunEnds(BaseException):
    """Takes a program out of a run. Not an Exception: `except Exception` must not catch it."""

    def __init__(self, ended: Ended) -> None:
        """Keep why the run ends."""
        super().__init__(ended)
        self.ended = ended


def shown(value: object) -> str:
    """Return a value as the learner would write it, cut when long."""
    try:
        text = repr(value) if not isinstance(value, str) or len(value) < 10 * _LONGEST else repr(value[: 10 * _LONGEST])
    except Exception:  # noqa: BLE001 - the learner may have written __repr__
        text = type(value).__name__
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def whole_number(verb: str, value: Any, low: int, high: int) -> int:
    """Return a whole number within bounds, or tell the learner what the verb expects."""
    if type(value) is int and low <= value <= high:
        return value
    try:
        number = low - 1 if isinstance(value, bool) else index(value)
    except TypeError:
        number = low - 1
    if low <= number <= high:
        return number
    raise RobotMisused(
        say("`{verb}` got `{given}`. It needs a whole number from {low} to {high}, for instance `{verb}({example})`.").format(
            verb=verb, given=shown(value), low=low, high=high, example=min(max(2, low), high)
        )
    )


def real_number(verb: str, value: Any, low: float, high: float, example: str) -> float:
    """Return a finite number within bounds, or tell the learner what the verb expects."""
    if type(value) is float and low <= value <= high:
        return value
    number = math.nan
    if not isinstance(value, bool | str | bytes):
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            number = math.nan
    if low <= number <= high:
        return number
    raise RobotMisused(
        say("`{verb}` got `{given}`. It needs a number from {low} to {high}, for instance `{example}`.").format(
            verb=verb, given=shown(value), low=f"{low:g}", high=f"{high:g}", example=example
        )
    )


def one_of(verb: str, value: Any, known: tuple[str, ...]) -> str:
    """Return a word that is known, or tell the learner which there are."""
    if isinstance(value, str) and value in known:
        return str(value)
    near = get_close_matches(value, known, n=1) if isinstance(value, str) else []
    if near:
        raise RobotMisused(say("`{verb}` got `{given}`. Did you mean `{near}`?").format(verb=verb, given=shown(value), near=f'"{near[0]}"'))
    raise RobotMisused(
        say("`{verb}` got `{given}`. It knows: {known}.").format(
            verb=verb, given=shown(value), known=", ".join(f'"{word}"' for word in known)
        )
    )


def short_text(verb: str, value: Any, longest: int) -> str:
    """Return a short text for a speech bubble; numbers are welcome too."""
    if isinstance(value, bool | int | float):
        return str(value)[:longest]
    if isinstance(value, str) and len(value) <= longest:
        return str(value)
    raise RobotMisused(
        say("`{verb}` got `{given}`. It needs a text in quotation marks, {longest} letters at most.").format(
            verb=verb, given=shown(value), longest=longest
        )
    )
