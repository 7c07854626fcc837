"""The code of a visit: five digits that are the same on every keyboard, and none that looks like a letter."""

import unicodedata
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Final

SIGNS: Final = "23456789"
LENGTH: Final = 5
_FEWEST_DIFFERENT: Final = 3

Choose = Callable[[Sequence[str]], str]


def new_code(taken: Collection[str], choose: Choose) -> str:
    """Return a code that was never given, and that nobody tries first."""
    while True:
        code = "".join(choose(SIGNS) for _ in range(LENGTH))
        if code not in taken and _is_good(code):
            return code


def _is_good(code: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in pairwise(code)}
    return len(set(code)) >= _FEWEST_DIFFERENT and steps not in ({1}, {-1})


def folded(text: str) -> str:
    """Return what somebody typed as a code is stored: any script's digits, without spaces and hyphens."""
    digits = (unicodedata.digit(sign, None) for sign in text[:64] if not sign.isspace() and sign not in "-–.")
    return "".join("?" if digit is None else str(digit) for digit in digits)
