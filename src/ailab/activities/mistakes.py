"""What is said when an activity is made or answered with something that it cannot use."""

from collections.abc import Mapping
from typing import Any, Final

from ailab.errors import AilabError
from ailab.lang import library_translations, reader_language

_LONGEST: Final = 60
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
DIGITS: Final = "123456789"


def say(text: str) -> str:
    """Return the library's text in the reader's language."""
    return library_translations(reader_language())(text)


class ActivityMisused(AilabError, ValueError):
    """An activity got what it cannot use; the text says what was given, what is expected and what to try."""


def shown(value: object) -> str:
    """Return a value as it would be written, cut when long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def answer_name(call: str, name: object) -> str:
    """Return the name of the answer, or tell what it is."""
    if isinstance(name, str) and name.isidentifier():
        return name
    raise ActivityMisused(
        say("`{call}` begins with the name of the answer in the cell below, for instance `{example}`. It got `{given}`.").format(
            call=call, example=f'{call}("answer", …)', given=shown(name)
        )
    )


def named_texts(call: str, argument: str, given: object, names: str = LETTERS) -> dict[str, str]:
    """Return texts by their names; those of a list take letters or digits as names."""
    if isinstance(given, list | tuple) and len(given) <= len(names):
        given = dict(zip(names, given, strict=False))
    if isinstance(given, Mapping) and given and all(isinstance(part, str) and part for pair in given.items() for part in pair):
        return dict(given)
    raise ActivityMisused(
        say("`{call}`: `{argument}` holds names and their texts, for instance `{example}`. It got `{given}`.").format(
            call=call, argument=argument, example='{"a": "…", "b": "…"}', given=shown(given)
        )
    )


def whole_number(call: str, argument: str, given: object, low: int, high: int) -> int:
    """Return a whole number within bounds, or tell which there are."""
    if type(given) is int and low <= given <= high:
        return given
    raise ActivityMisused(
        say("`{call}`: `{argument}` is a whole number from {low} to {high}, and not `{given}`.").format(
            call=call, argument=argument, low=low, high=high, given=shown(given)
        )
    )


def no_answer(given: Any, example: str) -> ActivityMisused:
    """Return what to raise for a value that is no answer here."""
    return ActivityMisused(
        say("`{given}` is no answer here. An answer looks like this: `{example}`.").format(given=shown(given), example=example)
    )
