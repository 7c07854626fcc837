"""PINs of six digits that are not the first ones somebody tries."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from secrets import choice
from typing import Final

LENGTH: Final = 6
_DIGITS: Final = "0123456789"
_YEAR: Final = re.compile(r"19[3-9]\d|20[0-4]\d")
_FEWEST_DIGITS: Final = 3
_KEYPAD: Final = ("147258", "258369", "159357", "357159", "789456", "456123")
_WAYS: Final = ("01234567890", "09876543210")


def new_pin(*, draw: Callable[[Sequence[str]], str] = choice) -> str:
    """Return a PIN that is not easily guessed."""
    while not is_hard_to_guess(pin := "".join(draw(_DIGITS) for _ in range(LENGTH))):
        pass
    return pin


def is_hard_to_guess(pin: str) -> bool:
    """Tell whether a PIN is none of those that people try first: runs, repetitions, birth years, ways over the keys."""
    half, pairs = pin[: LENGTH // 2], {pin[at : at + 2] for at in range(0, LENGTH, 2)}
    repeats = half == pin[LENGTH // 2 :] or half == pin[: LENGTH // 2 - 1 : -1] or len(pairs) == 1 or len(set(pin)) < _FEWEST_DIGITS
    runs = any(pin[at : at + 4] in way for way in _WAYS for at in range(LENGTH - 3))
    return not (repeats or runs or _YEAR.search(pin) or pin in _KEYPAD)


def typed_pin(text: str) -> str:
    """Return the digits of what somebody typed: Arabic-Indic digits count, spaces don't."""
    return "".join(str(unicodedata.digit(sign)) if unicodedata.category(sign) == "Nd" else sign for sign in text if not _is_silent(sign))


def _is_silent(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cf", "Pd")
